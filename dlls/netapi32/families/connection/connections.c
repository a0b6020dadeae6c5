/*
 * Connections to shares, without Windows' types.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/connection/connections.h"

#include "base/elapsed.h"
#include "base/status.h"
#include "remote/filters.h"
#include "remote/listing.h"
#include "rpc/srvsvc.h"

static const struct paging_key connection_keys[] = {
    { PAGING_KEY_NUMBER, offsetof(struct connection, id) },
    { PAGING_KEY_TEXT, offsetof(struct connection, user) },
    { PAGING_KEY_TEXT, offsetof(struct connection, name) },
    { PAGING_KEY_NUMBER_DOWN, offsetof(struct connection, seconds) },
    { PAGING_KEY_NUMBER, offsetof(struct connection, opens) },
};

static const struct paging_order connection_order = {
    .family = &connection_family,
    .keys = connection_keys,
    .count = INFO_COUNT(connection_keys),
    .identity_count = 1, /* the id */
};

static void normalise(void *row)
{
    struct connection *connection = row;

    connection->seconds = elapsed_seconds(connection->seconds);
}

uint32_t connections_enumerate(const struct connections_request *request,
                               struct info_answer *answer)
{
    struct srvsvc_connection_enum parameters = { .qualifier = request->qualifier };
    const struct remote_list list = {
        .call = {
            .interface = &srvsvc_interface,
            .operation = NETR_CONNECTION_ENUM,
            REMOTE_ENUM_OF(&parameters, connections),
            .order = &connection_order,
            .normalise = normalise,
        },
        .filters = { request->qualifier },
        .host_status = filter_names_computer(request->qualifier, &(struct utf16_slice){ 0 })
                           ? NERR_ClientNameNotFound
                           : NERR_NetNameNotFound,
    };

    uint32_t status = ERROR_INVALID_PARAMETER;

    *answer = (struct info_answer){ 0 };
    if (request->qualifier.length)
    {
        status = remote_list_answer(&list, &request->list, answer);
    }
    /* What Samba says of a share that it does not have. */
    return status && parameters.result == ERROR_INVALID_NAME ? NERR_NetNameNotFound : status;
}
