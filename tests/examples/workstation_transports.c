/*
 * Lists the transports of a workstation, as many calls of NetWkstaTransportEnum as it takes
 *
 *     workstation_transports.exe [\\server]
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef UNICODE
#define UNICODE
#endif

#include <stdio.h>
#include <windows.h>
#include <lm.h>

static void print_transports(const WKSTA_TRANSPORT_INFO_0 *transports, DWORD count)
{
    DWORD i;

    for (i = 0; i < count; i++)
    {
        wprintf(L"%ls %ls\n", transports[i].wkti0_transport_address,
                transports[i].wkti0_transport_name);
    }
}

int wmain(int argc, wchar_t *argv[]);

int wmain(int argc, wchar_t *argv[])
{
    LPWSTR server = argc == 2 ? argv[1] : NULL;
    WKSTA_TRANSPORT_INFO_0 *transports = NULL;
    DWORD read = 0, total = 0, resume = 0;
    NET_API_STATUS status;

    if (argc > 2)
    {
        fwprintf(stderr, L"Usage: %ls [\\\\server]\n", argv[0]);
        return 2;
    }
    do
    {
        status = NetWkstaTransportEnum(server, 0, (LPBYTE *)&transports, MAX_PREFERRED_LENGTH,
                                       &read, &total, &resume);
        if (status == NERR_Success || status == ERROR_MORE_DATA)
        {
            print_transports(transports, read);
            NetApiBufferFree(transports);
        }
    } while (status == ERROR_MORE_DATA);
    if (status != NERR_Success)
    {
        fwprintf(stderr, L"A system error has occurred: %lu\n", status);
        return 1;
    }
    return 0;
}
