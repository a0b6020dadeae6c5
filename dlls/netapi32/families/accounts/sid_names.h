/*
 * The names that belong to SIDs.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_ACCOUNTS_SID_NAMES_H
#define NETAPI32_ACCOUNTS_SID_NAMES_H

#include "families/accounts/accounts.h"
#include "families/accounts/sid.h"

/* The SID of an account: "name" or "domain\name", of this computer's accounts first, then of what
 * LSA knows. ERROR_NO_SUCH_MEMBER. */
DWORD sid_of_name(const struct accounts *accounts, const WCHAR *name, struct sid_value *value);

/* What a SID stands for. */
struct sid_name
{
    struct utf16_name name;        /* alone */
    struct utf16_name domain_name; /* domain\name */
    SID_NAME_USE use;
};

/* A SID that nobody knows is named by its text, S-1-..., as SidTypeUnknown. */
void name_of_sid(const struct accounts *accounts, struct info_bytes sid, struct sid_name *name);

#endif
