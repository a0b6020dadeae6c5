/*
 * What this computer and the user are called, on Windows.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include "platform/platform.h"
#include "platform/utf16_equal.h"

void platform_computer_name(struct utf16_name *name)
{
    WCHAR text[NAME_LENGTH_MAX + 1];
    DWORD size = ARRAYSIZE(text);

    if (!GetComputerNameW(text, &size))
    {
        size = 0;
    }
    utf16_name_set(name, (struct utf16_slice){ text, size });
}

void platform_user_name(struct utf16_name *name)
{
    WCHAR text[NAME_LENGTH_MAX + 1];
    DWORD size = ARRAYSIZE(text);

    /* The size that is given back counts the terminator. */
    if (!GetUserNameW(text, &size) || !size)
    {
        size = 1;
    }
    utf16_name_set(name, (struct utf16_slice){ text, size - 1 });
}

bool platform_is_own_name(struct utf16_slice name)
{
    /* The names of the machine are others only in a cluster, which the environment tells of. */
    static const COMPUTER_NAME_FORMAT formats[] = {
        ComputerNameNetBIOS,
        ComputerNameDnsHostname,
        ComputerNameDnsFullyQualified,
        ComputerNamePhysicalNetBIOS,
        ComputerNamePhysicalDnsHostname,
        ComputerNamePhysicalDnsFullyQualified,
    };
    const bool is_clustered = GetEnvironmentVariableW(L"_CLUSTER_NETWORK_NAME_", NULL, 0) != 0;
    const size_t count = is_clustered ? ARRAYSIZE(formats) : ARRAYSIZE(formats) / 2;
    WCHAR own[NAME_LENGTH_MAX + 1];

    for (size_t i = 0; i < count; i++)
    {
        DWORD length = ARRAYSIZE(own);

        if (GetComputerNameExW(formats[i], own, &length) && length &&
            utf16_equal(name, (struct utf16_slice){ own, length }))
        {
            return true;
        }
    }
    return false;
}
