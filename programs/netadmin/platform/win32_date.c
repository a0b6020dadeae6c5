/*
 * What time it is, of Windows.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "platform/date.h"

void date_utc(SYSTEMTIME *time)
{
    GetSystemTime(time);
}

void date_local(SYSTEMTIME *time)
{
    GetLocalTime(time);
}
