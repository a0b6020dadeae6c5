/*
 * What Win32 and NERR codes are called and mean to somebody who manages a server.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "console/error_names.h"

#include <lmerr.h>

#define ERROR_ENTRY(code, text, hint)                                                              \
    {                                                                                              \
        code, L"" #code, text, hint                                                                \
    }

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

static const struct error_name error_names[] = {
    ERROR_ENTRY(ERROR_FILE_NOT_FOUND, L"There is no such entry.", NULL),
    ERROR_ENTRY(ERROR_ACCESS_DENIED, L"Access is denied.",
                L"log in as an administrator of the server with 'netadmin login'; on a Samba "
                L"server the account must be in the group that is mapped to "
                L"BUILTIN\\Administrators ('net groupmap add sid=S-1-5-32-544 unixgroup=GROUP "
                L"type=builtin')."),
    ERROR_ENTRY(ERROR_NOT_ENOUGH_MEMORY, L"Not enough memory.", NULL),
    ERROR_ENTRY(ERROR_INVALID_DATA, L"The data is not valid.", NULL),
    ERROR_ENTRY(ERROR_NOT_SUPPORTED, L"The server does not support this.", NULL),
    ERROR_ENTRY(ERROR_REM_NOT_LIST, L"The remote computer is not available.", NULL),
    ERROR_ENTRY(ERROR_BAD_NETPATH, L"The server was not found or does not answer.",
                L"check the name; 'netadmin config SERVER /address:HOST /port:N' says where a "
                L"server is."),
    ERROR_ENTRY(ERROR_BAD_NET_RESP, L"The server gave an answer that cannot be right.",
                HINT_SERVER),
    ERROR_ENTRY(ERROR_UNEXP_NET_ERR, L"An unexpected network error occurred.", NULL),
    ERROR_ENTRY(ERROR_NETNAME_DELETED, L"The connection was lost.", L"try again."),
    ERROR_ENTRY(ERROR_NETWORK_ACCESS_DENIED, L"Access to the network is denied.", NULL),
    ERROR_ENTRY(ERROR_BAD_NET_NAME, L"The server has no such share.", HINT_SERVER),
    ERROR_ENTRY(ERROR_REQ_NOT_ACCEP, L"The server has too many connections.", NULL),
    ERROR_ENTRY(ERROR_INVALID_PASSWORD, L"The password is not correct.", HINT_LOGIN),
    ERROR_ENTRY(ERROR_INVALID_PARAMETER, L"A value is not valid.", NULL),
    ERROR_ENTRY(ERROR_BROKEN_PIPE, L"The pipe has been ended.", NULL),
    ERROR_ENTRY(ERROR_DISK_FULL, L"There is not enough space on the disk.", NULL),
    ERROR_ENTRY(ERROR_CALL_NOT_IMPLEMENTED, L"The function is not implemented.", NULL),
    ERROR_ENTRY(ERROR_SEM_TIMEOUT, L"The server did not answer in time.",
                L"'netadmin config /connect-timeout:MS /call-timeout:MS' sets how long to wait."),
    ERROR_ENTRY(ERROR_INVALID_NAME, L"The name is not valid.", NULL),
    ERROR_ENTRY(ERROR_INVALID_LEVEL, L"The server does not know this information level.",
                L"try '/level:1'."),
    ERROR_ENTRY(ERROR_NO_DATA, L"The pipe is being closed.", NULL),
    ERROR_ENTRY(ERROR_MORE_DATA, L"The server has more data but does not give it.", NULL),
    ERROR_ENTRY(ERROR_NOT_FOUND, L"There is nothing of this name.", NULL),
    ERROR_ENTRY(ERROR_SESSION_CREDENTIAL_CONFLICT,
                L"There is a connection to the server with other credentials.", NULL),
    ERROR_ENTRY(ERROR_CANCELLED, L"Cancelled.", NULL),
    ERROR_ENTRY(ERROR_CONNECTION_REFUSED, L"The server refused the connection.",
                L"'netadmin config SERVER /port:N' sets its port."),
    ERROR_ENTRY(ERROR_NETWORK_UNREACHABLE, L"The network cannot be reached.", NULL),
    ERROR_ENTRY(ERROR_HOST_UNREACHABLE, L"The server cannot be reached.", NULL),
    ERROR_ENTRY(ERROR_INVALID_DOMAINNAME, L"The name of the domain is not valid.", NULL),
    ERROR_ENTRY(ERROR_NO_LOGON_SERVERS, L"There is no logon server to check the password.", NULL),
    ERROR_ENTRY(ERROR_NO_SUCH_LOGON_SESSION, L"There is no logon session to keep passwords in.",
                NULL),
    ERROR_ENTRY(ERROR_INVALID_ACCOUNT_NAME, L"This cannot be the name of an account.", NULL),
    ERROR_ENTRY(ERROR_USER_EXISTS, L"There is a user of this name already.", HINT_USER),
    ERROR_ENTRY(ERROR_NO_SUCH_USER, L"The account does not exist.", HINT_LOGIN),
    ERROR_ENTRY(ERROR_GROUP_EXISTS, L"There is a group of this name already.", HINT_GROUP),
    ERROR_ENTRY(ERROR_NO_SUCH_GROUP, L"There is no such group.", HINT_GROUP),
    ERROR_ENTRY(ERROR_MEMBER_IN_GROUP,
                L"The account is a member already, or the group has members.", HINT_MEMBERS),
    ERROR_ENTRY(ERROR_MEMBER_NOT_IN_GROUP, L"The account is no member of the group.", HINT_MEMBERS),
    ERROR_ENTRY(ERROR_LAST_ADMIN, L"This is the last administrator.", NULL),
    ERROR_ENTRY(ERROR_WRONG_PASSWORD, L"The old password is not correct.", NULL),
    ERROR_ENTRY(ERROR_ILL_FORMED_PASSWORD, L"The password has characters that it may not have.",
                NULL),
    ERROR_ENTRY(ERROR_PASSWORD_RESTRICTION, L"The rules for passwords do not allow this one.",
                HINT_PASSWORD),
    ERROR_ENTRY(ERROR_LOGON_FAILURE, L"The user name or password is not correct.", HINT_LOGIN),
    ERROR_ENTRY(ERROR_ACCOUNT_RESTRICTION, L"The account is restricted.", HINT_ADMIN),
    ERROR_ENTRY(ERROR_INVALID_LOGON_HOURS, L"The account may not log on at this time.", HINT_ADMIN),
    ERROR_ENTRY(ERROR_INVALID_WORKSTATION, L"The account may not log on from this computer.",
                HINT_ADMIN),
    ERROR_ENTRY(ERROR_PASSWORD_EXPIRED, L"The password has expired.", HINT_ADMIN),
    ERROR_ENTRY(ERROR_ACCOUNT_DISABLED, L"The account is disabled.", HINT_ADMIN),
    ERROR_ENTRY(ERROR_LOGON_NOT_GRANTED, L"The logon was not granted.", HINT_ADMIN),
    ERROR_ENTRY(ERROR_LOGON_TYPE_NOT_GRANTED, L"The account may not log on over the network.",
                HINT_ADMIN),
    ERROR_ENTRY(ERROR_NONE_MAPPED, L"No account has this name.", NULL),
    ERROR_ENTRY(ERROR_CANT_ACCESS_DOMAIN_INFO, L"The domain does not tell.", NULL),
    ERROR_ENTRY(ERROR_NO_SUCH_DOMAIN, L"The domain was not found.", HINT_DOMAIN),
    ERROR_ENTRY(ERROR_SPECIAL_ACCOUNT, L"This cannot be done to a built-in account.", NULL),
    ERROR_ENTRY(ERROR_SPECIAL_GROUP, L"This cannot be done to a built-in group.", NULL),
    ERROR_ENTRY(ERROR_SPECIAL_USER, L"This cannot be done to a built-in user.", NULL),
    ERROR_ENTRY(ERROR_MEMBERS_PRIMARY_GROUP, L"It is the primary group of a user.", NULL),
    ERROR_ENTRY(ERROR_NO_SUCH_ALIAS, L"There is no such local group.", HINT_GROUP),
    ERROR_ENTRY(ERROR_MEMBER_NOT_IN_ALIAS, L"The account is no member of the local group.",
                HINT_MEMBERS),
    ERROR_ENTRY(ERROR_MEMBER_IN_ALIAS, L"The account is a member of the local group already.",
                HINT_MEMBERS),
    ERROR_ENTRY(ERROR_ALIAS_EXISTS, L"There is a local group of this name already.", HINT_GROUP),
    ERROR_ENTRY(ERROR_NO_SUCH_MEMBER, L"A member does not exist.",
                L"write NAME, DOMAIN\\NAME or a SID."),
    ERROR_ENTRY(ERROR_INVALID_MEMBER, L"An account of this kind cannot be a member.", NULL),
    ERROR_ENTRY(RPC_S_SERVER_UNAVAILABLE, L"The RPC server is not available.", HINT_SERVER),
    ERROR_ENTRY(RPC_S_CALL_FAILED, L"The remote procedure call failed.", NULL),
    ERROR_ENTRY(RPC_S_PROTOCOL_ERROR, L"The server broke the RPC protocol.", HINT_SERVER),
    ERROR_ENTRY(RPC_S_PROCNUM_OUT_OF_RANGE, L"The server does not have this function.", NULL),
    ERROR_ENTRY(RPC_X_BAD_STUB_DATA, L"The server gave data that cannot be right.", HINT_SERVER),
    ERROR_ENTRY(RPC_S_UNKNOWN_IF, L"The server does not offer this service.", NULL),
    ERROR_ENTRY(ERROR_ACCOUNT_EXPIRED, L"The account has expired.", HINT_ADMIN),
    ERROR_ENTRY(ERROR_PASSWORD_MUST_CHANGE, L"The password must be changed first.", HINT_ADMIN),
    ERROR_ENTRY(ERROR_ACCOUNT_LOCKED_OUT, L"The account is locked.", HINT_ADMIN),
    ERROR_ENTRY(ERROR_NO_SITENAME, L"This computer is in no site.", NULL),
    ERROR_ENTRY(NERR_ServerNotStarted, L"The server service is not started.", NULL),
    ERROR_ENTRY(NERR_UnknownDevDir, L"The server has no such folder or device.", NULL),
    ERROR_ENTRY(NERR_RedirectedPath, L"The server has this folder from another server.", NULL),
    ERROR_ENTRY(NERR_DuplicateShare, L"The server has a share of this name already.", HINT_SHARE),
    ERROR_ENTRY(NERR_BufTooSmall, L"The answer does not fit the buffer.", NULL),
    ERROR_ENTRY(NERR_NetworkError, L"A network error occurred.", NULL),
    ERROR_ENTRY(NERR_BadUsername, L"This cannot be the name of a user.", NULL),
    ERROR_ENTRY(NERR_BadPassword, L"The password is not valid.", HINT_PASSWORD),
    ERROR_ENTRY(NERR_GroupNotFound, L"There is no such group.", HINT_GROUP),
    ERROR_ENTRY(NERR_UserNotFound, L"There is no such user there.", HINT_USER),
    ERROR_ENTRY(NERR_GroupExists, L"There is a group of this name already.", HINT_GROUP),
    ERROR_ENTRY(NERR_UserExists, L"There is a user of this name already.", HINT_USER),
    ERROR_ENTRY(NERR_NotPrimary, L"Only the primary domain controller can do this.", NULL),
    ERROR_ENTRY(NERR_SpeGroupOp, L"This cannot be done to a built-in group.", NULL),
    ERROR_ENTRY(NERR_UserInGroup, L"The user is a member of the group already.", HINT_MEMBERS),
    ERROR_ENTRY(NERR_UserNotInGroup, L"The user is no member of the group.", HINT_MEMBERS),
    ERROR_ENTRY(NERR_PasswordExpired, L"The password has expired.", NULL),
    ERROR_ENTRY(NERR_PasswordCantChange, L"The user may not change the password.", NULL),
    ERROR_ENTRY(NERR_PasswordHistConflict, L"The password was used before.", HINT_PASSWORD),
    ERROR_ENTRY(NERR_PasswordTooShort,
                L"The password is too short, or against another rule for passwords.",
                HINT_PASSWORD),
    ERROR_ENTRY(NERR_PasswordTooRecent, L"The password was changed too recently.", HINT_PASSWORD),
    ERROR_ENTRY(NERR_NetNameNotFound, L"The server has no share of this name.", HINT_SHARE),
    ERROR_ENTRY(NERR_ClientNameNotFound, L"The computer has no session there.", HINT_CLIENT),
    ERROR_ENTRY(NERR_FileIdNotFound, L"No open file has this number.", NULL),
    ERROR_ENTRY(NERR_InvalidComputer, L"The computer name is not valid.", NULL),
    ERROR_ENTRY(NERR_LastAdmin, L"This is the last administrator.", NULL),
    ERROR_ENTRY(NERR_DCNotFound, L"The domain's controller was not found.", HINT_DOMAIN),
    ERROR_ENTRY(NERR_DfsNoSuchVolume, L"The server has no such DFS path.", NULL),
    ERROR_ENTRY(NERR_DfsNoSuchServer, L"The DFS path has no such server.", NULL),
    ERROR_ENTRY(NERR_DfsNoSuchShare, L"The DFS path has no such share.", NULL),
    ERROR_ENTRY(NERR_DfsInternalError, L"The server's DFS does not work as it should.", NULL),
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
