/*
 * Changes of a configuration file: of lines, so that whatever else a person wrote stays as it is.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_PLATFORM_POSIX_CONFIG_EDIT_H
#define NETAPI32_PLATFORM_POSIX_CONFIG_EDIT_H

#include "base/wire.h"
#include "platform/posix_config_file.h"

/* Each writes all of the new text, as UTF-16. The names and the value fit (config_name_fits(),
 * config_value_fits()). ERROR_FILE_NOT_FOUND, and nothing written, when there is nothing to remove. What
 * memory ran out for is in the writer. */

/* A section that there is not yet comes at the end. */
uint32_t config_edit_set(const struct config_file *file, enum posix_section kind,
                         struct utf16_slice name, const struct config_row *row,
                         struct utf16_slice value, struct writer *text);
uint32_t config_edit_remove(const struct config_file *file, enum posix_section kind,
                            struct utf16_slice name, const struct config_row *row,
                            struct writer *text);
uint32_t config_edit_remove_section(const struct config_file *file, enum posix_section kind,
                                    struct utf16_slice name, struct writer *text);

#endif
