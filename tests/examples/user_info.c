/*
 * Shows a user account of a server, as the documentation of NetUserGetInfo shows it
 *
 *     user_info.exe \\server user
 *
 * Its members at level 4, one on a line: name, colon, value; then its SID as text.
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

static void show_text(const wchar_t *name, const wchar_t *text)
{
    wprintf(L"%ls: %ls\n", name, text ? text : L"(none)");
}

static void show_number(const wchar_t *name, DWORD number)
{
    wprintf(L"%ls: %lu\n", name, number);
}

static void show_sid(PSID sid)
{
    LPWSTR text = NULL;

    if (ConvertSidToStringSid(sid, &text))
    {
        wprintf(L"sid: %ls\n", text);
        LocalFree(text);
    }
}

static void show_hours(const BYTE *hours, DWORD units)
{
    DWORD i;

    wprintf(L"hours: ");
    for (i = 0; hours && i < units / 8; i++)
    {
        wprintf(L"%02x", hours[i]);
    }
    wprintf(L"\n");
}

int wmain(int argc, wchar_t *argv[])
{
    USER_INFO_4 *user = NULL;
    NET_API_STATUS status;

    if (argc != 3)
    {
        fwprintf(stderr, L"Usage: %ls \\\\server user\n", argv[0]);
        return 2;
    }

    status = NetUserGetInfo(argv[1], argv[2], 4, (LPBYTE *)&user);
    if (status != NERR_Success)
    {
        fwprintf(stderr, L"NetUserGetInfo failed with %lu\n", status);
        return 1;
    }
    show_text(L"name", user->usri4_name);
    show_text(L"password", user->usri4_password);
    show_number(L"password age", user->usri4_password_age);
    show_number(L"privilege", user->usri4_priv);
    show_text(L"home directory", user->usri4_home_dir);
    show_text(L"comment", user->usri4_comment);
    wprintf(L"flags: %lx\n", user->usri4_flags);
    show_text(L"script path", user->usri4_script_path);
    show_text(L"full name", user->usri4_full_name);
    show_text(L"user comment", user->usri4_usr_comment);
    show_text(L"parameters", user->usri4_parms);
    show_text(L"workstations", user->usri4_workstations);
    show_number(L"last logon", user->usri4_last_logon);
    show_number(L"last logoff", user->usri4_last_logoff);
    wprintf(L"expires: %ld\n", (long)user->usri4_acct_expires);
    show_number(L"units per week", user->usri4_units_per_week);
    show_hours(user->usri4_logon_hours, user->usri4_units_per_week);
    show_number(L"bad password count", user->usri4_bad_pw_count);
    show_number(L"logons", user->usri4_num_logons);
    show_text(L"logon server", user->usri4_logon_server);
    show_number(L"country code", user->usri4_country_code);
    show_number(L"code page", user->usri4_code_page);
    show_number(L"primary group", user->usri4_primary_group_id);
    show_text(L"profile", user->usri4_profile);
    show_text(L"home drive", user->usri4_home_dir_drive);
    show_number(L"password expired", user->usri4_password_expired);
    show_sid(user->usri4_user_sid);
    NetApiBufferFree(user);
    return 0;
}
