/*
 * Rows of the probe: uses of shared resources, of IPC$ of the server.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A use belongs to this program; what it is of is what the other rows ask of.
 */
#include "probe.h"

#include <stdio.h>

static WCHAR *remote_name(void)
{
    static WCHAR name[MAX_PATH];

    swprintf(name, ARRAY_SIZE(name), L"%ls\\IPC$", probe_server ? probe_server : L"\\\\localhost");
    return name;
}

static DWORD add_use(DWORD level)
{
    /* The levels are beginnings of each other. */
    USE_INFO_2 use = { .ui2_remote = remote_name(), .ui2_asg_type = USE_IPC };

    if (level == 2)
    {
        use.ui2_username = probe_variable(L"PROBE_USER", L"");
        use.ui2_password = probe_variable(L"PROBE_PASSWORD", L"");
    }
    return NetUseAdd(NULL, level, (BYTE *)&use, NULL);
}

static DWORD delete_use(void)
{
    return NetUseDel(NULL, remote_name(), USE_LOTS_OF_FORCE);
}

static DWORD probe_NetUseAdd(DWORD level, struct probe_answer *answer)
{
    DWORD status = add_use(level);

    (void)answer;
    delete_use();
    return status;
}

static DWORD probe_NetUseEnum(DWORD level, struct probe_answer *answer)
{
    DWORD total = 0, status;

    add_use(2);
    status = NetUseEnum(NULL, level, &answer->buffer, MAX_PREFERRED_LENGTH, &answer->entries,
                        &total, NULL);
    delete_use();
    return status;
}

static DWORD probe_NetUseGetInfo(DWORD level, struct probe_answer *answer)
{
    DWORD status;

    add_use(2);
    status = NetUseGetInfo(NULL, remote_name(), level, &answer->buffer);
    delete_use();
    return status;
}

static DWORD probe_NetUseDel(DWORD level, struct probe_answer *answer)
{
    (void)level;
    (void)answer;
    add_use(2);
    return delete_use();
}

static const struct probe_level add_levels[] = {
    PROBE_LEVEL_WITHOUT_ANSWER(0),
    PROBE_LEVEL_WITHOUT_ANSWER(1),
    PROBE_LEVEL_WITHOUT_ANSWER(2),
};
static const struct probe_level levels[] = {
    PROBE_LEVEL(USE_INFO, 0, "s2"),
    PROBE_LEVEL(USE_INFO, 1, "s2pu4"),
    PROBE_LEVEL(USE_INFO, 2, "s2pu4s2"),
};

static const struct probe_function functions[] = {
    PROBE_FUNCTION(NetUseAdd, add_levels),
    PROBE_FUNCTION(NetUseEnum, levels),
    PROBE_FUNCTION(NetUseGetInfo, levels),
    PROBE_WITHOUT_LEVEL(NetUseDel),
};

PROBE_FAMILY(uses);
