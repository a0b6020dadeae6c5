/*
 * Servers of the made-up netapi32.dll that have a name in common: nodes of a cluster, each of which answers
 * for all, \\clu1 to \\clu3; and \\twin1 and \\twin2, which know nothing of each other. A use of one is a
 * session.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <string.h>
#include <wchar.h>
#include <windows.h>
#include <lmcons.h>
#include <lmerr.h>
#include <lmshare.h>
#include <lmuse.h>

#include "../../include/netapi32_call.h"
#include "sample.h"

#define USES_MAX 8

struct node
{
    const WCHAR *server;
    const char *name; /* what the ServerGuid is */
    bool is_of_cluster;
    DWORD uses;
};

static struct node nodes[] = {
    { L"clu1", "fs", true, 0 },     { L"clu2", "fs", true, 0 },     { L"clu3", "fs", true, 0 },
    { L"twin1", "twin", false, 0 }, { L"twin2", "twin", false, 0 },
};

DWORD WINAPI Netapi32QueryServer(const WCHAR *server, struct netapi32_server *identity, DWORD size);

/* Of a name without leading backslashes. */
static struct node *node_find(const WCHAR *server)
{
    for (size_t i = 0; i < ARRAYSIZE(nodes) && server; i++)
    {
        if (!wcscmp(nodes[i].server, server))
        {
            return &nodes[i];
        }
    }
    return NULL;
}

DWORD WINAPI Netapi32QueryServer(const WCHAR *server, struct netapi32_server *identity, DWORD size)
{
    const struct node *node = node_find(server);

    memset(identity, 0, size);
    if (!node)
    {
        return ERROR_NOT_FOUND;
    }
    memcpy(identity->guid, node->name, strlen(node->name));
    return ERROR_SUCCESS;
}

/* ---- Uses ------------------------------------------------------------------------------------- */

/* Of \\server\IPC$. */
static struct node *node_of_resource(const WCHAR *resource)
{
    WCHAR name[16] = { 0 };

    for (size_t i = 0; i + 1 < ARRAYSIZE(name) && resource[2 + i] && resource[2 + i] != '\\'; i++)
    {
        name[i] = resource[2 + i];
    }
    return node_find(name);
}

NET_API_STATUS WINAPI NetUseAdd(LMSTR server, DWORD level, LPBYTE buffer, LPDWORD parameter)
{
    struct node *node = node_of_resource(((const USE_INFO_1 *)(const void *)buffer)->ui1_remote);

    (void)server;
    (void)level;
    (void)parameter;
    if (!node)
    {
        return ERROR_BAD_NETPATH;
    }
    node->uses++;
    return NERR_Success;
}

NET_API_STATUS WINAPI NetUseDel(LMSTR server, LMSTR resource, DWORD force)
{
    struct node *node = node_of_resource(resource);

    (void)server;
    (void)force;
    if (!node || !node->uses)
    {
        return NERR_UseNotFound;
    }
    node->uses--;
    return NERR_Success;
}

/* ---- What they list ---------------------------------------------------------------------------- */

static bool answers_for(const struct node *node, const struct node *other)
{
    return node == other || (node->is_of_cluster && other->is_of_cluster);
}

bool clusters_have(const WCHAR *server)
{
    return server && !wcsncmp(server, L"\\\\", 2) && node_find(server + 2);
}

/* On each node a session of its own, of alice, and one for each use. The second node of the cluster is so
 * quick, and the third even more, that they tell of sessions as they were seconds before. */
DWORD clusters_sessions(const WCHAR *server, BYTE **buffer, DWORD *read)
{
    const struct node *node = node_find(server + 2);
    const DWORD seconds_before = node->is_of_cluster ? 10 * (DWORD)(node - nodes) : 0;
    SESSION_INFO_1 *sessions = HeapAlloc(GetProcessHeap(), 0, 32 * sizeof(*sessions));
    DWORD count = 0;

    for (size_t i = 0; i < ARRAYSIZE(nodes); i++)
    {
        if (answers_for(node, &nodes[i]))
        {
            sessions[count++] =
                (SESSION_INFO_1){ L"PC1", L"alice", 1, 60 + (DWORD)i - seconds_before, 0, 0 };
            for (DWORD use = 0; use < nodes[i].uses && use < USES_MAX; use++)
            {
                sessions[count++] = (SESSION_INFO_1){ L"HERE", L"admin", 0, 1, 0, 0 };
            }
        }
    }
    *buffer = (BYTE *)sessions;
    *read = count;
    return NERR_Success;
}

/* A file on each node, of which that one has not heard yet; the first two have one ID. */
DWORD clusters_files(const WCHAR *server, BYTE **buffer, DWORD *read, DWORD *total)
{
    static const FILE_INFO_3 files[] = {
        { 65539, PERM_FILE_READ, 0, L"C:\\one.txt", L"alice" },
        { 65539, PERM_FILE_READ, 0, L"C:\\two.txt", L"bob" },
        { 65540, PERM_FILE_READ, 0, L"C:\\three.txt", L"bob" },
        { 7, PERM_FILE_READ, 0, L"C:\\twin.txt", L"alice" },
        { 7, PERM_FILE_READ, 0, L"C:\\twin.txt", L"alice" },
    };
    const struct node *node = node_find(server + 2);
    FILE_INFO_3 *found = HeapAlloc(GetProcessHeap(), 0, sizeof(files));
    DWORD count = 0;

    for (size_t i = 0; i < ARRAYSIZE(nodes); i++)
    {
        if (answers_for(node, &nodes[i]) && (node != &nodes[i] || !node->is_of_cluster))
        {
            found[count++] = files[i];
        }
    }
    *buffer = (BYTE *)found;
    *read = *total = count;
    return NERR_Success;
}
