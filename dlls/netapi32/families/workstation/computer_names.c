/*
 * The names that a computer is known by: [MS-WKST] 3.2.4.21.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/workstation/computer_names.h"

#include <string.h>

#include "base/status.h"
#include "remote/optional_call.h"
#include "rpc/wkssvc.h"

/* Everybody may ask for it. */
#define LEVEL_OF_NAME 100

/* The reply is released before the names are used. */
static uint32_t keep_names(const struct utf16_slice *source, uint32_t source_count,
                           struct arena *arena, struct utf16_slice **names, uint32_t *count)
{
    struct utf16_slice *kept = arena_array(arena, source_count, sizeof(*kept));

    for (uint32_t i = 0; kept && i < source_count; i++)
    {
        void *units = arena_array(arena, source[i].length, sizeof(uint16_t));

        if (!units)
        {
            return ERROR_NOT_ENOUGH_MEMORY;
        }
        if (source[i].length)
        {
            memcpy(units, source[i].units, source[i].length * sizeof(uint16_t));
        }
        kept[i] = (struct utf16_slice){ units, source[i].length };
    }
    if (!kept)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    *names = kept;
    *count = source_count;
    return ERROR_SUCCESS;
}

static uint32_t ask_names(struct remote *remote, uint32_t type, struct arena *arena,
                          struct utf16_slice **names, uint32_t *count)
{
    struct wkssvc_enumerate_computer_names call = { .name_type = (uint16_t)type };
    struct rpc_reply reply;
    uint32_t status = remote_call_if_offered(remote, &wkssvc_interface,
                                             NETR_ENUMERATE_COMPUTER_NAMES, &call, &reply);

    if (!status && (!call.names || (call.names->count && !call.names->names)))
    {
        status = RPC_X_BAD_STUB_DATA;
    }
    if (!status)
    {
        status = keep_names(call.names->names, call.names->count, arena, names, count);
    }
    rpc_reply_free(&reply);
    return status;
}

static uint32_t ask_primary_name(struct remote *remote, struct arena *arena,
                                 struct utf16_slice **names, uint32_t *count)
{
    struct wkssvc_wksta_get_info call = { .level = LEVEL_OF_NAME };
    struct rpc_reply reply;
    uint32_t status = remote_call(remote, &wkssvc_interface, NETR_WKSTA_GET_INFO, &call, &reply);

    if (!status && (!call.info || !call.info->computer.length))
    {
        status = RPC_X_BAD_STUB_DATA;
    }
    if (!status)
    {
        status = keep_names(&call.info->computer, 1, arena, names, count);
    }
    rpc_reply_free(&reply);
    return status;
}

uint32_t computer_names_of_server(const struct target *target, uint32_t type, struct arena *arena,
                                  struct utf16_slice **names, uint32_t *count)
{
    struct remote remote;
    uint32_t status = ERROR_SUCCESS;

    *names = NULL;
    *count = 0;
    remote_begin(&remote, target);
    status = ask_names(&remote, type, arena, names, count);
    if (remote.lacks_operation)
    {
        status = type == COMPUTER_NAME_PRIMARY ? ask_primary_name(&remote, arena, names, count)
                                               : ERROR_NOT_SUPPORTED;
    }
    status = remote_result(&remote, status, status);
    remote_end(&remote);
    return status;
}
