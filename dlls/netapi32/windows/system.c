/*
 * What Windows' functions say of the system and its user.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <string.h>
#include <time.h>

#include "platform/platform.h"

ULONGLONG WINAPI GetTickCount64(void)
{
    struct timespec now;

    clock_gettime(CLOCK_BOOTTIME, &now);
    return (ULONGLONG)now.tv_sec * 1000 + (ULONGLONG)now.tv_nsec / 1000000;
}

DWORD WINAPI GetTickCount(void)
{
    return (DWORD)GetTickCount64();
}

/* No drive has a letter. */
DWORD WINAPI GetLogicalDrives(void)
{
    return 0;
}

UINT WINAPI GetDriveTypeW(const WCHAR *root)
{
    (void)root;
    return DRIVE_NO_ROOT_DIR;
}

BOOL WINAPI GetUserNameW(WCHAR *text, DWORD *size)
{
    struct utf16_name name;

    platform_user_name(&name);
    if (!name.length || *size <= name.length)
    {
        SetLastError(name.length ? ERROR_INSUFFICIENT_BUFFER : ERROR_NO_SUCH_USER);
        return FALSE;
    }
    memcpy(text, name.units, (name.length + 1) * sizeof(*text));
    *size = (DWORD)name.length + 1;
    return TRUE;
}

/* What summer time adds is in the bias already. */
DWORD WINAPI GetTimeZoneInformation(TIME_ZONE_INFORMATION *zone)
{
    const time_t now = time(NULL);
    struct tm local;

    *zone = (TIME_ZONE_INFORMATION){ 0 };
    if (!localtime_r(&now, &local))
    {
        return TIME_ZONE_ID_INVALID;
    }
    zone->Bias = -(LONG)(local.tm_gmtoff / 60);
    return TIME_ZONE_ID_UNKNOWN;
}

BOOL WINAPI GetSystemTimeAdjustment(DWORD *adjustment, DWORD *interval, BOOL *is_disabled)
{
    *adjustment = *interval = FILETIME_SECOND / 100; /* a tick is 10 ms */
    *is_disabled = TRUE;
    return TRUE;
}
