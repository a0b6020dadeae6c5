/*
 * What the API tells about servers, a family of records for each kind of thing: how they are asked
 * for, and what they are made of. A listing command is nothing but its family.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_FAMILY_H
#define NETADMIN_FAMILY_H

#include "families/query.h"
#include "listing/levels.h"

/* A parameter of the family's commands that says whom or what to list. */
struct filter
{
    const WCHAR *parameter; /* its name; NULL: there is no such */
    enum name_kind kind;
};

struct family
{
    struct record_family records;
    DWORD level;                           /* the one for people who name none */
    DWORD level_for_all;                   /* the one for those among them who may not ask for it */
    struct filter filters[NAME_COUNT_MAX]; /* in the order in which the function takes them */
    DWORD absent
        [NAME_COUNT_MAX]; /* with what code a server says that it has nothing for the filter */
    api_function *enumerate;
    void (*review)(
        struct listing *listing); /* takes out what a server has made up; NULL: nothing */
};

/* Fills the listing, at its level, with what the family enumerates, and takes out what the server
 * has made up. Where that is denied and `may_fall_back`, the level becomes the one for everybody.
 * Returns a code as question_ask(). */
DWORD family_list(const struct family *family, const struct question *question, bool may_fall_back,
                  struct listing *listing);

/* Sets up an empty listing at a level; false if the family has no such. */
bool family_begin(const struct family *family, DWORD level, struct listing *listing);

extern const struct family connection_family;       /* CONNECTION_INFO_* */
extern const struct family controller_family;       /* what DsGetDcNext() tells */
extern const struct family dfs_family;              /* DFS_INFO_* */
extern const struct family display_computer_family; /* NET_DISPLAY_MACHINE */
extern const struct family display_group_family;    /* NET_DISPLAY_GROUP */
extern const struct family display_user_family;     /* NET_DISPLAY_USER */
extern const struct family domain_family;           /* membership, DOMAIN_CONTROLLER_INFO, one */
extern const struct family file_family;             /* FILE_INFO_* */
extern const struct family group_card_family;       /* GROUP_INFO_*, of one, and its members */
extern const struct family group_family;            /* GROUP_INFO_* */
extern const struct family group_member_family;     /* GROUP_USERS_INFO_* */
extern const struct family localgroup_card_family;  /* LOCALGROUP_INFO_*, of one, and its members */
extern const struct family localgroup_family;       /* LOCALGROUP_INFO_* */
extern const struct family localgroup_member_family; /* LOCALGROUP_MEMBERS_INFO_* */
extern const struct family policy_family;            /* USER_MODALS_INFO_*, of one server */
extern const struct family server_disk_family;       /* three characters each */
extern const struct family server_family;            /* SERVER_INFO_*, of one server */
extern const struct family server_transport_family;  /* SERVER_TRANSPORT_INFO_* */
extern const struct family session_family;           /* SESSION_INFO_* */
extern const struct family share_connection_family;  /* CONNECTION_INFO_1, of all shares */
extern const struct family share_family;             /* SHARE_INFO_* */
extern const struct family time_family;              /* TIME_OF_DAY_INFO, one */
extern const struct family trust_family;             /* DS_DOMAIN_TRUSTS */
extern const struct family user_card_family;         /* USER_INFO_*, of one, and its groups */
extern const struct family user_family;              /* USER_INFO_* */
extern const struct family workstation_family;       /* WKSTA_INFO_*, of one workstation */
extern const struct family workstation_user_family;  /* WKSTA_USER_INFO_* */

#endif
