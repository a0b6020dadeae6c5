/*
 * What a server's SAM and LSA return, in the words of the API.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/accounts/account_server_code.h"

#include <stddef.h>

#include "base/status.h"

/* [MS-ERREF] 2.3, and what lmerr.h and winerror.h have for it; what the documentation of NetUser*,
 * NetGroup* and NetLocalGroup* names is preferred. */
static const struct
{
    uint32_t ntstatus;
    uint32_t code;
} codes[] = {
    { 0x8000001A, 259 },  /* STATUS_NO_MORE_ENTRIES: ERROR_NO_MORE_ITEMS */
    { 0xC0000002, 50 },   /* STATUS_NOT_IMPLEMENTED: ERROR_NOT_SUPPORTED */
    { 0xC0000003, 87 },   /* STATUS_INVALID_INFO_CLASS: ERROR_INVALID_PARAMETER */
    { 0xC0000061, 1314 }, /* STATUS_PRIVILEGE_NOT_HELD: ERROR_PRIVILEGE_NOT_HELD */
    { 0xC0000062, 2202 }, /* STATUS_INVALID_ACCOUNT_NAME: NERR_BadUsername */
    { 0xC0000063, 2224 }, /* STATUS_USER_EXISTS: NERR_UserExists */
    { 0xC0000064, 2221 }, /* STATUS_NO_SUCH_USER: NERR_UserNotFound */
    { 0xC0000065, 2223 }, /* STATUS_GROUP_EXISTS: NERR_GroupExists */
    { 0xC0000066, 2220 }, /* STATUS_NO_SUCH_GROUP: NERR_GroupNotFound */
    { 0xC0000067, 2236 }, /* STATUS_MEMBER_IN_GROUP: NERR_UserInGroup */
    { 0xC0000068, 2237 }, /* STATUS_MEMBER_NOT_IN_GROUP: NERR_UserNotInGroup */
    { 0xC0000069, 2452 }, /* STATUS_LAST_ADMIN: NERR_LastAdmin */
    { 0xC000006B, 2245 }, /* STATUS_ILL_FORMED_PASSWORD: NERR_PasswordTooShort */
    { 0xC000006C, 2245 }, /* STATUS_PASSWORD_RESTRICTION: NERR_PasswordTooShort */
    { 0xC0000073, 1332 }, /* STATUS_NONE_MAPPED: ERROR_NONE_MAPPED */
    { 0xC0000078, 1337 }, /* STATUS_INVALID_SID: ERROR_INVALID_SID */
    { 0xC00000DD, 1353 }, /* STATUS_INVALID_DOMAIN_STATE: ERROR_INVALID_DOMAIN_STATE */
    { 0xC00000DE, 1354 }, /* STATUS_INVALID_DOMAIN_ROLE: ERROR_INVALID_DOMAIN_ROLE */
    { 0xC00000DF, 1355 }, /* STATUS_NO_SUCH_DOMAIN: ERROR_NO_SUCH_DOMAIN */
    { 0xC0000124, 1371 }, /* STATUS_SPECIAL_ACCOUNT: ERROR_SPECIAL_ACCOUNT */
    { 0xC0000125, 2234 }, /* STATUS_SPECIAL_GROUP: NERR_SpeGroupOp */
    { 0xC0000126, 1371 }, /* STATUS_SPECIAL_USER: ERROR_SPECIAL_ACCOUNT */
    { 0xC0000127, 1374 }, /* STATUS_MEMBERS_PRIMARY_GROUP: ERROR_MEMBERS_PRIMARY_GROUP */
    { 0xC0000151, 1376 }, /* STATUS_NO_SUCH_ALIAS: ERROR_NO_SUCH_ALIAS */
    { 0xC0000152, 1377 }, /* STATUS_MEMBER_NOT_IN_ALIAS: ERROR_MEMBER_NOT_IN_ALIAS */
    { 0xC0000153, 1378 }, /* STATUS_MEMBER_IN_ALIAS: ERROR_MEMBER_IN_ALIAS */
    { 0xC0000154, 1379 }, /* STATUS_ALIAS_EXISTS: ERROR_ALIAS_EXISTS */
    { 0xC000015A, 1384 }, /* STATUS_TOO_MANY_CONTEXT_IDS: ERROR_TOO_MANY_CONTEXT_IDS */
    { 0xC000015D, 1386 }, /* STATUS_NT_CROSS_ENCRYPTION_REQUIRED */
    { 0xC000017A, 1387 }, /* STATUS_NO_SUCH_MEMBER: ERROR_NO_SUCH_MEMBER */
    { 0xC000017B, 1388 }, /* STATUS_INVALID_MEMBER: ERROR_INVALID_MEMBER */
    { 0xC0000202, 1394 }, /* STATUS_NO_USER_SESSION_KEY: ERROR_NO_USER_SESSION_KEY */
    { 0xC0000225, 1168 }, /* STATUS_NOT_FOUND: ERROR_NOT_FOUND */
    { 0xC000025A, 2245 }, /* STATUS_PWD_TOO_SHORT: NERR_PasswordTooShort */
    { 0xC000025B, 2246 }, /* STATUS_PWD_TOO_RECENT: NERR_PasswordTooRecent */
    { 0xC000025C, 2244 }, /* STATUS_PWD_HISTORY_CONFLICT: NERR_PasswordHistConflict */
};

uint32_t account_server_code(uint32_t status)
{
    for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++)
    {
        if (codes[i].ntstatus == status)
        {
            return codes[i].code;
        }
    }
    return win32_from_ntstatus(status);
}
