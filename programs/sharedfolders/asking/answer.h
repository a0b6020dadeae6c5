/*
 * A page of a server: asked for, and made into rows.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef SHAREDFOLDERS_ANSWER_H
#define SHAREDFOLDERS_ANSWER_H

#include <windows.h>

#include "model/rows.h"

/* Ends with answer_free(). */
struct answer
{
    DWORD error;       /* a Win32 or NERR code; there are no rows then */
    DWORD level;       /* at which the server answered */
    DWORD reason;      /* why it was not the one that tells most; 0 where it was */
    bool is_made_up;   /* of connections: the server tells no more than how many there are */
    struct row **rows; /* NULL where there are none; whoever takes them sets this to NULL */
    size_t count;
};

/* Asks a server ("" is this computer), with as many calls as it takes. A level that the server does not
 * know, or does not tell this user, gives way to one that tells less: what that does not tell, the rows
 * do not have. `shown` is what the rows call the server. May run in any thread. */
void answer_ask(const WCHAR *server, const WCHAR *shown, enum page page, struct answer *answer);

/* The open files of a user, or of all (NULL), as a page of them. */
void answer_ask_files(const WCHAR *server, const WCHAR *shown, const WCHAR *user,
                      struct answer *answer);

void answer_free(struct answer *answer);

#endif
