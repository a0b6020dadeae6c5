/*
 * Rows of the probe: sessions.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "probe.h"

#include <stdio.h>

/* ---- What there is to ask about -------------------------------------------------------------- */

struct session
{
    WCHAR client[256]; /* with the backslashes that the functions want */
    WCHAR user[256];
};

/* The first session of the user, or one that is not there. */
static struct session find_session(const WCHAR *user)
{
    struct session found = { L"\\\\nobody", L"nobody" };
    SESSION_INFO_10 *sessions = NULL;
    DWORD count = 0, total = 0;

    NetSessionEnum(probe_server, NULL, NULL, 10, (BYTE **)&sessions, MAX_PREFERRED_LENGTH, &count,
                   &total, NULL);
    for (DWORD i = 0; i < count; i++)
    {
        if (!lstrcmpiW(sessions[i].sesi10_username, user))
        {
            swprintf(found.client, ARRAY_SIZE(found.client), L"\\\\%ls", sessions[i].sesi10_cname);
            lstrcpynW(found.user, sessions[i].sesi10_username, ARRAY_SIZE(found.user));
            break;
        }
    }
    NetApiBufferFree(sessions);
    return found;
}

/* ---- Functions ------------------------------------------------------------------------------- */

static DWORD probe_NetSessionEnum(DWORD level, struct probe_answer *answer)
{
    DWORD total = 0;

    return NetSessionEnum(probe_server, NULL, NULL, level, &answer->buffer, MAX_PREFERRED_LENGTH,
                          &answer->entries, &total, NULL);
}

static DWORD probe_NetSessionGetInfo(DWORD level, struct probe_answer *answer)
{
    struct session session = find_session(L"alice");

    return NetSessionGetInfo(probe_server, session.client, session.user, level, &answer->buffer);
}

static DWORD probe_NetSessionDel(DWORD level, struct probe_answer *answer)
{
    struct session session = find_session(L"bob");

    (void)level;
    (void)answer;
    return NetSessionDel(probe_server, session.client, session.user);
}

/* ---- Rows ------------------------------------------------------------------------------------ */

static const struct probe_level levels[] = {
    PROBE_LEVEL(SESSION_INFO, 0, "s"),        PROBE_LEVEL(SESSION_INFO, 1, "s2u4"),
    PROBE_LEVEL(SESSION_INFO, 2, "s2u4s"),    PROBE_LEVEL(SESSION_INFO, 10, "s2u2"),
    PROBE_LEVEL(SESSION_INFO, 502, "s2u4s2"),
};

static const struct probe_function functions[] = {
    PROBE_FUNCTION(NetSessionEnum, levels),
    PROBE_FUNCTION(NetSessionGetInfo, levels),
    PROBE_WITHOUT_LEVEL(NetSessionDel),
};

PROBE_FAMILY(sessions);
