/*
 * Passwords that are kept for servers.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_CREDENTIALS_H
#define NETADMIN_CREDENTIALS_H

#include <windows.h>

/* The functions return a Win32 error. */

/* Keeps a user and a password for a server, in place of those that were kept. */
DWORD credentials_store(const WCHAR *server, const WCHAR *user, const WCHAR *password);

/* ERROR_NOT_FOUND where there are none. */
DWORD credentials_remove(const WCHAR *server);

/* The option that names a file with them, with any command; empty where there is none. */
extern const WCHAR credentials_option[];

/* What help says of further ways to name them, a line that ends; empty where there are none. */
extern const WCHAR credentials_help[];

#endif
