/*
 * The functions for servers, without Windows' types.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/server/servers.h"

#include <stdbool.h>

#include "base/status.h"
#include "levels/server_levels.h"
#include "platform/utf16_equal.h"
#include "remote/any_level.h"
#include "remote/host_answer.h"
#include "rpc/srvsvc.h"
#include "rpc/wkssvc.h"

/* ---- NetServerGetInfo ------------------------------------------------------------------------ */

static uint32_t get_info(struct utf16_slice server, uint32_t level, void **buffer)
{
    struct srvsvc_server_get_info parameters = { .info = NULL };
    const struct remote_get call = {
        .interface = &srvsvc_interface,
        .operation = NETR_SERVER_GET_INFO,
        .parameters = &parameters,
        .level_place = &parameters.level,
        .row_offset = offsetof(struct srvsvc_server_get_info, info),
        .family = &server_info_family,
        .level = level,
    };
    struct remote remote;
    uint32_t status = remote_begin_for(&remote, server);

    if (!status)
    {
        status = remote_get_info(&remote, &call, buffer);
        status = remote_result(&remote, status, NERR_ServerNotStarted);
    }
    remote_end(&remote);
    return status;
}

uint32_t servers_get_info(struct utf16_slice server, uint32_t level, const struct server_host *host,
                          void **buffer)
{
    uint32_t status = ERROR_INVALID_LEVEL;

    *buffer = NULL;
    if (info_find_level(&server_info_family, level))
    {
        status = get_info(server, level, buffer);
    }
    if (status && host_stands_in(server))
    {
        status = host_get_info(&server_local_family, level, host->describe, buffer);
    }
    return status;
}

/* ---- NetServerSetInfo ------------------------------------------------------------------------ */

/* A server is described at these only. */
static bool is_settable(uint32_t level)
{
    return level != 100 && level != 103 && info_find_level(&server_family, level);
}

uint32_t servers_set_info(struct utf16_slice server, uint32_t level, const void *structure,
                          uint32_t *parameter_error)
{
    struct server row = { .platform = 0 };
    uint32_t no_error = 0;
    struct srvsvc_server_set_info parameters = {
        .level = level,
        .info = &row,
        .parameter_error = &no_error,
    };
    struct rpc_reply reply = { .stub = { .data = NULL } };
    struct remote remote;
    uint32_t status = ERROR_SUCCESS;

    *parameter_error = 0;
    if (!is_settable(level))
    {
        return ERROR_INVALID_LEVEL;
    }
    if (!structure)
    {
        return ERROR_INVALID_PARAMETER;
    }
    info_read(info_find_level(&server_family, level), structure, &row);
    status = remote_begin_for(&remote, server);
    if (!status)
    {
        status = remote_call(&remote, &srvsvc_interface, NETR_SERVER_SET_INFO, &parameters, &reply);
        status = remote_result(&remote, status, NERR_ServerNotStarted);
    }
    if (status && parameters.parameter_error)
    {
        *parameter_error = *parameters.parameter_error;
    }
    rpc_reply_free(&reply);
    remote_end(&remote);
    return status;
}

/* ---- NetServerEnum --------------------------------------------------------------------------- */

/* ERROR_SUCCESS, or ERROR_NO_BROWSER_SERVERS_FOUND. */
static uint32_t check_domain(struct remote *remote, struct utf16_slice domain)
{
    struct wkssvc_wksta_get_info parameters = { .level = 100 };
    struct rpc_reply reply = { .stub = { .data = NULL } };
    uint32_t status = ERROR_SUCCESS;

    if (!domain.length)
    {
        return status;
    }
    status = remote_call(remote, &wkssvc_interface, NETR_WKSTA_GET_INFO, &parameters, &reply);
    status = remote_result(remote, status, ERROR_NO_BROWSER_SERVERS_FOUND);
    if (!status && !(parameters.info && utf16_equal(parameters.info->group, domain)))
    {
        status = ERROR_NO_BROWSER_SERVERS_FOUND;
    }
    rpc_reply_free(&reply);
    return status;
}

/* Answers with the server itself. */
static uint32_t answer_with_itself(struct remote *remote, const struct servers_request *request,
                                   struct info_answer *answer)
{
    struct srvsvc_server_get_info parameters = { .level = 101 };
    struct rpc_reply reply = { .stub = { .data = NULL } };
    struct info_rows rows = { NULL, 0 };
    uint32_t status =
        remote_call(remote, &srvsvc_interface, NETR_SERVER_GET_INFO, &parameters, &reply);

    status = remote_result(remote, status, ERROR_NO_BROWSER_SERVERS_FOUND);
    if (!status && !parameters.info)
    {
        status = RPC_X_BAD_STUB_DATA;
    }
    if (!status)
    {
        rows =
            (struct info_rows){ parameters.info, parameters.info->type & request->types ? 1 : 0 };
        status = info_answer_from(
            &server_list_family, info_find_level(&server_list_family, request->list.level), &rows,
            request->list.resume_handle, request->list.preferred_length, answer);
    }
    rpc_reply_free(&reply);
    return status;
}

uint32_t servers_enumerate(const struct servers_request *request, struct info_answer *answer)
{
    struct remote remote;
    uint32_t status = ERROR_SUCCESS;

    *answer = (struct info_answer){ 0 };
    if (!info_find_level(&server_list_family, request->list.level))
    {
        return ERROR_INVALID_LEVEL;
    }
    if (host_is_meant(request->list.server))
    {
        return ERROR_NO_BROWSER_SERVERS_FOUND;
    }
    status = remote_begin_for(&remote, request->list.server);
    if (!status)
    {
        status = check_domain(&remote, request->domain);
    }
    if (!status)
    {
        status = answer_with_itself(&remote, request, answer);
    }
    remote_end(&remote);
    return status;
}

/* ---- NetRemoteComputerSupports --------------------------------------------------------------- */

/* lmremutl.h */
#define SUPPORTS_REMOTE_ADMIN_PROTOCOL 0x02u
#define SUPPORTS_RPC                   0x04u
#define SUPPORTS_SAM_PROTOCOL          0x08u
#define SUPPORTS_UNICODE               0x10u
#define SUPPORTS_LOCAL                 0x20u
#define SUPPORTED_BY_SERVERS                                                                       \
    (SUPPORTS_REMOTE_ADMIN_PROTOCOL | SUPPORTS_RPC | SUPPORTS_SAM_PROTOCOL | SUPPORTS_UNICODE)

/* Whether it answers, with what everybody may ask. */
static uint32_t check_answers(struct utf16_slice server)
{
    struct srvsvc_server_get_info parameters = { .level = 100 };
    struct rpc_reply reply = { .stub = { .data = NULL } };
    struct remote remote;
    uint32_t status = remote_begin_for(&remote, server);

    if (!status)
    {
        status = remote_call(&remote, &srvsvc_interface, NETR_SERVER_GET_INFO, &parameters, &reply);
        status = remote_result(&remote, status, status);
    }
    rpc_reply_free(&reply);
    remote_end(&remote);
    return status;
}

uint32_t servers_supported_options(struct utf16_slice server, uint32_t *options)
{
    const bool is_local = host_is_meant(server);
    const uint32_t status = is_local ? ERROR_SUCCESS : check_answers(server);

    *options = status ? 0 : SUPPORTED_BY_SERVERS | (is_local ? SUPPORTS_LOCAL : 0);
    return status;
}
