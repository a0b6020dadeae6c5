/*
 * Accounts of a server as lists show them: what is asked for them. [MS-SAMR] 3.1.5.3
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_ACCOUNTS_ACCOUNT_SERVER_DISPLAY_H
#define NETAPI32_ACCOUNTS_ACCOUNT_SERVER_DISPLAY_H

#include "families/accounts/account_server.h"

/* SE_GROUP_MANDATORY | SE_GROUP_ENABLED_BY_DEFAULT | SE_GROUP_ENABLED: those of a group, and of a member
 * of one, of which nothing else is said. Samba's lists say 0. */
#define ATTRIBUTES_USUAL 7u

/* SamrQueryDisplayInformation3, or the newest that the server has: a part of a list, of which all but
 * the domain, which becomes the account domain, is set in the parameters. RPC_S_PROTOCOL_ERROR for a
 * server that says that there is more and gives nothing. */
uint32_t account_server_query_display(struct account_call *call,
                                      struct samr_query_display *parameters,
                                      struct rpc_reply *reply);
/* The index to go on with behind the entry at `place` of an answer. */
uint32_t account_server_next_display_index(const struct samr_query_display *answer, size_t place);

#endif
