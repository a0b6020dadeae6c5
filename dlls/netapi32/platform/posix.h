/*
 * The native build: how tests set what programs on Windows find in the registry and the Credential
 * Manager, and what the files of this folder share.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_PLATFORM_POSIX_H
#define NETAPI32_PLATFORM_POSIX_H

#include <stdint.h>
#include <time.h>

/* Sets a value for `server`, or for all servers when it is NULL. Numbers are given as decimal
 * text. Strings are UTF-8 and copied. */
void posix_config_set(const char *server, const char *name, const char *value);
/* Sets what platform_stored_credential() gives for `server`. */
void posix_credential_set(const char *server, const char *user, const char *password);
/* Forgets all that was set. */
void posix_config_clear(void);

/* Where the accounts of this computer are, and their lock: a folder that there is, until the next is
 * named; NULL: nowhere, so that there are none, and none can be added. The text is copied. */
void posix_accounts_folder(const char *path);

/* A time of the system as FILETIME. */
uint64_t posix_filetime(const struct timespec *time);

#endif
