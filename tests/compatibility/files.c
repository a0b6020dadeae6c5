/*
 * Rows of the probe: open files, and connections to shares.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "probe.h"

/* The id of a file that is open, or of none. */
static DWORD find_file(void)
{
    FILE_INFO_2 *files = NULL;
    DWORD count = 0, total = 0, id = 1;

    NetFileEnum(probe_server, NULL, NULL, 2, (BYTE **)&files, MAX_PREFERRED_LENGTH, &count, &total,
                NULL);
    if (count)
    {
        id = files[0].fi2_id;
    }
    NetApiBufferFree(files);
    return id;
}

static DWORD probe_NetFileEnum(DWORD level, struct probe_answer *answer)
{
    DWORD total = 0;

    return NetFileEnum(probe_server, NULL, NULL, level, &answer->buffer, MAX_PREFERRED_LENGTH,
                       &answer->entries, &total, NULL);
}

static DWORD probe_NetFileGetInfo(DWORD level, struct probe_answer *answer)
{
    return NetFileGetInfo(probe_server, find_file(), level, &answer->buffer);
}

static DWORD probe_NetFileClose(DWORD level, struct probe_answer *answer)
{
    (void)level;
    (void)answer;
    return NetFileClose(probe_server, find_file());
}

static DWORD probe_NetConnectionEnum(DWORD level, struct probe_answer *answer)
{
    DWORD total = 0;

    return NetConnectionEnum(probe_server, probe_share(), level, &answer->buffer,
                             MAX_PREFERRED_LENGTH, &answer->entries, &total, NULL);
}

static const struct probe_level file_levels[] = {
    PROBE_LEVEL(FILE_INFO, 2, "u"),
    PROBE_LEVEL(FILE_INFO, 3, "u3s2"),
};

static const struct probe_level connection_levels[] = {
    PROBE_LEVEL(CONNECTION_INFO, 0, "u"),
    PROBE_LEVEL(CONNECTION_INFO, 1, "u5s2"),
};

static const struct probe_function functions[] = {
    PROBE_FUNCTION(NetConnectionEnum, connection_levels),
    PROBE_FUNCTION(NetFileEnum, file_levels),
    PROBE_FUNCTION(NetFileGetInfo, file_levels),
    PROBE_WITHOUT_LEVEL(NetFileClose),
};

PROBE_FAMILY(files);
