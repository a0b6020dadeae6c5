/*
 * Lists the controllers of a domain with their addresses
 *
 *     enum_controllers.exe domain [site]
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef UNICODE
#define UNICODE
#endif

#include <stdio.h>
#include <winsock2.h>
#include <windows.h>
#include <dsgetdc.h>
#include <lm.h>

int wmain(int argc, wchar_t *argv[]);

static void print_addresses(SOCKET_ADDRESS *addresses, ULONG count)
{
    for (ULONG i = 0; i < count; i++)
    {
        wchar_t text[64];
        DWORD size = sizeof(text) / sizeof(text[0]);

        if (!WSAAddressToString(addresses[i].lpSockaddr, (DWORD)addresses[i].iSockaddrLength, NULL,
                                text, &size))
        {
            wprintf(L" %ls", text);
        }
    }
}

int wmain(int argc, wchar_t *argv[])
{
    HANDLE context = NULL;
    WSADATA data;
    DWORD status;

    if (argc < 2)
    {
        fwprintf(stderr, L"Usage: %ls domain [site]\n", argv[0]);
        return 2;
    }
    WSAStartup(MAKEWORD(2, 2), &data);
    status = DsGetDcOpen(argv[1], DS_NOTIFY_AFTER_SITE_RECORDS, argc > 2 ? argv[2] : NULL, NULL,
                         NULL, 0, &context);
    if (status != ERROR_SUCCESS)
    {
        fwprintf(stderr, L"DsGetDcOpen failed with %lu\n", status);
        return 1;
    }
    for (;;)
    {
        SOCKET_ADDRESS *addresses = NULL;
        ULONG count = 0;
        wchar_t *host = NULL;

        status = DsGetDcNext(context, &count, &addresses, &host);
        if (status == ERROR_FILEMARK_DETECTED)
        {
            wprintf(L"(all of the domain)\n");
            continue;
        }
        if (status != ERROR_SUCCESS)
        {
            break;
        }
        wprintf(L"%ls:", host);
        print_addresses(addresses, count);
        wprintf(L"\n");
        NetApiBufferFree(host);
        LocalFree(addresses);
    }
    DsGetDcClose(context);
    if (status != ERROR_NO_MORE_ITEMS)
    {
        fwprintf(stderr, L"DsGetDcNext failed with %lu\n", status);
        return 1;
    }
    return 0;
}
