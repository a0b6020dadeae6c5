/*
 * The last error of a thread, as Windows has it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

static _Thread_local DWORD last_error;

DWORD WINAPI GetLastError(void)
{
    return last_error;
}

void WINAPI SetLastError(DWORD error)
{
    last_error = error;
}
