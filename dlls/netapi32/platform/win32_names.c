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

/* ---- Names of this computer ------------------------------------------------------------------ */

/* The names of the machine are others only in a cluster, which the environment tells of. */
static const COMPUTER_NAME_FORMAT formats[] = {
    ComputerNameNetBIOS,
    ComputerNameDnsHostname,
    ComputerNameDnsFullyQualified,
    ComputerNamePhysicalNetBIOS,
    ComputerNamePhysicalDnsHostname,
    ComputerNamePhysicalDnsFullyQualified,
};

struct own_names
{
    uint64_t generation; /* platform_generation(), before they were read; 0: they have not been */
    struct utf16_name names[ARRAYSIZE(formats)];
    size_t count;
};

static SRWLOCK lock = SRWLOCK_INIT;
static struct own_names own; /* the lock is for this alone */

static void read_own_names(struct own_names *names)
{
    const bool is_clustered = GetEnvironmentVariableW(L"_CLUSTER_NETWORK_NAME_", NULL, 0) != 0;
    const size_t count = is_clustered ? ARRAYSIZE(formats) : ARRAYSIZE(formats) / 2;

    for (size_t i = 0; i < count; i++)
    {
        WCHAR text[NAME_LENGTH_MAX + 1];
        DWORD length = ARRAYSIZE(text);

        if (GetComputerNameExW(formats[i], text, &length) && length)
        {
            utf16_name_set(&names->names[names->count++], (struct utf16_slice){ text, length });
        }
    }
}

static bool is_among(const struct own_names *names, struct utf16_slice name)
{
    for (size_t i = 0; i < names->count; i++)
    {
        if (utf16_equal(name, utf16_from_name(&names->names[i])))
        {
            return true;
        }
    }
    return false;
}

bool platform_is_own_name(struct utf16_slice name)
{
    const uint64_t generation = platform_generation();
    bool found = false;

    AcquireSRWLockExclusive(&lock);
    if (!generation || own.generation != generation)
    {
        own = (struct own_names){ .generation = generation };
        read_own_names(&own);
    }
    found = is_among(&own, name);
    ReleaseSRWLockExclusive(&lock);
    return found;
}
