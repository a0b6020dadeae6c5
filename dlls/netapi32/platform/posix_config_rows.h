/*
 * The settings that a configuration file can have.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_PLATFORM_POSIX_CONFIG_ROWS_H
#define NETAPI32_PLATFORM_POSIX_CONFIG_ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/utf16.h"
#include "netapi32_posix.h"

/* The one that only files have in two kinds of section: where a password is. */
#define CONFIG_CREDENTIALS_FILE "CredentialsFile"

/* A row of include/netapi32_settings.h, or one that only files have. */
struct config_row;

/* Whether the row can have this value; else says in `text` what it can have. */
bool config_row_check(const struct config_row *row, struct utf16_slice value, char *text,
                      size_t size);

/* The setting of this name, in any kind of section; NULL where there is none. */
const struct config_row *config_row_find(struct utf16_slice name);
bool config_row_belongs(const struct config_row *row, enum posix_section kind);
const char *config_row_name(const struct config_row *row);
/* Whether the text is a number in decimal, as settings have it. */
bool config_number(struct utf16_slice text, uint32_t *number);

/* Whether a name of a section, or a value, can stand in a line: no control characters, no blanks at its
 * ends, not too long; names not empty. */
bool config_name_fits(struct utf16_slice name);
bool config_value_fits(const struct config_row *row, struct utf16_slice value);

#endif
