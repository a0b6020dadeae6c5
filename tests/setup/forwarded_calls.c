/*
 * Takes functions from the DLLs among which Windows divides them, as programs do.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 *     forwarded_calls.exe
 *
 * Prints "DLL FUNCTION: the same" where it is the function of netapi32.dll, else what is wrong; exit
 * status 1 where anything is.
 */
#include <stdio.h>
#include <windows.h>

static const struct
{
    const char *dll;
    const char *function;
} functions[] = {
    { "browcli.dll", "NetServerEnum" },
    { "dfscli.dll", "NetDfsEnum" },
    { "dsrole.dll", "DsRoleGetPrimaryDomainInformation" },
    { "logoncli.dll", "DsGetDcNameW" },
    { "netutils.dll", "NetpwNameValidate" },
    { "samcli.dll", "NetUserGetInfo" },
    { "schedcli.dll", "NetScheduleJobAdd" },
    { "srvcli.dll", "NetServerStatisticsGet" },
    { "wkscli.dll", "NetWkstaGetInfo" },
};

int main(void)
{
    const HMODULE netapi32 = LoadLibraryA("netapi32.dll");
    int failures = 0;

    for (size_t i = 0; i < ARRAYSIZE(functions); i++)
    {
        const HMODULE dll = LoadLibraryA(functions[i].dll);
        const FARPROC function = dll ? GetProcAddress(dll, functions[i].function) : NULL;
        const FARPROC own = netapi32 ? GetProcAddress(netapi32, functions[i].function) : NULL;
        const int is_same = function && function == own;

        printf("%s %s: %s\n", functions[i].dll, functions[i].function,
               is_same ? "the same" : (function ? "another" : "missing"));
        failures += !is_same;
    }
    return failures != 0;
}
