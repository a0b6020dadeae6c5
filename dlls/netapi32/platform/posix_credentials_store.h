/*
 * The user's files with passwords: those that are kept for servers, and those that the configuration names.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_PLATFORM_POSIX_CREDENTIALS_STORE_H
#define NETAPI32_PLATFORM_POSIX_CREDENTIALS_STORE_H

#include <stdint.h>

#include "base/utf16.h"

/* Reads a file with a password: the system's own path. The codes of include/netapi32_posix.h for files,
 * NERR_BadUsername, ERROR_INVALID_PASSWORD. The caller wipes both, whatever the result is. */
uint32_t credentials_read_file(struct utf16_slice path, struct utf16_name *user,
                               struct utf16_name *password);
/* The same for a server: the password that is kept for it, else the file that the configuration names.
 * ERROR_NOT_FOUND where there is none, or files do not count; ERROR_BAD_CONFIGURATION, too, for the
 * configuration. */
uint32_t credentials_find_file(struct utf16_slice server, struct utf16_name *user,
                               struct utf16_name *password);

#endif
