/*
 * Tests of programs that end, or unload netapi32.dll, while it holds connections
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "session_test.h"

#include <stdio.h>

#define THREADS   4
#define EXIT_CODE 42
#define CALLS     100   /* after which a program ends whose threads are in the middle of more */
#define PATIENCE  60000 /* ms that a machine may take to end a program */
#define IDLE_TIME 10000 /* ms that connections are kept, and with them the library */
#define PAUSE     100

typedef NET_API_STATUS(WINAPI *enum_function)(LPWSTR, LPWSTR, LPWSTR, DWORD, LPBYTE *, DWORD,
                                              LPDWORD, LPDWORD, LPDWORD);

/* ---- The program that ends ------------------------------------------------------------------- */

static LONG calls;

static DWORD WINAPI call_for_ever(void *server)
{
    for (;;)
    {
        free_enumeration(enumerate(server, NULL, NULL, 1));
        InterlockedIncrement(&calls);
    }
    return 0;
}

static void end_in_the_middle_of_calls(WCHAR *server)
{
    unsigned int i;

    for (i = 0; i < THREADS; i++)
    {
        CloseHandle(CreateThread(NULL, 0, call_for_ever, server, 0, NULL));
    }
    /* Not while threads are being made: Wine itself does not stand that. */
    while (InterlockedCompareExchange(&calls, 0, 0) < CALLS)
    {
        Sleep(PAUSE);
    }
    ExitProcess(EXIT_CODE);
}

/* ---- Tests ----------------------------------------------------------------------------------- */

static void a_program_may_end_in_the_middle_of_calls(void)
{
    STARTUPINFOA startup;
    PROCESS_INFORMATION process;
    char command[2 * MAX_PATH];
    DWORD code = 0;
    char **argv;
    BOOL created;

    memset(&startup, 0, sizeof(startup));
    startup.cb = sizeof(startup);
    winetest_get_mainargs(&argv);
    snprintf(command, sizeof(command), "\"%s\" unload end", argv[0]);
    created = CreateProcessA(NULL, command, NULL, NULL, FALSE, 0, NULL, NULL, &startup, &process);
    ok(created, "CreateProcessA failed with %lu\n", GetLastError());
    if (!created)
    {
        return;
    }
    ok(WaitForSingleObject(process.hProcess, PATIENCE) == WAIT_OBJECT_0, "it does not end\n");
    GetExitCodeProcess(process.hProcess, &code);
    ok(code == EXIT_CODE, "got exit code %#lx\n", code);
    TerminateProcess(process.hProcess, 1);
    CloseHandle(process.hThread);
    CloseHandle(process.hProcess);
}

static void call_through(HMODULE module, WCHAR *server)
{
    enum_function function = (enum_function)(void *)GetProcAddress(module, "NetSessionEnum");
    DWORD entries = 0, total = 0;
    BYTE *buffer = NULL;
    NET_API_STATUS status =
        function(server, NULL, NULL, 1, &buffer, MAX_PREFERRED_LENGTH, &entries, &total, NULL);

    ok(status == NERR_Success, "got %lu\n", status);
    ok(entries > 0, "got no entries\n");
    NetApiBufferFree(buffer);
}

/* What closes the idle connection is code of the library, which must still be there by then. */
static void the_library_may_be_freed_with_a_connection_open(WCHAR *server)
{
    WCHAR original[MAX_PATH], folder[MAX_PATH], copy[MAX_PATH];
    HMODULE module;
    ULONGLONG start;
    BOOL copied;

    GetModuleFileNameW(GetModuleHandleW(L"netapi32.dll"), original, MAX_PATH);
    GetTempPathW(MAX_PATH, folder);
    swprintf(copy, MAX_PATH, L"%lsnetapi32_copy.dll", folder);
    copied = CopyFileW(original, copy, FALSE);
    ok(copied, "CopyFileW failed with %lu\n", GetLastError());
    module = LoadLibraryW(copy);
    ok(module != NULL, "LoadLibraryW failed with %lu\n", GetLastError());
    if (module)
    {
        call_through(module, server);
        start = GetTickCount64();
        FreeLibrary(module);
        while (GetModuleHandleW(copy) && GetTickCount64() - start < IDLE_TIME + PATIENCE)
        {
            Sleep(PAUSE);
        }
        ok(!GetModuleHandleW(copy), "it is still loaded\n");

        module = LoadLibraryW(copy);
        ok(module != NULL, "LoadLibraryW failed with %lu\n", GetLastError());
    }
    if (module)
    {
        call_through(module, server);
        FreeLibrary(module);
    }
}

START_TEST(unload)
{
    struct test_server server;
    char **argv;

    if (winetest_get_mainargs(&argv) > 2)
    {
        WCHAR name[NAME_SIZE], unc[NAME_SIZE + 2] = L"\\\\";

        get_setting(L"NETAPI32_TEST_SERVER", name);
        wcscat(unc, name);
        end_in_the_middle_of_calls(unc);
    }
    if (!open_test_server(&server))
    {
        return;
    }
    a_program_may_end_in_the_middle_of_calls();
    the_library_may_be_freed_with_a_connection_open(server.unc);
    close_test_server(&server);
}
