/*
 * What Win32 and NERR codes mean to somebody who manages a server: a sentence each, for programs that show
 * them. What to do about it is for each program to say.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETAPI32_ERROR_WORDS_H
#define NETAPI32_ERROR_WORDS_H

/* clang-format off */
#define NETAPI32_ERROR_WORDS(WORDS) \
    WORDS(ERROR_FILE_NOT_FOUND, L"There is no such entry.") \
    WORDS(ERROR_PATH_NOT_FOUND, L"There is no such folder.") \
    WORDS(ERROR_TOO_MANY_OPEN_FILES, L"Too many files are open.") \
    WORDS(ERROR_ACCESS_DENIED, L"Access is denied.") \
    WORDS(ERROR_INVALID_HANDLE, L"The handle is not valid.") \
    WORDS(ERROR_NOT_ENOUGH_MEMORY, L"Not enough memory.") \
    WORDS(ERROR_INVALID_DATA, L"The data is not valid.") \
    WORDS(ERROR_WRITE_PROTECT, L"Nothing can be written there.") \
    WORDS(ERROR_GEN_FAILURE, L"The system reports a failure.") \
    WORDS(ERROR_NOT_SUPPORTED, L"The server does not support this.") \
    WORDS(ERROR_REM_NOT_LIST, L"The remote computer is not available.") \
    WORDS(ERROR_BAD_NETPATH, L"The server was not found or does not answer.") \
    WORDS(ERROR_BAD_NET_RESP, L"The server gave an answer that cannot be right.") \
    WORDS(ERROR_UNEXP_NET_ERR, L"An unexpected network error occurred.") \
    WORDS(ERROR_NETNAME_DELETED, L"The connection was lost.") \
    WORDS(ERROR_NETWORK_ACCESS_DENIED, L"Access to the network is denied.") \
    WORDS(ERROR_BAD_NET_NAME, L"The server has no such share.") \
    WORDS(ERROR_REQ_NOT_ACCEP, L"The server has too many connections.") \
    WORDS(ERROR_FILE_EXISTS, L"There is a file of this name already.") \
    WORDS(ERROR_INVALID_PASSWORD, L"The password is not correct.") \
    WORDS(ERROR_INVALID_PARAMETER, L"A value is not valid.") \
    WORDS(ERROR_BROKEN_PIPE, L"The pipe has been ended.") \
    WORDS(ERROR_DISK_FULL, L"There is not enough space on the disk.") \
    WORDS(ERROR_CALL_NOT_IMPLEMENTED, L"The function is not implemented.") \
    WORDS(ERROR_SEM_TIMEOUT, L"The server did not answer in time.") \
    WORDS(ERROR_INVALID_NAME, L"The name is not valid.") \
    WORDS(ERROR_INVALID_LEVEL, L"The server does not know this information level.") \
    WORDS(ERROR_FILENAME_EXCED_RANGE, L"The name is too long.") \
    WORDS(ERROR_FILE_TOO_LARGE, L"The file is too large.") \
    WORDS(ERROR_NO_DATA, L"The pipe is being closed.") \
    WORDS(ERROR_MORE_DATA, L"The server has more data but does not give it.") \
    WORDS(ERROR_NOT_FOUND, L"There is nothing of this name.") \
    WORDS(ERROR_IO_DEVICE, L"The device reports an error.") \
    WORDS(ERROR_SESSION_CREDENTIAL_CONFLICT, L"There is a connection to the server with other credentials.") \
    WORDS(ERROR_CANCELLED, L"Cancelled.") \
    WORDS(ERROR_CONNECTION_REFUSED, L"The server refused the connection.") \
    WORDS(ERROR_NETWORK_UNREACHABLE, L"The network cannot be reached.") \
    WORDS(ERROR_HOST_UNREACHABLE, L"The server cannot be reached.") \
    WORDS(ERROR_INVALID_DOMAINNAME, L"The name of the domain is not valid.") \
    WORDS(ERROR_NO_LOGON_SERVERS, L"There is no logon server to check the password.") \
    WORDS(ERROR_NO_SYSTEM_RESOURCES, L"The system has no more resources.") \
    WORDS(ERROR_NO_SUCH_LOGON_SESSION, L"There is no logon session to keep passwords in.") \
    WORDS(ERROR_INVALID_ACCOUNT_NAME, L"This cannot be the name of an account.") \
    WORDS(ERROR_USER_EXISTS, L"There is a user of this name already.") \
    WORDS(ERROR_NO_SUCH_USER, L"The account does not exist.") \
    WORDS(ERROR_GROUP_EXISTS, L"There is a group of this name already.") \
    WORDS(ERROR_NO_SUCH_GROUP, L"There is no such group.") \
    WORDS(ERROR_MEMBER_IN_GROUP, L"The account is a member already, or the group has members.") \
    WORDS(ERROR_MEMBER_NOT_IN_GROUP, L"The account is no member of the group.") \
    WORDS(ERROR_LAST_ADMIN, L"This is the last administrator.") \
    WORDS(ERROR_WRONG_PASSWORD, L"The old password is not correct.") \
    WORDS(ERROR_ILL_FORMED_PASSWORD, L"The password has characters that it may not have.") \
    WORDS(ERROR_PASSWORD_RESTRICTION, L"The rules for passwords do not allow this one.") \
    WORDS(ERROR_LOGON_FAILURE, L"The user name or password is not correct.") \
    WORDS(ERROR_ACCOUNT_RESTRICTION, L"The account is restricted.") \
    WORDS(ERROR_INVALID_LOGON_HOURS, L"The account may not log on at this time.") \
    WORDS(ERROR_INVALID_WORKSTATION, L"The account may not log on from this computer.") \
    WORDS(ERROR_PASSWORD_EXPIRED, L"The password has expired.") \
    WORDS(ERROR_ACCOUNT_DISABLED, L"The account is disabled.") \
    WORDS(ERROR_LOGON_NOT_GRANTED, L"The logon was not granted.") \
    WORDS(ERROR_LOGON_TYPE_NOT_GRANTED, L"The account may not log on over the network.") \
    WORDS(ERROR_NONE_MAPPED, L"No account has this name.") \
    WORDS(ERROR_CANT_ACCESS_DOMAIN_INFO, L"The domain does not tell.") \
    WORDS(ERROR_NO_SUCH_DOMAIN, L"The domain was not found.") \
    WORDS(ERROR_SPECIAL_ACCOUNT, L"This cannot be done to a built-in account.") \
    WORDS(ERROR_SPECIAL_GROUP, L"This cannot be done to a built-in group.") \
    WORDS(ERROR_SPECIAL_USER, L"This cannot be done to a built-in user.") \
    WORDS(ERROR_MEMBERS_PRIMARY_GROUP, L"It is the primary group of a user.") \
    WORDS(ERROR_NO_SUCH_ALIAS, L"There is no such local group.") \
    WORDS(ERROR_MEMBER_NOT_IN_ALIAS, L"The account is no member of the local group.") \
    WORDS(ERROR_MEMBER_IN_ALIAS, L"The account is a member of the local group already.") \
    WORDS(ERROR_ALIAS_EXISTS, L"There is a local group of this name already.") \
    WORDS(ERROR_NO_SUCH_MEMBER, L"A member does not exist.") \
    WORDS(ERROR_INVALID_MEMBER, L"An account of this kind cannot be a member.") \
    WORDS(ERROR_TIME_SKEW, L"The clocks of this computer and of the server differ too much.") \
    WORDS(ERROR_BAD_CONFIGURATION, L"The configuration is damaged.") \
    WORDS(RPC_S_SERVER_UNAVAILABLE, L"The RPC server is not available.") \
    WORDS(RPC_S_CALL_FAILED, L"The remote procedure call failed.") \
    WORDS(RPC_S_PROTOCOL_ERROR, L"The server broke the RPC protocol.") \
    WORDS(RPC_S_PROCNUM_OUT_OF_RANGE, L"The server does not have this function.") \
    WORDS(RPC_X_BAD_STUB_DATA, L"The server gave data that cannot be right.") \
    WORDS(RPC_S_UNKNOWN_IF, L"The server does not offer this service.") \
    WORDS(ERROR_ACCOUNT_EXPIRED, L"The account has expired.") \
    WORDS(ERROR_PASSWORD_MUST_CHANGE, L"The password must be changed first.") \
    WORDS(ERROR_ACCOUNT_LOCKED_OUT, L"The account is locked.") \
    WORDS(ERROR_NO_SITENAME, L"This computer is in no site.") \
    WORDS(NERR_ServerNotStarted, L"The server service is not started.") \
    WORDS(NERR_UnknownDevDir, L"The server has no such folder or device.") \
    WORDS(NERR_RedirectedPath, L"The server has this folder from another server.") \
    WORDS(NERR_DuplicateShare, L"The server has a share of this name already.") \
    WORDS(NERR_BufTooSmall, L"The answer does not fit the buffer.") \
    WORDS(NERR_NetworkError, L"A network error occurred.") \
    WORDS(NERR_BadUsername, L"This cannot be the name of a user.") \
    WORDS(NERR_BadPassword, L"The password is not valid.") \
    WORDS(NERR_GroupNotFound, L"There is no such group.") \
    WORDS(NERR_UserNotFound, L"There is no such user there.") \
    WORDS(NERR_GroupExists, L"There is a group of this name already.") \
    WORDS(NERR_UserExists, L"There is a user of this name already.") \
    WORDS(NERR_NotPrimary, L"Only the primary domain controller can do this.") \
    WORDS(NERR_SpeGroupOp, L"This cannot be done to a built-in group.") \
    WORDS(NERR_UserInGroup, L"The user is a member of the group already.") \
    WORDS(NERR_UserNotInGroup, L"The user is no member of the group.") \
    WORDS(NERR_PasswordExpired, L"The password has expired.") \
    WORDS(NERR_PasswordCantChange, L"The user may not change the password.") \
    WORDS(NERR_PasswordHistConflict, L"The password was used before.") \
    WORDS(NERR_PasswordTooShort, L"The password is too short, or against another rule for passwords.") \
    WORDS(NERR_PasswordTooRecent, L"The password was changed too recently.") \
    WORDS(NERR_NetNameNotFound, L"The server has no share of this name.") \
    WORDS(NERR_ClientNameNotFound, L"The computer has no session there.") \
    WORDS(NERR_FileIdNotFound, L"No open file has this number.") \
    WORDS(NERR_InvalidComputer, L"The computer name is not valid.") \
    WORDS(NERR_LastAdmin, L"This is the last administrator.") \
    WORDS(NERR_DCNotFound, L"The domain's controller was not found.") \
    WORDS(NERR_DfsNoSuchVolume, L"The server has no such DFS path.") \
    WORDS(NERR_DfsNoSuchServer, L"The DFS path has no such server.") \
    WORDS(NERR_DfsNoSuchShare, L"The DFS path has no such share.") \
    WORDS(NERR_DfsInternalError, L"The server's DFS does not work as it should.")
/* clang-format on */

#endif
