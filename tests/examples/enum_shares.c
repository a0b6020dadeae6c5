/*
 * Lists what a server shares, page by page, as programs do that keep their memory small
 *
 *     enum_shares.exe \\server
 *
 * One line a share: type, uses, limit (-1: none), name, path, remark, separated by tabs.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef UNICODE
#define UNICODE
#endif

#include <stdio.h>
#include <windows.h>
#include <lm.h>

int wmain(int argc, wchar_t *argv[]);

int wmain(int argc, wchar_t *argv[])
{
    SHARE_INFO_2 *shares;
    DWORD entries, total, resume = 0, i;
    NET_API_STATUS status;

    if (argc != 2)
    {
        fwprintf(stderr, L"Usage: %ls \\\\server\n", argv[0]);
        return 2;
    }

    do
    {
        shares = NULL;
        status = NetShareEnum(argv[1], 2, (LPBYTE *)&shares, 1024, &entries, &total, &resume);
        if (status == NERR_Success || status == ERROR_MORE_DATA)
        {
            for (i = 0; i < entries; i++)
            {
                wprintf(L"%lx\t%lu\t%ld\t%ls\t%ls\t%ls\n", shares[i].shi2_type,
                        shares[i].shi2_current_uses, (long)shares[i].shi2_max_uses,
                        shares[i].shi2_netname, shares[i].shi2_path, shares[i].shi2_remark);
            }
        }
        if (shares)
        {
            NetApiBufferFree(shares);
        }
    } while (status == ERROR_MORE_DATA);

    if (status != NERR_Success)
    {
        fwprintf(stderr, L"NetShareEnum failed with %lu\n", status);
        return 1;
    }
    return 0;
}
