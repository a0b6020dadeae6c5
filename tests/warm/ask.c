/*
 * Asks a server for its sessions, once for each line of standard input, always in this one process
 *
 *     ask.exe \\server
 *
 * Prints what NetSessionEnum returned, one line for each call. In a text mode of its own the C run time
 * would read ahead: the lines come one by one, and between them others change what the calls go by.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef UNICODE
#define UNICODE
#endif

#include <stdio.h>
#include <windows.h>
#include <lm.h>

int wmain(int argc, wchar_t *argv[]);

int wmain(int argc, wchar_t *argv[])
{
    int c;

    if (argc != 2)
    {
        fwprintf(stderr, L"Usage: %ls \\\\server\n", argv[0]);
        return 2;
    }
    while ((c = getchar()) != EOF)
    {
        BYTE *sessions = NULL;
        DWORD read = 0, total = 0;
        NET_API_STATUS status;

        if (c != '\n')
        {
            continue;
        }
        status = NetSessionEnum(argv[1], NULL, NULL, 1, &sessions, MAX_PREFERRED_LENGTH, &read,
                                &total, NULL);
        if (sessions)
        {
            NetApiBufferFree(sessions);
        }
        printf("%lu\n", status);
        fflush(stdout);
    }
    return 0;
}
