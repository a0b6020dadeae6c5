/*
 * Groups of a server by their names, and names by relative identifiers: what its parts share.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_ACCOUNTS_ACCOUNT_SERVER_IDS_H
#define NETAPI32_ACCOUNTS_ACCOUNT_SERVER_IDS_H

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

/* ---- Rows that have both --------------------------------------------------------------------- */

/* Where a row has its name and its relative identifier. */
struct identified_row
{
    size_t size;
    size_t name;
    size_t relative_id;
};
extern const struct identified_row identified_member;
extern const struct identified_row identified_group;

/* Gives rows of a domain their names, and leaves out those that have gone meanwhile. */
uint32_t account_server_name_rows(struct account_call *call, enum server_domain which,
                                  const struct identified_row *kind, struct info_rows *rows);
/* Gives rows of the account domain their relative identifiers; `missing` where one of them is not there
 * as `use`. */
uint32_t account_server_identify_rows(struct account_call *call, const struct identified_row *kind,
                                      uint32_t use, uint32_t missing, struct info_rows *rows);

#endif
