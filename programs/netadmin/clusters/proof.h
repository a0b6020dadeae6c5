/*
 * Whether two servers answer for each other.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_PROOF_H
#define NETADMIN_PROOF_H

#include <windows.h>

enum proof
{
    PROOF_SAME, /* each lists the sessions of both */
    PROOF_DIFFERENT,
    PROOF_NONE, /* one cannot be asked, or does not show its sessions to the user, or so many come and go
                   that nothing can be told */
};

/* Opens a further session to `opened` and closes it (with all other idle connections to it); `listed`
 * must list that it has come, and that it has gone. Tries several times, in a second, before it says no.
 * Names are without leading backslashes. Takes some requests to each, and up to a second each time for a
 * session that has gone to be listed no more. */
enum proof proof_make(const WCHAR *opened, const WCHAR *listed);

#endif
