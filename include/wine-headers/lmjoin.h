/*
 * What Wine's lmjoin.h lacks: names to validate and names of computers.
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

#endif
