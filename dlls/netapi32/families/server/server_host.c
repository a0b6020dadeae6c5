/*
 * What Wine says of this computer as a server.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include "families/server/server_host.h"

#include "api/this_computer.h"
#include "families/server/server_defaults.h"
#include "platform/platform.h"

static uint32_t describe(struct arena *arena, void *row)
{
    struct server *server = row;
    struct utf16_name *computer = arena_allocate(arena, sizeof(*computer));
    struct membership *membership = arena_allocate(arena, sizeof(*membership));

    if (!computer || !membership)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    *server = server_defaults;
    platform_computer_name(computer);
    this_computer_version(&server->version_major, &server->version_minor);
    this_computer_membership(membership);
    server->name = utf16_from_name(computer);
    server->domain = utf16_from_name(&membership->name);
    return ERROR_SUCCESS;
}

const struct server_host this_server = {
    .describe = describe,
};
