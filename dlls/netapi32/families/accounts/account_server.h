/*
 * The accounts of a server: what the parts of that source share.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * [MS-SAMR] 3.1.5: a server has two domains of accounts, its own (on a domain controller: the
 * domain's) and BUILTIN. Handles are opened when they are first needed, on the one connection that
 * the call holds, and closed when it ends.
 */
#ifndef NETAPI32_ACCOUNTS_ACCOUNT_SERVER_H
#define NETAPI32_ACCOUNTS_ACCOUNT_SERVER_H

#include "families/accounts/account_source.h"
#include "remote/call.h"
#include "rpc/samr.h"

enum server_domain
{
    ACCOUNT_DOMAIN,
    BUILT_IN_DOMAIN,
    SERVER_DOMAINS,
};

/* An opened domain. */
struct account_domain
{
    struct context_handle handle;
    bool is_open;
    struct bytes sid; /* in the call's arena */
    struct utf16_slice name;
};

/* A reply that is kept until the call ends, for what was given out is in there. */
struct kept_reply
{
    struct kept_reply *next;
    struct rpc_reply reply;
};

/* The state of a call (call->state). */
struct account_server
{
    struct context_handle server; /* of SamrConnect5, or the newest that the server has */
    bool is_connected;
    uint32_t features; /* SAMPR_REVISION_INFO_V1: SupportedFeatures */
    struct account_domain domains[SERVER_DOMAINS];
    struct context_handle policy; /* of LsarOpenPolicy2 */
    bool has_policy;
    struct kept_reply *kept;
    size_t kept_size;    /* of all of them: ARENA_LIMIT at most */
    size_t users_listed; /* about how many users the domain has; 0: nobody knows */
};

/* [MS-ERREF] 2.3.1 */
#define STATUS_MORE_ENTRIES       0x00000105u
#define STATUS_NO_MORE_ENTRIES    0x8000001Au
#define STATUS_INVALID_INFO_CLASS 0xC0000003u
#define STATUS_NONE_MAPPED        0xC0000073u

/* Every right that the caller has, [MS-SAMR] 2.2.1.1: what it does not have, the operation that wants it
 * is refused for, and no other. */
#define SAMR_MAXIMUM_ALLOWED 0x02000000u

/* How many SIDs a server is asked about at once: [MS-SAMR] 2.2.7.6 has 1,024. */
#define SAMR_SIDS_MAX 1000u

/* ---- account_server.c ------------------------------------------------------------------------ */

/* Does an operation on the connection that the call holds; its NTSTATUS comes back as the Win32 code
 * that the API documents (account_server_code()), warnings and successes as success: they stand in the
 * `result` of the parameters. ERROR_NOT_SUPPORTED where the server has no such operation. The reply
 * lives in `reply`; rpc_reply_free() is always allowed. */
uint32_t account_server_call(struct account_call *call, const struct rpc_interface *interface,
                             uint16_t operation, void *parameters, struct rpc_reply *reply);
/* The same for an operation of SAMR. */
uint32_t account_server_ask(struct account_call *call, enum samr_operation operation,
                            void *parameters, struct rpc_reply *reply);
/* The same for one that there is another way for: where call->remote.lacks_operation, the server has
 * none; it is asked for it once (remote/optional_call.h). */
uint32_t account_server_ask_if_offered(struct account_call *call, enum samr_operation operation,
                                       void *parameters, struct rpc_reply *reply);

/* The code of a page of a list: that the list has come to its end is an answer too, [MS-SAMR] 2.2.1.15,
 * one with nothing in it. */
uint32_t account_server_page_code(uint32_t status, const struct rpc_reply *reply, uint32_t result);

/* Connects to the server's SAM, once in a call. */
uint32_t account_server_connect(struct account_call *call);
/* Opens a domain, once in a call, with all rights that the caller has. */
uint32_t account_server_open_domain(struct account_call *call, enum server_domain which,
                                    const struct account_domain **domain);
/* Looks names up in a domain, SAMR_LOOKUP_MAX at a time; those that are not there have use 0. */
uint32_t account_server_find_names(struct account_call *call, enum server_domain which,
                                   const struct utf16_slice *names, size_t count, uint32_t *rids,
                                   uint32_t *uses);
/* Opens a user, group (of the account domain) or alias; account_server_close() is due. */
uint32_t account_server_open(struct account_call *call, enum samr_operation operation,
                             enum server_domain which, uint32_t rid, uint32_t access,
                             struct context_handle *handle);
/* Closes what is open, which may be nothing. */
void account_server_close(struct account_call *call, struct context_handle *handle);
/* The state of a call. */
struct account_server *account_server_of(const struct account_call *call);
/* Keeps a reply until the call ends; *reply is empty then. False without memory, and for a server that goes
 * on and on: nothing has changed. */
bool account_server_keep_reply(struct account_call *call, struct rpc_reply *reply);
/* A copy of what a reply has, that lives as long as the call. False without memory. */
bool account_server_keep_sid(struct account_call *call, struct bytes sid, struct bytes *kept);

/* ---- account_server_names.c ------------------------------------------------------------------ */

/* SIDs of names (name or domain\name) and names of SIDs, by LSA of the same server; any number. Of a
 * name that nobody knows the SID is absent; of a SID that nobody knows the use is SidTypeUnknown and
 * the name its text. Members' sid, or name and domain_name, say which; the others are filled in. */
uint32_t account_server_find_sids(struct account_call *call, struct member *members, size_t count);
uint32_t account_server_find_sid_names(struct account_call *call, struct member *members,
                                       size_t count);

/* ---- The functions of the source, by their files --------------------------------------------- */

/* account_server_users.c */
uint32_t account_server_list_users(struct account_call *call, uint32_t types,
                                   struct info_rows *users);
uint32_t account_server_describe_users(struct account_call *call, enum user_part part,
                                       struct user *users, size_t count);
uint32_t account_server_find_user(struct account_call *call, struct utf16_slice name,
                                  enum user_part part, struct user *user);
/* account_server_user_changes.c */
uint32_t account_server_add_user(struct account_call *call, const struct user *user,
                                 uint32_t fields, uint32_t *parameter);
uint32_t account_server_set_user(struct account_call *call, struct utf16_slice name,
                                 const struct user *values, uint32_t fields, uint32_t *parameter);
uint32_t account_server_remove_user(struct account_call *call, struct utf16_slice name);
uint32_t account_server_change_password(struct account_call *call, struct utf16_slice name,
                                        struct utf16_slice old_password,
                                        struct utf16_slice new_password);
/* account_server_groups.c */
uint32_t account_server_list_groups(struct account_call *call, enum group_kind kind,
                                    struct info_rows *groups);
uint32_t account_server_describe_groups(struct account_call *call, enum group_kind kind,
                                        struct group *groups, size_t count);
uint32_t account_server_find_group(struct account_call *call, enum group_kind kind,
                                   struct utf16_slice name, struct group *group);
uint32_t account_server_add_group(struct account_call *call, enum group_kind kind,
                                  const struct group *group, uint32_t fields, uint32_t *parameter);
uint32_t account_server_set_group(struct account_call *call, enum group_kind kind,
                                  struct utf16_slice name, const struct group *values,
                                  uint32_t fields, uint32_t *parameter);
uint32_t account_server_remove_group(struct account_call *call, enum group_kind kind,
                                     struct utf16_slice name);
/* account_server_members.c */
uint32_t account_server_list_members(struct account_call *call, enum group_kind kind,
                                     struct utf16_slice group, bool with_names,
                                     struct info_rows *members);
uint32_t account_server_change_members(struct account_call *call, enum group_kind kind,
                                       struct utf16_slice group, enum member_change change,
                                       const struct member *members, size_t count);
/* account_server_memberships.c */
uint32_t account_server_list_groups_of(struct account_call *call, enum group_kind kind,
                                       struct utf16_slice user, bool indirect,
                                       struct info_rows *groups);
uint32_t account_server_set_groups_of(struct account_call *call, struct utf16_slice user,
                                      const struct group *groups, size_t count);
/* account_server_rules.c */
uint32_t account_server_get_rules(struct account_call *call, uint32_t fields,
                                  struct account_rules *rules);
uint32_t account_server_set_rules(struct account_call *call, const struct account_rules *rules,
                                  uint32_t fields, uint32_t *parameter);
uint32_t account_server_validate_password(struct account_call *call,
                                          struct password_validation *validation);
/* account_server_display.c */
uint32_t account_server_list_display(struct account_call *call, enum display_level level,
                                     uint32_t index, uint32_t count_max, uint32_t preferred_length,
                                     struct display_part *part);
uint32_t account_server_find_display_index(struct account_call *call, enum display_level level,
                                           struct utf16_slice prefix, uint32_t *index);

#endif
