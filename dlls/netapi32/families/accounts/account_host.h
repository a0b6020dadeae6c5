/*
 * What the system knows of this computer's accounts: who is always there, and the accounts of others.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_ACCOUNTS_ACCOUNT_HOST_H
#define NETAPI32_ACCOUNTS_ACCOUNT_HOST_H

#include "base/sid.h"

/* SID_NAME_USE, [MS-LSAT] 2.2.13 */
enum account_use
{
    ACCOUNT_USE_USER = 1,
    ACCOUNT_USE_GROUP = 2,
    ACCOUNT_USE_DOMAIN = 3,
    ACCOUNT_USE_ALIAS = 4,
    ACCOUNT_USE_WELL_KNOWN_GROUP = 5,
    ACCOUNT_USE_UNKNOWN = 8,
};

struct account_name
{
    struct utf16_name domain; /* empty where the account is of none */
    struct utf16_name name;
    uint32_t use; /* enum account_use */
};

struct account_host
{
    /* The SID that those of this computer's accounts begin with, and that of the user whom the program
     * runs as. What the system says where it does not tell. */
    uint32_t (*find_domain)(struct sid *domain);
    uint32_t (*find_user)(struct sid *user);
    /* Whether that user is in a group. */
    bool (*user_is_in)(struct bytes group);
    /* The name of a SID, and the SID of "name" or "domain\name", of whatever the system knows:
     * ERROR_NONE_MAPPED where it does not. */
    uint32_t (*find_name)(struct bytes sid, struct account_name *name);
    uint32_t (*find_sid)(struct utf16_slice name, struct sid *sid, uint32_t *use);
};

/* This computer: LSA and the program's token; in the native build a computer of the tests'. */
extern const struct account_host this_account_host;

#endif
