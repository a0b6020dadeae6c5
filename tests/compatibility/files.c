/*
 * Rows of the probe: open files, and connections to shares.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "probe.h"

#include <stdio.h>

/* Not in the headers, and of Windows' own components. */
DWORD WINAPI NetpGetFileSecurity(WCHAR *path, SECURITY_INFORMATION information,
                                 PSECURITY_DESCRIPTOR *descriptor, DWORD *length);
DWORD WINAPI NetpSetFileSecurity(WCHAR *path, SECURITY_INFORMATION information,
                                 PSECURITY_DESCRIPTOR descriptor);

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

/* ---- Security -------------------------------------------------------------------------------- */

/* A file that is there: of the server, or of this computer. */
static WCHAR *a_file(void)
{
    static WCHAR path[MAX_PATH];

    if (probe_server)
    {
        swprintf(path, ARRAY_SIZE(path), L"%ls\\%ls\\report.txt", probe_server, probe_share());
    }
    else
    {
        GetModuleFileNameW(NULL, path, ARRAY_SIZE(path));
    }
    return path;
}

static DWORD probe_NetpGetFileSecurity(DWORD level, struct probe_answer *answer)
{
    DWORD length = 0, status;

    (void)level;
    status = NetpGetFileSecurity(a_file(), DACL_SECURITY_INFORMATION,
                                 (PSECURITY_DESCRIPTOR *)&answer->buffer, &length);
    if (!status && (!answer->buffer || !IsValidSecurityDescriptor(answer->buffer) ||
                    GetSecurityDescriptorLength(answer->buffer) != length))
    {
        answer->bad = "no security descriptor, or not of this length";
    }
    return status;
}

static DWORD probe_NetpSetFileSecurity(DWORD level, struct probe_answer *answer)
{
    SECURITY_DESCRIPTOR empty;
    PSECURITY_DESCRIPTOR descriptor = NULL;
    DWORD length = 0, status;

    (void)level;
    (void)answer;
    InitializeSecurityDescriptor(&empty, SECURITY_DESCRIPTOR_REVISION);
    NetpGetFileSecurity(a_file(), DACL_SECURITY_INFORMATION, &descriptor, &length);
    status =
        NetpSetFileSecurity(a_file(), DACL_SECURITY_INFORMATION, descriptor ? descriptor : &empty);
    NetApiBufferFree(descriptor);
    return status;
}

/* ---- Rows ------------------------------------------------------------------------------------ */

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
    PROBE_WITHOUT_LEVEL(NetpGetFileSecurity),
    PROBE_WITHOUT_LEVEL(NetpSetFileSecurity),
};

PROBE_FAMILY(files);
