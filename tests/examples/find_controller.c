/*
 * Finds a domain controller, as the documentation of DsGetDcName shows it
 *
 *     find_controller.exe [domain [flags]]
 *
 * Its members, one on a line: name, colon, value. Flags are hexadecimal.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef UNICODE
#define UNICODE
#endif

#include <stdio.h>
#include <wchar.h>
#include <windows.h>
#include <lm.h>
#include <dsgetdc.h>

int wmain(int argc, wchar_t *argv[]);

int wmain(int argc, wchar_t *argv[])
{
    const wchar_t *domain = argc > 1 ? argv[1] : NULL;
    ULONG flags = argc > 2 ? wcstoul(argv[2], NULL, 16) : 0;
    DOMAIN_CONTROLLER_INFO *info = NULL;
    DWORD status;

    if (argc > 3)
    {
        fwprintf(stderr, L"Usage: %ls [domain [flags]]\n", argv[0]);
        return 2;
    }
    status = DsGetDcName(NULL, domain, NULL, NULL, flags, &info);
    if (status != ERROR_SUCCESS)
    {
        fwprintf(stderr, L"DsGetDcName failed with %lu\n", status);
        return 1;
    }
    wprintf(L"controller: %ls\n", info->DomainControllerName);
    wprintf(L"address: %ls\n", info->DomainControllerAddress);
    wprintf(L"address type: %lu\n", info->DomainControllerAddressType);
    wprintf(L"domain: %ls\n", info->DomainName);
    wprintf(L"forest: %ls\n", info->DnsForestName ? info->DnsForestName : L"(none)");
    wprintf(L"flags: %lx\n", info->Flags);
    wprintf(L"controller site: %ls\n", info->DcSiteName ? info->DcSiteName : L"(none)");
    wprintf(L"client site: %ls\n", info->ClientSiteName ? info->ClientSiteName : L"(none)");
    NetApiBufferFree(info);
    return 0;
}
