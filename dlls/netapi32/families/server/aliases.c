/*
 * Further names of a server.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/server/aliases.h"

#include "base/status.h"
#include "remote/listing.h"
#include "rpc/srvsvc.h"

static const struct paging_key alias_keys[] = {
    { PAGING_KEY_TEXT, offsetof(struct server_alias, alias) },
    { PAGING_KEY_TEXT, offsetof(struct server_alias, target) },
};

static const struct paging_order alias_order = {
    .family = &server_alias_family,
    .keys = alias_keys,
    .count = INFO_COUNT(alias_keys),
    .identity_count = INFO_COUNT(alias_keys),
};

uint32_t aliases_enumerate(const struct info_request *request, struct info_answer *answer)
{
    struct srvsvc_server_alias_enum parameters = { .server = { NULL, 0 } };
    const struct remote_list list = {
        .call = {
            .interface = &srvsvc_interface,
            .operation = NETR_SERVER_ALIAS_ENUM,
            REMOTE_ENUM_OF(&parameters, aliases),
            .order = &alias_order,
        },
        .host_status = NERR_ServerNotStarted,
    };

    return remote_list_answer(&list, request, answer);
}

uint32_t aliases_change(struct utf16_slice server, bool is_new, uint32_t level,
                        const void *structure)
{
    const struct info_level *found = info_find_level(&server_alias_family, level);
    struct server_alias row = { .alias = { NULL, 0 } };
    struct srvsvc_server_alias parameters = { .level = level, .alias = &row };
    struct rpc_reply reply = { .stub = { .data = NULL } };
    struct remote remote;
    uint32_t status = ERROR_SUCCESS;

    if (!found)
    {
        return ERROR_INVALID_LEVEL;
    }
    if (structure)
    {
        info_read(found, structure, &row);
    }
    if (!row.alias.length)
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = remote_begin_for(&remote, server);
    if (!status)
    {
        status = remote_call(&remote, &srvsvc_interface,
                             is_new ? NETR_SERVER_ALIAS_ADD : NETR_SERVER_ALIAS_DEL, &parameters,
                             &reply);
        status = remote_result(&remote, status, NERR_ServerNotStarted);
    }
    rpc_reply_free(&reply);
    remote_end(&remote);
    return status;
}
