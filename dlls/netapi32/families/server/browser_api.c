/*
 * The computer browser: I_Browser*. Undocumented.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * There is no browser service here, as on Windows 10 without SMB 1.
 */
#include <windows.h>

#include <lmcons.h>

NET_API_STATUS WINAPI I_BrowserQueryEmulatedDomains(WCHAR *server, void **domains, DWORD *entries);
NET_API_STATUS WINAPI I_BrowserSetNetlogonState(WCHAR *server, WCHAR *domain, WCHAR *emulated,
                                                DWORD role);

NET_API_STATUS WINAPI I_BrowserQueryEmulatedDomains(WCHAR *server, void **domains, DWORD *entries)
{
    (void)server;
    if (domains)
    {
        *domains = NULL;
    }
    if (entries)
    {
        *entries = 0;
    }
    return ERROR_NOT_SUPPORTED;
}

NET_API_STATUS WINAPI I_BrowserSetNetlogonState(WCHAR *server, WCHAR *domain, WCHAR *emulated,
                                                DWORD role)
{
    (void)server;
    (void)domain;
    (void)emulated;
    (void)role;
    return ERROR_NOT_SUPPORTED;
}
