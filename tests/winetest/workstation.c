/*
 * Tests of what the workstation and the server of this computer say about themselves
 *
 * What every call answers to every kind of argument is the business of tests/differential.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windef.h>
#include <winbase.h>
#include <lmcons.h>
#include <lmapibuf.h>
#include <lmerr.h>
#include <lmserver.h>
#include <lmwksta.h>

#include <wchar.h>

#include "wine/test.h"

#define UNTOUCHED ((void *)(ULONG_PTR)0xdeadbeef)

/* ---- The parameters of redirector and file server -------------------------------------------- */

static void the_redirector_has_windows_defaults(void)
{
    WKSTA_INFO_502 *info = UNTOUCHED;
    DWORD status = NetWkstaGetInfo(NULL, 502, (BYTE **)&info);

    ok(status == NERR_Success, "got %lu\n", status);
    if (status)
    {
        return;
    }
    ok(info->wki502_char_wait == 3600, "got %lu\n", info->wki502_char_wait);
    ok(info->wki502_keep_conn == 600, "got %lu\n", info->wki502_keep_conn);
    ok(info->wki502_read_ahead_throughput == MAXDWORD, "got %lu\n",
       info->wki502_read_ahead_throughput);
    ok(info->wki502_use_opportunistic_locking == TRUE, "got %d\n",
       info->wki502_use_opportunistic_locking);
    ok(info->wki502_buf_read_only_files == TRUE, "got %d\n", info->wki502_buf_read_only_files);
    ok(info->wki502_use_512_byte_max_transfer == FALSE, "got %d\n",
       info->wki502_use_512_byte_max_transfer);
    NetApiBufferFree(info);
}

static void level_503_of_the_server_goes_on_where_502_ends(void)
{
    SERVER_INFO_502 *info_502 = UNTOUCHED;
    SERVER_INFO_503 *info_503 = UNTOUCHED;
    WKSTA_INFO_100 *workstation = NULL;
    DWORD status = NetServerGetInfo(NULL, 502, (BYTE **)&info_502);

    ok(status == NERR_Success, "got %lu\n", status);
    status = NetServerGetInfo(NULL, 503, (BYTE **)&info_503);
    ok(status == NERR_Success, "got %lu\n", status);
    status = NetWkstaGetInfo(NULL, 100, (BYTE **)&workstation);
    ok(status == NERR_Success, "got %lu\n", status);
    if (!info_502 || !info_503 || !workstation)
    {
        return;
    }
    ok(!memcmp(info_502, info_503, sizeof(*info_502)), "the levels differ\n");
    ok(info_502->sv502_sessopens == 2048, "got %lu\n", info_502->sv502_sessopens);
    ok(info_502->sv502_acceptdownlevelapis == TRUE, "got %d\n",
       info_502->sv502_acceptdownlevelapis);
    ok(!wcscmp(info_503->sv503_domain, workstation->wki100_langroup), "got %ls, expected %ls\n",
       info_503->sv503_domain, workstation->wki100_langroup);
    ok(info_503->sv503_maxmpxct == 50, "got %lu\n", info_503->sv503_maxmpxct);
    ok(info_503->sv503_enableoplocks == TRUE, "got %d\n", info_503->sv503_enableoplocks);
    NetApiBufferFree(info_502);
    NetApiBufferFree(info_503);
    NetApiBufferFree(workstation);
}

static void levels_of_os2_are_invalid(void)
{
    static const DWORD levels[] = { 402, 403 };

    for (size_t i = 0; i < ARRAY_SIZE(levels); i++)
    {
        BYTE *buffer = UNTOUCHED;
        DWORD status = NetServerGetInfo(NULL, levels[i], &buffer);

        ok(status == ERROR_INVALID_LEVEL, "%lu: got %lu\n", levels[i], status);
        ok(!buffer, "%lu: got %p\n", levels[i], buffer);
    }
}

/* ---- Transports ------------------------------------------------------------------------------ */

/* The total is a reference pointer of the interface ([MS-WKST] 3.2.4.4), the others are the
 * caller's. */
static void transports_without_a_total_are_a_null_reference(void)
{
    BYTE *buffer = UNTOUCHED;
    DWORD entries = 77, total = 77, status;

    status = NetWkstaTransportEnum(NULL, 0, &buffer, MAX_PREFERRED_LENGTH, &entries, NULL, NULL);
    ok(status == RPC_X_NULL_REF_POINTER, "got %lu\n", status);
    ok(!buffer, "got %p\n", buffer);
    ok(!entries, "got %lu\n", entries);
    status = NetWkstaTransportEnum(NULL, 0, NULL, MAX_PREFERRED_LENGTH, &entries, &total, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = NetWkstaTransportEnum(NULL, 0, &buffer, MAX_PREFERRED_LENGTH, NULL, &total, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = NetWkstaTransportEnum(NULL, 1, &buffer, MAX_PREFERRED_LENGTH, &entries, &total, NULL);
    ok(status == ERROR_INVALID_LEVEL, "got %lu\n", status);
}

START_TEST(workstation)
{
    the_redirector_has_windows_defaults();
    level_503_of_the_server_goes_on_where_502_ends();
    levels_of_os2_are_invalid();
    transports_without_a_total_are_a_null_reference();
}
