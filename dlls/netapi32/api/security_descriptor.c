/*
 * Security descriptors that a caller gives.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "api/security_descriptor.h"

static DWORD copy_absolute(void *descriptor, void **copy)
{
    DWORD size = 0;

    MakeSelfRelativeSD(descriptor, NULL, &size);
    *copy = size ? HeapAlloc(GetProcessHeap(), 0, size) : NULL;
    if (!*copy)
    {
        return size ? ERROR_NOT_ENOUGH_MEMORY : ERROR_INVALID_SECURITY_DESCR;
    }
    if (!MakeSelfRelativeSD(descriptor, *copy, &size))
    {
        HeapFree(GetProcessHeap(), 0, *copy);
        *copy = NULL;
        return ERROR_INVALID_SECURITY_DESCR;
    }
    return ERROR_SUCCESS;
}

DWORD api_descriptor_self_relative(const void *descriptor, void **copy)
{
    SECURITY_DESCRIPTOR_CONTROL control = 0;
    DWORD revision = 0;

    *copy = NULL;
    if (!descriptor)
    {
        return ERROR_SUCCESS;
    }
    if (!GetSecurityDescriptorControl((void *)descriptor, &control, &revision))
    {
        return ERROR_INVALID_SECURITY_DESCR;
    }
    if (control & SE_SELF_RELATIVE)
    {
        return ERROR_SUCCESS;
    }
    return IsValidSecurityDescriptor((void *)descriptor) ? copy_absolute((void *)descriptor, copy)
                                                         : ERROR_INVALID_SECURITY_DESCR;
}
