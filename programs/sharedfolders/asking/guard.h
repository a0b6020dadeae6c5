/*
 * Wine's DLLs export names for which they have no code: whoever calls one is ended by an exception.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef SHAREDFOLDERS_GUARD_H
#define SHAREDFOLDERS_GUARD_H

#include <windows.h>

typedef DWORD guarded_function(void *context);

/* Once, before the first guarded call. */
void guard_start(void);

/* Calls the function, and returns what it returns; ERROR_CALL_NOT_IMPLEMENTED where it came to a name
 * without code. */
DWORD guard_call(guarded_function *function, void *context);

#endif
