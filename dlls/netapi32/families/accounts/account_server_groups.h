/*
 * Groups of a server: what its parts share.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_ACCOUNTS_ACCOUNT_SERVER_GROUPS_H
#define NETAPI32_ACCOUNTS_ACCOUNT_SERVER_GROUPS_H

#include "base/sid.h"
#include "families/accounts/account_rows.h"
#include "families/accounts/account_server.h"

/* Rights, [MS-SAMR] 2.2.1.5 and 2.2.1.6 */
#define GROUP_READ_INFORMATION 0x00001u
#define GROUP_WRITE_ACCOUNT    0x00002u
#define GROUP_ADD_MEMBER       0x00004u
#define GROUP_REMOVE_MEMBER    0x00008u
#define GROUP_LIST_MEMBERS     0x00010u
#define ALIAS_ADD_MEMBER       0x00001u
#define ALIAS_REMOVE_MEMBER    0x00002u
#define ALIAS_LIST_MEMBERS     0x00004u
#define ALIAS_READ_INFORMATION 0x00008u
#define ALIAS_WRITE_ACCOUNT    0x00010u
#define ACCESS_DELETE          0x10000u
/* 2.2.1.7 */
#define USER_READ_GENERAL 0x00001u
#define USER_LIST_GROUPS  0x00100u

/* SE_GROUP_MANDATORY | SE_GROUP_ENABLED_BY_DEFAULT | SE_GROUP_ENABLED: those of a group, and of a member
 * of one, of which nothing else is said. Samba's lists say 0. */
#define ATTRIBUTES_USUAL 7u

/* [MS-ERREF] 2.3.1 */
#define STATUS_MORE_ENTRIES       0x00000105u
#define STATUS_NO_MORE_ENTRIES    0x8000001Au
#define STATUS_INVALID_INFO_CLASS 0xC0000003u
#define STATUS_NONE_MAPPED        0xC0000073u

/* ---- Groups ---------------------------------------------------------------------------------- */

/* A group that is open. */
struct opened_group
{
    enum group_kind kind;
    enum server_domain domain;
    uint32_t rid;
    struct context_handle handle;
};

/* Finds a group by its name: NERR_GroupNotFound, ERROR_NO_SUCH_ALIAS. */
uint32_t account_server_find_group_id(struct account_call *call, enum group_kind kind,
                                      struct utf16_slice name, enum server_domain *domain,
                                      uint32_t *rid);
/* Finds and opens one; account_server_close() of its handle is always allowed, and due. */
uint32_t account_server_open_group(struct account_call *call, enum group_kind kind,
                                   struct utf16_slice name, uint32_t access,
                                   struct opened_group *group);
/* What is said of a change that is not for a group that is always there: NERR_SpeGroupOp of a global
 * one, ERROR_SPECIAL_ACCOUNT of a local one; else the code. */
uint32_t account_server_group_code(enum group_kind kind, uint32_t code);
/* The SID of an account of a domain that is open, in the call's arena. */
uint32_t account_server_sid_of(struct account_call *call, enum server_domain which, uint32_t rid,
                               struct info_bytes *sid);

/* Whether a change that is done in many steps, and began at `start` (platform_now()), has taken a third
 * of the time that it had: if it has to be undone, that may take twice as long. */
bool account_server_must_turn_back(const struct account_call *call, uint64_t start);

/* ---- Names of relative identifiers ----------------------------------------------------------- */

/* Names and uses, in the call's arena; absent, and 0, of those that the domain does not have. */
uint32_t account_server_find_ids(struct account_call *call, enum server_domain which,
                                 const uint32_t *rids, size_t count, struct utf16_slice *names,
                                 uint32_t *uses);

/* ---- account_server_display.c ---------------------------------------------------------------- */

/* SamrQueryDisplayInformation3, or the newest that the server has: a part of a list, of which all but
 * the domain, which becomes the account domain, is set in the parameters. RPC_S_PROTOCOL_ERROR for a
 * server that says that there is more and gives nothing. */
uint32_t account_server_query_display(struct account_call *call,
                                      struct samr_query_display *parameters,
                                      struct rpc_reply *reply);
/* The index to go on with behind the entry at `place` of an answer. */
uint32_t account_server_next_display_index(const struct samr_query_display *answer, size_t place);

#endif
