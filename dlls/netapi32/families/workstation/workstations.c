/*
 * The functions for workstations, without Windows' types.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/workstation/workstations.h"

#include "base/status.h"
#include "remote/any_level.h"
#include "remote/host_answer.h"
#include "remote/listing.h"
#include "rpc/wkssvc.h"

/* ---- NetWkstaGetInfo ------------------------------------------------------------------------- */

static uint32_t get_info(struct utf16_slice server, uint32_t level, void **buffer)
{
    struct wkssvc_wksta_get_info parameters = { .info = NULL };
    const struct remote_get call = {
        .interface = &wkssvc_interface,
        .operation = NETR_WKSTA_GET_INFO,
        .parameters = &parameters,
        .level_place = &parameters.level,
        .row_offset = offsetof(struct wkssvc_wksta_get_info, info),
        .family = &workstation_local_family,
        .level = level,
    };
    struct remote remote;
    uint32_t status = remote_begin_for(&remote, server);

    if (!status)
    {
        status = remote_get_info(&remote, &call, buffer);
        status = remote_result(&remote, status, status);
    }
    remote_end(&remote);
    return status;
}

uint32_t workstations_get_info(struct utf16_slice server, uint32_t level,
                               const struct workstation_host *host, void **buffer)
{
    *buffer = NULL;
    if (!info_find_level(&workstation_local_family, level))
    {
        return ERROR_INVALID_LEVEL;
    }
    return host_is_meant(server)
               ? host_get_info(&workstation_local_family, level, host->describe, buffer)
               : get_info(server, level, buffer);
}

/* ---- NetWkstaSetInfo ------------------------------------------------------------------------- */

#define LEVEL_OF_ALL_SETTINGS 502

static uint32_t set_row(struct remote *remote, uint32_t level, struct workstation *row,
                        uint32_t *parameter_error)
{
    uint32_t no_error = 0;
    struct wkssvc_wksta_set_info parameters = {
        .level = level,
        .info = row,
        .parameter_error = &no_error,
    };
    struct rpc_reply reply;
    uint32_t status =
        remote_call(remote, &wkssvc_interface, NETR_WKSTA_SET_INFO, &parameters, &reply);

    if (status && parameters.parameter_error)
    {
        *parameter_error = *parameters.parameter_error;
    }
    rpc_reply_free(&reply);
    return status;
}

/* What the structure does not have stays as it is. */
static uint32_t set_among_others(struct remote *remote, const struct info_level *level,
                                 const void *structure, uint32_t *parameter_error)
{
    struct wkssvc_wksta_get_info parameters = { .level = LEVEL_OF_ALL_SETTINGS };
    struct rpc_reply reply;
    uint32_t status =
        remote_call(remote, &wkssvc_interface, NETR_WKSTA_GET_INFO, &parameters, &reply);

    if (!status && !parameters.info)
    {
        status = RPC_X_BAD_STUB_DATA;
    }
    if (!status)
    {
        info_read(level, structure, parameters.info);
        status = set_row(remote, LEVEL_OF_ALL_SETTINGS, parameters.info, parameter_error);
    }
    rpc_reply_free(&reply);
    return status;
}

uint32_t workstations_set_info(struct utf16_slice server, uint32_t level, const void *structure,
                               uint32_t *parameter_error)
{
    const struct info_level *found = info_find_level(&workstation_setting_family, level);
    struct workstation row = { .platform = 0 };
    struct remote remote;
    uint32_t status = ERROR_SUCCESS;

    *parameter_error = 0;
    if (!structure || !found)
    {
        return structure ? ERROR_INVALID_LEVEL : ERROR_INVALID_PARAMETER;
    }
    if (host_is_meant(server))
    {
        return ERROR_NOT_SUPPORTED;
    }
    info_read(found, structure, &row);
    status = remote_begin_for(&remote, server);
    if (!status)
    {
        status = info_find_level(&workstation_family, level)
                     ? set_row(&remote, level, &row, parameter_error)
                     : set_among_others(&remote, found, structure, parameter_error);
        status = remote_result(&remote, status, status);
    }
    remote_end(&remote);
    return status;
}

/* ---- NetWkstaUserEnum ------------------------------------------------------------------------ */

/* The level that lists users with all servers: at level 0 Samba's list is always empty. */
#define LEVEL_OF_USERS 1

static const struct paging_key user_keys[] = {
    { PAGING_KEY_TEXT, offsetof(struct workstation_user, name) },
    { PAGING_KEY_TEXT, offsetof(struct workstation_user, logon_domain) },
    { PAGING_KEY_TEXT, offsetof(struct workstation_user, logon_server) },
};

static const struct paging_order user_order = {
    .family = &workstation_user_family,
    .keys = user_keys,
    .count = INFO_COUNT(user_keys),
    .identity_count = INFO_COUNT(user_keys),
};

static bool has_name(void *context, const void *row)
{
    const struct workstation_user *user = row;

    (void)context;
    return user->name.length != 0;
}

uint32_t workstations_list_users(const struct info_request *request,
                                 const struct workstation_host *host, struct info_answer *answer)
{
    struct wkssvc_wksta_user_enum parameters = { .server = { NULL, 0 } };
    const struct remote_list list = {
        .call = {
            .interface = &wkssvc_interface,
            .operation = NETR_WKSTA_USER_ENUM,
            REMOTE_ENUM_OF(&parameters, users),
            .order = &user_order,
        },
        .keep = has_name,
        .keep_level = LEVEL_OF_USERS,
    };

    return host_is_meant(request->server)
               ? host_list(&workstation_user_family, request, host->list_users, answer)
               : remote_list_answer(&list, request, answer);
}

/* ---- NetWkstaUserGetInfo --------------------------------------------------------------------- */

uint32_t workstations_get_user(uint32_t level, const struct workstation_host *host, void **buffer)
{
    const struct info_request request = { .level = level,
                                          .preferred_length = PREFERRED_LENGTH_UNLIMITED };
    struct info_answer answer;
    uint32_t status = host_list(&workstation_user_info_family, &request, host->list_users, &answer);

    *buffer = answer.buffer;
    return status;
}

/* ---- NetWkstaTransportEnum ------------------------------------------------------------------- */

static const struct paging_key transport_keys[] = {
    { PAGING_KEY_TEXT, offsetof(struct workstation_transport, name) },
    { PAGING_KEY_TEXT, offsetof(struct workstation_transport, address) },
};

static const struct paging_order transport_order = {
    .family = &workstation_transport_family,
    .keys = transport_keys,
    .count = INFO_COUNT(transport_keys),
    .identity_count = INFO_COUNT(transport_keys),
};

uint32_t workstations_list_transports(const struct info_request *request,
                                      const struct workstation_host *host,
                                      struct info_answer *answer)
{
    struct wkssvc_wksta_transport_enum parameters = { .server = { NULL, 0 } };
    const struct remote_list list = {
        .call = {
            .interface = &wkssvc_interface,
            .operation = NETR_WKSTA_TRANSPORT_ENUM,
            REMOTE_ENUM_OF(&parameters, transports),
            .order = &transport_order,
        },
    };

    return host_is_meant(request->server)
               ? host_list(&workstation_transport_family, request, host->list_transports, answer)
               : remote_list_answer(&list, request, answer);
}

/* ---- NetWkstaTransportAdd, NetWkstaTransportDel ---------------------------------------------- */

uint32_t workstations_add_transport(struct utf16_slice server, uint32_t level,
                                    const void *structure, uint32_t *parameter_error)
{
    const struct info_level *found = info_find_level(&workstation_transport_family, level);
    uint32_t no_error = 0;
    struct wkssvc_wksta_transport_add parameters = {
        .level = level,
        .parameter_error = &no_error,
    };
    struct rpc_reply reply = { .stub = { .data = NULL } };
    struct remote remote;
    uint32_t status = ERROR_SUCCESS;

    *parameter_error = 0;
    if (!found)
    {
        return ERROR_INVALID_LEVEL;
    }
    if (structure)
    {
        info_read(found, structure, &parameters.transport);
    }
    if (!parameters.transport.name.length)
    {
        return ERROR_INVALID_PARAMETER;
    }
    if (host_is_meant(server))
    {
        return ERROR_NOT_SUPPORTED;
    }
    status = remote_begin_for(&remote, server);
    if (!status)
    {
        status =
            remote_call(&remote, &wkssvc_interface, NETR_WKSTA_TRANSPORT_ADD, &parameters, &reply);
        status = remote_result(&remote, status, status);
    }
    if (status && parameters.parameter_error)
    {
        *parameter_error = *parameters.parameter_error;
    }
    rpc_reply_free(&reply);
    remote_end(&remote);
    return status;
}

uint32_t workstations_del_transport(struct utf16_slice server, struct utf16_slice name,
                                    uint32_t force_level)
{
    struct wkssvc_wksta_transport_del parameters = { .name = name, .force_level = force_level };
    struct rpc_reply reply = { .stub = { .data = NULL } };
    struct remote remote;
    uint32_t status = ERROR_SUCCESS;

    if (!name.length)
    {
        return ERROR_INVALID_PARAMETER;
    }
    if (host_is_meant(server))
    {
        return ERROR_NOT_SUPPORTED;
    }
    status = remote_begin_for(&remote, server);
    if (!status)
    {
        status =
            remote_call(&remote, &wkssvc_interface, NETR_WKSTA_TRANSPORT_DEL, &parameters, &reply);
        status = remote_result(&remote, status, status);
    }
    rpc_reply_free(&reply);
    remote_end(&remote);
    return status;
}
