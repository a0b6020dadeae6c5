/*
 * Rows of the probe: shares.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What changes or ends a share does it to one that the row adds first and takes away afterwards. Where
 * none can be added, the name of none is asked about.
 */
#include "probe.h"

#include <sddl.h>

/* Not in the headers: [MS-SRVS] 2.2.4.28 */
struct share_info_503
{
    LMSTR shi503_netname;
    DWORD shi503_type;
    LMSTR shi503_remark;
    DWORD shi503_permissions;
    DWORD shi503_max_uses;
    DWORD shi503_current_uses;
    LMSTR shi503_path;
    LMSTR shi503_passwd;
    LMSTR shi503_servername;
    DWORD shi503_reserved;
    PSECURITY_DESCRIPTOR shi503_security_descriptor;
};

static WCHAR new_share[] = L"probe";

WCHAR *probe_share(void)
{
    static WCHAR name[NNLEN + 1];
    SHARE_INFO_1 *shares = NULL;
    DWORD count = 0, total = 0;

    lstrcpynW(name, L"nothing", ARRAY_SIZE(name));
    NetShareEnum(probe_server, 1, (BYTE **)&shares, MAX_PREFERRED_LENGTH, &count, &total, NULL);
    for (DWORD i = 0; i < count; i++)
    {
        /* docs is the one that the Windows-like server has with everything. */
        if (!lstrcmpW(shares[i].shi1_netname, L"files") ||
            !lstrcmpW(shares[i].shi1_netname, L"docs"))
        {
            lstrcpynW(name, shares[i].shi1_netname, ARRAY_SIZE(name));
        }
    }
    NetApiBufferFree(shares);
    return name;
}

/* ---- What there is --------------------------------------------------------------------------- */

static DWORD probe_NetShareEnum(DWORD level, struct probe_answer *answer)
{
    DWORD total = 0;

    return NetShareEnum(probe_server, level, &answer->buffer, MAX_PREFERRED_LENGTH,
                        &answer->entries, &total, NULL);
}

static DWORD probe_NetShareEnumSticky(DWORD level, struct probe_answer *answer)
{
    DWORD total = 0;

    return NetShareEnumSticky(probe_server, level, &answer->buffer, MAX_PREFERRED_LENGTH,
                              &answer->entries, &total, NULL);
}

static DWORD probe_NetShareGetInfo(DWORD level, struct probe_answer *answer)
{
    return NetShareGetInfo(probe_server, probe_share(), level, &answer->buffer);
}

static DWORD probe_NetShareCheck(DWORD level, struct probe_answer *answer)
{
    SHARE_INFO_2 *share = NULL;
    WCHAR nothing[] = L"C:\\nothing";
    DWORD type = MAXDWORD;
    DWORD status;

    (void)level;
    NetShareGetInfo(probe_server, probe_share(), 2, (BYTE **)&share);
    status = NetShareCheck(probe_server, share ? share->shi2_path : nothing, &type);
    if (!status && type != STYPE_DISKTREE)
    {
        answer->bad = "not the type of a share of files";
    }
    NetApiBufferFree(share);
    return status;
}

/* ---- A new one ------------------------------------------------------------------------------- */

static DWORD add_share(DWORD level)
{
    SHARE_INFO_2 share_2 = {
        .shi2_netname = new_share,
        .shi2_type = STYPE_DISKTREE,
        .shi2_remark = (WCHAR *)L"Of the probe",
        .shi2_max_uses = SHI_USES_UNLIMITED,
        .shi2_path = probe_variable(L"PROBE_FOLDER", L"C:\\Probe"),
    };
    SHARE_INFO_502 share_502 = {
        .shi502_netname = share_2.shi2_netname,
        .shi502_type = share_2.shi2_type,
        .shi502_remark = share_2.shi2_remark,
        .shi502_max_uses = share_2.shi2_max_uses,
        .shi502_path = share_2.shi2_path,
    };
    struct share_info_503 share_503 = {
        .shi503_netname = share_2.shi2_netname,
        .shi503_type = share_2.shi2_type,
        .shi503_remark = share_2.shi2_remark,
        .shi503_max_uses = share_2.shi2_max_uses,
        .shi503_path = share_2.shi2_path,
        .shi503_servername = (WCHAR *)L"*",
    };
    BYTE *share = level == 2     ? (BYTE *)&share_2
                  : level == 502 ? (BYTE *)&share_502
                                 : (BYTE *)&share_503;

    return NetShareAdd(probe_server, level, share, NULL);
}

static void delete_share(void)
{
    NetShareDel(probe_server, new_share, 0);
}

static DWORD probe_NetShareAdd(DWORD level, struct probe_answer *answer)
{
    DWORD status = add_share(level);

    (void)answer;
    delete_share();
    return status;
}

/* ---- Changing it ----------------------------------------------------------------------------- */

static DWORD set_single(DWORD level)
{
    static const WCHAR for_everybody[] = L"D:(A;;GA;;;WD)";
    SHARE_INFO_1004 remark = { (WCHAR *)L"Changed" };
    SHARE_INFO_1005 flags = { CSC_CACHE_MANUAL_REINT };
    SHARE_INFO_1006 most = { 7 };
    SHARE_INFO_1501 security = { 0, NULL };
    BYTE *share = level == 1004   ? (BYTE *)&remark
                  : level == 1005 ? (BYTE *)&flags
                  : level == 1006 ? (BYTE *)&most
                                  : (BYTE *)&security;
    DWORD status;

    if (level == 1501)
    {
        ConvertStringSecurityDescriptorToSecurityDescriptorW(
            for_everybody, SDDL_REVISION_1, &security.shi1501_security_descriptor, NULL);
    }
    status = NetShareSetInfo(probe_server, new_share, level, share, NULL);
    LocalFree(security.shi1501_security_descriptor);
    return status;
}

static DWORD set_share(DWORD level)
{
    struct share_info_503 nothing = { .shi503_netname = new_share };
    BYTE *share = NULL;
    DWORD status;

    if (level > 1000)
    {
        return set_single(level);
    }
    NetShareGetInfo(probe_server, new_share, level, &share);
    status =
        NetShareSetInfo(probe_server, new_share, level, share ? share : (BYTE *)&nothing, NULL);
    NetApiBufferFree(share);
    return status;
}

/* The share stays for the next level: adding one takes Samba a while, seeing that it is there none.
 * The row of NetShareDel is the next. */
static DWORD probe_NetShareSetInfo(DWORD level, struct probe_answer *answer)
{
    (void)answer;
    add_share(502);
    return set_share(level);
}

/* ---- Ending it ------------------------------------------------------------------------------- */

static DWORD probe_NetShareDel(DWORD level, struct probe_answer *answer)
{
    (void)level;
    (void)answer;
    add_share(502);
    return NetShareDel(probe_server, new_share, 0);
}

static DWORD probe_NetShareDelSticky(DWORD level, struct probe_answer *answer)
{
    DWORD status;

    (void)level;
    (void)answer;
    add_share(502);
    status = NetShareDelSticky(probe_server, new_share, 0);
    delete_share();
    return status;
}

static DWORD probe_NetShareDelEx(DWORD level, struct probe_answer *answer)
{
    struct share_info_503 share_503 = { .shi503_netname = new_share,
                                        .shi503_servername = (WCHAR *)L"*" };
    SHARE_INFO_502 share = { .shi502_netname = new_share };
    DWORD status;

    (void)answer;
    add_share(502);
    status = NetShareDelEx(probe_server, level, level == 503 ? (BYTE *)&share_503 : (BYTE *)&share);
    if (status)
    {
        delete_share();
    }
    return status;
}

/* ---- Rows ------------------------------------------------------------------------------------ */

#define LISTED_LEVELS                                                                              \
    PROBE_LEVEL(SHARE_INFO, 0, "s"), PROBE_LEVEL(SHARE_INFO, 1, "sus"),                            \
        PROBE_LEVEL(SHARE_INFO, 2, "susu3s2"), PROBE_LEVEL(SHARE_INFO, 501, "susu"),               \
        PROBE_LEVEL(SHARE_INFO, 502, "susu3s2uS"),                                                 \
    {                                                                                              \
        503, sizeof(struct share_info_503), "susu3s2suS"                                           \
    }

static const struct probe_level list_levels[] = { LISTED_LEVELS };
static const struct probe_level get_levels[] = {
    LISTED_LEVELS,
    PROBE_LEVEL(SHARE_INFO, 1005, "u"),
};
static const struct probe_level add_levels[] = {
    PROBE_LEVEL_WITHOUT_ANSWER(2),
    PROBE_LEVEL_WITHOUT_ANSWER(502),
    PROBE_LEVEL_WITHOUT_ANSWER(503),
};
static const struct probe_level set_levels[] = {
    PROBE_LEVEL_WITHOUT_ANSWER(1),    PROBE_LEVEL_WITHOUT_ANSWER(2),
    PROBE_LEVEL_WITHOUT_ANSWER(502),  PROBE_LEVEL_WITHOUT_ANSWER(503),
    PROBE_LEVEL_WITHOUT_ANSWER(1004), PROBE_LEVEL_WITHOUT_ANSWER(1005),
    PROBE_LEVEL_WITHOUT_ANSWER(1006), PROBE_LEVEL_WITHOUT_ANSWER(1501),
};
static const struct probe_level delete_levels[] = {
    PROBE_LEVEL_WITHOUT_ANSWER(0),   PROBE_LEVEL_WITHOUT_ANSWER(1),   PROBE_LEVEL_WITHOUT_ANSWER(2),
    PROBE_LEVEL_WITHOUT_ANSWER(502), PROBE_LEVEL_WITHOUT_ANSWER(503),
};

static const struct probe_function functions[] = {
    PROBE_FUNCTION(NetShareEnum, list_levels),
    PROBE_FUNCTION(NetShareEnumSticky, list_levels),
    PROBE_FUNCTION(NetShareGetInfo, get_levels),
    PROBE_WITHOUT_LEVEL(NetShareCheck),
    PROBE_FUNCTION(NetShareAdd, add_levels),
    PROBE_FUNCTION(NetShareSetInfo, set_levels),
    PROBE_WITHOUT_LEVEL(NetShareDel),
    PROBE_WITHOUT_LEVEL(NetShareDelSticky),
    PROBE_FUNCTION(NetShareDelEx, delete_levels),
};

PROBE_FAMILY(shares);
