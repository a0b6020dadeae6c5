/*
 * Rows of the probe: workstations, their users, transports and names.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "probe.h"

/* ---- What it is ------------------------------------------------------------------------------ */

static DWORD probe_NetWkstaGetInfo(DWORD level, struct probe_answer *answer)
{
    return NetWkstaGetInfo(probe_server, level, &answer->buffer);
}

/* What the workstation says, written back; where it says nothing, 1, or a structure of zeroes. */
static DWORD probe_NetWkstaSetInfo(DWORD level, struct probe_answer *answer)
{
    static WKSTA_INFO_502 nothing;
    WKSTA_INFO_502 *whole = NULL;
    DWORD one = 1, status;
    BYTE *value;

    (void)answer;
    NetWkstaGetInfo(probe_server, 502, (BYTE **)&whole);
    switch (level)
    {
    case 502: value = whole ? (BYTE *)whole : (BYTE *)&nothing; break;
    case 1010: value = whole ? (BYTE *)&whole->wki502_char_wait : (BYTE *)&one; break;
    case 1013: value = whole ? (BYTE *)&whole->wki502_keep_conn : (BYTE *)&one; break;
    case 1018: value = whole ? (BYTE *)&whole->wki502_sess_timeout : (BYTE *)&one; break;
    case 1046: value = whole ? (BYTE *)&whole->wki502_dormant_file_limit : (BYTE *)&one; break;
    default: value = (BYTE *)&nothing; break;
    }
    status = NetWkstaSetInfo(probe_server, level, value, NULL);
    NetApiBufferFree(whole);
    return status;
}

/* ---- Its users ------------------------------------------------------------------------------- */

static DWORD probe_NetWkstaUserEnum(DWORD level, struct probe_answer *answer)
{
    DWORD total = 0;

    return NetWkstaUserEnum(probe_server, level, &answer->buffer, MAX_PREFERRED_LENGTH,
                            &answer->entries, &total, NULL);
}

/* Of this computer alone, as the documentation has it. */
static DWORD probe_NetWkstaUserGetInfo(DWORD level, struct probe_answer *answer)
{
    return NetWkstaUserGetInfo(NULL, level, &answer->buffer);
}

static DWORD probe_NetWkstaUserSetInfo(DWORD level, struct probe_answer *answer)
{
    WKSTA_USER_INFO_1 nothing = { .wkui1_username = NULL };
    BYTE *user = NULL;
    DWORD status;

    (void)answer;
    NetWkstaUserGetInfo(NULL, level, &user);
    status = NetWkstaUserSetInfo(NULL, level, user ? user : (BYTE *)&nothing, NULL);
    NetApiBufferFree(user);
    return status;
}

/* ---- Its transports -------------------------------------------------------------------------- */

static WCHAR new_transport[] = L"\\Device\\Probe";

static DWORD add_transport(DWORD level)
{
    WKSTA_TRANSPORT_INFO_0 transport = {
        .wkti0_transport_name = new_transport,
        .wkti0_transport_address = (WCHAR *)L"000000000000",
    };

    return NetWkstaTransportAdd(probe_server, level, (BYTE *)&transport, NULL);
}

static DWORD delete_transport(void)
{
    return NetWkstaTransportDel(probe_server, new_transport, USE_NOFORCE);
}

static DWORD probe_NetWkstaTransportAdd(DWORD level, struct probe_answer *answer)
{
    DWORD status = add_transport(level);

    (void)answer;
    delete_transport();
    return status;
}

static DWORD probe_NetWkstaTransportDel(DWORD level, struct probe_answer *answer)
{
    (void)level;
    (void)answer;
    add_transport(0);
    return delete_transport();
}

static DWORD probe_NetWkstaTransportEnum(DWORD level, struct probe_answer *answer)
{
    DWORD total = 0;

    return NetWkstaTransportEnum(probe_server, level, &answer->buffer, MAX_PREFERRED_LENGTH,
                                 &answer->entries, &total, NULL);
}

/* ---- Its names ------------------------------------------------------------------------------- */

static DWORD probe_NetGetJoinInformation(DWORD level, struct probe_answer *answer)
{
    NETSETUP_JOIN_STATUS joined = NetSetupUnknownStatus;

    (void)level;
    return NetGetJoinInformation(probe_server, (WCHAR **)&answer->buffer, &joined);
}

static DWORD probe_NetEnumerateComputerNames(DWORD level, struct probe_answer *answer)
{
    static const struct probe_level names = { 0, sizeof(WCHAR *), "s" };
    DWORD status = NetEnumerateComputerNames(probe_server, NetAllComputerNames, 0, &answer->entries,
                                             (WCHAR ***)&answer->buffer);

    (void)level;
    answer->bad = status ? NULL : probe_check(&names, answer);
    return status;
}

static DWORD probe_NetValidateName(DWORD level, struct probe_answer *answer)
{
    (void)level;
    (void)answer;
    return NetValidateName(probe_server, L"SOMEGROUP", NULL, NULL, NetSetupWorkgroup);
}

/* ---- Rows ------------------------------------------------------------------------------------ */

static const struct probe_level get_levels[] = {
    PROBE_LEVEL(WKSTA_INFO, 100, "us2u2"),
    PROBE_LEVEL(WKSTA_INFO, 101, "us2u2s"),
    PROBE_LEVEL(WKSTA_INFO, 102, "us2u2su"),
    PROBE_LEVEL(WKSTA_INFO, 502, "u35"),
};
static const struct probe_level set_levels[] = {
    PROBE_LEVEL_WITHOUT_ANSWER(100),  PROBE_LEVEL_WITHOUT_ANSWER(101),
    PROBE_LEVEL_WITHOUT_ANSWER(102),  PROBE_LEVEL_WITHOUT_ANSWER(502),
    PROBE_LEVEL_WITHOUT_ANSWER(1010), PROBE_LEVEL_WITHOUT_ANSWER(1013),
    PROBE_LEVEL_WITHOUT_ANSWER(1011), PROBE_LEVEL_WITHOUT_ANSWER(1012),
    PROBE_LEVEL_WITHOUT_ANSWER(1018), PROBE_LEVEL_WITHOUT_ANSWER(1023),
    PROBE_LEVEL_WITHOUT_ANSWER(1046), PROBE_LEVEL_WITHOUT_ANSWER(1051),
    PROBE_LEVEL_WITHOUT_ANSWER(1052), PROBE_LEVEL_WITHOUT_ANSWER(1053),
};
static const struct probe_level user_levels[] = {
    PROBE_LEVEL(WKSTA_USER_INFO, 0, "s"),
    PROBE_LEVEL(WKSTA_USER_INFO, 1, "s4"),
};
static const struct probe_level user_get_levels[] = {
    PROBE_LEVEL(WKSTA_USER_INFO, 0, "s"),
    PROBE_LEVEL(WKSTA_USER_INFO, 1, "s4"),
    PROBE_LEVEL(WKSTA_USER_INFO, 1101, "s"),
};
static const struct probe_level user_set_levels[] = {
    PROBE_LEVEL_WITHOUT_ANSWER(1),
    PROBE_LEVEL_WITHOUT_ANSWER(1101),
};
static const struct probe_level transport_add_levels[] = { PROBE_LEVEL_WITHOUT_ANSWER(0) };
static const struct probe_level transport_levels[] = {
    PROBE_LEVEL(WKSTA_TRANSPORT_INFO, 0, "u2s2u"),
};

static const struct probe_function functions[] = {
    PROBE_FUNCTION(NetWkstaGetInfo, get_levels),
    PROBE_FUNCTION(NetWkstaSetInfo, set_levels),
    PROBE_FUNCTION(NetWkstaUserEnum, user_levels),
    PROBE_FUNCTION(NetWkstaUserGetInfo, user_get_levels),
    PROBE_FUNCTION(NetWkstaUserSetInfo, user_set_levels),
    PROBE_FUNCTION(NetWkstaTransportEnum, transport_levels),
    PROBE_FUNCTION(NetWkstaTransportAdd, transport_add_levels),
    PROBE_WITHOUT_LEVEL(NetWkstaTransportDel),
    PROBE_WITHOUT_LEVEL(NetGetJoinInformation),
    PROBE_WITHOUT_LEVEL(NetEnumerateComputerNames),
    PROBE_WITHOUT_LEVEL(NetValidateName),
};

PROBE_FAMILY(workstations);
