/*
 * Shares and open files: NetShare*, NetFileEnum, as far as Wine has code for them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "dump.h"

static void share_enum(const WCHAR *server, DWORD level)
{
    BYTE *buffer = UNTOUCHED_POINTER;
    DWORD entries = UNTOUCHED_NUMBER, total = UNTOUCHED_NUMBER, resume = 0;
    DWORD status = CALL(NetShareEnum, (WCHAR *)server, level, &buffer, MAX_PREFERRED_LENGTH,
                        &entries, &total, &resume);

    line_key("NetShareEnum(%s, %lu)", quoted(server), level);
    line_entries(status, buffer, entries, total, "");
}

static void share_get_info(const WCHAR *name, DWORD level)
{
    BYTE *buffer = UNTOUCHED_POINTER;
    DWORD status = CALL(NetShareGetInfo, NULL, (WCHAR *)name, level, &buffer);

    line_key("NetShareGetInfo(%s, %lu)", quoted(name), level);
    line_info(status, buffer, "");
}

static void share_add_and_del(void)
{
    WCHAR name[] = L"netapi32-test", comment[] = L"", path[] = L"C:\\netapi32-test";
    SHARE_INFO_2 share = {
        .shi2_netname = name, .shi2_remark = comment, .shi2_max_uses = 1, .shi2_path = path
    };
    DWORD parameter = UNTOUCHED_NUMBER;

    line_key("NetShareAdd(2)");
    line_status(CALL(NetShareAdd, NULL, 2, (BYTE *)&share, &parameter));
    line_key("NetShareDel(\"netapi32-test\")");
    line_status(CALL(NetShareDel, NULL, name, 0));
}

static void file_enum(const WCHAR *server, DWORD level)
{
    BYTE *buffer = UNTOUCHED_POINTER;
    DWORD entries = UNTOUCHED_NUMBER, total = UNTOUCHED_NUMBER;
    DWORD status = CALL(NetFileEnum, (WCHAR *)server, NULL, NULL, level, &buffer,
                        MAX_PREFERRED_LENGTH, &entries, &total, NULL);

    line_key("NetFileEnum(%s, %lu)", quoted(server), level);
    line_entries(status, buffer, entries, total, "");
}

void dump_shares(void)
{
    static const DWORD share_levels[] = { 0, 1, 2, 502, 503, 7 };
    static const DWORD file_levels[] = { 2, 3, 7 };

    for (size_t i = 0; i < ARRAYSIZE(share_levels); i++)
    {
        share_enum(NULL, share_levels[i]);
        share_get_info(L"C$", share_levels[i]);
    }
    share_enum(L"\\\\nosuch.invalid", 1);
    share_get_info(NULL, 1);
    share_add_and_del();
    for (size_t i = 0; i < ARRAYSIZE(file_levels); i++)
    {
        file_enum(NULL, file_levels[i]);
    }
    file_enum(L"\\\\nosuch.invalid", 3);
}
