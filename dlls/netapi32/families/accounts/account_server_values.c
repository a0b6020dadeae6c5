/*
 * Flags and times of users: [MS-SAMR]'s and the API's.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/accounts/account_server_values.h"

#include "levels/level.h"
#include "platform/platform.h"

#define SECOND 10000000ull /* of 100 ns */
/* [MS-SAMR] 2.2.1.12 and 3.1.5.14.2, lmaccess.h */
static const struct
{
    uint32_t control;
    uint32_t flag;
} flags_table[] = {
    { 0x00000001, UF_ACCOUNTDISABLE },                  /* USER_ACCOUNT_DISABLED */
    { 0x00000002, UF_HOMEDIR_REQUIRED },                /* USER_HOME_DIRECTORY_REQUIRED */
    { 0x00000004, UF_PASSWD_NOTREQD },                  /* USER_PASSWORD_NOT_REQUIRED */
    { 0x00000008, UF_TEMP_DUPLICATE_ACCOUNT },          /* USER_TEMP_DUPLICATE_ACCOUNT */
    { 0x00000010, UF_NORMAL_ACCOUNT },                  /* USER_NORMAL_ACCOUNT */
    { 0x00000020, UF_MNS_LOGON_ACCOUNT },               /* USER_MNS_LOGON_ACCOUNT */
    { 0x00000040, UF_INTERDOMAIN_TRUST_ACCOUNT },       /* USER_INTERDOMAIN_TRUST_ACCOUNT */
    { 0x00000080, UF_WORKSTATION_TRUST_ACCOUNT },       /* USER_WORKSTATION_TRUST_ACCOUNT */
    { 0x00000100, UF_SERVER_TRUST_ACCOUNT },            /* USER_SERVER_TRUST_ACCOUNT */
    { 0x00000200, UF_DONT_EXPIRE_PASSWD },              /* USER_DONT_EXPIRE_PASSWORD */
    { 0x00000400, UF_LOCKOUT },                         /* USER_ACCOUNT_AUTO_LOCKED */
    { 0x00000800, UF_ENCRYPTED_TEXT_PASSWORD_ALLOWED }, /* USER_ENCRYPTED_TEXT_PASSWORD_ALLOWED */
    { 0x00001000, UF_SMARTCARD_REQUIRED },              /* USER_SMARTCARD_REQUIRED */
    { 0x00002000, UF_TRUSTED_FOR_DELEGATION },          /* USER_TRUSTED_FOR_DELEGATION */
    { 0x00004000, UF_NOT_DELEGATED },                   /* USER_NOT_DELEGATED */
    { 0x00008000, UF_USE_DES_KEY_ONLY },                /* USER_USE_DES_KEY_ONLY */
    { 0x00010000, UF_DONT_REQUIRE_PREAUTH },            /* USER_DONT_REQUIRE_PREAUTH */
    { 0x00020000, UF_PASSWORD_EXPIRED },                /* USER_PASSWORD_EXPIRED */
    { 0x00040000,
      UF_TRUSTED_TO_AUTHENTICATE_FOR_DELEGATION }, /* USER_TRUSTED_TO_AUTHENTICATE_FOR_DELEGATION */
    { 0x00080000, UF_NO_AUTH_DATA_REQUIRED },      /* USER_NO_AUTH_DATA_REQUIRED */
    { 0x00100000, 0x04000000 }, /* USER_PARTIAL_SECRETS_ACCOUNT: UF_PARTIAL_SECRETS_ACCOUNT */
    { 0x00200000, 0x08000000 }, /* USER_USE_AES_KEYS: UF_USE_AES_KEYS */
};

uint32_t user_flags_of_control(uint32_t control)
{
    uint32_t flags = UF_SCRIPT;

    for (size_t i = 0; i < INFO_COUNT(flags_table); i++)
    {
        flags |= control & flags_table[i].control ? flags_table[i].flag : 0;
    }
    return flags;
}

uint32_t user_control_of_flags(uint32_t flags)
{
    uint32_t control = 0;

    for (size_t i = 0; i < INFO_COUNT(flags_table); i++)
    {
        control |= flags & flags_table[i].flag ? flags_table[i].control : 0;
    }
    return control;
}

uint32_t user_time_of_samr(uint64_t time, uint32_t unknown)
{
    const uint64_t seconds =
        time > FILETIME_OF_UNIX_EPOCH ? (time - FILETIME_OF_UNIX_EPOCH) / SECOND : 0;

    return seconds && seconds < UINT32_MAX ? (uint32_t)seconds : unknown;
}

uint32_t user_age_of_samr(uint64_t since, uint64_t now)
{
    const uint64_t seconds = since && since < now ? (now - since) / SECOND : 0;

    return seconds < UINT32_MAX ? (uint32_t)seconds : UINT32_MAX;
}

uint64_t samr_time_of_user(uint32_t time)
{
    /* Of the two numbers that mean never, 0 is the one that Samba keeps. */
    return time == UINT32_MAX ? 0 : FILETIME_OF_UNIX_EPOCH + time * SECOND;
}
