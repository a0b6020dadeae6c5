/*
 * Loads netapi32.dll, asks a server for its shares and unloads it again, twice in this one process
 *
 *     reload.exe \\server
 *
 * Prints what NetShareEnum returned, one line for each time, once the DLL has gone, which it does when
 * its connections have been idle for a while. Nothing else here holds the DLLs that it stands on.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef UNICODE
#define UNICODE
#endif

#include <stdio.h>
#include <windows.h>
#include <lm.h>

#define TIMES     2
#define PATIENCE  300 /* looks */
#define LOOK_TIME 100 /* ms */

typedef NET_API_STATUS(NET_API_FUNCTION *share_enum_function)(LPWSTR, DWORD, LPBYTE *, DWORD,
                                                              LPDWORD, LPDWORD, LPDWORD);
typedef NET_API_STATUS(NET_API_FUNCTION *buffer_free_function)(LPVOID);

int wmain(int argc, wchar_t *argv[]);

static NET_API_STATUS ask(HMODULE netapi32, WCHAR *server)
{
    const share_enum_function share_enum =
        (share_enum_function)(void *)GetProcAddress(netapi32, "NetShareEnum");
    const buffer_free_function buffer_free =
        (buffer_free_function)(void *)GetProcAddress(netapi32, "NetApiBufferFree");
    BYTE *shares = NULL;
    DWORD read = 0, total = 0;
    const NET_API_STATUS status =
        share_enum(server, 1, &shares, MAX_PREFERRED_LENGTH, &read, &total, NULL);

    if (shares)
    {
        buffer_free(shares);
    }
    return status;
}

static BOOL has_gone(void)
{
    unsigned int i;

    for (i = 0; i < PATIENCE && GetModuleHandleW(L"netapi32.dll"); i++)
    {
        Sleep(LOOK_TIME);
    }
    return i < PATIENCE;
}

int wmain(int argc, wchar_t *argv[])
{
    unsigned int i;

    if (argc != 2)
    {
        fwprintf(stderr, L"Usage: %ls \\\\server\n", argv[0]);
        return 2;
    }
    for (i = 0; i < TIMES; i++)
    {
        HMODULE netapi32 = LoadLibraryW(L"netapi32.dll");
        NET_API_STATUS status = ask(netapi32, argv[1]);

        FreeLibrary(netapi32);
        if (!has_gone())
        {
            fwprintf(stderr, L"netapi32.dll does not go\n");
            return 1;
        }
        printf("%lu\n", status);
        fflush(stdout);
    }
    return 0;
}
