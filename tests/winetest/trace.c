/*
 * Calls whose log lines `run trace` looks at, with WINEDEBUG=+netapi32
 *
 * Here stands what must hold with and without a log: a call answers the same, and nothing crashes.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windef.h>
#include <winbase.h>
#include <lmcons.h>
#include <lmaccess.h>
#include <lmapibuf.h>
#include <lmerr.h>
#include <lmserver.h>
#include <lmuse.h>
#include <lmwksta.h>

#include <stdio.h>

#include "wine/test.h"

/* `run` looks for it in the log. */
#define SECRET L"a-Secret-of-Nobody"

static void secrets_are_not_logged(void)
{
    WCHAR secret[] = SECRET, remote[] = L"\\\\nosuch.invalid\\IPC$", user[] = L"somebody";
    USE_INFO_2 use = { 0 };
    USER_INFO_1 account = { 0 };
    DWORD status;

    account.usri1_name = user;
    account.usri1_password = secret;
    account.usri1_priv = USER_PRIV_USER;
    account.usri1_flags = UF_SCRIPT;
    status = NetUserAdd(NULL, 1, (BYTE *)&account, NULL);
    ok(status == NERR_Success, "got %lu\n", status);
    status = NetUserChangePassword(NULL, user, secret, SECRET L"-2");
    ok(status == NERR_Success, "got %lu\n", status);
    status = NetUserDel(NULL, user);
    ok(status == NERR_Success, "got %lu\n", status);

    use.ui2_remote = remote;
    use.ui2_username = user;
    use.ui2_password = secret;
    use.ui2_asg_type = USE_IPC;
    status = NetUseAdd(NULL, 2, (BYTE *)&use, NULL);
    ok(status == ERROR_BAD_NETPATH, "got %lu\n", status);
}

/* A function that does not look at a string may be given anything. */
static void strings_that_cannot_be_read_are_addresses(void)
{
    SYSTEM_INFO system;
    WCHAR *pages, *end;
    BYTE *buffer = NULL;
    DWORD status, old;

    status = NetWkstaUserGetInfo((WCHAR *)(ULONG_PTR)0xdead, 0, &buffer);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);

    GetSystemInfo(&system);
    pages = VirtualAlloc(NULL, 2 * system.dwPageSize, MEM_COMMIT, PAGE_READWRITE);
    ok(pages != NULL, "got error %lu\n", GetLastError());
    end = pages + system.dwPageSize / sizeof(WCHAR);
    VirtualProtect(end, system.dwPageSize, PAGE_NOACCESS, &old);
    end[-2] = 'q';
    end[-1] = 'q';
    status = NetWkstaUserGetInfo(end - 2, 0, &buffer);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    end[-1] = 0;
    status = NetWkstaUserGetInfo(end - 2, 0, &buffer);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    VirtualFree(pages, 0, MEM_RELEASE);
}

/* Of a number of 32 bits a caller leaves the rest of the register as it was. */
static void numbers_have_32_bits(void)
{
    typedef DWORD(WINAPI * get_info_function)(ULONG_PTR server, ULONG_PTR level, BYTE * *buffer);
    get_info_function get_info = (get_info_function)(void *)NetServerGetInfo;
    BYTE *buffer = NULL;
    DWORD status;

    status = get_info(0, (ULONG_PTR)((ULONGLONG)0xabcdef << 32 | 101), &buffer);
    ok(status == NERR_Success, "got %lu\n", status);
    NetApiBufferFree(buffer);
}

static void the_last_error_stays(void)
{
    void *buffer = NULL;
    DWORD status;

    SetLastError(0xbeef);
    status = NetApiBufferAllocate(10, &buffer);
    ok(status == NERR_Success, "got %lu\n", status);
    NetApiBufferFree(buffer);
    ok(GetLastError() == 0xbeef, "got %#lx\n", GetLastError());
}

static void text_of_any_kind_is_one_line(void)
{
    WCHAR text[2000];
    BYTE *buffer = NULL;
    DWORD status, i;

    for (i = 0; i < ARRAY_SIZE(text) - 1; i++)
    {
        text[i] = i < 3 ? L"\n\"\x20ac"[i] : 'l';
    }
    text[i] = 0;
    status = NetWkstaUserGetInfo(text, 0, &buffer);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
}

START_TEST(trace)
{
    secrets_are_not_logged();
    strings_that_cannot_be_read_are_addresses();
    numbers_have_32_bits();
    the_last_error_stays();
    text_of_any_kind_is_one_line();
}
