/*
 * Joining and leaving a domain: NetJoinDomain, NetUnjoinDomain, NetRenameMachineInDomain and what
 * prepares them. Documented with lmjoin.h.
 *
 * That is the host's business. These functions say so, and do nothing: the codes are those that the
 * documentation has for a computer in that state, else ERROR_NOT_SUPPORTED.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmerr.h>
#include <lmjoin.h>

#include "api/debug.h"
#include "api/this_computer.h"
#include "membership/host_files.h"

/* Not in mingw-w64's lmjoin.h. */
#ifndef NETSETUP_PROVISIONING_PARAMS_WIN8_VERSION
#define NETSETUP_PROVISIONING_PARAMS_WIN8_VERSION    1
#define NETSETUP_PROVISIONING_PARAMS_CURRENT_VERSION 2

typedef struct _NETSETUP_PROVISIONING_PARAMS
{
    DWORD dwVersion;
    LPCWSTR lpDomain;
    LPCWSTR lpHostName;
    LPCWSTR lpMachineAccountOU;
    LPCWSTR lpDcName;
    DWORD dwProvisionOptions;
    LPCWSTR *aCertTemplateNames;
    DWORD cCertTemplateNames;
    LPCWSTR *aMachinePolicyNames;
    DWORD cMachinePolicyNames;
    LPCWSTR *aMachinePolicyPaths;
    DWORD cMachinePolicyPaths;
    LPWSTR lpNetbiosName;
    LPWSTR lpSiteName;
    LPWSTR lpPrimaryDNSDomain;
} NETSETUP_PROVISIONING_PARAMS;
#endif

NET_API_STATUS WINAPI NetProvisionComputerAccount(LPCWSTR lpDomain, LPCWSTR lpMachineName,
                                                  LPCWSTR lpMachineAccountOU, LPCWSTR lpDcName,
                                                  DWORD dwOptions, PBYTE *pProvisionBinData,
                                                  DWORD *pdwProvisionBinDataSize,
                                                  LPWSTR *pProvisionTextData);
NET_API_STATUS WINAPI NetRequestOfflineDomainJoin(BYTE *pProvisionBinData,
                                                  DWORD cbProvisionBinDataSize, DWORD dwOptions,
                                                  LPCWSTR lpWindowsPath);
NET_API_STATUS WINAPI NetCreateProvisioningPackage(
    NETSETUP_PROVISIONING_PARAMS *pProvisioningParams, PBYTE *ppPackageBinData,
    DWORD *pdwPackageBinDataSize, LPWSTR *ppPackageTextData);
NET_API_STATUS WINAPI NetRequestProvisioningPackageInstall(BYTE *pPackageBinData,
                                                           DWORD dwPackageBinDataSize,
                                                           DWORD dwProvisionOptions,
                                                           LPCWSTR lpWindowsPath, PVOID pvReserved);

/* All of NETSETUP_* that NetJoinDomain is documented with. */
#define JOIN_OPTIONS 0x0007FFF7

/* ---- What they share ------------------------------------------------------------------------- */

static BOOL is_empty(const WCHAR *text)
{
    return !text || !text[0];
}

static BOOL are_options(DWORD options, DWORD known)
{
    return options & NETSETUP_IGNORE_UNSUPPORTED_FLAGS || !(options & ~known);
}

/* Says whose business it is: `command` is the host's. */
static NET_API_STATUS refuse(const char *function, const char *command)
{
    if (platform_log_enabled(LOG_ERR))
    {
        platform_log(LOG_ERR, function, "domains are joined and left by the host: %s\n", command);
    }
    return ERROR_NOT_SUPPORTED;
}

/* Errors of target_from_name(); ERROR_NOT_SUPPORTED for another computer; and, where it has to be in a
 * domain, NERR_SetupNotJoined and NERR_SetupDomainController. */
static NET_API_STATUS check_member(const WCHAR *server)
{
    struct membership membership;
    NET_API_STATUS status = this_computer_check(server, ERROR_NOT_SUPPORTED);

    if (!status)
    {
        status = this_computer_membership(&membership);
    }
    if (status)
    {
        return status;
    }
    if (!membership.is_member)
    {
        return NERR_SetupNotJoined;
    }
    return membership.is_controller ? NERR_SetupDomainController : NERR_Success;
}

/* ---- Joining --------------------------------------------------------------------------------- */

static NET_API_STATUS join_workgroup(const WCHAR *name)
{
    struct utf16_name workgroup;

    if (!utf16_name_set(&workgroup, slice_w(name)) || !make_flat_name(&workgroup))
    {
        return NERR_InvalidWorkgroupName;
    }
    return refuse("NetJoinDomain", "`workgroup` in /etc/samba/smb.conf");
}

static NET_API_STATUS join_domain(DWORD options)
{
    struct membership membership;
    const NET_API_STATUS status = this_computer_membership(&membership);

    if (status)
    {
        return status;
    }
    if (membership.is_controller)
    {
        return NERR_SetupDomainController;
    }
    if (membership.is_member && !(options & NETSETUP_DOMAIN_JOIN_IF_JOINED))
    {
        return NERR_SetupAlreadyJoined;
    }
    return refuse("NetJoinDomain", "`realm join DOMAIN`, or `net ads join` with Samba");
}

NET_API_STATUS WINAPI NetJoinDomain(LPCWSTR lpServer, LPCWSTR lpDomain, LPCWSTR lpAccountOU,
                                    LPCWSTR lpAccount, LPCWSTR lpPassword, DWORD fJoinOptions)
{
    NET_API_STATUS status = NERR_Success;

    (void)lpAccountOU;
    (void)lpAccount;
    (void)lpPassword;
    if (is_empty(lpDomain) || !are_options(fJoinOptions, JOIN_OPTIONS))
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = this_computer_check(lpServer, ERROR_NOT_SUPPORTED);
    if (status)
    {
        return status;
    }
    return fJoinOptions & NETSETUP_JOIN_DOMAIN ? join_domain(fJoinOptions)
                                               : join_workgroup(lpDomain);
}

NET_API_STATUS WINAPI NetUnjoinDomain(LPCWSTR lpServer, LPCWSTR lpAccount, LPCWSTR lpPassword,
                                      DWORD fUnjoinOptions)
{
    NET_API_STATUS status = NERR_Success;

    (void)lpAccount;
    (void)lpPassword;
    if (!are_options(fUnjoinOptions, NETSETUP_ACCT_DELETE))
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = check_member(lpServer);
    return status ? status : refuse(__func__, "`realm leave`, or `net ads leave` with Samba");
}

NET_API_STATUS WINAPI NetRenameMachineInDomain(LPCWSTR lpServer, LPCWSTR lpNewMachineName,
                                               LPCWSTR lpAccount, LPCWSTR lpPassword,
                                               DWORD fRenameOptions)
{
    NET_API_STATUS status = NERR_Success;

    (void)lpAccount;
    (void)lpPassword;
    /* NULL is the name that the computer was given before. */
    if ((lpNewMachineName && !lpNewMachineName[0]) ||
        !are_options(fRenameOptions, NETSETUP_ACCT_CREATE))
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = check_member(lpServer);
    return status ? status
                  : refuse(__func__, "`realm leave`, `hostnamectl hostname NAME`, `realm join`");
}

NET_API_STATUS WINAPI NetGetJoinableOUs(LPCWSTR lpServer, LPCWSTR lpDomain, LPCWSTR lpAccount,
                                        LPCWSTR lpPassword, DWORD *OUCount, LPWSTR **OUs)
{
    NET_API_STATUS status = NERR_Success;

    (void)lpAccount;
    (void)lpPassword;
    if (OUCount)
    {
        *OUCount = 0;
    }
    if (OUs)
    {
        *OUs = NULL;
    }
    if (is_empty(lpDomain) || !OUCount || !OUs)
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = this_computer_check(lpServer, ERROR_NOT_SUPPORTED);
    return status ? status : refuse(__func__, "`realm join --computer-ou=OU DOMAIN`");
}

/* ---- Joining without a network --------------------------------------------------------------- */

/* Gives no package. Bytes are wanted with their size, and they or the text. */
static BOOL clear_package(BYTE **data, DWORD *size, WCHAR **text)
{
    if (data)
    {
        *data = NULL;
    }
    if (size)
    {
        *size = 0;
    }
    if (text)
    {
        *text = NULL;
    }
    return !data == !size && (data || text);
}

static NET_API_STATUS refuse_package(const char *function)
{
    return refuse(function, "`adcli preset-computer`, or `net offlinejoin provision` with Samba");
}

static NET_API_STATUS refuse_install(const char *function)
{
    return refuse(function, "`net offlinejoin requestodj` with Samba");
}

NET_API_STATUS WINAPI NetProvisionComputerAccount(LPCWSTR lpDomain, LPCWSTR lpMachineName,
                                                  LPCWSTR lpMachineAccountOU, LPCWSTR lpDcName,
                                                  DWORD dwOptions, PBYTE *pProvisionBinData,
                                                  DWORD *pdwProvisionBinDataSize,
                                                  LPWSTR *pProvisionTextData)
{
    (void)lpMachineAccountOU;
    (void)lpDcName;
    (void)dwOptions;
    if (!clear_package(pProvisionBinData, pdwProvisionBinDataSize, pProvisionTextData) ||
        is_empty(lpDomain) || is_empty(lpMachineName))
    {
        return ERROR_INVALID_PARAMETER;
    }
    return refuse_package(__func__);
}

NET_API_STATUS WINAPI NetCreateProvisioningPackage(
    NETSETUP_PROVISIONING_PARAMS *pProvisioningParams, PBYTE *ppPackageBinData,
    DWORD *pdwPackageBinDataSize, LPWSTR *ppPackageTextData)
{
    if (!clear_package(ppPackageBinData, pdwPackageBinDataSize, ppPackageTextData) ||
        !pProvisioningParams ||
        pProvisioningParams->dwVersion < NETSETUP_PROVISIONING_PARAMS_WIN8_VERSION ||
        pProvisioningParams->dwVersion > NETSETUP_PROVISIONING_PARAMS_CURRENT_VERSION ||
        is_empty(pProvisioningParams->lpDomain) || is_empty(pProvisioningParams->lpHostName))
    {
        return ERROR_INVALID_PARAMETER;
    }
    return refuse_package(__func__);
}

NET_API_STATUS WINAPI NetRequestOfflineDomainJoin(BYTE *pProvisionBinData,
                                                  DWORD cbProvisionBinDataSize, DWORD dwOptions,
                                                  LPCWSTR lpWindowsPath)
{
    (void)dwOptions;
    if (!pProvisionBinData || !cbProvisionBinDataSize || is_empty(lpWindowsPath))
    {
        return ERROR_INVALID_PARAMETER;
    }
    return refuse_install(__func__);
}

NET_API_STATUS WINAPI NetRequestProvisioningPackageInstall(BYTE *pPackageBinData,
                                                           DWORD dwPackageBinDataSize,
                                                           DWORD dwProvisionOptions,
                                                           LPCWSTR lpWindowsPath, PVOID pvReserved)
{
    (void)dwProvisionOptions;
    if (!pPackageBinData || !dwPackageBinDataSize || is_empty(lpWindowsPath) || pvReserved)
    {
        return ERROR_INVALID_PARAMETER;
    }
    return refuse_install(__func__);
}
