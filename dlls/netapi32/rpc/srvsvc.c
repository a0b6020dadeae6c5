/*
 * The Server Service: [MS-SRVS], the session methods and the time of day.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "rpc/srvsvc.h"

#include <stdlib.h>

#include "base/status.h"
#include "platform/log.h"
#include "rpc/ndr_info.h"

enum srvsvc_operation
{
    NETR_SESSION_ENUM = 12,
    NETR_SESSION_DEL = 13,
    NETR_REMOTE_TOD = 28,
};

/* 4b324fc8-1670-01d3-1278-5a47bf6ee188, version 3.0 */
const struct rpc_interface srvsvc_interface = {
    .uuid = { 0xC8, 0x4F, 0x32, 0x4B, 0x70, 0x16, 0xD3, 0x01, 0x12, 0x78, 0x5A, 0x47, 0xBF, 0x6E,
              0xE1, 0x88 },
    .version_major = 3,
    .version_minor = 0,
    .pipe_name = "srvsvc",
};

/* Calls with the parameters that were marshalled, which are released. */
static uint32_t call(struct rpc_client *client, enum srvsvc_operation operation,
                     struct ndr_writer *parameters, struct writer *answer, uint64_t deadline)
{
    struct bytes stub = { parameters->stub.data, parameters->stub.size };
    uint32_t status = ERROR_NOT_ENOUGH_MEMORY;

    if (!parameters->stub.failed)
    {
        status = rpc_client_call(client, (uint16_t)operation, stub, answer, deadline);
    }
    writer_free(&parameters->stub);
    return status;
}

/* What an operation returned: `result`, if the answer was whole. One that was not breaks the
 * connection, as any answer that breaks the rules. */
static uint32_t result_of(struct rpc_client *client, const struct reader *answer, uint32_t result)
{
    if (answer->failed)
    {
        client->pipe.tree->connection->broken = true;
        return RPC_X_BAD_STUB_DATA;
    }
    return result;
}

uint32_t srvsvc_session_list_decode(struct srvsvc_session_list *list,
                                    const struct info_family *family,
                                    const struct info_level *level)
{
    struct reader stub = reader_over(list->stub.data, list->stub.size);
    uint32_t status = ndr_get_container(&stub, family, level, &list->rows);
    uint32_t result = 0;

    if (status)
    {
        return status;
    }
    list->total_entries = ndr_get_u32(&stub);
    list->resume_handle = ndr_get_unique_u32(&stub);
    result = ndr_get_u32(&stub);
    return stub.failed ? RPC_X_BAD_STUB_DATA : result;
}

uint32_t srvsvc_net_session_enum(struct rpc_client *client,
                                 const struct srvsvc_session_enum *request,
                                 const struct info_family *family, const struct info_level *level,
                                 struct srvsvc_session_list *list, uint64_t deadline)
{
    struct ndr_writer parameters = { 0 };
    uint32_t status = ERROR_SUCCESS;

    *list = (struct srvsvc_session_list){ 0 };
    ndr_put_unique_string(&parameters, request->server);
    ndr_put_unique_string(&parameters, request->client);
    ndr_put_unique_string(&parameters, request->user);
    ndr_put_empty_container(&parameters, level->level);
    ndr_put_u32(&parameters, request->preferred_length);
    ndr_put_unique_u32(&parameters, request->resume_handle);
    status = call(client, NETR_SESSION_ENUM, &parameters, &list->stub, deadline);
    if (status)
    {
        return status;
    }
    status = srvsvc_session_list_decode(list, family, level);
    TRACE("level %u: error %u, %u of %u entries, resume handle %u\n", level->level, status,
          (unsigned int)list->rows.count, list->total_entries, list->resume_handle);
    if (status == RPC_X_BAD_STUB_DATA)
    {
        client->pipe.tree->connection->broken = true;
    }
    if (status && status != ERROR_MORE_DATA)
    {
        srvsvc_session_list_free(list);
    }
    return status;
}

void srvsvc_session_list_free(struct srvsvc_session_list *list)
{
    free(list->rows.rows);
    writer_free(&list->stub);
    *list = (struct srvsvc_session_list){ 0 };
}

uint32_t srvsvc_net_session_del(struct rpc_client *client, struct utf16_slice server,
                                struct utf16_slice session_client, struct utf16_slice user,
                                uint64_t deadline)
{
    struct ndr_writer parameters = { 0 };
    struct writer answer = { 0 };
    struct reader stub;
    uint32_t status = ERROR_SUCCESS;
    uint32_t result = 0;

    ndr_put_unique_string(&parameters, server);
    ndr_put_unique_string(&parameters, session_client);
    ndr_put_unique_string(&parameters, user);
    status = call(client, NETR_SESSION_DEL, &parameters, &answer, deadline);
    if (status)
    {
        return status;
    }
    stub = reader_over(answer.data, answer.size);
    result = ndr_get_u32(&stub);
    writer_free(&answer);
    return result_of(client, &stub, result);
}

static void get_time_of_day(struct reader *stub, struct time_of_day *time)
{
    *time = (struct time_of_day){ 0 };
    if (!ndr_get_referent(stub))
    {
        return;
    }
    time->seconds_since_1970 = ndr_get_u32(stub);
    time->milliseconds_since_start = ndr_get_u32(stub);
    time->hours = ndr_get_u32(stub);
    time->minutes = ndr_get_u32(stub);
    time->seconds = ndr_get_u32(stub);
    time->hundredths = ndr_get_u32(stub);
    time->time_zone = ndr_get_u32(stub);
    time->clock_interval = ndr_get_u32(stub);
    time->day = ndr_get_u32(stub);
    time->month = ndr_get_u32(stub);
    time->year = ndr_get_u32(stub);
    time->weekday = ndr_get_u32(stub);
}

uint32_t srvsvc_net_remote_tod(struct rpc_client *client, struct utf16_slice server,
                               struct time_of_day *time, uint64_t deadline)
{
    struct ndr_writer parameters = { 0 };
    struct writer answer = { 0 };
    struct reader stub;
    uint32_t status = ERROR_SUCCESS;
    uint32_t result = 0;

    ndr_put_unique_string(&parameters, server);
    status = call(client, NETR_REMOTE_TOD, &parameters, &answer, deadline);
    if (status)
    {
        return status;
    }
    stub = reader_over(answer.data, answer.size);
    get_time_of_day(&stub, time);
    result = ndr_get_u32(&stub);
    writer_free(&answer);
    return result_of(client, &stub, result);
}
