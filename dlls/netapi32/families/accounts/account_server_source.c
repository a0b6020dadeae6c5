/*
 * The accounts of a server, as a source.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/status.h"
#include "families/accounts/account_server.h"
#include "rpc/lsarpc.h"

static uint32_t begin(struct account_call *call)
{
    remote_hold(&call->remote);
    call->state = arena_allocate(&call->arena, sizeof(struct account_server));
    return call->state ? ERROR_SUCCESS : ERROR_NOT_ENOUGH_MEMORY;
}

static void end(struct account_call *call)
{
    struct account_server *server = account_server_of(call);

    if (!server)
    {
        return;
    }
    for (size_t i = 0; i < SERVER_DOMAINS; i++)
    {
        account_server_close(call, &server->domains[i].handle);
    }
    account_server_close(call, &server->server);
    if (server->has_policy)
    {
        struct lsar_close parameters = { .handle = server->policy };
        struct rpc_reply reply;

        account_server_call(call, &lsarpc_interface, LSAR_CLOSE, &parameters, &reply);
        rpc_reply_free(&reply);
    }
    for (struct kept_reply *kept = server->kept; kept; kept = kept->next)
    {
        rpc_reply_free(&kept->reply);
    }
}

const struct account_source server_account_source = {
    .begin = begin,
    .end = end,
    .list_users = account_server_list_users,
    .describe_users = account_server_describe_users,
    .find_user = account_server_find_user,
    .add_user = account_server_add_user,
    .set_user = account_server_set_user,
    .remove_user = account_server_remove_user,
    .change_password = account_server_change_password,
    .get_rules = account_server_get_rules,
    .set_rules = account_server_set_rules,
    .validate_password = account_server_validate_password,
    .list_groups = account_server_list_groups,
    .describe_groups = account_server_describe_groups,
    .find_group = account_server_find_group,
    .add_group = account_server_add_group,
    .set_group = account_server_set_group,
    .remove_group = account_server_remove_group,
    .list_members = account_server_list_members,
    .change_members = account_server_change_members,
    .list_groups_of = account_server_list_groups_of,
    .set_groups_of = account_server_set_groups_of,
    .list_display = account_server_list_display,
    .find_display_index = account_server_find_display_index,
};
