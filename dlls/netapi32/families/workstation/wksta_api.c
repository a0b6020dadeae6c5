/*
 * Workstation: NetWksta*. Documented with lmwksta.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmerr.h>
#include <lmserver.h>
#include <lmwksta.h>

#include <stddef.h>
#include <stdlib.h>
#include <wchar.h>

#include "api/adapters.h"
#include "api/answer.h"
#include "api/debug.h"
#include "api/this_computer.h"
#include "families/workstation/wksta_parameters.h"

/* ---- The workstation ------------------------------------------------------------------------- */

struct workstation
{
    uint32_t platform;
    struct utf16_slice computer;
    struct utf16_slice group; /* domain or workgroup */
    uint32_t version_major;
    uint32_t version_minor;
    struct utf16_slice lan_root; /* which Windows no longer has */
    uint32_t logged_on_users;
    struct wksta_parameters parameters;
};

#define FIELD(kind, field, structure, api_field)                                                   \
    INFO_FIELD(kind, workstation, field, structure, api_field)
#define FIELDS_100(structure, prefix)                                                              \
    FIELD(INFO_U32, platform, structure, prefix##platform_id),                                     \
        FIELD(INFO_STRING, computer, structure, prefix##computername),                             \
        FIELD(INFO_STRING, group, structure, prefix##langroup),                                    \
        FIELD(INFO_U32, version_major, structure, prefix##ver_major),                              \
        FIELD(INFO_U32, version_minor, structure, prefix##ver_minor)

static const struct info_field workstation_100[] = {
    FIELDS_100(WKSTA_INFO_100, wki100_),
};
static const struct info_field workstation_101[] = {
    FIELDS_100(WKSTA_INFO_101, wki101_),
    FIELD(INFO_STRING, lan_root, WKSTA_INFO_101, wki101_lanroot),
};
static const struct info_field workstation_102[] = {
    FIELDS_100(WKSTA_INFO_102, wki102_),
    FIELD(INFO_STRING, lan_root, WKSTA_INFO_102, wki102_lanroot),
    FIELD(INFO_U32, logged_on_users, WKSTA_INFO_102, wki102_logged_on_users),
};
#define PARAMETER(name, value) FIELD(INFO_U32, parameters.name, WKSTA_INFO_502, wki502_##name),
static const struct info_field workstation_502[] = { WKSTA_PARAMETERS(PARAMETER) };
#undef PARAMETER
_Static_assert(sizeof(struct wksta_parameters) == sizeof(WKSTA_INFO_502), "all of them");
static const struct info_level workstation_levels[] = {
    INFO_LEVEL(100, WKSTA_INFO_100, workstation_100),
    INFO_LEVEL(101, WKSTA_INFO_101, workstation_101),
    INFO_LEVEL(102, WKSTA_INFO_102, workstation_102),
    INFO_LEVEL(502, WKSTA_INFO_502, workstation_502),
};
static const struct info_family workstation_family = { sizeof(struct workstation),
                                                       workstation_levels,
                                                       ARRAYSIZE(workstation_levels) };

NET_API_STATUS WINAPI NetWkstaGetInfo(LPWSTR servername, DWORD level, LPBYTE *bufptr)
{
    struct workstation row = {
        .platform = PLATFORM_ID_NT,
        .logged_on_users = 1,
        .parameters = wksta_default_parameters,
    };
    struct utf16_name computer;
    struct membership membership;
    NET_API_STATUS status = api_info_begin(bufptr, &workstation_family, level);

    if (!status)
    {
        status = this_computer_check(servername, ERROR_NOT_SUPPORTED);
    }
    if (status)
    {
        return status;
    }
    platform_computer_name(&computer);
    this_computer_membership(&membership);
    this_computer_version(&row.version_major, &row.version_minor);
    row.computer = utf16_from_name(&computer);
    row.group = utf16_from_name(&membership.name);
    return api_info_finish(bufptr, &workstation_family, level, &row);
}

NET_API_STATUS WINAPI NetWkstaSetInfo(LPWSTR servername, DWORD level, LPBYTE buffer,
                                      LPDWORD parm_err)
{
    NET_API_STATUS status = NERR_Success;

    (void)level;
    (void)parm_err;
    if (!buffer)
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = this_computer_check(servername, ERROR_NOT_SUPPORTED);
    /* Its parameters belong to a redirector, and there is none to have them. */
    return status ? status : ERROR_NOT_SUPPORTED;
}

/* ---- Its user -------------------------------------------------------------------------------- */

struct workstation_user
{
    struct utf16_slice name;
    struct utf16_slice logon_domain;
    struct utf16_slice other_domains;
    struct utf16_slice logon_server;
};

#undef FIELD
#define FIELD(kind, field, structure, api_field)                                                   \
    INFO_FIELD(kind, workstation_user, field, structure, api_field)

static const struct info_field user_0[] = {
    FIELD(INFO_STRING, name, WKSTA_USER_INFO_0, wkui0_username),
};
static const struct info_field user_1[] = {
    FIELD(INFO_STRING, name, WKSTA_USER_INFO_1, wkui1_username),
    FIELD(INFO_STRING, logon_domain, WKSTA_USER_INFO_1, wkui1_logon_domain),
    FIELD(INFO_STRING, other_domains, WKSTA_USER_INFO_1, wkui1_oth_domains),
    FIELD(INFO_STRING, logon_server, WKSTA_USER_INFO_1, wkui1_logon_server),
};
static const struct info_field user_1101[] = {
    FIELD(INFO_STRING, other_domains, WKSTA_USER_INFO_1101, wkui1101_oth_domains),
};
static const struct info_level user_levels[] = {
    INFO_LEVEL(0, WKSTA_USER_INFO_0, user_0),
    INFO_LEVEL(1, WKSTA_USER_INFO_1, user_1),
    INFO_LEVEL(1101, WKSTA_USER_INFO_1101, user_1101),
};
static const struct info_family user_family = { sizeof(struct workstation_user), user_levels,
                                                ARRAYSIZE(user_levels) };
/* Level 1101 is a parameter, not a user. */
static const struct info_family listed_user_family = { sizeof(struct workstation_user), user_levels,
                                                       ARRAYSIZE(user_levels) - 1 };

struct user_names
{
    struct utf16_name user;
    struct utf16_name computer;
};

/* The user that runs this program: the only one that a program here can know. */
static struct workstation_user current_user(struct user_names *names)
{
    this_computer_user(&names->user);
    platform_computer_name(&names->computer);
    return (struct workstation_user){
        .name = utf16_from_name(&names->user),
        .logon_domain = utf16_from_name(&names->computer),
        .logon_server = utf16_from_name(&names->computer),
    };
}

/* msv1_0.dll asks this function for the user and domain of its logons. */
NET_API_STATUS WINAPI NetWkstaUserGetInfo(LPWSTR reserved, DWORD level, PBYTE *bufptr)
{
    struct workstation_user row;
    struct user_names names;
    NET_API_STATUS status = api_info_begin(bufptr, &user_family, level);

    if (!status && reserved)
    {
        status = ERROR_INVALID_PARAMETER;
    }
    if (status)
    {
        return status;
    }
    row = current_user(&names);
    return api_info_finish(bufptr, &user_family, level, &row);
}

NET_API_STATUS WINAPI NetWkstaUserEnum(LPWSTR servername, DWORD level, LPBYTE *bufptr,
                                       DWORD prefmaxlen, LPDWORD entriesread, LPDWORD totalentries,
                                       LPDWORD resumehandle)
{
    const struct api_enum outputs = { bufptr,       prefmaxlen,   entriesread,
                                      totalentries, resumehandle, NULL };
    struct workstation_user row;
    struct user_names names;
    NET_API_STATUS status = api_enum_begin(&outputs, &listed_user_family, level);

    if (!status)
    {
        status = this_computer_check(servername, ERROR_NOT_SUPPORTED);
    }
    if (status)
    {
        return status;
    }
    row = current_user(&names);
    return api_enum_finish(&outputs, &listed_user_family, level, &(struct info_rows){ &row, 1 });
}

/* ---- Its transports -------------------------------------------------------------------------- */

struct transport
{
    uint32_t quality_of_service;
    uint32_t circuits;
    struct utf16_slice name;
    struct utf16_slice address;
    uint32_t is_wide_area;
    WCHAR name_text[96];
    WCHAR address_text[2 * MAC_ADDRESS_SIZE + 1];
};

#undef FIELD
#define FIELD(kind, field, api_field)                                                              \
    INFO_FIELD(kind, transport, field, WKSTA_TRANSPORT_INFO_0, api_field)

static const struct info_field transport_0[] = {
    FIELD(INFO_U32, quality_of_service, wkti0_quality_of_service),
    FIELD(INFO_U32, circuits, wkti0_number_of_vcs),
    FIELD(INFO_STRING, name, wkti0_transport_name),
    FIELD(INFO_STRING, address, wkti0_transport_address),
    FIELD(INFO_U32, is_wide_area, wkti0_wan_ish),
};
static const struct info_level transport_levels[] = {
    INFO_LEVEL(0, WKSTA_TRANSPORT_INFO_0, transport_0),
};
static const struct info_family transport_family = { sizeof(struct transport), transport_levels,
                                                     ARRAYSIZE(transport_levels) };

static void fill_transport(const struct adapter *adapter, struct transport *transport)
{
    transport->is_wide_area = TRUE; /* as Windows says of TCP/IP: it can be routed */
    swprintf(transport->name_text, ARRAYSIZE(transport->name_text), L"\\Device\\NetBT_Tcpip_%ls",
             adapter->name);
    for (size_t i = 0; i < MAC_ADDRESS_SIZE; i++)
    {
        swprintf(&transport->address_text[2 * i], 3, L"%02X", adapter->mac_address[i]);
    }
    transport->name = slice_w(transport->name_text);
    transport->address = slice_w(transport->address_text);
}

static NET_API_STATUS list_transports(struct info_rows *rows)
{
    struct adapter *adapters = NULL;
    size_t count = 0;
    NET_API_STATUS status = adapters_list(&adapters, &count);

    *rows = (struct info_rows){ NULL, 0 };
    if (!status && count)
    {
        rows->rows = calloc(count, sizeof(struct transport));
        status = rows->rows ? NERR_Success : ERROR_NOT_ENOUGH_MEMORY;
    }
    if (!status)
    {
        rows->count = count;
        for (size_t i = 0; i < count; i++)
        {
            fill_transport(&adapters[i], info_row(&transport_family, rows, i));
        }
    }
    free(adapters);
    return status;
}

NET_API_STATUS WINAPI NetWkstaTransportEnum(LPWSTR servername, DWORD level, LPBYTE *bufptr,
                                            DWORD prefmaxlen, LPDWORD entriesread,
                                            LPDWORD totalentries, LPDWORD resumehandle)
{
    const struct api_enum outputs = { bufptr,       prefmaxlen,   entriesread,
                                      totalentries, resumehandle, NULL };
    struct info_rows rows;
    NET_API_STATUS status = api_enum_begin(&outputs, &transport_family, level);

    if (bufptr && entriesread && !totalentries)
    {
        return RPC_X_NULL_REF_POINTER;
    }
    if (!status)
    {
        status = this_computer_check(servername, ERROR_NOT_SUPPORTED);
    }
    if (!status)
    {
        status = list_transports(&rows);
    }
    if (status)
    {
        return status;
    }
    status = api_enum_finish(&outputs, &transport_family, level, &rows);
    free(rows.rows);
    return status;
}
