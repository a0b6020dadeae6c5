/*
 * The security of files: NetpGetFileSecurity and NetpSetFileSecurity, which are private to Windows'
 * own components. Documented is what they call on a server, [MS-SRVS] 3.1.4.27 and 3.1.4.28; their
 * parameters are of the number, the order and the kinds that lmdfs.h documents for NetDfsGetSecurity
 * and NetDfsSetSecurity, which do the same for another kind of path.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmerr.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "api/debug.h"
#include "api/security_descriptor.h"
#include "families/file/file_security.h"
#include "platform/platform.h"

DWORD WINAPI NetpGetFileSecurity(WCHAR *path, SECURITY_INFORMATION information,
                                 PSECURITY_DESCRIPTOR *descriptor, DWORD *length);
DWORD WINAPI NetpSetFileSecurity(WCHAR *path, SECURITY_INFORMATION information,
                                 PSECURITY_DESCRIPTOR descriptor);

/* ---- Files of this computer, which the system knows ------------------------------------------ */

/* How many characters Wine's RtlDosPathNameToNtPathName() reads of a path, however short. */
#define PATH_UNITS_READ 4

/* Where the caller's memory ends right behind a short path, Wine must not be given that one. NULL when
 * memory is short; freed with free(). */
static WCHAR *copy_path(const WCHAR *path)
{
    size_t length = wcslen(path);
    WCHAR *copy = calloc(length + 1 + PATH_UNITS_READ, sizeof(*copy));

    if (copy)
    {
        memcpy(copy, path, length * sizeof(*copy));
    }
    return copy;
}

static DWORD read_of_system(const WCHAR *path, SECURITY_INFORMATION information, void **descriptor,
                            uint32_t *length)
{
    DWORD size = 0;

    if (GetFileSecurityW(path, information, NULL, 0, &size))
    {
        return ERROR_INVALID_DATA;
    }
    if (GetLastError() != ERROR_INSUFFICIENT_BUFFER)
    {
        return GetLastError();
    }
    *descriptor = platform_api_allocate(size);
    if (!*descriptor)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    if (!GetFileSecurityW(path, information, *descriptor, size, &size))
    {
        const DWORD status = GetLastError();

        platform_api_free(*descriptor);
        *descriptor = NULL;
        return status;
    }
    *length = size;
    return NERR_Success;
}

static DWORD get_of_system(const WCHAR *path, SECURITY_INFORMATION information, void **descriptor,
                           uint32_t *length)
{
    WCHAR *copy = copy_path(path);
    DWORD status =
        copy ? read_of_system(copy, information, descriptor, length) : ERROR_NOT_ENOUGH_MEMORY;

    free(copy);
    return status;
}

static DWORD set_of_system(const WCHAR *path, SECURITY_INFORMATION information,
                           PSECURITY_DESCRIPTOR descriptor)
{
    WCHAR *copy = copy_path(path);
    DWORD status = ERROR_NOT_ENOUGH_MEMORY;

    if (copy)
    {
        status = SetFileSecurityW(copy, information, descriptor) ? NERR_Success : GetLastError();
    }
    free(copy);
    return status;
}

/* ---- The functions --------------------------------------------------------------------------- */

DWORD WINAPI NetpGetFileSecurity(WCHAR *path, SECURITY_INFORMATION information,
                                 PSECURITY_DESCRIPTOR *descriptor, DWORD *length)
{
    struct file_name name;
    void *found = NULL;
    uint32_t size = 0;
    DWORD status = ERROR_INVALID_PARAMETER;

    if (path && *path && descriptor && length)
    {
        status = file_name_parse(slice_w(path), &name)
                     ? file_security_get(&name, information, &found, &size)
                     : get_of_system(path, information, &found, &size);
    }
    if (descriptor)
    {
        *descriptor = found;
    }
    if (length)
    {
        *length = size;
    }
    return status;
}

static DWORD set_on_server(const struct file_name *name, SECURITY_INFORMATION information,
                           const void *descriptor)
{
    void *copy = NULL;
    DWORD status = api_descriptor_self_relative(descriptor, &copy);

    if (!status)
    {
        status = file_security_set(name, information, copy ? copy : descriptor);
    }
    HeapFree(GetProcessHeap(), 0, copy);
    return status;
}

DWORD WINAPI NetpSetFileSecurity(WCHAR *path, SECURITY_INFORMATION information,
                                 PSECURITY_DESCRIPTOR descriptor)
{
    struct file_name name;

    if (!path || !*path || !descriptor)
    {
        return ERROR_INVALID_PARAMETER;
    }
    if (file_name_parse(slice_w(path), &name))
    {
        return set_on_server(&name, information, descriptor);
    }
    return set_of_system(path, information, descriptor);
}
