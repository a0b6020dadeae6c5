/*
 * What Wine says of this computer as a workstation.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include "families/workstation/workstation_host.h"

#include "api/adapters.h"
#include "api/debug.h"
#include "api/system_names.h"
#include "api/this_computer.h"
#include "families/workstation/workstation_defaults.h"
#include "platform/platform.h"

/* ---- The workstation ------------------------------------------------------------------------- */

static uint32_t describe(struct arena *arena, void *row)
{
    struct workstation *workstation = row;
    struct utf16_name *computer = arena_allocate(arena, sizeof(*computer));
    struct membership *membership = arena_allocate(arena, sizeof(*membership));
    uint32_t status = ERROR_SUCCESS;

    if (!computer || !membership)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    *workstation = workstation_defaults;
    status = this_computer_membership(membership);
    platform_computer_name(computer);
    system_version(&workstation->version_major, &workstation->version_minor);
    workstation->computer = utf16_from_name(computer);
    workstation->group = utf16_from_name(&membership->flat_name);
    return status;
}

/* ---- Its user -------------------------------------------------------------------------------- */

/* The user that runs this program: the only one that a program here can know. */
static uint32_t list_users(struct arena *arena, struct info_rows *rows)
{
    struct workstation_user *user = arena_allocate(arena, sizeof(*user));
    struct utf16_name *name = arena_allocate(arena, sizeof(*name));
    struct utf16_name *computer = arena_allocate(arena, sizeof(*computer));

    if (!user || !name || !computer)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    system_user(name);
    platform_computer_name(computer);
    user->name = utf16_from_name(name);
    user->logon_domain = utf16_from_name(computer);
    user->logon_server = utf16_from_name(computer);
    *rows = (struct info_rows){ user, 1 };
    return ERROR_SUCCESS;
}

/* ---- Its transports -------------------------------------------------------------------------- */

static struct workstation_transport row_of(const struct adapter_transport *transport)
{
    return (struct workstation_transport){
        .name = slice_w(transport->name),
        .address = slice_w(transport->address),
        .is_wide_area = TRUE, /* as Windows says of TCP/IP: it can be routed */
    };
}

static uint32_t list_transports(struct arena *arena, struct info_rows *list)
{
    struct workstation_transport *rows = NULL;
    struct adapter_transport *transports = NULL;
    size_t count = 0;
    uint32_t status = adapters_transports(arena, &transports, &count);

    if (!status)
    {
        rows = arena_array(arena, count, sizeof(*rows));
        status = rows ? ERROR_SUCCESS : ERROR_NOT_ENOUGH_MEMORY;
    }
    if (!status)
    {
        for (size_t i = 0; i < count; i++)
        {
            rows[i] = row_of(&transports[i]);
        }
        *list = (struct info_rows){ rows, count };
    }
    return status;
}

const struct workstation_host this_workstation = {
    .describe = describe,
    .list_users = list_users,
    .list_transports = list_transports,
};
