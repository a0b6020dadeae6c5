/*
 * The disks of a server.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/server/disks.h"

#include "base/status.h"
#include "remote/call.h"
#include "remote/host_answer.h"
#include "rpc/srvsvc.h"

/* Lists end with an empty name at some servers. */
static uint32_t take_disks(const struct srvsvc_disk_list *list, struct arena *arena,
                           struct info_rows *rows)
{
    struct disk *disks = arena_array(arena, list->count, sizeof(*disks));
    size_t count = 0;

    if (!disks)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    for (uint32_t i = 0; list->disks && i < list->count; i++)
    {
        const struct utf16_slice name = list->disks[i];

        if (name.length && (name.length != 2 || utf16_unit(name, 1) != ':'))
        {
            return RPC_X_BAD_STUB_DATA;
        }
        if (name.length)
        {
            disks[count++] = (struct disk){ { utf16_unit(name, 0), ':', 0 } };
        }
    }
    *rows = (struct info_rows){ disks, count };
    return ERROR_SUCCESS;
}

static uint32_t answer_with(const struct srvsvc_disk_list *list, const struct info_request *request,
                            struct info_answer *answer)
{
    struct arena arena = { 0 };
    struct info_rows rows = { NULL, 0 };
    uint32_t status = take_disks(list, &arena, &rows);

    if (!status)
    {
        status = info_answer_from(&disk_family, info_find_level(&disk_family, request->level),
                                  &rows, request->resume_handle, request->preferred_length, answer);
    }
    arena_free(&arena);
    return status;
}

uint32_t disks_enumerate(const struct info_request *request, const struct server_host *host,
                         struct info_answer *answer)
{
    uint32_t resume_handle = 0;
    struct srvsvc_server_disk_enum parameters = {
        .preferred_length = PREFERRED_LENGTH_UNLIMITED,
        .resume_handle = &resume_handle,
    };
    struct rpc_reply reply = { .stub = { .data = NULL } };
    struct remote remote;
    uint32_t status = ERROR_SUCCESS;

    *answer = (struct info_answer){ 0 };
    if (!info_find_level(&disk_family, request->level))
    {
        return ERROR_INVALID_LEVEL;
    }
    if (host_is_meant(request->server))
    {
        return host_list(&disk_family, request, host->list_disks, answer);
    }
    status = remote_begin_for(&remote, request->server);
    if (!status)
    {
        status =
            remote_call(&remote, &srvsvc_interface, NETR_SERVER_DISK_ENUM, &parameters, &reply);
        status = remote_result(&remote, status, status);
    }
    if (!status)
    {
        status = answer_with(&parameters.disks, request, answer);
    }
    rpc_reply_free(&reply);
    remote_end(&remote);
    return status;
}
