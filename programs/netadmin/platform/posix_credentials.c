/*
 * Passwords in files of the user's.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "platform/credentials.h"

#include <netapi32_posix.h>

/* posix_main.c obeys it. */
const WCHAR credentials_option[] = L"credentials";
const WCHAR credentials_help[] =
    L"/credentials:FILE, with any command, names a file of username = NAME and\n"
    L"password = SECRET lines, as smbclient's -A; else what 'netadmin login' stored\n"
    L"counts, then the user's Kerberos ticket.\n";

DWORD credentials_store(const WCHAR *server, const WCHAR *user, const WCHAR *password)
{
    return posix_credentials_store(server, user, password);
}

DWORD credentials_remove(const WCHAR *server)
{
    return posix_credentials_remove(server);
}
