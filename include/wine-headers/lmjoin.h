/*
 * What Wine's lmjoin.h lacks: names to validate and names of computers, joining a domain.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef WINE_HEADERS_LMJOIN_H
#define WINE_HEADERS_LMJOIN_H

#include_next <lmjoin.h>

typedef enum _NETSETUP_NAME_TYPE
{
    NetSetupUnknown,
    NetSetupMachine,
    NetSetupWorkgroup,
    NetSetupDomain,
    NetSetupNonExistentDomain,
    NetSetupDnsMachine,
} NETSETUP_NAME_TYPE,
    *PNETSETUP_NAME_TYPE;

typedef enum _NET_COMPUTER_NAME_TYPE
{
    NetPrimaryComputerName,
    NetAlternateComputerNames,
    NetAllComputerNames,
    NetComputerNameTypeMax,
} NET_COMPUTER_NAME_TYPE,
    *PNET_COMPUTER_NAME_TYPE;

NET_API_STATUS WINAPI NetValidateName(LPCWSTR, LPCWSTR, LPCWSTR, LPCWSTR, NETSETUP_NAME_TYPE);
NET_API_STATUS WINAPI NetEnumerateComputerNames(LPCWSTR, NET_COMPUTER_NAME_TYPE, ULONG, PDWORD,
                                                LPWSTR **);

#define NETSETUP_JOIN_DOMAIN              0x00000001
#define NETSETUP_ACCT_CREATE              0x00000002
#define NETSETUP_ACCT_DELETE              0x00000004
#define NETSETUP_DOMAIN_JOIN_IF_JOINED    0x00000020
#define NETSETUP_IGNORE_UNSUPPORTED_FLAGS 0x10000000

NET_API_STATUS WINAPI NetGetJoinableOUs(LPCWSTR, LPCWSTR, LPCWSTR, LPCWSTR, DWORD *, LPWSTR **);
NET_API_STATUS WINAPI NetJoinDomain(LPCWSTR, LPCWSTR, LPCWSTR, LPCWSTR, LPCWSTR, DWORD);
NET_API_STATUS WINAPI NetRenameMachineInDomain(LPCWSTR, LPCWSTR, LPCWSTR, LPCWSTR, DWORD);
NET_API_STATUS WINAPI NetUnjoinDomain(LPCWSTR, LPCWSTR, LPCWSTR, DWORD);

#endif
