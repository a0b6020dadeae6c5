/*
 * A host for the tests of servers and workstations.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/hosts.h"

#include "levels/disk_levels.h"
#include "levels/server_levels.h"
#include "levels/transport_levels.h"
#include "levels/workstation_levels.h"
#include "platform/platform.h"
#include "support/unit.h"

struct utf16_slice text_of(const char *ascii)
{
    static struct utf16_name names[8];
    static unsigned int next;
    struct utf16_name *name = &names[next++ % COUNT(names)];

    *name = utf16_name_from_ascii(ascii ? ascii : "");
    return ascii ? utf16_from_name(name) : (struct utf16_slice){ NULL, 0 };
}

struct info_request request_for(const char *server, uint32_t level)
{
    return (struct info_request){
        .server = text_of(server),
        .level = level,
        .preferred_length = PREFERRED_LENGTH_UNLIMITED,
    };
}

static struct utf16_slice text_in(struct arena *arena, const char *text)
{
    struct utf16_name *name = arena_allocate(arena, sizeof(*name));

    assert_non_null(name);
    *name = utf16_name_from_ascii(text);
    return utf16_from_name(name);
}

/* ---- A server -------------------------------------------------------------------------------- */

static uint32_t describe_server(struct arena *arena, void *row)
{
    struct server *server = row;

    server->name = text_in(arena, HOST_NAME);
    return ERROR_SUCCESS;
}

static uint32_t list_disks(struct arena *arena, struct info_rows *rows)
{
    struct disk *disks = arena_array(arena, 2, sizeof(*disks));

    assert_non_null(disks);
    disks[0] = (struct disk){ { 'C', ':', 0 } };
    disks[1] = (struct disk){ { 'Z', ':', 0 } };
    *rows = (struct info_rows){ disks, 2 };
    return ERROR_SUCCESS;
}

static uint32_t list_server_transports(struct arena *arena, struct info_rows *rows)
{
    struct server_transport *transport = arena_allocate(arena, sizeof(*transport));

    assert_non_null(transport);
    transport->name = text_in(arena, HOST_TRANSPORT);
    *rows = (struct info_rows){ transport, 1 };
    return ERROR_SUCCESS;
}

static uint64_t start_time(void)
{
    return HOST_START_TIME;
}

const struct server_host test_server_host = {
    .describe = describe_server,
    .list_disks = list_disks,
    .list_transports = list_server_transports,
    .start_time = start_time,
};

/* ---- A workstation --------------------------------------------------------------------------- */

static uint32_t describe_workstation(struct arena *arena, void *row)
{
    struct workstation *workstation = row;

    workstation->computer = text_in(arena, HOST_NAME);
    return ERROR_SUCCESS;
}

static uint32_t list_users(struct arena *arena, struct info_rows *rows)
{
    struct workstation_user *users = arena_array(arena, 2, sizeof(*users));

    assert_non_null(users);
    users[0].name = text_in(arena, "zoe");
    users[1].name = text_in(arena, "ann");
    *rows = (struct info_rows){ users, 2 };
    return ERROR_SUCCESS;
}

static uint32_t list_workstation_transports(struct arena *arena, struct info_rows *rows)
{
    struct workstation_transport *transport = arena_allocate(arena, sizeof(*transport));

    assert_non_null(transport);
    transport->name = text_in(arena, HOST_TRANSPORT);
    *rows = (struct info_rows){ transport, 1 };
    return ERROR_SUCCESS;
}

const struct workstation_host test_workstation_host = {
    .describe = describe_workstation,
    .list_users = list_users,
    .list_transports = list_workstation_transports,
};
