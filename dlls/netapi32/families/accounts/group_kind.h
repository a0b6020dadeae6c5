/*
 * The two kinds of groups that there are.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_ACCOUNTS_GROUP_KIND_H
#define NETAPI32_ACCOUNTS_GROUP_KIND_H

#include <stdint.h>

enum group_kind
{
    GLOBAL_GROUP,
    LOCAL_GROUP, /* "alias": of the account domain and of BUILTIN alike */
    GROUP_KINDS,
};

/* What the API says where there is no such group: NERR_GroupNotFound, ERROR_NO_SUCH_ALIAS. */
uint32_t group_not_found(enum group_kind kind);

/* How members and groups are enabled where nobody says otherwise: SE_GROUP_MANDATORY,
 * SE_GROUP_ENABLED_BY_DEFAULT, SE_GROUP_ENABLED. [MS-SAMR] 2.2.1.10 */
#define GROUP_MEMBER_ATTRIBUTES 0x7u

#endif
