/*
 * Lists accounts as the documentation of NetQueryDisplayInformation shows it
 *
 *     query_display.exe \\server 1|2|3
 *
 * One line a user (1), machine (2) or group (3): relative identifier, flags, name, full name, comment,
 * separated by tabs.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef UNICODE
#define UNICODE
#endif

#include <stdio.h>
#include <wchar.h>
#include <windows.h>
#include <lm.h>

int wmain(int argc, wchar_t *argv[]);

static DWORD show(DWORD level, const void *buffer, DWORD entries)
{
    const NET_DISPLAY_USER *users = buffer;
    const NET_DISPLAY_MACHINE *machines = buffer;
    const NET_DISPLAY_GROUP *groups = buffer;
    DWORD next = 0, i;

    for (i = 0; i < entries && level == 1; i++)
    {
        wprintf(L"%lu\t%lx\t%ls\t%ls\t%ls\n", users[i].usri1_user_id, users[i].usri1_flags,
                users[i].usri1_name, users[i].usri1_full_name, users[i].usri1_comment);
        next = users[i].usri1_next_index;
    }
    for (i = 0; i < entries && level == 2; i++)
    {
        wprintf(L"%lu\t%lx\t%ls\t\t%ls\n", machines[i].usri2_user_id, machines[i].usri2_flags,
                machines[i].usri2_name, machines[i].usri2_comment);
        next = machines[i].usri2_next_index;
    }
    for (i = 0; i < entries && level == 3; i++)
    {
        wprintf(L"%lu\t%lx\t%ls\t\t%ls\n", groups[i].grpi3_group_id, groups[i].grpi3_attributes,
                groups[i].grpi3_name, groups[i].grpi3_comment);
        next = groups[i].grpi3_next_index;
    }
    return next;
}

int wmain(int argc, wchar_t *argv[])
{
    DWORD level = argc == 3 ? wcstoul(argv[2], NULL, 10) : 0;
    DWORD index = 0, entries;
    void *buffer;
    NET_API_STATUS status;

    if (level < 1 || level > 3)
    {
        fwprintf(stderr, L"Usage: %ls \\\\server 1|2|3\n", argv[0]);
        return 2;
    }
    do
    {
        buffer = NULL;
        entries = 0;
        status = NetQueryDisplayInformation(argv[1], level, index, 1000, MAX_PREFERRED_LENGTH,
                                            &entries, &buffer);
        if (status == NERR_Success || status == ERROR_MORE_DATA)
        {
            index = show(level, buffer, entries);
        }
        if (buffer)
        {
            NetApiBufferFree(buffer);
        }
    } while (status == ERROR_MORE_DATA && entries);

    if (status != NERR_Success)
    {
        fwprintf(stderr, L"NetQueryDisplayInformation failed with %lu\n", status);
        return 1;
    }
    return 0;
}
