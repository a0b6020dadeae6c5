/*
 * The transports of a server, and the names that it answers to on them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/server/transports.h"

#include <string.h>

#include "base/status.h"
#include "base/wipe.h"
#include "platform/platform.h"
#include "remote/host_answer.h"
#include "remote/listing.h"
#include "rpc/srvsvc.h"

/* A NetBIOS name: padded with blanks, the last byte tells the service. */
#define NETBIOS_NAME_SIZE 16

/* ---- Enumerating ----------------------------------------------------------------------------- */

static const struct paging_key transport_keys[] = {
    { PAGING_KEY_TEXT, offsetof(struct server_transport, name) },
    { PAGING_KEY_TEXT, offsetof(struct server_transport, network_address) },
    { PAGING_KEY_TEXT, offsetof(struct server_transport, domain) },
};

static const struct paging_order transport_order = {
    .family = &server_transport_family,
    .keys = transport_keys,
    .count = INFO_COUNT(transport_keys),
    .identity_count = INFO_COUNT(transport_keys),
};

static struct remote_list list_of(struct srvsvc_server_transport_enum *parameters)
{
    return (struct remote_list){
        .call = {
            .interface = &srvsvc_interface,
            .operation = NETR_SERVER_TRANSPORT_ENUM,
            REMOTE_ENUM_OF(parameters, transports),
            .order = &transport_order,
        },
        .host_status = NERR_ServerNotStarted,
    };
}

uint32_t transports_enumerate(const struct info_request *request, const struct server_host *host,
                              struct info_answer *answer)
{
    struct srvsvc_server_transport_enum parameters = { .server = { NULL, 0 } };
    const struct remote_list list = list_of(&parameters);
    uint32_t status = remote_list_answer(&list, request, answer);

    if (status && status != ERROR_MORE_DATA && status != NERR_BufTooSmall &&
        host_stands_in(request->server))
    {
        status = host_list(&server_transport_family, request, host->list_transports, answer);
    }
    return status;
}

/* ---- Adding and removing --------------------------------------------------------------------- */

static uint32_t change_row(struct remote *remote, enum transport_change change, uint32_t level,
                           const struct server_transport *row)
{
    struct srvsvc_server_transport plain = { .level = level, .transport = *row };
    struct srvsvc_server_transport_ex extended = { .level = level, .transport = *row };
    const bool is_plain = change == TRANSPORT_ADD || (change == TRANSPORT_DEL && level == 0);
    const uint16_t operation = change == TRANSPORT_ADD      ? NETR_SERVER_TRANSPORT_ADD
                               : change == TRANSPORT_ADD_EX ? NETR_SERVER_TRANSPORT_ADD_EX
                               : is_plain                   ? NETR_SERVER_TRANSPORT_DEL
                                                            : NETR_SERVER_TRANSPORT_DEL_EX;
    struct rpc_reply reply;
    uint32_t status = remote_call(remote, &srvsvc_interface, operation,
                                  is_plain ? (void *)&plain : (void *)&extended, &reply);

    rpc_reply_free(&reply);
    wipe(&plain, sizeof(plain)); /* of the password */
    wipe(&extended, sizeof(extended));
    /* Samba describes these parameters in another way, and finds them broken before it finds that it
     * does nothing with them. */
    return remote_result(remote, status == RPC_X_BAD_STUB_DATA ? ERROR_NOT_SUPPORTED : status,
                         NERR_ServerNotStarted);
}

/* The size of the address stands behind its pointer. */
static void read_structure(const struct info_level *level, const void *structure,
                           struct server_transport *row)
{
    info_read(level, structure, row);
    row->address.size = row->address_size;
}

uint32_t transports_change(struct utf16_slice server, enum transport_change change, uint32_t level,
                           const void *structure)
{
    const struct info_level *found = info_find_level(&server_transport_family, level);
    struct server_transport row = { .circuits = 0 };
    struct remote remote;
    uint32_t status = ERROR_SUCCESS;

    if (!found || (change == TRANSPORT_ADD && level))
    {
        return ERROR_INVALID_LEVEL;
    }
    if (!structure)
    {
        return ERROR_INVALID_PARAMETER;
    }
    read_structure(found, structure, &row);
    if (!row.name.length || (row.address_size && !row.address.data))
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = remote_begin_for(&remote, server);
    if (!status)
    {
        status = change_row(&remote, change, level, &row);
    }
    remote_end(&remote);
    wipe(&row, sizeof(row));
    return status;
}

/* ---- Names ----------------------------------------------------------------------------------- */

/* False for what can be no name of a computer. */
static bool make_netbios_name(struct utf16_slice name, uint8_t address[NETBIOS_NAME_SIZE])
{
    if (!name.length || name.length >= NETBIOS_NAME_SIZE)
    {
        return false;
    }
    memset(address, ' ', NETBIOS_NAME_SIZE);
    for (size_t i = 0; i < name.length; i++)
    {
        const uint16_t unit = utf16_unit(name, i);

        if (unit <= ' ' || unit >= 0x7F)
        {
            return false;
        }
        address[i] = (uint8_t)platform_upcase(unit);
    }
    return true;
}

/* As servers say them: with blanks or without. */
static bool is_address(const struct server_transport *row, const uint8_t name[NETBIOS_NAME_SIZE])
{
    const uint8_t *address = row->address.data;
    const size_t size = address ? row->address.size : 0;

    for (size_t i = 0; i + 1 < NETBIOS_NAME_SIZE; i++)
    {
        if ((i < size && address[i] ? platform_upcase(address[i]) : ' ') != name[i])
        {
            return false;
        }
    }
    return size != 0;
}

/* What is bound to the transports of a server, or unbound. */
struct name_change
{
    const uint8_t *name;
    struct utf16_slice domain;
};

static struct server_transport renamed(const struct server_transport *row,
                                       const struct name_change *change)
{
    return (struct server_transport){
        .name = row->name,
        .address = { change->name, NETBIOS_NAME_SIZE },
        .address_size = NETBIOS_NAME_SIZE,
        .network_address = row->network_address,
        .domain = change->domain,
    };
}

/* Whether a row before has the transport of this one, on which the server has several names. */
static bool is_known(const struct server_transport *rows, size_t index)
{
    for (size_t i = 0; i < index; i++)
    {
        if (!utf16_compare(rows[i].name, rows[index].name))
        {
            return true;
        }
    }
    return false;
}

static uint32_t add_to_rows(struct remote *remote, const struct info_rows *rows,
                            const struct name_change *change)
{
    const struct server_transport *transports = rows->rows;
    const uint32_t level = change->domain.length ? 1 : 0;
    uint32_t status = ERROR_SUCCESS;
    size_t done = 0;

    for (; done < rows->count && !status; done++)
    {
        const struct server_transport row = renamed(&transports[done], change);

        status = is_known(transports, done)
                     ? ERROR_SUCCESS
                     : change_row(remote, level ? TRANSPORT_ADD_EX : TRANSPORT_ADD, level, &row);
    }
    for (size_t i = 0; status && i + 1 < done; i++)
    {
        const struct server_transport row = renamed(&transports[i], change);

        if (!is_known(transports, i))
        {
            (void)change_row(remote, TRANSPORT_DEL, level, &row);
        }
    }
    return status;
}

static uint32_t delete_from_rows(struct remote *remote, const struct info_rows *rows,
                                 const struct name_change *change)
{
    const struct server_transport *transports = rows->rows;
    uint32_t status = NERR_NetNameNotFound;

    for (size_t i = 0; i < rows->count; i++)
    {
        if (is_address(&transports[i], change->name))
        {
            status = change_row(remote, TRANSPORT_DEL, 0, &transports[i]);
            if (status)
            {
                return status;
            }
        }
    }
    return status;
}

static uint32_t change_names(struct utf16_slice server, const struct name_change *change,
                             uint32_t (*act)(struct remote *remote, const struct info_rows *rows,
                                             const struct name_change *change))
{
    struct srvsvc_server_transport_enum parameters = { .server = { NULL, 0 } };
    const struct remote_list list = list_of(&parameters);
    struct remote_page page;
    struct remote remote;
    uint32_t status = remote_begin_for(&remote, server);

    if (!status)
    {
        status = remote_list_all(&remote, &list, 0, &page);
        if (status)
        {
            status = remote_result(&remote, status, NERR_ServerNotStarted);
        }
        else
        {
            status = act(&remote, &page.rows, change);
            page.release(&page);
        }
    }
    remote_end(&remote);
    return status;
}

uint32_t computer_names_add(struct utf16_slice server, struct utf16_slice domain,
                            struct utf16_slice name)
{
    uint8_t address[NETBIOS_NAME_SIZE];
    const struct name_change change = { address, domain };

    if (!make_netbios_name(name, address))
    {
        return ERROR_INVALID_PARAMETER;
    }
    return domain.length < NETBIOS_NAME_SIZE ? change_names(server, &change, add_to_rows)
                                             : ERROR_INVALID_DOMAINNAME;
}

uint32_t computer_names_del(struct utf16_slice server, struct utf16_slice name)
{
    uint8_t address[NETBIOS_NAME_SIZE];
    const struct name_change change = { .name = address };

    return make_netbios_name(name, address) ? change_names(server, &change, delete_from_rows)
                                            : ERROR_INVALID_PARAMETER;
}
