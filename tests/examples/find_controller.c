/*
 * Finds a controller of a domain, and tells what it says of itself
 *
 *     find_controller.exe [domain [flags [site [account [kinds]]]]]
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef UNICODE
#define UNICODE
#endif

#include <stdio.h>
#include <windows.h>
#include <dsgetdc.h>
#include <lm.h>

/* Not in every dsgetdc.h. */
DWORD WINAPI DsGetDcNameWithAccountW(LPCWSTR ComputerName, LPCWSTR AccountName,
                                     ULONG AllowableAccountControlBits, LPCWSTR DomainName,
                                     GUID *DomainGuid, LPCWSTR SiteName, ULONG Flags,
                                     PDOMAIN_CONTROLLER_INFOW *DomainControllerInfo);

int wmain(int argc, wchar_t *argv[]);

/* An argument that is not there, or is empty, is not said. */
static wchar_t *argument(int argc, wchar_t *argv[], int index)
{
    return index < argc && *argv[index] ? argv[index] : NULL;
}

static void print_text(const char *name, const wchar_t *text)
{
    wprintf(L"%hs: %ls\n", name, text ? text : L"(none)");
}

int wmain(int argc, wchar_t *argv[])
{
    const wchar_t *flags = argument(argc, argv, 2);
    wchar_t *account = argument(argc, argv, 4);
    const wchar_t *kinds = argument(argc, argv, 5);
    DOMAIN_CONTROLLER_INFO *info = NULL;
    const GUID *guid = NULL;
    DWORD status;

    if (account)
    {
        status = DsGetDcNameWithAccountW(NULL, account,
                                         kinds ? wcstoul(kinds, NULL, 0) : UF_NORMAL_ACCOUNT,
                                         argument(argc, argv, 1), NULL, argument(argc, argv, 3),
                                         flags ? wcstoul(flags, NULL, 0) : 0, &info);
    }
    else
    {
        status = DsGetDcName(NULL, argument(argc, argv, 1), NULL, argument(argc, argv, 3),
                             flags ? wcstoul(flags, NULL, 0) : 0, &info);
    }
    if (status != ERROR_SUCCESS)
    {
        fwprintf(stderr, L"DsGetDcName failed with %lu\n", status);
        return 1;
    }
    guid = &info->DomainGuid;
    print_text("controller", info->DomainControllerName);
    print_text("address", info->DomainControllerAddress);
    wprintf(L"address type: %lu\n", info->DomainControllerAddressType);
    wprintf(L"guid: %08lx-%04x-%04x-%02x%02x-%02x%02x%02x%02x%02x%02x\n", guid->Data1, guid->Data2,
            guid->Data3, guid->Data4[0], guid->Data4[1], guid->Data4[2], guid->Data4[3],
            guid->Data4[4], guid->Data4[5], guid->Data4[6], guid->Data4[7]);
    print_text("domain", info->DomainName);
    print_text("forest", info->DnsForestName);
    wprintf(L"flags: %08lx\n", info->Flags);
    print_text("site", info->DcSiteName);
    print_text("client site", info->ClientSiteName);
    NetApiBufferFree(info);
    return 0;
}
