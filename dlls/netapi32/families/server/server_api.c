/*
 * The server of this computer: NetServer*. Documented with lmserver.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmapibuf.h>
#include <lmerr.h>
#include <lmserver.h>

#include <stddef.h>

#include "api/answer.h"
#include "api/debug.h"
#include "api/this_computer.h"
#include "families/server/server_parameters.h"

/* Not in mingw-w64's lmserver.h. */
NET_API_STATUS WINAPI NetServerEnumEx(LPCWSTR servername, DWORD level, LPBYTE *bufptr,
                                      DWORD prefmaxlen, LPDWORD entriesread, LPDWORD totalentries,
                                      DWORD servertype, LPCWSTR domain, LPCWSTR FirstNameToReturn);

/* ---- The server ------------------------------------------------------------------------------ */

struct server
{
    uint32_t platform;
    struct utf16_slice name;
    uint32_t version_major;
    uint32_t version_minor;
    uint32_t type;
    struct utf16_slice comment;
    uint32_t users_max;
    uint32_t disconnect_minutes;
    uint32_t hidden;
    uint32_t announce_seconds;
    uint32_t announce_delta;
    uint32_t licenses;
    struct utf16_slice user_path;
    struct utf16_slice domain; /* or workgroup */
    struct server_parameters parameters;
};

#define FIELD(kind, field, structure, api_field)                                                   \
    INFO_FIELD(kind, server, field, structure, api_field)
#define FIELDS_100(structure, prefix)                                                              \
    FIELD(INFO_U32, platform, structure, prefix##platform_id),                                     \
        FIELD(INFO_STRING, name, structure, prefix##name)
#define FIELDS_101(structure, prefix)                                                              \
    FIELDS_100(structure, prefix),                                                                 \
        FIELD(INFO_U32, version_major, structure, prefix##version_major),                          \
        FIELD(INFO_U32, version_minor, structure, prefix##version_minor),                          \
        FIELD(INFO_U32, type, structure, prefix##type),                                            \
        FIELD(INFO_STRING, comment, structure, prefix##comment)

static const struct info_field server_100[] = { FIELDS_100(SERVER_INFO_100, sv100_) };
static const struct info_field server_101[] = { FIELDS_101(SERVER_INFO_101, sv101_) };
static const struct info_field server_102[] = {
    FIELDS_101(SERVER_INFO_102, sv102_),
    FIELD(INFO_U32, users_max, SERVER_INFO_102, sv102_users),
    FIELD(INFO_U32, disconnect_minutes, SERVER_INFO_102, sv102_disc),
    FIELD(INFO_U32, hidden, SERVER_INFO_102, sv102_hidden),
    FIELD(INFO_U32, announce_seconds, SERVER_INFO_102, sv102_announce),
    FIELD(INFO_U32, announce_delta, SERVER_INFO_102, sv102_anndelta),
    FIELD(INFO_U32, licenses, SERVER_INFO_102, sv102_licenses),
    FIELD(INFO_STRING, user_path, SERVER_INFO_102, sv102_userpath),
};
#define PARAMETER(name, value) FIELD(INFO_U32, parameters.name, SERVER_INFO_502, sv502_##name),
static const struct info_field server_502[] = { SERVER_PARAMETERS_502(PARAMETER) };
#undef PARAMETER
#define PARAMETER(name, value) FIELD(INFO_U32, parameters.name, SERVER_INFO_503, sv503_##name),
static const struct info_field server_503[] = {
    SERVER_PARAMETERS_502(PARAMETER) /* the same, here with a domain */
    FIELD(INFO_STRING, domain, SERVER_INFO_503, sv503_domain),
    SERVER_PARAMETERS_503(PARAMETER)
};
#undef PARAMETER
_Static_assert(ARRAYSIZE(server_502) * sizeof(DWORD) == sizeof(SERVER_INFO_502), "all of them");
_Static_assert(offsetof(SERVER_INFO_503, sv503_maxfreeconnections) ==
                   offsetof(SERVER_INFO_503, sv503_domain) + sizeof(LMSTR) +
                       (ARRAYSIZE(server_503) - ARRAYSIZE(server_502) - 2) * sizeof(DWORD),
               "all of them");
static const struct info_level server_levels[] = {
    INFO_LEVEL(100, SERVER_INFO_100, server_100), INFO_LEVEL(101, SERVER_INFO_101, server_101),
    INFO_LEVEL(102, SERVER_INFO_102, server_102), INFO_LEVEL(502, SERVER_INFO_502, server_502),
    INFO_LEVEL(503, SERVER_INFO_503, server_503),
};
static const struct info_family server_family = { sizeof(struct server), server_levels,
                                                  ARRAYSIZE(server_levels) };
/* Browsers know the first two. */
static const struct info_family listed_server_family = { sizeof(struct server), server_levels, 2 };

NET_API_STATUS WINAPI NetServerGetInfo(LPWSTR servername, DWORD level, LPBYTE *bufptr)
{
    struct server row = {
        .platform = PLATFORM_ID_NT,
        .type = SV_TYPE_NT,
        .users_max = MAXDWORD,          /* no limit */
        .disconnect_minutes = MAXDWORD, /* never */
        .announce_seconds = 240,        /* Windows' default */
        .announce_delta = 3000,         /* ms; the same */
        .parameters = server_default_parameters,
    };
    struct utf16_name computer;
    struct membership membership;
    NET_API_STATUS status = api_info_begin(bufptr, &server_family, level);

    if (!status)
    {
        status = this_computer_check(servername, ERROR_NOT_SUPPORTED);
    }
    if (status)
    {
        return status;
    }
    platform_computer_name(&computer);
    this_computer_version(&row.version_major, &row.version_minor);
    this_computer_membership(&membership);
    row.name = utf16_from_name(&computer);
    row.domain = utf16_from_name(&membership.name);
    return api_info_finish(bufptr, &server_family, level, &row);
}

/* ---- Other servers --------------------------------------------------------------------------- */

/* Computers no longer announce themselves since SMB1 is gone, and Windows without it says so. */
static NET_API_STATUS enumerate_servers(const struct api_enum *outputs, DWORD level)
{
    NET_API_STATUS status = api_enum_begin(outputs, &listed_server_family, level);

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
