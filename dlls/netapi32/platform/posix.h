/*
 * How native tests set what programs on Windows find in the registry and the Credential Manager.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_PLATFORM_POSIX_H
#define NETAPI32_PLATFORM_POSIX_H

#include <stdint.h>

/* Sets a value for `server`, or for all servers when it is NULL. Numbers are given as decimal
 * text. Strings are UTF-8 and copied. */
void posix_config_set(const char *server, const char *name, const char *value);
/* Sets what platform_stored_credential() gives for `server`. */
void posix_credential_set(const char *server, const char *user, const char *password);
/* Forgets all that was set. */
void posix_config_clear(void);

#endif
