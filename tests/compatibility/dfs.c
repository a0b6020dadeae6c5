/*
 * Rows of the probe: DFS namespaces.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Of the namespace PROBE_DFS_ROOT and its link "link", to which rows add a target that they take away
 * again.
 */
#include "probe.h"

#include <stdio.h>

#define NEW_ROOT L"new" /* a share that can become a root */

static WCHAR target_server[] = L"files.example";
static WCHAR target_share[] = L"data";

static WCHAR *root_path(void)
{
    return probe_variable(L"PROBE_DFS_ROOT", L"\\\\localhost\\dfs");
}

/* \\server of the root. */
static WCHAR *root_server(void)
{
    WCHAR *server = root_path();

    wcschr(server + 2, '\\')[0] = 0;
    return server;
}

static WCHAR *link_path(const WCHAR *name)
{
    static WCHAR paths[2][MAX_PATH];
    static unsigned int next;
    WCHAR *path = paths[next++ % ARRAY_SIZE(paths)];

    swprintf(path, ARRAY_SIZE(paths[0]), L"%ls\\%ls", root_path(), name);
    return path;
}

static WCHAR *the_link(void)
{
    return link_path(L"link");
}

static DWORD add_target(void)
{
    return NetDfsAdd(the_link(), target_server, target_share, (WCHAR *)L"Of the probe", 0);
}

static DWORD remove_target(void)
{
    return NetDfsRemove(the_link(), target_server, target_share);
}

/* ---- Links ----------------------------------------------------------------------------------- */

static DWORD probe_NetDfsEnum(DWORD level, struct probe_answer *answer)
{
    return NetDfsEnum(level < 200 ? root_path() : root_server(), level, MAX_PREFERRED_LENGTH,
                      &answer->buffer, &answer->entries, NULL);
}

/* Levels 7 and 50 are of namespaces. */
static DWORD probe_NetDfsGetInfo(DWORD level, struct probe_answer *answer)
{
    return NetDfsGetInfo(level == 7 || level == 50 ? root_path() : the_link(), NULL, NULL, level,
                         &answer->buffer);
}

static DWORD probe_NetDfsGetClientInfo(DWORD level, struct probe_answer *answer)
{
    return NetDfsGetClientInfo(the_link(), NULL, NULL, level, &answer->buffer);
}

static DWORD set_info(DWORD level)
{
    DFS_INFO_105 link = { (WCHAR *)L"Changed", DFS_VOLUME_STATE_ONLINE, 600, 0, 0 };
    DFS_INFO_106 target = { DFS_STORAGE_STATE_ONLINE, { DfsGlobalHighPriorityClass, 1, 0 } };
    DFS_INFO_107 with_descriptor = {
        (WCHAR *)L"Changed", DFS_VOLUME_STATE_ONLINE, 600, 0, 0, 0, NULL
    };
    DFS_INFO_150 descriptor = { 0, NULL };
    BYTE *info = NULL;

    switch (level)
    {
    case 100: info = (BYTE *)&link.Comment; break;
    case 101: info = (BYTE *)&link.State; break;
    case 102: info = (BYTE *)&link.Timeout; break;
    case 103: info = (BYTE *)&link.PropertyFlagMask; break;
    case 104: info = (BYTE *)&target.TargetPriority; break;
    case 105: info = (BYTE *)&link; break;
    case 106: info = (BYTE *)&target; break;
    case 107: info = (BYTE *)&with_descriptor; break;
    default: info = (BYTE *)&descriptor; break;
    }
    return level == 104 || level == 106
               ? NetDfsSetInfo(the_link(), target_server, target_share, level, info)
               : NetDfsSetInfo(the_link(), NULL, NULL, level, info);
}

static DWORD probe_NetDfsSetInfo(DWORD level, struct probe_answer *answer)
{
    DWORD status;

    (void)answer;
    add_target();
    status = set_info(level);
    remove_target();
    return status;
}

static DWORD probe_NetDfsAdd(DWORD level, struct probe_answer *answer)
{
    DWORD status = add_target();

    (void)level;
    (void)answer;
    remove_target();
    return status;
}

static DWORD probe_NetDfsRemove(DWORD level, struct probe_answer *answer)
{
    (void)level;
    (void)answer;
    add_target();
    return remove_target();
}

static DWORD probe_NetDfsMove(DWORD level, struct probe_answer *answer)
{
    DWORD status = NetDfsMove(the_link(), link_path(L"moved"), DFS_MOVE_FLAG_REPLACE_IF_EXISTS);

    (void)level;
    (void)answer;
    NetDfsMove(link_path(L"moved"), the_link(), DFS_MOVE_FLAG_REPLACE_IF_EXISTS);
    return status;
}

/* ---- Namespaces ------------------------------------------------------------------------------ */

static WCHAR new_root[] = NEW_ROOT;

static DWORD add_std_root(void)
{
    return NetDfsAddStdRoot(root_server(), new_root, (WCHAR *)L"Of the probe", 0);
}

static DWORD remove_std_root(void)
{
    return NetDfsRemoveStdRoot(root_server(), new_root, 0);
}

static DWORD probe_NetDfsAddStdRoot(DWORD level, struct probe_answer *answer)
{
    DWORD status = add_std_root();

    (void)level;
    (void)answer;
    remove_std_root();
    return status;
}

static DWORD probe_NetDfsAddStdRootForced(DWORD level, struct probe_answer *answer)
{
    DWORD status = NetDfsAddStdRootForced(root_server(), new_root, (WCHAR *)L"Of the probe",
                                          (WCHAR *)L"C:\\Shares\\new");

    (void)level;
    (void)answer;
    remove_std_root();
    return status;
}

static DWORD probe_NetDfsRemoveStdRoot(DWORD level, struct probe_answer *answer)
{
    (void)level;
    (void)answer;
    add_std_root();
    return remove_std_root();
}

static DWORD add_ft_root(void)
{
    return NetDfsAddFtRoot(root_server(), new_root, new_root, (WCHAR *)L"Of the probe", 0);
}

static DWORD remove_ft_root(void)
{
    return NetDfsRemoveFtRoot(root_server(), new_root, new_root, 0);
}

static DWORD probe_NetDfsAddFtRoot(DWORD level, struct probe_answer *answer)
{
    DWORD status = add_ft_root();

    (void)level;
    (void)answer;
    remove_ft_root();
    return status;
}

static DWORD probe_NetDfsRemoveFtRoot(DWORD level, struct probe_answer *answer)
{
    (void)level;
    (void)answer;
    add_ft_root();
    return remove_ft_root();
}

/* The server stands for the domain, too. */
static DWORD probe_NetDfsRemoveFtRootForced(DWORD level, struct probe_answer *answer)
{
    (void)level;
    (void)answer;
    add_ft_root();
    return NetDfsRemoveFtRootForced(root_server() + 2, root_server(), new_root, new_root, 0);
}

/* \\server\new */
static WCHAR *new_root_path(void)
{
    static WCHAR path[MAX_PATH];

    swprintf(path, ARRAY_SIZE(path), L"%ls\\%ls", root_server(), NEW_ROOT);
    return path;
}

static DWORD add_root_target(void)
{
    return NetDfsAddRootTarget(new_root_path(), NULL, 1, (WCHAR *)L"Of the probe", 0);
}

static DWORD remove_root_target(void)
{
    return NetDfsRemoveRootTarget(new_root_path(), NULL, 0);
}

static DWORD probe_NetDfsAddRootTarget(DWORD level, struct probe_answer *answer)
{
    DWORD status = add_root_target();

    (void)level;
    (void)answer;
    remove_root_target();
    return status;
}

static DWORD probe_NetDfsRemoveRootTarget(DWORD level, struct probe_answer *answer)
{
    (void)level;
    (void)answer;
    add_root_target();
    return remove_root_target();
}

static DWORD probe_NetDfsGetSupportedNamespaceVersion(DWORD level, struct probe_answer *answer)
{
    static const struct probe_level version = { 0, sizeof(DFS_SUPPORTED_NAMESPACE_VERSION_INFO),
                                                "u2qu2q" };
    DWORD status = NetDfsGetSupportedNamespaceVersion(
        DFS_NAMESPACE_VERSION_ORIGIN_SERVER, root_server(),
        (DFS_SUPPORTED_NAMESPACE_VERSION_INFO **)&answer->buffer);

    (void)level;
    answer->bad = status ? NULL : probe_check(&version, answer);
    return status;
}

static DWORD probe_NetDfsManagerInitialize(DWORD level, struct probe_answer *answer)
{
    (void)level;
    (void)answer;
    return NetDfsManagerInitialize(root_server(), 0);
}

/* ---- Rows ------------------------------------------------------------------------------------ */

#define CLIENT_LEVELS                                                                              \
    PROBE_LEVEL(DFS_INFO, 1, "s"), PROBE_LEVEL(DFS_INFO, 2, "s2u2"),                               \
        PROBE_LEVEL(DFS_INFO, 3, "s2u2(us2)"), PROBE_LEVEL(DFS_INFO, 4, "s2u2gu(us2)")
#define LINK_LEVELS                                                                                \
    CLIENT_LEVELS, PROBE_LEVEL(DFS_INFO, 5, "s2u2gu3"),                                            \
        PROBE_LEVEL(DFS_INFO, 6, "s2u2gu3(us2uh2)"), PROBE_LEVEL(DFS_INFO, 8, "s2u2gu3Su"),        \
        PROBE_LEVEL(DFS_INFO, 9, "s2u2gu3Su(us2uh2)")

static const struct probe_level client_levels[] = { CLIENT_LEVELS };
static const struct probe_level enum_levels[] = {
    LINK_LEVELS,
    PROBE_LEVEL(DFS_INFO, 200, "s"),
    PROBE_LEVEL(DFS_INFO, 300, "us"),
};
static const struct probe_level get_levels[] = {
    LINK_LEVELS,
    PROBE_LEVEL(DFS_INFO, 7, "g"),
    PROBE_LEVEL(DFS_INFO, 50, "u2q"),
    PROBE_LEVEL(DFS_INFO, 100, "s"),
    PROBE_LEVEL(DFS_INFO, 150, "uS"),
};
static const struct probe_level set_levels[] = {
    PROBE_LEVEL_WITHOUT_ANSWER(100), PROBE_LEVEL_WITHOUT_ANSWER(101),
    PROBE_LEVEL_WITHOUT_ANSWER(102), PROBE_LEVEL_WITHOUT_ANSWER(103),
    PROBE_LEVEL_WITHOUT_ANSWER(104), PROBE_LEVEL_WITHOUT_ANSWER(105),
    PROBE_LEVEL_WITHOUT_ANSWER(106), PROBE_LEVEL_WITHOUT_ANSWER(107),
    PROBE_LEVEL_WITHOUT_ANSWER(150),
};

static const struct probe_function functions[] = {
    PROBE_FUNCTION(NetDfsEnum, enum_levels),
    PROBE_FUNCTION(NetDfsGetInfo, get_levels),
    PROBE_FUNCTION(NetDfsGetClientInfo, client_levels),
    PROBE_FUNCTION(NetDfsSetInfo, set_levels),
    PROBE_WITHOUT_LEVEL(NetDfsAdd),
    PROBE_WITHOUT_LEVEL(NetDfsRemove),
    PROBE_WITHOUT_LEVEL(NetDfsMove),
    PROBE_WITHOUT_LEVEL(NetDfsAddStdRoot),
    PROBE_WITHOUT_LEVEL(NetDfsAddStdRootForced),
    PROBE_WITHOUT_LEVEL(NetDfsRemoveStdRoot),
    PROBE_WITHOUT_LEVEL(NetDfsAddFtRoot),
    PROBE_WITHOUT_LEVEL(NetDfsRemoveFtRoot),
    PROBE_WITHOUT_LEVEL(NetDfsRemoveFtRootForced),
    PROBE_WITHOUT_LEVEL(NetDfsAddRootTarget),
    PROBE_WITHOUT_LEVEL(NetDfsRemoveRootTarget),
    PROBE_WITHOUT_LEVEL(NetDfsGetSupportedNamespaceVersion),
    PROBE_WITHOUT_LEVEL(NetDfsManagerInitialize),
};

PROBE_FAMILY(dfs);
