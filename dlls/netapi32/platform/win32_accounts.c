/*
 * The accounts of this computer in the registry, where Windows has its own.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A value is set by one request to the wineserver, which is all or nothing. Whoever is killed with the
 * lock leaves nothing half done: an abandoned mutex is as good as another.
 */
#include <windows.h>

#include <sddl.h>
#include <stdlib.h>

#include "platform/platform.h"

/* The system, and administrators; nobody else, and nothing that is inherited. */
#define FOR_ADMINISTRATORS L"D:P(A;;GA;;;SY)(A;;GA;;;BA)"
/* Of a key what is created below it, too. */
#define FOR_ADMINISTRATORS_BELOW L"D:P(A;CI;GA;;;SY)(A;CI;GA;;;BA)"
#define LOCK_NAME                L"Global\\Netapi32Accounts"
/* What is asked for at first: more than most prefixes have. */
#define SIZE_AT_FIRST 4096

static DWORD open_security(const WCHAR *text, SECURITY_ATTRIBUTES *security)
{
    *security = (SECURITY_ATTRIBUTES){ .nLength = sizeof(*security) };
    return ConvertStringSecurityDescriptorToSecurityDescriptorW(
               text, SDDL_REVISION_1, &security->lpSecurityDescriptor, NULL)
               ? ERROR_SUCCESS
               : GetLastError();
}

static void close_security(SECURITY_ATTRIBUTES *security)
{
    LocalFree(security->lpSecurityDescriptor);
}

/* ---- The lock -------------------------------------------------------------------------------- */

static DWORD time_left(uint64_t deadline)
{
    uint64_t now = platform_now();
    uint64_t left = deadline > now ? deadline - now : 0;

    return left < INFINITE ? (DWORD)left : INFINITE - 1;
}

static DWORD wait_for(HANDLE mutex, uint64_t deadline)
{
    switch (WaitForSingleObject(mutex, time_left(deadline)))
    {
    case WAIT_OBJECT_0:
    case WAIT_ABANDONED: return ERROR_SUCCESS;
    case WAIT_TIMEOUT: return ERROR_SEM_TIMEOUT;
    default: return GetLastError();
    }
}

uint32_t platform_accounts_lock(uint64_t deadline, void **lock)
{
    SECURITY_ATTRIBUTES security;
    HANDLE mutex = NULL;
    DWORD status = open_security(FOR_ADMINISTRATORS, &security);

    *lock = NULL;
    if (status)
    {
        return status;
    }
    mutex = CreateMutexW(&security, FALSE, LOCK_NAME);
    status = mutex ? wait_for(mutex, deadline) : GetLastError();
    close_security(&security);
    if (!status)
    {
        *lock = mutex;
    }
    else if (mutex)
    {
        CloseHandle(mutex);
    }
    return status;
}

void platform_accounts_unlock(void *lock)
{
    if (lock)
    {
        ReleaseMutex(lock);
        CloseHandle(lock);
    }
}

/* ---- The value ------------------------------------------------------------------------------- */

/* Reads the value into a buffer that grows with it. */
static DWORD read_value(HKEY key, size_t size_max, uint8_t **data, size_t *size)
{
    DWORD room = SIZE_AT_FIRST;
    DWORD type = REG_NONE;
    DWORD status = ERROR_MORE_DATA;

    while (status == ERROR_MORE_DATA && room <= size_max)
    {
        free(*data);
        *data = malloc(room);
        *size = room;
        if (!*data)
        {
            return ERROR_NOT_ENOUGH_MEMORY;
        }
        status =
            (DWORD)RegQueryValueExW(key, L"" PLATFORM_ACCOUNTS_VALUE, NULL, &type, *data, &room);
    }
    *size = room;
    return status == ERROR_MORE_DATA || (!status && type != REG_BINARY)
               ? ERROR_INTERNAL_DB_CORRUPTION
               : status;
}

uint32_t platform_accounts_read(size_t size_max, uint8_t **data, size_t *size)
{
    HKEY key = NULL;
    DWORD status = (DWORD)RegOpenKeyExW(HKEY_LOCAL_MACHINE, L"" PLATFORM_ACCOUNTS_KEY, 0,
                                        KEY_QUERY_VALUE, &key);

    *data = NULL;
    *size = 0;
    if (status)
    {
        return status == ERROR_PATH_NOT_FOUND ? ERROR_FILE_NOT_FOUND : status;
    }
    status = read_value(key, size_max, data, size);
    RegCloseKey(key);
    if (status)
    {
        free(*data);
        *data = NULL;
        *size = 0;
    }
    return status;
}

uint32_t platform_accounts_write(const void *data, size_t size)
{
    SECURITY_ATTRIBUTES security;
    HKEY key = NULL;
    DWORD status = open_security(FOR_ADMINISTRATORS_BELOW, &security);

    if (status)
    {
        return status;
    }
    status = (DWORD)RegCreateKeyExW(HKEY_LOCAL_MACHINE, L"" PLATFORM_ACCOUNTS_KEY, 0, NULL, 0,
                                    KEY_SET_VALUE, &security, &key, NULL);
    close_security(&security);
    if (!status)
    {
        status = (DWORD)RegSetValueExW(key, L"" PLATFORM_ACCOUNTS_VALUE, 0, REG_BINARY, data,
                                       (DWORD)size);
        RegCloseKey(key);
    }
    return status;
}
