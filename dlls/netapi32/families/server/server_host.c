/*
 * What Wine says of this computer as a server.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include "families/server/server_host.h"

#include <nb30.h>

#include <string.h>

#include "api/adapters.h"
#include "api/debug.h"
#include "api/system_names.h"
#include "api/this_computer.h"
#include "families/server/server_defaults.h"
#include "levels/disk_levels.h"
#include "levels/transport_levels.h"
#include "platform/platform.h"

/* ---- The server ------------------------------------------------------------------------------ */

static uint32_t describe(struct arena *arena, void *row)
{
    struct server *server = row;
    struct utf16_name *computer = arena_allocate(arena, sizeof(*computer));
    struct membership *membership = arena_allocate(arena, sizeof(*membership));
    uint32_t status = ERROR_SUCCESS;

    if (!computer || !membership)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    status = this_computer_membership(membership);
    *server = server_defaults;
    platform_computer_name(computer);
    system_version(&server->version_major, &server->version_minor);
    server->name = utf16_from_name(computer);
    server->domain = utf16_from_name(&membership->flat_name);
    return status;
}

/* ---- Its disks ------------------------------------------------------------------------------- */

static BOOL is_disk(WCHAR letter)
{
    const WCHAR root[] = { letter, ':', '\\', 0 };
    const UINT type = GetDriveTypeW(root);

    return type == DRIVE_FIXED || type == DRIVE_REMOVABLE || type == DRIVE_CDROM ||
           type == DRIVE_RAMDISK;
}

static uint32_t list_disks(struct arena *arena, struct info_rows *rows)
{
    const DWORD letters = GetLogicalDrives();
    struct disk *disks = arena_array(arena, 'Z' - 'A' + 1, sizeof(*disks));
    size_t count = 0;

    if (!disks)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    for (WCHAR letter = L'A'; letter <= L'Z'; letter++)
    {
        if (letters & 1u << (letter - 'A') && is_disk(letter))
        {
            disks[count++] = (struct disk){ { letter, ':', 0 } };
        }
    }
    *rows = (struct info_rows){ disks, count };
    return ERROR_SUCCESS;
}

/* ---- Its transports -------------------------------------------------------------------------- */

/* What all of them have in common. */
struct transport_facts
{
    struct utf16_name computer;
    struct membership membership;
    CHAR address
        [NCBNAMSZ]; /* of NetBIOS: the name, padded with blanks; the last byte is the service */
};

/* The server service's. */
static void make_address(const struct utf16_name *computer, CHAR address[NCBNAMSZ])
{
    memset(address, ' ', NCBNAMSZ);
    WideCharToMultiByte(CP_OEMCP, 0, (const WCHAR *)computer->units,
                        (int)min(computer->length, NCBNAMSZ - 1), address, NCBNAMSZ - 1, NULL,
                        NULL);
}

static struct transport_facts *find_facts(struct arena *arena)
{
    struct transport_facts *facts = arena_allocate(arena, sizeof(*facts));

    if (!facts || this_computer_membership(&facts->membership))
    {
        return NULL;
    }
    platform_computer_name(&facts->computer);
    make_address(&facts->computer, facts->address);
    return facts;
}

static struct server_transport row_of(const struct adapter_transport *transport,
                                      const struct transport_facts *facts)
{
    return (struct server_transport){
        .name = slice_w(transport->name),
        .address = { facts->address, sizeof(facts->address) },
        .address_size = sizeof(facts->address),
        .network_address = slice_w(transport->address),
        .domain = utf16_from_name(&facts->membership.flat_name),
    };
}

static uint32_t list_transports(struct arena *arena, struct info_rows *list)
{
    const struct transport_facts *facts = find_facts(arena);
    struct server_transport *rows = NULL;
    struct adapter_transport *transports = NULL;
    size_t count = 0;
    uint32_t status = adapters_transports(arena, &transports, &count);

    if (!status)
    {
        rows = arena_array(arena, count, sizeof(*rows));
        status = rows && facts ? ERROR_SUCCESS : ERROR_NOT_ENOUGH_MEMORY;
    }
    if (!status)
    {
        for (size_t i = 0; i < count; i++)
        {
            rows[i] = row_of(&transports[i], facts);
        }
        *list = (struct info_rows){ rows, count };
    }
    return status;
}

/* ---- When it was started --------------------------------------------------------------------- */

static uint64_t start_time(void)
{
    return platform_filetime() - GetTickCount64() * 10000;
}

const struct server_host this_server = {
    .describe = describe,
    .list_disks = list_disks,
    .list_transports = list_transports,
    .start_time = start_time,
};
