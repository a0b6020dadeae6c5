/*
 * Calls functions of srvcli.dll and wkscli.dll, which a program may take from there as in Windows.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 *     forwarded_calls.exe
 *
 * Prints "DLL FUNCTION: STATUS" for each; exit status 1 where a DLL or a function is missing.
 */
#include <stdio.h>
#include <stdlib.h>
#include <windows.h>
#include <lm.h>

typedef NET_API_STATUS(WINAPI *info_function)(LPWSTR server, DWORD level, LPBYTE *buffer);
typedef NET_API_STATUS(WINAPI *statistics_function)(LPWSTR server, DWORD level, DWORD options,
                                                    LPBYTE *buffer);

static FARPROC find(const char *dll, const char *name)
{
    HMODULE library = LoadLibraryA(dll);
    FARPROC function = library ? GetProcAddress(library, name) : NULL;

    if (!function)
    {
        printf("%s %s is missing\n", dll, name);
        exit(1);
    }
    return function;
}

static void show(const char *dll, const char *name, NET_API_STATUS status, BYTE *buffer)
{
    printf("%s %s: %lu\n", dll, name, status);
    NetApiBufferFree(buffer);
}

static void get_info(const char *dll, const char *name)
{
    info_function function = (info_function)(void *)find(dll, name);
    BYTE *buffer = NULL;
    NET_API_STATUS status = function(NULL, 100, &buffer);

    show(dll, name, status, buffer);
}

static void get_statistics(const char *dll, const char *name)
{
    statistics_function function = (statistics_function)(void *)find(dll, name);
    BYTE *buffer = NULL;
    NET_API_STATUS status = function(NULL, 0, 0, &buffer);

    show(dll, name, status, buffer);
}

int main(void)
{
    get_statistics("srvcli.dll", "NetServerStatisticsGet");
    get_info("wkscli.dll", "NetWkstaGetInfo");
    get_statistics("wkscli.dll", "NetWkstaStatisticsGet");
    return 0;
}
