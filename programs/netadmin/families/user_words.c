/*
 * What the numbers of users mean.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "families/user_words.h"

#include <lmcons.h>
#include <lmaccess.h>

const struct word user_flags[] = {
    BITS(UF_SCRIPT, L""),
    BITS(UF_NORMAL_ACCOUNT, L""),
    BITS(UF_ACCOUNTDISABLE, L"disabled"),
    BITS(UF_LOCKOUT, L"locked"),
    BITS(UF_PASSWORD_EXPIRED, L"password expired"),
    BITS(UF_DONT_EXPIRE_PASSWD, L"password never expires"),
    BITS(UF_PASSWD_CANT_CHANGE, L"password cannot be changed"),
    BITS(UF_PASSWD_NOTREQD, L"no password required"),
    BITS(UF_ENCRYPTED_TEXT_PASSWORD_ALLOWED, L"password kept reversibly"),
    BITS(UF_HOMEDIR_REQUIRED, L"home folder required"),
    BITS(UF_SMARTCARD_REQUIRED, L"smart card required"),
    BITS(UF_TEMP_DUPLICATE_ACCOUNT, L"local"),
    BITS(UF_INTERDOMAIN_TRUST_ACCOUNT, L"trusting domain"),
    BITS(UF_WORKSTATION_TRUST_ACCOUNT, L"computer"),
    BITS(UF_SERVER_TRUST_ACCOUNT, L"domain controller"),
    BITS(UF_MNS_LOGON_ACCOUNT, L"cluster logon"),
    BITS(UF_TRUSTED_FOR_DELEGATION, L"trusted for delegation"),
    BITS(UF_NOT_DELEGATED, L"not delegated"),
    BITS(UF_USE_DES_KEY_ONLY, L"DES only"),
    BITS(UF_DONT_REQUIRE_PREAUTH, L"no preauthentication"),
    BITS(UF_TRUSTED_TO_AUTHENTICATE_FOR_DELEGATION, L"trusted to authenticate for delegation"),
    BITS(UF_NO_AUTH_DATA_REQUIRED, L"no authorization data"),
    { 0 },
};

const struct word user_privileges[] = {
    { MAXDWORD, USER_PRIV_GUEST, L"guest" },
    { MAXDWORD, USER_PRIV_USER, L"user" },
    { MAXDWORD, USER_PRIV_ADMIN, L"administrator" },
    { 0 },
};

const struct word user_operators[] = {
    BITS(AF_OP_PRINT, L"printers"),
    BITS(AF_OP_COMM, L"communication"),
    BITS(AF_OP_SERVER, L"servers"),
    BITS(AF_OP_ACCOUNTS, L"accounts"),
    { 0 },
};
