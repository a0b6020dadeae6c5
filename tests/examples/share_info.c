/*
 * Shows one share of a server with its security descriptor
 *
 *     share_info.exe \\server name
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

static void show_descriptor(PSECURITY_DESCRIPTOR descriptor)
{
    LPWSTR text = NULL;

    if (!descriptor)
    {
        wprintf(L"descriptor: none\n");
        return;
    }
    if (!IsValidSecurityDescriptor(descriptor))
    {
        wprintf(L"descriptor: not valid\n");
        return;
    }
    if (ConvertSecurityDescriptorToStringSecurityDescriptor(
            descriptor, SDDL_REVISION_1,
            OWNER_SECURITY_INFORMATION | GROUP_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION,
            &text, NULL))
    {
        wprintf(L"descriptor: %ls\n", text);
        LocalFree(text);
    }
}

int wmain(int argc, wchar_t *argv[]);

int wmain(int argc, wchar_t *argv[])
{
    SHARE_INFO_502 *share = NULL;
    NET_API_STATUS status;

    if (argc != 3)
    {
        fwprintf(stderr, L"Usage: %ls \\\\server name\n", argv[0]);
        return 2;
    }

    status = NetShareGetInfo(argv[1], argv[2], 502, (LPBYTE *)&share);
    if (status == NERR_NetNameNotFound)
    {
        fwprintf(stderr, L"There is no share %ls\n", argv[2]);
        return 1;
    }
    if (status != NERR_Success)
    {
        fwprintf(stderr, L"NetShareGetInfo failed with %lu\n", status);
        return 1;
    }
    wprintf(L"netname: %ls\n", share->shi502_netname);
    wprintf(L"remark: %ls\n", share->shi502_remark);
    wprintf(L"path: %ls\n", share->shi502_path);
    wprintf(L"type: 0x%lx\n", share->shi502_type);
    wprintf(L"perms: %lu\n", share->shi502_permissions);
    wprintf(L"max_uses: %ld\n", (long)share->shi502_max_uses);
    wprintf(L"num_uses: %lu\n", share->shi502_current_uses);
    show_descriptor(share->shi502_security_descriptor);
    NetApiBufferFree(share);
    return 0;
}
