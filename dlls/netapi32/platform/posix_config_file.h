/*
 * What a configuration file holds (include/netapi32_posix.h has its form).
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * There are two degrees of right: lines that are what lines can be, with which a file can be changed, and
 * values that can be, without which nobody may go by it.
 */
#ifndef NETAPI32_PLATFORM_POSIX_CONFIG_FILE_H
#define NETAPI32_PLATFORM_POSIX_CONFIG_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/utf16.h"
#include "netapi32_posix.h"
#include "platform/posix_config_rows.h"
#include "platform/posix_fault.h"

/* Positions are units of the text, from the start of a line to the start of another. */
struct config_setting
{
    const struct config_row *row;
    struct utf16_slice value; /* without the blanks around it */
    size_t line;
    size_t start;
    size_t end;
};

struct config_section
{
    enum posix_section kind;
    struct utf16_slice name;
    uint32_t hash; /* of the name, without case */
    size_t line;
    size_t start;
    size_t end;   /* behind its last setting, or its own line: what follows may be about the next */
    size_t first; /* of its settings */
    size_t count;
};

struct config_file
{
    struct utf16_slice text; /* the slices are of it */
    struct config_section *sections;
    size_t section_count;
    struct config_setting *settings;
    size_t setting_count;
};

/* Reads text that outlives `file`, which config_file_free() releases, also after a failure.
 * ERROR_BAD_CONFIGURATION, and *fault, for what has not the form; ERROR_NOT_ENOUGH_MEMORY. */
uint32_t config_file_parse(struct utf16_slice text, struct config_file *file,
                           struct config_fault *fault);
void config_file_free(struct config_file *file);
/* Whether all values can be; else *fault. */
bool config_file_check(const struct config_file *file, struct config_fault *fault);

/* The section of this name (case does not count), and a setting of it; NULL where there is none. */
const struct config_section *config_file_section(const struct config_file *file,
                                                 enum posix_section kind, struct utf16_slice name);
const struct config_setting *config_file_setting(const struct config_file *file,
                                                 const struct config_section *section,
                                                 const struct config_row *row);

#endif
