/*
 * The rest of the netapi32.dll of sample_netapi32.c: shares, open files, connections, and what the
 * server is.
 *
 * \\sample, \\empty, \\denied, \\stuck, \\paged and \\stub are as there. \\limited gives what everybody
 * may have, and denies the rest. \\samba has the connections and the numbers of users that Samba makes
 * up, and a time without a zone. \\changing is another at each call. \\closed shows everything and changes nothing. \\picky takes no path. What is changed is
 * said on standard output, as the server got it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <assert.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <wchar.h>
#include <windows.h>
#include <lmcons.h>
#include <lmdfs.h>
#include <lmerr.h>
#include <lmremutl.h>
#include <lmserver.h>
#include <lmshare.h>
#include <lmwksta.h>
#include <sddl.h>

#include "sample.h"

bool is_server(const WCHAR *server, const WCHAR *name)
{
    return server && !wcsncmp(server, L"\\\\", 2) && !wcscmp(server + 2, name);
}

void say(const WCHAR *format, ...)
{
    WCHAR line[512];
    char bytes[1024];
    va_list arguments;
    DWORD written;
    int length;

    va_start(arguments, format);
    _vsnwprintf(line, ARRAYSIZE(line), format, arguments);
    va_end(arguments);
    length = WideCharToMultiByte(CP_UTF8, 0, line, -1, bytes, sizeof(bytes), NULL, NULL);
    WriteFile(GetStdHandle(STD_OUTPUT_HANDLE), bytes, (DWORD)length - 1, &written, NULL);
}

/* ---- Answers --------------------------------------------------------------------------------- */

DWORD answer_of_name(const WCHAR *server, bool is_public)
{
    if (server && wcsncmp(server, L"\\\\", 2))
    {
        return ERROR_INVALID_NAME;
    }
    if (is_server(server, L"stuck"))
    {
        return ERROR_MORE_DATA;
    }
    return is_server(server, L"denied") || (is_server(server, L"limited") && !is_public)
               ? ERROR_ACCESS_DENIED
               : NERR_Success;
}

DWORD give(const WCHAR *server, bool is_public, const void *structures, size_t size, DWORD count,
           BYTE **buffer, DWORD *read, DWORD *total, DWORD_PTR *resume)
{
    const DWORD_PTR start = resume ? *resume : 0;
    DWORD error;

    if (is_server(server, L"stub"))
    {
        return NERR_Success;
    }
    *buffer = NULL;
    *read = *total = 0;
    error = answer_of_name(server, is_public);
    if (error || (is_server(server, L"empty") && resume))
    {
        return error;
    }
    count -= (DWORD)start;
    *total = count;
    *read = is_server(server, L"paged") && count ? 1 : count;
    *buffer = HeapAlloc(GetProcessHeap(), 0, *read * size + 1);
    CopyMemory(*buffer, (const BYTE *)structures + start * size, *read * size);
    if (resume)
    {
        *resume = *read < count ? start + *read : 0;
    }
    return *read < count ? ERROR_MORE_DATA : NERR_Success;
}

DWORD give_with_handle(const WCHAR *server, bool is_public, const void *structures, size_t size,
                       DWORD count, BYTE **buffer, DWORD *read, DWORD *total, DWORD *resume)
{
    DWORD_PTR handle = *resume;
    const DWORD error =
        give(server, is_public, structures, size, count, buffer, read, total, &handle);

    *resume = (DWORD)handle;
    return error;
}

DWORD give_one(const WCHAR *server, bool is_public, const void *structure, size_t size,
               BYTE **buffer)
{
    DWORD read, total;

    return give(server, is_public, structure, size, 1, buffer, &read, &total, NULL);
}

/* ---- Shares ---------------------------------------------------------------------------------- */

static const SHARE_INFO_2 shares[] = {
    { L"files", STYPE_DISKTREE, L"All of \x043f\x043a", 0, 10, 3, L"C:\\srv\\files", L"geheim" },
    { L"printer", STYPE_PRINTQ | STYPE_TEMPORARY, L"a\"b,c\033[2J", 7, MAXDWORD, 0,
      L"C:\\WINDOWS\\system32\\spool", NULL },
    { L"IPC$", STYPE_IPC | STYPE_SPECIAL, NULL, 0, MAXDWORD, 12, L"", NULL },
};

static void share_1(SHARE_INFO_1 *info, const SHARE_INFO_2 *share)
{
    *info = (SHARE_INFO_1){ share->shi2_netname, share->shi2_type, share->shi2_remark };
}

static void share_501(SHARE_INFO_501 *info, const SHARE_INFO_2 *share)
{
    *info = (SHARE_INFO_501){ share->shi2_netname, share->shi2_type, share->shi2_remark,
                              share == shares ? CSC_CACHE_NONE | 0x8801u : 0 };
}

static void share_502(SHARE_INFO_502 *info, const SHARE_INFO_2 *share)
{
    *info = (SHARE_INFO_502){ share->shi2_netname,
                              share->shi2_type,
                              share->shi2_remark,
                              share->shi2_permissions,
                              share->shi2_max_uses,
                              share->shi2_current_uses,
                              share->shi2_path,
                              share->shi2_passwd,
                              0,
                              NULL };
    if (share == shares)
    {
        ConvertStringSecurityDescriptorToSecurityDescriptorW(
            L"O:BAG:BAD:(A;;FA;;;WD)", SDDL_REVISION_1, &info->shi502_security_descriptor,
            &info->shi502_reserved);
    }
}

NET_API_STATUS WINAPI NetShareEnum(LMSTR server, DWORD level, BYTE **buffer, DWORD length,
                                   DWORD *read, DWORD *total, DWORD *resume)
{
    SHARE_INFO_1 shares_1[ARRAYSIZE(shares)];
    SHARE_INFO_501 shares_501[ARRAYSIZE(shares)];
    SHARE_INFO_502 shares_502[ARRAYSIZE(shares)];
    WCHAR *names[ARRAYSIZE(shares)];

    (void)length;
    for (size_t i = 0; i < ARRAYSIZE(shares); i++)
    {
        names[i] = shares[i].shi2_netname;
        share_1(&shares_1[i], &shares[i]);
        share_501(&shares_501[i], &shares[i]);
        if (level == 502)
        {
            share_502(&shares_502[i], &shares[i]);
        }
        if (is_server(server, L"samba"))
        {
            shares_502[i].shi502_current_uses = 1;
            shares_502[i].shi502_max_uses = MAXDWORD;
        }
    }
    switch (level)
    {
    case 0: return GIVE(true, names);
    case 1: return GIVE(true, shares_1);
    case 2: return GIVE(false, shares);
    case 501: return GIVE(true, shares_501);
    default: return GIVE(false, shares_502);
    }
}

NET_API_STATUS WINAPI NetShareGetInfo(LMSTR server, LMSTR name, DWORD level, BYTE **buffer)
{
    *buffer = NULL;
    for (size_t i = 0; i < ARRAYSIZE(shares) && level == 2; i++)
    {
        if (!wcscmp(shares[i].shi2_netname, name))
        {
            return GIVE_ONE(false, &shares[i]);
        }
    }
    return NERR_NetNameNotFound;
}

static DWORD change_check(const WCHAR *server, DWORD *parameter)
{
    if (is_server(server, L"picky"))
    {
        *parameter = SHARE_PATH_PARMNUM;
        return ERROR_INVALID_PARAMETER;
    }
    return is_server(server, L"closed") ? ERROR_ACCESS_DENIED : NERR_Success;
}

NET_API_STATUS WINAPI NetShareAdd(LMSTR server, DWORD level, BYTE *buffer, DWORD *parameter)
{
    const SHARE_INFO_2 *share = (const void *)buffer;
    const DWORD error = change_check(server, parameter);

    if (!error)
    {
        say(L"<%ls: add %lu %ls %08lx '%ls' %ld '%ls'>\n", server, level, share->shi2_netname,
            share->shi2_type, share->shi2_remark, (LONG)share->shi2_max_uses, share->shi2_path);
    }
    return error;
}

NET_API_STATUS WINAPI NetShareSetInfo(LMSTR server, LMSTR name, DWORD level, BYTE *buffer,
                                      DWORD *parameter)
{
    const SHARE_INFO_2 *share = (const void *)buffer;
    const DWORD error = change_check(server, parameter);

    if (!error && level == 2)
    {
        say(L"<%ls: set 2 %ls '%ls' %ld '%ls'>\n", server, name, share->shi2_remark,
            (LONG)share->shi2_max_uses, share->shi2_path);
    }
    else if (!error)
    {
        say(L"<%ls: set %lu %ls '%ls'>\n", server, level, name,
            ((const SHARE_INFO_1004 *)(const void *)buffer)->shi1004_remark);
    }
    return error;
}

NET_API_STATUS WINAPI NetShareDel(LMSTR server, LMSTR name, DWORD reserved)
{
    DWORD parameter = reserved;
    const DWORD error = change_check(server, &parameter);

    if (!error)
    {
        say(L"<%ls: remove %ls>\n", server, name);
    }
    return error;
}

/* ---- Files and connections ------------------------------------------------------------------- */

static const FILE_INFO_3 files[] = {
    { 3000000001, PERM_FILE_READ, 0, L"C:\\srv\\files\\hello.txt", L"alice" },
    { 17, PERM_FILE_READ | PERM_FILE_WRITE | PERM_FILE_CREATE | 0x80, 2,
      L"C:\\srv\\files\\a folder with a long name\\another folder with a long "
      L"name\\r\x00e9sum\x00e9"
      L".txt",
      L"alice" },
    { 18, 0, 1, L"C:\\srv\\lost.txt", L"carol" },
};

/* Of a cluster, whose nodes number them on their own. */
static const FILE_INFO_3 cluster_files[] = {
    { 262209539, PERM_FILE_READ, 0, L"C:\\srv\\hello.txt", L"bob" },
    { 17, PERM_FILE_READ, 0, L"C:\\srv\\other.txt", L"alice" },
    { 262209539, PERM_FILE_READ, 0, L"C:\\srv\\report.txt", L"bob" },
};

NET_API_STATUS WINAPI NetFileEnum(LMSTR server, LMSTR path, LMSTR user, DWORD level, BYTE **buffer,
                                  DWORD length, DWORD *read, DWORD *total, DWORD_PTR *resume)
{
    const FILE_INFO_3 *all = is_server(server, L"cluster") ? cluster_files : files;
    FILE_INFO_3 found[ARRAYSIZE(files)];
    DWORD ids[ARRAYSIZE(files)];
    static DWORD calls;
    DWORD count = 0;

    static_assert(ARRAYSIZE(files) == ARRAYSIZE(cluster_files), "one is as long as the other");

    (void)length;
    if (clusters_have(server))
    {
        return clusters_files(server, buffer, read, total);
    }
    calls++;
    for (size_t i = 0; i < ARRAYSIZE(files); i++)
    {
        if ((!path || !wcsncmp(all[i].fi3_pathname, path, wcslen(path))) &&
            (!user || !wcscmp(all[i].fi3_username, user)))
        {
            found[count] = all[i];
            found[count].fi3_id += is_server(server, L"changing") ? calls : 0;
            found[count].fi3_num_locks += calls - 1;
            ids[count] = all[i].fi3_id;
            count++;
        }
    }
    return level == 2
               ? give(server, false, ids, sizeof(*ids), count, buffer, read, total, resume)
               : give(server, false, found, sizeof(*found), count, buffer, read, total, resume);
}

NET_API_STATUS WINAPI NetFileGetInfo(LMSTR server, DWORD id, DWORD level, BYTE **buffer)
{
    const FILE_INFO_3 *all = is_server(server, L"cluster") ? cluster_files : files;

    *buffer = NULL;
    for (size_t i = 0; i < ARRAYSIZE(files) && level == 3; i++)
    {
        if (all[i].fi3_id == id)
        {
            return GIVE_ONE(false, &all[i]);
        }
    }
    return ERROR_FILE_NOT_FOUND;
}

NET_API_STATUS WINAPI NetFileClose(LMSTR server, DWORD id)
{
    DWORD parameter;
    const DWORD error = change_check(server, &parameter);

    if (!error)
    {
        say(L"<%ls: close %lu>\n", server, id);
    }
    return error;
}

/* A copy that is there for good, one for all that are the same. */
static WCHAR *name_kept(const WCHAR *name)
{
    static WCHAR names[16][64];
    size_t i = 0;

    while (i + 1 < ARRAYSIZE(names) && *names[i] && wcscmp(names[i], name))
    {
        i++;
    }
    wmemcpy(names[i], name, wcslen(name) + 1);
    return names[i];
}

NET_API_STATUS WINAPI NetConnectionEnum(LMSTR server, LMSTR qualifier, DWORD level, BYTE **buffer,
                                        DWORD length, DWORD *read, DWORD *total, DWORD *resume)
{
    const CONNECTION_INFO_1 connections[] = {
        { 5, STYPE_DISKTREE, 2, 1, 3661, L"alice", L"files" },
        { 4000000000, STYPE_IPC, 0, 1, 5, name_kept(qualifier), L"IPC$" },
    };
    static const CONNECTION_INFO_1 made_up[] = {
        { 2, STYPE_IPC, 7, 1, 3, L"dummy_user", L"IPC$" },
        { 2, STYPE_IPC, 0, 1, 3, L"dummy_user", L"IPC$" },
    };

    (void)length;
    if (level != 1)
    {
        *buffer = NULL;
        return ERROR_INVALID_LEVEL;
    }
    return is_server(server, L"samba") ? GIVE(false, made_up) : GIVE(false, connections);
}

/* ---- What the server is ---------------------------------------------------------------------- */

NET_API_STATUS WINAPI NetServerGetInfo(LMSTR server, DWORD level, BYTE **buffer)
{
    static const SERVER_INFO_100 info_100 = { PLATFORM_ID_NT, L"SAMPLE" };
    static const SERVER_INFO_101 info_101 = {
        PLATFORM_ID_NT,
        L"SAMPLE",
        0x86,
        1,
        SV_TYPE_WORKSTATION | SV_TYPE_SERVER | SV_TYPE_PRINTQ_SERVER | 0x08000000,
        L"A sample \x043f\x043a",
    };
    static const SERVER_INFO_102 info_102 = { PLATFORM_ID_NT, L"SAMPLE", 6,        1,
                                              SV_TYPE_SERVER, L"",       MAXDWORD, -1,
                                              FALSE,          240,       3000,     100000,
                                              L"C:\\" };
    SERVER_INFO_102 made_up = info_102;
    static const SERVER_INFO_502 info_502 = { .sv502_sessopens = 2048 };
    static const SERVER_INFO_100 changed[] = { { PLATFORM_ID_NT, L"SAMPLE" },
                                               { PLATFORM_ID_OS2, L"SAMPLE" } };
    static DWORD calls;

    if (is_server(server, L"changing"))
    {
        return GIVE_ONE(true, &changed[calls++ % 2]);
    }
    switch (level)
    {
    case 100: return GIVE_ONE(true, &info_100);
    case 101: return GIVE_ONE(!is_server(server, L"limited"), &info_101);
    case 102:
        made_up.sv102_disc = 15;
        return GIVE_ONE(false, is_server(server, L"samba") ? &made_up : &info_102);
    case 502: return GIVE_ONE(false, &info_502);
    default: *buffer = NULL; return ERROR_INVALID_LEVEL;
    }
}

NET_API_STATUS WINAPI NetServerDiskEnum(LMSTR server, DWORD level, BYTE **buffer, DWORD length,
                                        DWORD *read, DWORD *total, DWORD *resume)
{
    static const WCHAR disks[][3] = { L"C:", L"Z:" };

    (void)level;
    (void)length;
    return GIVE(false, disks);
}

NET_API_STATUS WINAPI NetServerTransportEnum(LMSTR server, DWORD level, BYTE **buffer, DWORD length,
                                             DWORD *read, DWORD *total, DWORD *resume)
{
    static BYTE address[] = "\x01SAMPLE";
    static SERVER_TRANSPORT_INFO_3 info = {
        .svti3_numberofvcs = 4,
        .svti3_transportname = L"\\Device\\NetbiosSmb",
        .svti3_transportaddress = address,
        .svti3_transportaddresslength = sizeof(address) - 1,
        .svti3_networkaddress = L"001122334455",
        .svti3_domain = L"WORKGROUP",
        .svti3_flags = SVTI2_REMAP_PIPE_NAMES,
        .svti3_passwordlength = 6,
        .svti3_password = "geheim",
    };

    (void)length;
    switch (level)
    {
    case 0:
    case 1:
    case 2: /* the structure begins with those of the levels before */
    {
        static const size_t sizes[] = { sizeof(SERVER_TRANSPORT_INFO_0),
                                        sizeof(SERVER_TRANSPORT_INFO_1),
                                        sizeof(SERVER_TRANSPORT_INFO_2) };

        return give_with_handle(server, true, &info, sizes[level], 1, buffer, read, total, resume);
    }
    default:
        return give_with_handle(server, false, &info, sizeof(info), 1, buffer, read, total, resume);
    }
}

NET_API_STATUS WINAPI NetRemoteTOD(LPCWSTR server, BYTE **buffer)
{
    const TIME_OF_DAY_INFO time = {
        .tod_elapsedt = 1772368496,
        .tod_msecs = 1234,
        .tod_hours = 12,
        .tod_mins = 34,
        .tod_secs = 56,
        .tod_timezone = is_server(server, L"samba")  ? -1
                        : is_server(server, L"west") ? 210
                                                     : -330,
        .tod_day = 1,
        .tod_month = 3,
        .tod_year = 2026,
    };

    return GIVE_ONE(true, &time);
}

NET_API_STATUS WINAPI NetWkstaGetInfo(LMSTR server, DWORD level, BYTE **buffer)
{
    static const WKSTA_INFO_102 info = { PLATFORM_ID_NT, L"SAMPLE", L"WORKGROUP", 10, 0,
                                         L"C:\\Windows", 3 };
    static const WKSTA_INFO_502 info_502 = { .wki502_keep_conn = 600,
                                             .wki502_utilize_nt_caching = TRUE };

    switch (level)
    {
    case 100: return GIVE_ONE(true, (const WKSTA_INFO_100 *)(const void *)&info);
    case 101: return GIVE_ONE(false, (const WKSTA_INFO_101 *)(const void *)&info);
    case 102: return GIVE_ONE(false, &info);
    default: return GIVE_ONE(false, &info_502);
    }
}

NET_API_STATUS WINAPI NetWkstaUserEnum(LMSTR server, DWORD level, BYTE **buffer, DWORD length,
                                       DWORD *read, DWORD *total, DWORD *resume)
{
    static WKSTA_USER_INFO_1 users[] = {
        { L"alice", L"WORKGROUP", L"", L"SAMPLE" },
        { L"bob", NULL, NULL, NULL },
    };
    static const WKSTA_USER_INFO_0 names[] = { { L"alice" }, { L"bob" } };

    (void)length;
    return level ? GIVE(false, users) : GIVE(false, names);
}

/* ---- DFS ------------------------------------------------------------------------------------- */

static const GUID guid = {
    0x00112233, 0x4455, 0x6677, { 0x88, 0x99, 0xaa, 0xbb, 0xcc, 0xdd, 1, 2 }
};

NET_API_STATUS WINAPI NetDfsEnum(LPWSTR name, DWORD level, DWORD length, BYTE **buffer, DWORD *read,
                                 DWORD *resume)
{
    static DFS_STORAGE_INFO targets[] = {
        { DFS_STORAGE_STATE_ONLINE, L"SRV1", L"data" },
        { DFS_STORAGE_STATE_OFFLINE, L"SRV2", L"data\"2\"" },
    };
    static const DFS_INFO_4 volumes[] = {
        { L"\\\\SAMPLE\\root", L"The root", DFS_VOLUME_STATE_OK | DFS_VOLUME_FLAVOR_STANDALONE, 300,
          guid, 0, NULL },
        { L"\\\\SAMPLE\\root\\data", L"", DFS_VOLUME_STATE_ONLINE, 1800, guid, 2, targets },
    };
    static const DFS_INFO_300 roots[] = {
        { DFS_VOLUME_FLAVOR_AD_BLOB, L"\\\\example.test\\root" },
        { DFS_VOLUME_FLAVOR_STANDALONE, L"\\\\SAMPLE\\root" },
    };
    DFS_INFO_3 volumes_3[ARRAYSIZE(volumes)];
    const WCHAR *server = name;
    DWORD total_value;
    DWORD *total = &total_value;

    (void)length;
    if (is_server(name, L"empty"))
    {
        *buffer = NULL;
        return ERROR_NO_MORE_ITEMS;
    }
    if (level != 300 && wcscmp(name, L"\\\\sample\\root"))
    {
        *buffer = NULL;
        return wcschr(name + 2, '\\') ? NERR_DfsNoSuchVolume : ERROR_NOT_FOUND;
    }
    for (size_t i = 0; i < ARRAYSIZE(volumes); i++)
    {
        volumes_3[i] = (DFS_INFO_3){ volumes[i].EntryPath, volumes[i].Comment, volumes[i].State,
                                     volumes[i].NumberOfStorages, volumes[i].Storage };
    }
    switch (level)
    {
    case 3: return GIVE(true, volumes_3);
    case 4: return GIVE(true, volumes);
    case 300: return GIVE(true, roots);
    default: *buffer = NULL; return ERROR_INVALID_LEVEL;
    }
}
