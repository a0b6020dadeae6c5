/*
 * What Win32 and NERR codes are called and mean to somebody who manages a server.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "console/error_names.h"

#include <lmerr.h>
#include <netapi32_error_words.h>

#define ERROR_NAME(code, text) { code, L"" #code, text },

#define HINT_LOGIN  L"store the right password with 'netadmin login SERVER /user:NAME'."
#define HINT_ADMIN  L"this has to be changed on the server, by its administrator."
#define HINT_SERVER L"what answers there may be no SMB file server; see 'netadmin config SERVER'."
#define HINT_SHARE  L"'netadmin shares SERVER' lists its shares."
#define HINT_CLIENT L"'netadmin sessions SERVER' lists who is connected."
#define HINT_USER                                                                                  \
    L"'netadmin users SERVER' lists the accounts, 'netadmin sessions SERVER' who is connected."
#define HINT_GROUP    L"'netadmin groups SERVER' and 'netadmin localgroups SERVER' list the groups."
#define HINT_MEMBERS  L"'netadmin group members' and 'netadmin localgroup members' list them."
#define HINT_PASSWORD L"'netadmin policy SERVER' shows the rules for passwords."
#define HINT_DOMAIN                                                                                \
    L"check the name, and whether the name servers of this computer know the domain."

static const struct error_name error_names[] = { NETAPI32_ERROR_WORDS(ERROR_NAME) };

static const struct
{
    DWORD code;
    const WCHAR *hint;
} hints[] = {
    { ERROR_ACCESS_DENIED,
      L"log in as an administrator of the server with 'netadmin login'; on a Samba "
      L"server the account must be in the group that is mapped to "
      L"BUILTIN\\Administrators ('net groupmap add sid=S-1-5-32-544 unixgroup=GROUP "
      L"type=builtin')." },
    { ERROR_BAD_NETPATH,
      L"check the name; 'netadmin config SERVER /address:HOST /port:N' says where a "
      L"server is." },
    { ERROR_BAD_NET_RESP, HINT_SERVER },
    { ERROR_NETNAME_DELETED, L"try again." },
    { ERROR_BAD_NET_NAME, HINT_SERVER },
    { ERROR_INVALID_PASSWORD, HINT_LOGIN },
    { ERROR_SEM_TIMEOUT,
      L"'netadmin config /connect-timeout:MS /call-timeout:MS' sets how long to wait." },
    { ERROR_INVALID_LEVEL, L"try '/level:1'." },
    { ERROR_CONNECTION_REFUSED, L"'netadmin config SERVER /port:N' sets its port." },
    { ERROR_USER_EXISTS, HINT_USER },
    { ERROR_NO_SUCH_USER, HINT_LOGIN },
    { ERROR_GROUP_EXISTS, HINT_GROUP },
    { ERROR_NO_SUCH_GROUP, HINT_GROUP },
    { ERROR_MEMBER_IN_GROUP, HINT_MEMBERS },
    { ERROR_MEMBER_NOT_IN_GROUP, HINT_MEMBERS },
    { ERROR_PASSWORD_RESTRICTION, HINT_PASSWORD },
    { ERROR_LOGON_FAILURE, HINT_LOGIN },
    { ERROR_ACCOUNT_RESTRICTION, HINT_ADMIN },
    { ERROR_INVALID_LOGON_HOURS, HINT_ADMIN },
    { ERROR_INVALID_WORKSTATION, HINT_ADMIN },
    { ERROR_PASSWORD_EXPIRED, HINT_ADMIN },
    { ERROR_ACCOUNT_DISABLED, HINT_ADMIN },
    { ERROR_LOGON_NOT_GRANTED, HINT_ADMIN },
    { ERROR_LOGON_TYPE_NOT_GRANTED, HINT_ADMIN },
    { ERROR_NO_SUCH_DOMAIN, HINT_DOMAIN },
    { ERROR_NO_SUCH_ALIAS, HINT_GROUP },
    { ERROR_MEMBER_NOT_IN_ALIAS, HINT_MEMBERS },
    { ERROR_MEMBER_IN_ALIAS, HINT_MEMBERS },
    { ERROR_ALIAS_EXISTS, HINT_GROUP },
    { ERROR_NO_SUCH_MEMBER, L"write NAME, DOMAIN\\NAME or a SID." },
    { ERROR_TIME_SKEW, L"have both set by the same time servers." },
    { RPC_S_SERVER_UNAVAILABLE, HINT_SERVER },
    { RPC_S_PROTOCOL_ERROR, HINT_SERVER },
    { RPC_X_BAD_STUB_DATA, HINT_SERVER },
    { ERROR_ACCOUNT_EXPIRED, HINT_ADMIN },
    { ERROR_PASSWORD_MUST_CHANGE, HINT_ADMIN },
    { ERROR_ACCOUNT_LOCKED_OUT, HINT_ADMIN },
    { NERR_DuplicateShare, HINT_SHARE },
    { NERR_BadPassword, HINT_PASSWORD },
    { NERR_GroupNotFound, HINT_GROUP },
    { NERR_UserNotFound, HINT_USER },
    { NERR_GroupExists, HINT_GROUP },
    { NERR_UserExists, HINT_USER },
    { NERR_UserInGroup, HINT_MEMBERS },
    { NERR_UserNotInGroup, HINT_MEMBERS },
    { NERR_PasswordHistConflict, HINT_PASSWORD },
    { NERR_PasswordTooShort, HINT_PASSWORD },
    { NERR_PasswordTooRecent, HINT_PASSWORD },
    { NERR_NetNameNotFound, HINT_SHARE },
    { NERR_ClientNameNotFound, HINT_CLIENT },
    { NERR_DCNotFound, HINT_DOMAIN },
};

const struct error_name *error_name_find(DWORD code)
{
    for (size_t i = 0; i < ARRAYSIZE(error_names); i++)
    {
        if (error_names[i].code == code)
        {
            return &error_names[i];
        }
    }
    return NULL;
}

const WCHAR *error_hint(DWORD code)
{
    for (size_t i = 0; i < ARRAYSIZE(hints); i++)
    {
        if (hints[i].code == code)
        {
            return hints[i].hint;
        }
    }
    return NULL;
}
