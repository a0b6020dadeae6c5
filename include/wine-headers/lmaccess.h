/*
 * What Wine's lmaccess.h lacks: groups of a domain, domain controllers, constants of users, service
 * accounts.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef WINE_HEADERS_LMACCESS_H
#define WINE_HEADERS_LMACCESS_H

/* Wine declares its resume handle as a DWORD; Windows as a DWORD_PTR. */
#define NetGroupEnum NetGroupEnum_of_wine
#include_next <lmaccess.h>
#undef NetGroupEnum
NET_API_STATUS WINAPI NetGroupEnum(LPCWSTR, DWORD, LPBYTE *, DWORD, LPDWORD, LPDWORD, PDWORD_PTR);

#ifndef GROUP_ALL_PARMNUM

#define GROUP_ALL_PARMNUM 0

typedef struct _GROUP_INFO_0
{
    LPWSTR grpi0_name;
} GROUP_INFO_0, *PGROUP_INFO_0, *LPGROUP_INFO_0;

typedef struct _GROUP_INFO_1
{
    LPWSTR grpi1_name;
    LPWSTR grpi1_comment;
} GROUP_INFO_1, *PGROUP_INFO_1, *LPGROUP_INFO_1;

typedef struct _GROUP_INFO_2
{
    LPWSTR grpi2_name;
    LPWSTR grpi2_comment;
    DWORD grpi2_group_id;
    DWORD grpi2_attributes;
} GROUP_INFO_2, *PGROUP_INFO_2;

typedef struct _GROUP_INFO_3
{
    LPWSTR grpi3_name;
    LPWSTR grpi3_comment;
    PSID grpi3_group_sid;
    DWORD grpi3_attributes;
} GROUP_INFO_3, *PGROUP_INFO_3;

typedef struct _GROUP_INFO_1002
{
    LPWSTR grpi1002_comment;
} GROUP_INFO_1002, *PGROUP_INFO_1002, *LPGROUP_INFO_1002;

typedef struct _GROUP_INFO_1005
{
    DWORD grpi1005_attributes;
} GROUP_INFO_1005, *PGROUP_INFO_1005, *LPGROUP_INFO_1005;

typedef struct _GROUP_USERS_INFO_0
{
    LPWSTR grui0_name;
} GROUP_USERS_INFO_0, *PGROUP_USERS_INFO_0, *LPGROUP_USERS_INFO_0;

typedef struct _GROUP_USERS_INFO_1
{
    LPWSTR grui1_name;
    DWORD grui1_attributes;
} GROUP_USERS_INFO_1, *PGROUP_USERS_INFO_1, *LPGROUP_USERS_INFO_1;

NET_API_STATUS WINAPI NetGetAnyDCName(LPCWSTR, LPCWSTR, LPBYTE *);
NET_API_STATUS WINAPI NetGetDisplayInformationIndex(LPCWSTR, DWORD, LPCWSTR, LPDWORD);
NET_API_STATUS WINAPI NetGroupAdd(LPCWSTR, DWORD, LPBYTE, LPDWORD);
NET_API_STATUS WINAPI NetGroupAddUser(LPCWSTR, LPCWSTR, LPCWSTR);
NET_API_STATUS WINAPI NetGroupDel(LPCWSTR, LPCWSTR);
NET_API_STATUS WINAPI NetGroupDelUser(LPCWSTR, LPCWSTR, LPCWSTR);
NET_API_STATUS WINAPI NetGroupGetInfo(LPCWSTR, LPCWSTR, DWORD, LPBYTE *);
NET_API_STATUS WINAPI NetGroupGetUsers(LPCWSTR, LPCWSTR, DWORD, LPBYTE *, DWORD, LPDWORD, LPDWORD,
                                       PDWORD_PTR);
NET_API_STATUS WINAPI NetGroupSetInfo(LPCWSTR, LPCWSTR, DWORD, LPBYTE, LPDWORD);
NET_API_STATUS WINAPI NetGroupSetUsers(LPCWSTR, LPCWSTR, DWORD, LPBYTE, DWORD);
NET_API_STATUS WINAPI NetUserModalsSet(LPCWSTR, DWORD, LPBYTE, LPDWORD);
NET_API_STATUS WINAPI NetUserSetGroups(LPCWSTR, LPCWSTR, DWORD, LPBYTE, DWORD);
NET_API_STATUS WINAPI NetUserSetInfo(LPCWSTR, LPCWSTR, DWORD, LPBYTE, LPDWORD);

#endif

#ifndef USER_NAME_PARMNUM

#define USER_NAME_PARMNUM  1
#define USER_PRIV_PARMNUM  5
#define GROUP_NAME_PARMNUM 1

#define TIMEQ_FOREVER             ((DWORD)-1)
#define USER_MAXSTORAGE_UNLIMITED ((DWORD)-1)
#define UNITS_PER_DAY             24
#define UNITS_PER_WEEK            (UNITS_PER_DAY * 7)
#define UAS_ROLE_PRIMARY          3
#define LG_INCLUDE_INDIRECT       0x0001

#define FILTER_TEMP_DUPLICATE_ACCOUNT    0x0001
#define FILTER_NORMAL_ACCOUNT            0x0002
#define FILTER_INTERDOMAIN_TRUST_ACCOUNT 0x0008
#define FILTER_WORKSTATION_TRUST_ACCOUNT 0x0010
#define FILTER_SERVER_TRUST_ACCOUNT      0x0020

typedef struct _USER_INFO_24
{
    BOOL usri24_internet_identity;
    DWORD usri24_flags;
    LPWSTR usri24_internet_provider_name;
    LPWSTR usri24_internet_principal_name;
    PSID usri24_user_sid;
} USER_INFO_24, *PUSER_INFO_24, *LPUSER_INFO_24;

#endif

#ifndef SERVICE_ACCOUNT_FLAG_LINK_TO_HOST_ONLY

#define SERVICE_ACCOUNT_FLAG_LINK_TO_HOST_ONLY 1

typedef enum _MSA_INFO_STATE
{
    MsaInfoNotExist = 1,
    MsaInfoNotService,
    MsaInfoCannotInstall,
    MsaInfoCanInstall,
    MsaInfoInstalled
} MSA_INFO_STATE;

typedef struct _MSA_INFO_0
{
    MSA_INFO_STATE State;
} MSA_INFO_0, *PMSA_INFO_0, *LPMSA_INFO_0;

NTSTATUS WINAPI NetAddServiceAccount(LPWSTR, LPWSTR, LPWSTR, DWORD);
NTSTATUS WINAPI NetEnumerateServiceAccounts(LPWSTR, DWORD, DWORD *, PZPWSTR *);
NTSTATUS WINAPI NetIsServiceAccount(LPWSTR, LPWSTR, BOOL *);
NTSTATUS WINAPI NetRemoveServiceAccount(LPWSTR, LPWSTR, DWORD);

#endif

#ifndef NETLOGON_CONTROL_QUERY

#define NETLOGON_CONTROL_QUERY 1

typedef struct _NETLOGON_INFO_1
{
    DWORD netlog1_flags;
    NET_API_STATUS netlog1_pdc_connection_status;
} NETLOGON_INFO_1;

typedef struct _NETLOGON_INFO_2
{
    DWORD netlog2_flags;
    NET_API_STATUS netlog2_pdc_connection_status;
    LPWSTR netlog2_trusted_dc_name;
    NET_API_STATUS netlog2_tc_connection_status;
} NETLOGON_INFO_2;

typedef struct _NETLOGON_INFO_3
{
    DWORD netlog3_flags;
    DWORD netlog3_logon_attempts;
    DWORD netlog3_reserved1;
    DWORD netlog3_reserved2;
    DWORD netlog3_reserved3;
    DWORD netlog3_reserved4;
    DWORD netlog3_reserved5;
} NETLOGON_INFO_3;

typedef struct _NETLOGON_INFO_4
{
    LPWSTR netlog4_trusted_dc_name;
    LPWSTR netlog4_trusted_domain_name;
} NETLOGON_INFO_4;

LONG WINAPI NetEnumerateTrustedDomains(LPWSTR, LPWSTR *); /* an NTSTATUS */
NET_API_STATUS WINAPI I_NetLogonControl(LPCWSTR, DWORD, DWORD, LPBYTE *);
NET_API_STATUS WINAPI I_NetLogonControl2(LPCWSTR, DWORD, DWORD, LPBYTE, LPBYTE *);

#endif

#ifndef NET_VALIDATE_PASSWORD_LAST_SET

#define NET_VALIDATE_PASSWORD_LAST_SET       0x01
#define NET_VALIDATE_BAD_PASSWORD_TIME       0x02
#define NET_VALIDATE_LOCKOUT_TIME            0x04
#define NET_VALIDATE_BAD_PASSWORD_COUNT      0x08
#define NET_VALIDATE_PASSWORD_HISTORY_LENGTH 0x10
#define NET_VALIDATE_PASSWORD_HISTORY        0x20

typedef enum _NET_VALIDATE_PASSWORD_TYPE
{
    NetValidateAuthentication = 1,
    NetValidatePasswordChange,
    NetValidatePasswordReset,
} NET_VALIDATE_PASSWORD_TYPE;

typedef struct _NET_VALIDATE_PASSWORD_HASH
{
    ULONG Length;
    LPBYTE Hash;
} NET_VALIDATE_PASSWORD_HASH;

typedef struct _NET_VALIDATE_PERSISTED_FIELDS
{
    ULONG PresentFields;
    FILETIME PasswordLastSet;
    FILETIME BadPasswordTime;
    FILETIME LockoutTime;
    ULONG BadPasswordCount;
    ULONG PasswordHistoryLength;
    NET_VALIDATE_PASSWORD_HASH *PasswordHistory;
} NET_VALIDATE_PERSISTED_FIELDS;

typedef struct _NET_VALIDATE_OUTPUT_ARG
{
    NET_VALIDATE_PERSISTED_FIELDS ChangedPersistedFields;
    NET_API_STATUS ValidationStatus;
} NET_VALIDATE_OUTPUT_ARG;

typedef struct _NET_VALIDATE_AUTHENTICATION_INPUT_ARG
{
    NET_VALIDATE_PERSISTED_FIELDS InputPersistedFields;
    BOOLEAN PasswordMatched;
} NET_VALIDATE_AUTHENTICATION_INPUT_ARG;

typedef struct _NET_VALIDATE_PASSWORD_CHANGE_INPUT_ARG
{
    NET_VALIDATE_PERSISTED_FIELDS InputPersistedFields;
    LPWSTR ClearPassword;
    LPWSTR UserAccountName;
    NET_VALIDATE_PASSWORD_HASH HashedPassword;
    BOOLEAN PasswordMatch;
} NET_VALIDATE_PASSWORD_CHANGE_INPUT_ARG;

typedef struct _NET_VALIDATE_PASSWORD_RESET_INPUT_ARG
{
    NET_VALIDATE_PERSISTED_FIELDS InputPersistedFields;
    LPWSTR ClearPassword;
    LPWSTR UserAccountName;
    NET_VALIDATE_PASSWORD_HASH HashedPassword;
    BOOLEAN PasswordMustChangeAtNextLogon;
    BOOLEAN ClearLockout;
} NET_VALIDATE_PASSWORD_RESET_INPUT_ARG;

NET_API_STATUS WINAPI NetValidatePasswordPolicy(LPCWSTR, LPVOID, NET_VALIDATE_PASSWORD_TYPE, LPVOID,
                                                LPVOID *);
NET_API_STATUS WINAPI NetValidatePasswordPolicyFree(LPVOID *);

#endif

#ifndef AF_OP_ACCOUNTS

#define AF_OP_ACCOUNTS                            0x8
#define AF_OP_COMM                                0x2
#define AF_OP_PRINT                               0x1
#define AF_OP_SERVER                              0x4
#define GROUP_ATTRIBUTES_PARMNUM                  3
#define GROUP_COMMENT_PARMNUM                     2
#define MODALS_FORCE_LOGOFF_PARMNUM               4
#define MODALS_LOCKOUT_THRESHOLD_PARMNUM          12
#define MODALS_MAX_PASSWD_AGE_PARMNUM             2
#define MODALS_MIN_PASSWD_AGE_PARMNUM             3
#define MODALS_MIN_PASSWD_LEN_PARMNUM             1
#define MODALS_PASSWD_HIST_LEN_PARMNUM            5
#define UF_NO_AUTH_DATA_REQUIRED                  0x2000000
#define UF_TRUSTED_TO_AUTHENTICATE_FOR_DELEGATION 0x1000000
#define USER_ACCT_EXPIRES_INFOLEVEL               (PARMNUM_BASE_INFOLEVEL + USER_ACCT_EXPIRES_PARMNUM)
#define USER_ACCT_EXPIRES_PARMNUM                 17
#define USER_CODE_PAGE_PARMNUM                    25
#define USER_COMMENT_PARMNUM                      7
#define USER_COUNTRY_CODE_PARMNUM                 24
#define USER_FLAGS_INFOLEVEL                      (PARMNUM_BASE_INFOLEVEL + USER_FLAGS_PARMNUM)
#define USER_FLAGS_PARMNUM                        8
#define USER_FULL_NAME_PARMNUM                    11
#define USER_HOME_DIR_DRIVE_PARMNUM               53
#define USER_HOME_DIR_PARMNUM                     6
#define USER_PASSWORD_INFOLEVEL                   (PARMNUM_BASE_INFOLEVEL + USER_PASSWORD_PARMNUM)
#define USER_PASSWORD_PARMNUM                     3
#define USER_PRIMARY_GROUP_PARMNUM                51
#define USER_PROFILE_PARMNUM                      52
#define USER_SCRIPT_PATH_PARMNUM                  9
#define USER_USR_COMMENT_PARMNUM                  12
#define USER_WORKSTATIONS_PARMNUM                 14

/* An enumerator of SID_NAME_USE. */
#define SidTypeComputer 9

#endif

#endif
