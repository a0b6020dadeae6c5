/*
 * The functions of whichever netapi32.dll the system has. Those that it lacks, or only pretends to
 * have, fail with ERROR_CALL_NOT_IMPLEMENTED.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef SHAREDFOLDERS_NETAPI_H
#define SHAREDFOLDERS_NETAPI_H

#include <windows.h>

/* Loads the DLL, before any other function here is called. Returns a Win32 code. */
DWORD netapi_start(void);

/* A list of what a server has, as one call or several gave it. Ends with netapi_list_free(). */
struct netapi_list
{
    struct netapi_page
    {
        BYTE *buffer;
        DWORD count; /* of the structures in there */
    } * pages;
    size_t page_count;
};

void netapi_list_free(struct netapi_list *list);

void netapi_free(void *buffer);

/* The functions take servers without leading backslashes, "" being this computer, and may run in any
 * thread. They return a Win32 or NERR code; what they give is nothing unless that is 0. */

/* All of it, however many calls it takes. ERROR_MORE_DATA: the server has more and does not give it. */
DWORD netapi_shares(const WCHAR *server, DWORD level, struct netapi_list *list);
DWORD netapi_sessions(const WCHAR *server, DWORD level, struct netapi_list *list);
/* Of all users where `user` is NULL. */
DWORD netapi_files(const WCHAR *server, const WCHAR *user, DWORD level, struct netapi_list *list);
DWORD netapi_connections(const WCHAR *server, const WCHAR *share, DWORD level,
                         struct netapi_list *list);

DWORD netapi_session_end(const WCHAR *server, const WCHAR *computer, const WCHAR *user);
DWORD netapi_file_close(const WCHAR *server, DWORD id);

DWORD netapi_share_get(const WCHAR *server, const WCHAR *share, DWORD level, BYTE **buffer);
DWORD netapi_share_add(const WCHAR *server, DWORD level, const void *info);
DWORD netapi_share_set(const WCHAR *server, const WCHAR *share, DWORD level, const void *info);
DWORD netapi_share_remove(const WCHAR *server, const WCHAR *share);

/* Says who this program is to the server, for as long as it runs. */
DWORD netapi_login(const WCHAR *server, const WCHAR *user, const WCHAR *password);

/* Accounts of a server. */
DWORD netapi_modals(const WCHAR *server, DWORD level, BYTE **buffer);
DWORD netapi_user_get(const WCHAR *server, const WCHAR *user, DWORD level, BYTE **buffer);
DWORD netapi_group_get(const WCHAR *server, const WCHAR *group, DWORD level, BYTE **buffer);
/* NetQueryDisplayInformation(): 1 for users, 3 for groups. What it gives is to be freed whatever the
 * code is; ERROR_MORE_DATA: behind the last one's index there are more. */
DWORD netapi_display(const WCHAR *server, DWORD level, DWORD index, BYTE **buffer, DWORD *count);

#endif
