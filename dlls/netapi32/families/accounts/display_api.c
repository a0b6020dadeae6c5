/*
 * Lists for display: NetQueryDisplayInformation, NetGetDisplayInformationIndex. Documented with
 * lmaccess.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmaccess.h>
#include <lmerr.h>

#include "api/answer.h"
#include "api/debug.h"
#include "families/accounts/display.h"

NET_API_STATUS WINAPI NetQueryDisplayInformation(LPCWSTR ServerName, DWORD Level, DWORD Index,
                                                 DWORD EntriesRequested,
                                                 DWORD PreferredMaximumLength,
                                                 LPDWORD ReturnedEntryCount, PVOID *SortedBuffer)
{
    const struct api_enum outputs = {
        (BYTE **)SortedBuffer,
        PreferredMaximumLength,
        ReturnedEntryCount,
        ReturnedEntryCount,
        NULL,
        NULL,
    };
    struct info_request request = api_enum_request(&outputs, ServerName, Level);
    struct info_buffer entries = { NULL, 0 };
    NET_API_STATUS status = api_enum_begin(&outputs, &display_family, Level);

    if (!status)
    {
        request.resume_handle = Index;
        status = display_query(&request, EntriesRequested, &entries);
        *SortedBuffer = entries.buffer;
        *ReturnedEntryCount = entries.entries;
    }
    return status;
}

NET_API_STATUS WINAPI NetGetDisplayInformationIndex(LPCWSTR ServerName, DWORD Level, LPCWSTR Prefix,
                                                    LPDWORD Index)
{
    uint32_t found = 0;
    NET_API_STATUS status = ERROR_INVALID_PARAMETER;

    if (Index)
    {
        *Index = 0;
    }
    if (Prefix && Index)
    {
        status = display_find_index(slice_w(ServerName), Level, slice_w(Prefix), &found);
        *Index = found;
    }
    return status;
}
