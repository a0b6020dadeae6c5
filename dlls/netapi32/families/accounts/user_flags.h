/*
 * The flags of users that the API and sources speak of: lmaccess.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Files that include <windows.h> have these names from there and must not include this.
 */
#ifndef NETAPI32_ACCOUNTS_USER_FLAGS_H
#define NETAPI32_ACCOUNTS_USER_FLAGS_H

#include <stdint.h>

/* struct user's flags */
enum user_flag
{
    UF_SCRIPT = 0x0001, /* always set */
    UF_ACCOUNTDISABLE = 0x0002,
    UF_HOMEDIR_REQUIRED = 0x0008,
    UF_LOCKOUT = 0x0010,
    UF_PASSWD_NOTREQD = 0x0020,
    UF_PASSWD_CANT_CHANGE = 0x0040,
    UF_ENCRYPTED_TEXT_PASSWORD_ALLOWED = 0x0080,
    UF_TEMP_DUPLICATE_ACCOUNT = 0x0100,
    UF_NORMAL_ACCOUNT = 0x0200,
    UF_INTERDOMAIN_TRUST_ACCOUNT = 0x0800,
    UF_WORKSTATION_TRUST_ACCOUNT = 0x1000,
    UF_SERVER_TRUST_ACCOUNT = 0x2000,
    UF_DONT_EXPIRE_PASSWD = 0x10000,
    UF_MNS_LOGON_ACCOUNT = 0x20000,
    UF_SMARTCARD_REQUIRED = 0x40000,
    UF_TRUSTED_FOR_DELEGATION = 0x80000,
    UF_NOT_DELEGATED = 0x100000,
    UF_USE_DES_KEY_ONLY = 0x200000,
    UF_DONT_REQUIRE_PREAUTH = 0x400000,
    UF_PASSWORD_EXPIRED = 0x800000,
    UF_TRUSTED_TO_AUTHENTICATE_FOR_DELEGATION = 0x1000000,
    UF_NO_AUTH_DATA_REQUIRED = 0x2000000,
};

#define UF_ACCOUNT_TYPE_MASK                                                                       \
    (UF_TEMP_DUPLICATE_ACCOUNT | UF_NORMAL_ACCOUNT | UF_INTERDOMAIN_TRUST_ACCOUNT |                \
     UF_WORKSTATION_TRUST_ACCOUNT | UF_SERVER_TRUST_ACCOUNT)

enum user_privilege
{
    USER_PRIV_GUEST = 0,
    USER_PRIV_USER = 1,
    USER_PRIV_ADMIN = 2,
};

/* struct user's auth_flags */
enum user_operator
{
    AF_OP_PRINT = 0x1,
    AF_OP_COMM = 0x2,
    AF_OP_SERVER = 0x4,
    AF_OP_ACCOUNTS = 0x8,
};

/* The types of accounts that a filter of NetUserEnum names, as bits of UF_ACCOUNT_TYPE_MASK; 0 names
 * all. */
uint32_t user_types_of_filter(uint32_t filter);
/* Flags without a type mean a normal account. */
uint32_t user_flags_complete(uint32_t flags);

#endif
