/*
 * What can be done to the members of a group.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_ACCOUNTS_MEMBER_CHANGE_H
#define NETAPI32_ACCOUNTS_MEMBER_CHANGE_H

enum member_change
{
    MEMBERS_ADD,
    MEMBERS_REMOVE,
    MEMBERS_REPLACE, /* those that there are by those that are given */
};

#endif
