/*
 * The role of a computer in its domain.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/directory/machine_role.h"

#include <string.h>

#include "base/status.h"
#include "families/directory/directory_text.h"
#include "families/directory/netlogon_call.h"
#include "rpc/dssetup.h"

uint32_t machine_role_pack(uint32_t level, const struct machine_role *role, void **buffer)
{
    const struct info_level *found = info_find_level(&machine_role_family, level);
    struct machine_role row = *role;
    struct info_buffer packed = { .buffer = NULL };
    uint32_t status = ERROR_INVALID_PARAMETER;

    if (found)
    {
        status =
            info_pack(&machine_role_family, found, &(const struct info_rows){ &row, 1 }, &packed);
    }
    *buffer = packed.buffer;
    return status;
}

static bool make_basic(const struct dssetup_basic *basic, struct arena *arena,
                       struct machine_role *role)
{
    role->machine_role = basic->machine_role;
    role->flags = basic->flags;
    memcpy(role->domain_guid, basic->domain_guid, sizeof(role->domain_guid));
    return directory_text_wide(arena, basic->domain_name_flat, &role->domain_name_flat) &&
           directory_text_wide(arena, basic->domain_name_dns, &role->domain_name_dns) &&
           directory_text_wide(arena, basic->domain_forest_name, &role->domain_forest_name);
}

static uint32_t pack_information(uint16_t level, const union dssetup_information *information,
                                 void **buffer)
{
    struct machine_role role = { .machine_role = 0 };
    struct arena arena = { 0 };
    uint32_t status = ERROR_SUCCESS;

    if (level == DSSETUP_BASIC && !make_basic(&information->basic, &arena, &role))
    {
        status = ERROR_NOT_ENOUGH_MEMORY;
    }
    if (level == DSSETUP_UPGRADE_STATUS)
    {
        role.upgrade_state = information->upgrade_status.operation_state;
        role.previous_server_state = information->upgrade_status.previous_server_state;
    }
    if (level == DSSETUP_OPERATION_STATE)
    {
        role.operation_state = information->operation_state;
    }
    if (!status)
    {
        status = machine_role_pack(level, &role, buffer);
    }
    arena_free(&arena);
    return status;
}

uint32_t machine_role_of_server(const struct target *target, uint32_t level, void **buffer)
{
    struct dssetup_get_information parameters = { .level = (uint16_t)level };
    struct netlogon_call call;
    uint32_t status = ERROR_SUCCESS;

    *buffer = NULL;
    if (!info_find_level(&machine_role_family, level))
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = netlogon_call(&call, target, &dssetup_interface,
                           DS_ROLER_GET_PRIMARY_DOMAIN_INFORMATION, &parameters);
    if (!status && !parameters.information)
    {
        status = RPC_X_BAD_STUB_DATA;
    }
    if (!status)
    {
        status = pack_information(parameters.level, parameters.information, buffer);
    }
    netlogon_call_end(&call);
    return status;
}
