/*
 * API buffers: NetApiBuffer*, NetapipBufferAllocate. Documented with lmapibuf.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A buffer is a block of the process heap, so that it can also be freed by netutils.dll.
 */
#include <windows.h>

#include <lmcons.h>
#include <lmapibuf.h>
#include <lmerr.h>

NET_API_STATUS WINAPI NetApiBufferAllocate(DWORD ByteCount, LPVOID *Buffer)
{
    if (!Buffer)
    {
        return ERROR_INVALID_PARAMETER;
    }
    *Buffer = HeapAlloc(GetProcessHeap(), 0, ByteCount);
    return *Buffer ? NERR_Success : ERROR_NOT_ENOUGH_MEMORY;
}

/* The name that Windows' own network components use. */
NET_API_STATUS WINAPI NetapipBufferAllocate(DWORD ByteCount, LPVOID *Buffer)
{
    return NetApiBufferAllocate(ByteCount, Buffer);
}

NET_API_STATUS WINAPI NetApiBufferFree(LPVOID Buffer)
{
    return HeapFree(GetProcessHeap(), 0, Buffer) ? NERR_Success : ERROR_INVALID_PARAMETER;
}

NET_API_STATUS WINAPI NetApiBufferReallocate(LPVOID OldBuffer, DWORD NewByteCount,
                                             LPVOID *NewBuffer)
{
    if (!NewBuffer)
    {
        return ERROR_INVALID_PARAMETER;
    }
    if (!NewByteCount)
    {
        *NewBuffer = NULL;
        return NetApiBufferFree(OldBuffer);
    }
    *NewBuffer = OldBuffer ? HeapReAlloc(GetProcessHeap(), 0, OldBuffer, NewByteCount)
                           : HeapAlloc(GetProcessHeap(), 0, NewByteCount);
    return *NewBuffer ? NERR_Success : ERROR_NOT_ENOUGH_MEMORY;
}

NET_API_STATUS WINAPI NetApiBufferSize(LPVOID Buffer, LPDWORD ByteCount)
{
    SIZE_T size = 0;

    if (!ByteCount)
    {
        return ERROR_INVALID_PARAMETER;
    }
    *ByteCount = 0;
    if (!Buffer)
    {
        return ERROR_INVALID_PARAMETER;
    }
    size = HeapSize(GetProcessHeap(), 0, Buffer);
    if (size == (SIZE_T)-1)
    {
        return ERROR_INVALID_PARAMETER;
    }
    *ByteCount = (DWORD)size;
    return NERR_Success;
}
