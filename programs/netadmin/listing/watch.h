/*
 * Showing a listing over and over, with marks for what came and went.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_WATCH_H
#define NETADMIN_WATCH_H

#include <windows.h>

#include "base/exit_status.h"
#include "listing/listing.h"

/* Makes the listing anew, and may choose another level for it; returns a Win32 or NERR code. */
typedef DWORD watch_function(void *context, struct listing *listing);

/* Calls the function every so many seconds and shows what it gives as a table: on a console in
 * place, elsewhere one block behind the other. What came since the time before is marked with +,
 * what went with -, and what a server had that does not tell this time, as one of several, with ?. An
 * error the first time ends it, a later one is shown. Returns at Ctrl+C.
 *
 * `listing` has family and level set. */
enum exit_status watch_run(watch_function *function, void *context, const struct listing *listing,
                           DWORD seconds);

#endif
