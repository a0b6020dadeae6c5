/*
 * A connection that one call of the API keeps for all that it asks.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "remote/hold.h"

#include <string.h>

#include "base/status.h"

static bool is_open(const struct context_handle *handle)
{
    static const struct context_handle none;

    return memcmp(handle, &none, sizeof(none)) != 0;
}

size_t hold_handles(const struct ndr_operation *operation, enum ndr_direction direction,
                    const void *parameters)
{
    size_t count = 0;

    for (uint32_t i = 0; i < operation->count; i++)
    {
        const struct ndr_field *parameter = &operation->parameters[i];

        if (parameter->type->kind == NDR_CONTEXT_HANDLE && parameter->direction == direction)
        {
            count += is_open((const void *)((const char *)parameters + parameter->offset));
        }
    }
    return count;
}

struct server_connection *hold_take(struct hold *hold)
{
    struct server_connection *connection = hold->connection;

    hold->connection = NULL;
    return connection;
}

void hold_keep(struct hold *hold, struct server_connection *connection)
{
    if (hold->is_wanted)
    {
        hold->connection = connection;
    }
    else
    {
        pool_put(connection);
    }
}

void hold_lose(struct hold *hold, uint32_t status)
{
    if (hold->is_wanted && hold->open_handles)
    {
        hold->lost = status ? status : ERROR_NETNAME_DELETED;
    }
}

void hold_end(struct hold *hold)
{
    struct server_connection *connection = hold_take(hold);

    if (connection && hold->open_handles)
    {
        server_connection_free(connection);
    }
    else if (connection)
    {
        pool_put(connection);
    }
}
