/*
 * Servers: NetServer*. Documented with lmserver.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmapibuf.h>
#include <lmerr.h>
#include <lmserver.h>

#include "api/answer.h"
#include "api/debug.h"
#include "api/this_computer.h"
#include "families/server/servers.h"
#include "levels/server_levels.h"

/* Not in mingw-w64's lmserver.h. */
NET_API_STATUS WINAPI NetServerEnumEx(LPCWSTR servername, DWORD level, LPBYTE *bufptr,
                                      DWORD prefmaxlen, LPDWORD entriesread, LPDWORD totalentries,
                                      DWORD servertype, LPCWSTR domain, LPCWSTR FirstNameToReturn);

/* ---- The server ------------------------------------------------------------------------------ */

NET_API_STATUS WINAPI NetServerGetInfo(LPWSTR servername, DWORD level, LPBYTE *bufptr)
{
    void *buffer = NULL;
    NET_API_STATUS status = api_info_begin(bufptr, &server_info_family, level);

    if (!status)
    {
        status = server_name_check(servername);
    }
    if (!status)
    {
        status = servers_get_info(slice_w(servername), level, &this_server, &buffer);
        *bufptr = buffer;
    }
    return status;
}

/* ---- Other servers --------------------------------------------------------------------------- */

/* Computers no longer announce themselves since SMB1 is gone, and Windows without it says so. */
static NET_API_STATUS enumerate_servers(const struct api_enum *outputs, DWORD level)
{
    NET_API_STATUS status = api_enum_begin(outputs, &server_list_family, level);

    return status ? status : ERROR_NO_BROWSER_SERVERS_FOUND;
}

NET_API_STATUS WINAPI NetServerEnum(LMCSTR servername, DWORD level, LPBYTE *bufptr,
                                    DWORD prefmaxlen, LPDWORD entriesread, LPDWORD totalentries,
                                    DWORD servertype, LMCSTR domain, LPDWORD resume_handle)
{
    const struct api_enum outputs = { bufptr,       prefmaxlen,    entriesread,
                                      totalentries, resume_handle, NULL };

    (void)servername;
    (void)servertype;
    (void)domain;
    return enumerate_servers(&outputs, level);
}

NET_API_STATUS WINAPI NetServerEnumEx(LPCWSTR servername, DWORD level, LPBYTE *bufptr,
                                      DWORD prefmaxlen, LPDWORD entriesread, LPDWORD totalentries,
                                      DWORD servertype, LPCWSTR domain, LPCWSTR FirstNameToReturn)
{
    const struct api_enum outputs = { bufptr, prefmaxlen, entriesread, totalentries, NULL, NULL };

    (void)servername;
    (void)servertype;
    (void)domain;
    (void)FirstNameToReturn;
    return enumerate_servers(&outputs, level);
}

/* ---- Disks ----------------------------------------------------------------------------------- */

/* An entry: letter, colon, terminator. */
struct disk
{
    WCHAR name[3];
};

static BOOL is_disk(const struct disk *disk)
{
    WCHAR root[] = { disk->name[0], ':', '\\', 0 };
    UINT type = GetDriveTypeW(root);

    return type == DRIVE_FIXED || type == DRIVE_REMOVABLE || type == DRIVE_CDROM ||
           type == DRIVE_RAMDISK;
}

static DWORD list_disks(struct disk *disks)
{
    DWORD letters = GetLogicalDrives();
    DWORD count = 0;

    for (WCHAR letter = 'A'; letter <= 'Z'; letter++)
    {
        const struct disk disk = { { letter, ':', 0 } };

        if (letters & 1u << (letter - 'A') && is_disk(&disk))
        {
            disks[count++] = disk;
        }
    }
    return count;
}

/* The part of the list that fits, from the resume handle (an index) on. */
static NET_API_STATUS give_out_disks(const struct api_enum *outputs, const struct disk *disks,
                                     DWORD count)
{
    DWORD start = outputs->resume_handle ? min(*outputs->resume_handle, count) : 0;
    DWORD left = count - start;
    DWORD fitting = outputs->preferred_length / (DWORD)sizeof(*disks);
    NET_API_STATUS status = NERR_Success;

    fitting = min(fitting, left);
    if (!fitting && left)
    {
        return NERR_BufTooSmall;
    }
    status = NetApiBufferAllocate(fitting * (DWORD)sizeof(*disks), (void **)outputs->buffer);
    if (status)
    {
        return status;
    }
    memcpy(*outputs->buffer, &disks[start], fitting * sizeof(*disks));
    *outputs->entries_read = fitting;
    *outputs->total_entries = left;
    if (outputs->resume_handle)
    {
        *outputs->resume_handle = fitting < left ? start + fitting : 0;
    }
    return fitting < left ? ERROR_MORE_DATA : NERR_Success;
}

NET_API_STATUS WINAPI NetServerDiskEnum(LPWSTR servername, DWORD level, LPBYTE *bufptr,
                                        DWORD prefmaxlen, LPDWORD entriesread, LPDWORD totalentries,
                                        LPDWORD resume_handle)
{
    static const struct info_level levels[] = { { .level = 0 } };
    static const struct info_family disk_family = { sizeof(struct disk), levels, 1 };
    const struct api_enum outputs = { bufptr,       prefmaxlen,    entriesread,
                                      totalentries, resume_handle, NULL };
    struct disk disks['Z' - 'A' + 1];
    NET_API_STATUS status = api_enum_begin(&outputs, &disk_family, level);

    if (!status)
    {
        status = this_computer_check(servername, ERROR_NOT_SUPPORTED);
    }
    return status ? status : give_out_disks(&outputs, disks, list_disks(disks));
}
