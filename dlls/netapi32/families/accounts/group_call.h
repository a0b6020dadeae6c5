/*
 * What global and local groups have in common.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_ACCOUNTS_GROUP_CALL_H
#define NETAPI32_ACCOUNTS_GROUP_CALL_H

#include <windows.h>

#include "families/accounts/accounts.h"
#include "families/accounts/sid_names.h"

/* A kind of groups: its levels (rows are struct group) and the codes that its functions give. */
struct group_class
{
    enum group_kind kind;
    const struct info_family *list;
    const struct info_family *info;
    const struct info_family *add;
    const struct info_family *set;
    DWORD not_found;
    DWORD is_special; /* not to be removed or renamed */
    DWORD exists;     /* for the name of any group */
};

/* As accounts_call_begin(), and finds the group: the class's code for not found, with nothing
 * locked. */
DWORD group_call_begin(const struct group_class *class, const WCHAR *server, const WCHAR *name,
                       struct accounts **accounts, struct group **group);

/* The functions of the API, for a class. */
struct api_enum;
DWORD group_enum(const struct group_class *class, const WCHAR *server, DWORD level,
                 const struct api_enum *outputs);
DWORD group_get_info(const struct group_class *class, const WCHAR *server, const WCHAR *name,
                     DWORD level, BYTE **buffer);
DWORD group_add(const struct group_class *class, const WCHAR *server, DWORD level,
                const BYTE *structure, DWORD *parm_err);
DWORD group_set_info(const struct group_class *class, const WCHAR *server, const WCHAR *name,
                     DWORD level, const BYTE *structure, DWORD *parm_err);
DWORD group_del(const struct group_class *class, const WCHAR *server, const WCHAR *name);

/* The groups of a kind that have the member, in a list to be freed whose contents are still the
 * store's. ERROR_NOT_ENOUGH_MEMORY. */
DWORD groups_of_member(const struct accounts *accounts, enum group_kind kind,
                       struct info_bytes member, struct info_rows *rows);

/* A member of a group, with its names. */
struct member
{
    struct utf16_slice name;        /* alone */
    struct utf16_slice domain_name; /* domain\name */
    struct info_bytes sid;
    uint32_t use; /* SID_NAME_USE */
    uint32_t attributes;
    struct sid_name names;
};

/* The members of a group, in a list to be freed. ERROR_NOT_ENOUGH_MEMORY. */
DWORD members_of_group(const struct accounts *accounts, const struct group *group,
                       struct info_rows *rows);

#endif
