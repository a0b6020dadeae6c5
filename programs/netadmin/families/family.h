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
    bool is_computer;
};

struct family
{
    struct record_family records;
    DWORD level;                           /* the one for people who name none */
    struct filter filters[NAME_COUNT_MAX]; /* in the order in which the function takes them */
    api_function *enumerate;
};

extern const struct family session_family; /* SESSION_INFO_* */

#endif
