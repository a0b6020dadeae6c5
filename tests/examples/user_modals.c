/*
 * Shows the rules for all accounts of a server, as the documentation of NetUserModalsGet shows it
 *
 *     user_modals.exe [\\server]
 *
 * The members of levels 0 and 3, one on a line, then the domain of level 2 and its SID.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef UNICODE
#define UNICODE
#endif

#include <stdio.h>
#include <windows.h>
#include <lm.h>
#include <sddl.h>

int wmain(int argc, wchar_t *argv[]);

int wmain(int argc, wchar_t *argv[])
{
    const wchar_t *server = argc == 2 ? argv[1] : NULL;
    USER_MODALS_INFO_0 *password = NULL;
    USER_MODALS_INFO_2 *domain = NULL;
    USER_MODALS_INFO_3 *lockout = NULL;
    LPWSTR sid = NULL;
    NET_API_STATUS status = NetUserModalsGet(server, 0, (LPBYTE *)&password);

    if (status == NERR_Success)
    {
        status = NetUserModalsGet(server, 2, (LPBYTE *)&domain);
    }
    if (status == NERR_Success)
    {
        status = NetUserModalsGet(server, 3, (LPBYTE *)&lockout);
    }
    if (status != NERR_Success)
    {
        fwprintf(stderr, L"NetUserModalsGet failed with %lu\n", status);
        return 1;
    }
    wprintf(L"minimum password length: %lu\n", password->usrmod0_min_passwd_len);
    wprintf(L"maximum password age: %ld\n", (long)password->usrmod0_max_passwd_age);
    wprintf(L"minimum password age: %lu\n", password->usrmod0_min_passwd_age);
    wprintf(L"force logoff: %ld\n", (long)password->usrmod0_force_logoff);
    wprintf(L"password history: %lu\n", password->usrmod0_password_hist_len);
    wprintf(L"lockout duration: %lu\n", lockout->usrmod3_lockout_duration);
    wprintf(L"lockout window: %lu\n", lockout->usrmod3_lockout_observation_window);
    wprintf(L"lockout threshold: %lu\n", lockout->usrmod3_lockout_threshold);
    wprintf(L"domain: %ls\n", domain->usrmod2_domain_name);
    if (ConvertSidToStringSid(domain->usrmod2_domain_id, &sid))
    {
        wprintf(L"sid: %ls\n", sid);
        LocalFree(sid);
    }
    NetApiBufferFree(password);
    NetApiBufferFree(domain);
    NetApiBufferFree(lockout);
    return 0;
}
