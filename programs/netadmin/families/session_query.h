/*
 * Asking a server for sessions: what the commands that deal with sessions share.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_SESSION_QUERY_H
#define NETADMIN_SESSION_QUERY_H

#include <windows.h>

#include "listing/listing.h"

/* The functions take names without leading backslashes. A server of NULL is this computer, a
 * client or user of NULL is any. They return a Win32 or NERR code. */

/* Adds all matching sessions to the listing, at its level, in as many calls as it takes. */
DWORD sessions_enumerate(const WCHAR *server, const WCHAR *client, const WCHAR *user,
                         struct listing *listing);

/* Adds the one session of that client and user. */
DWORD session_get(const WCHAR *server, const WCHAR *client, const WCHAR *user,
                  struct listing *listing);

/* Closes all matching sessions. */
DWORD sessions_delete(const WCHAR *server, const WCHAR *client, const WCHAR *user);

#endif
