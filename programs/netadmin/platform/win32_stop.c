/*
 * What ends a command that goes on until somebody ends it, of Windows.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "platform/stop.h"

/* Set by a thread of the system's. */
static HANDLE stop_event;

static BOOL WINAPI stop_handler(DWORD event)
{
    (void)event;
    SetEvent(stop_event);
    return TRUE;
}

DWORD stop_begin(void)
{
    stop_event = CreateEventW(NULL, TRUE, FALSE, NULL);
    if (!stop_event || !SetConsoleCtrlHandler(stop_handler, TRUE))
    {
        return GetLastError();
    }
    return ERROR_SUCCESS;
}

bool stop_is_wanted(void)
{
    return stop_wait(0);
}

bool stop_wait(DWORD milliseconds)
{
    return WaitForSingleObject(stop_event, milliseconds) == WAIT_OBJECT_0;
}
