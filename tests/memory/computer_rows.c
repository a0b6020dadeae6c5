/*
 * Rows of functions of this computer alone: buffers, jobs, NetBIOS, WebDAV's paths, helpers.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "rows.h"

#include <davclnt.h>
#include <lmat.h>
#include <nb30.h>

/* Not in the headers; Wine and mingw-w64's import library have them. */
NET_API_STATUS WINAPI NetpGetComputerName(WCHAR **name);
WCHAR *WINAPI NetpAllocWStrFromWStr(const WCHAR *text);
WCHAR *WINAPI NetpAllocWStrFromStr(const char *text);
char *WINAPI NetpAllocStrFromWStr(const WCHAR *text);

/* ---- Buffers and text ------------------------------------------------------------------------- */

static DWORD probe_NetApiBufferAllocate(DWORD level, struct probe_answer *answer)
{
    DWORD status = NetApiBufferAllocate(100, (void **)&answer->buffer);

    (void)level;
    if (!status)
    {
        memset(answer->buffer, 1, 100);
    }
    return status;
}

/* The old buffer is the caller's where there can be no new one. */
static DWORD probe_NetApiBufferReallocate(DWORD level, struct probe_answer *answer)
{
    void *old = NULL;
    DWORD status = NetApiBufferAllocate(100, &old);

    (void)level;
    if (old)
    {
        memset(old, 1, 100);
    }
    if (!status)
    {
        status = NetApiBufferReallocate(old, 50, (void **)&answer->buffer);
    }
    if (status)
    {
        NetApiBufferFree(old);
    }
    return status;
}

static DWORD probe_NetpGetComputerName(DWORD level, struct probe_answer *answer)
{
    (void)level;
    return NetpGetComputerName((WCHAR **)&answer->buffer);
}

static DWORD allocated(void *text, struct probe_answer *answer)
{
    answer->buffer = text;
    return text ? ERROR_SUCCESS : ERROR_NOT_ENOUGH_MEMORY;
}

static DWORD probe_NetpAllocWStrFromWStr(DWORD level, struct probe_answer *answer)
{
    (void)level;
    return allocated(NetpAllocWStrFromWStr(L"text"), answer);
}

static DWORD probe_NetpAllocWStrFromStr(DWORD level, struct probe_answer *answer)
{
    (void)level;
    return allocated(NetpAllocWStrFromStr("text"), answer);
}

static DWORD probe_NetpAllocStrFromWStr(DWORD level, struct probe_answer *answer)
{
    (void)level;
    return allocated(NetpAllocStrFromWStr(L"text"), answer);
}

/* ---- Paths of WebDAV -------------------------------------------------------------------------- */

static DWORD probe_DavGetHTTPFromUNCPath(DWORD level, struct probe_answer *answer)
{
    WCHAR path[MAX_PATH];
    DWORD size = MAX_PATH;

    (void)level;
    (void)answer;
    return DavGetHTTPFromUNCPath(L"\\\\host@8080\\path", path, &size);
}

static DWORD probe_DavGetUNCFromHTTPPath(DWORD level, struct probe_answer *answer)
{
    WCHAR path[MAX_PATH];
    DWORD size = MAX_PATH;

    (void)level;
    (void)answer;
    return DavGetUNCFromHTTPPath(L"http://host:8080/path", path, &size);
}

/* ---- Jobs ------------------------------------------------------------------------------------- */

#define APE_AT_ID_NOT_FOUND 3806
#define JOBS_MAX            5 /* of which one stays, so that it can be asked for */

static WCHAR command[] = L"probe --never";

static DWORD add_job(DWORD *id)
{
    AT_INFO job = { .JobTime = 11040000, .DaysOfMonth = 1u << 30, .Command = command };

    *id = 0;
    return NetScheduleJobAdd(probe_server, (BYTE *)&job, id);
}

static DWORD delete_job(DWORD id)
{
    return NetScheduleJobDel(probe_server, id, id);
}

/* Wine's service loses one of some hundred jobs: it takes its own change of a job's file for somebody else's
 * and reads the file again, which may be in use. Then another job is added. */
static BOOL is_lost(DWORD status, unsigned int *jobs)
{
    (*jobs)++;
    return status == APE_AT_ID_NOT_FOUND && *jobs < JOBS_MAX;
}

static DWORD probe_NetScheduleJobAdd(DWORD level, struct probe_answer *answer)
{
    DWORD id = 0;
    DWORD status = add_job(&id);

    (void)level;
    (void)answer;
    if (!status)
    {
        delete_job(id);
    }
    return status;
}

static DWORD add_and_delete_job(void)
{
    DWORD id = 0;
    DWORD status = add_job(&id);

    if (status)
    {
        return status;
    }
    status = delete_job(id);
    if (status)
    {
        delete_job(id);
    }
    return status;
}

static DWORD probe_NetScheduleJobDel(DWORD level, struct probe_answer *answer)
{
    unsigned int jobs = 0;
    DWORD status;

    (void)level;
    (void)answer;
    do
    {
        status = add_and_delete_job();
    } while (is_lost(status, &jobs));
    return status;
}

static DWORD probe_NetScheduleJobEnum(DWORD level, struct probe_answer *answer)
{
    DWORD id = 0, total = 0, status;

    (void)level;
    add_job(&id);
    status = NetScheduleJobEnum(probe_server, &answer->buffer, MAX_PREFERRED_LENGTH,
                                &answer->entries, &total, NULL);
    delete_job(id);
    return status;
}

static DWORD probe_NetScheduleJobGetInfo(DWORD level, struct probe_answer *answer)
{
    unsigned int jobs = 0;
    DWORD status;

    (void)level;
    do
    {
        DWORD id = 0;

        add_job(&id);
        status = NetScheduleJobGetInfo(probe_server, id, &answer->buffer);
        delete_job(id);
    } while (is_lost(status, &jobs));
    return status;
}

/* ---- NetBIOS ---------------------------------------------------------------------------------- */

static UCHAR first_adapter(void)
{
    LANA_ENUM list = { 0 };
    NCB ncb = { .ncb_command = NCBENUM, .ncb_buffer = (UCHAR *)&list, .ncb_length = sizeof(list) };

    Netbios(&ncb);
    return list.length ? list.lana[0] : 0;
}

static NCB ncb_of(UCHAR ncb_command, UCHAR lana, const char *name)
{
    NCB ncb = { .ncb_command = ncb_command, .ncb_lana_num = lana };

    memset(ncb.ncb_name, ' ', NCBNAMSZ);
    memcpy(ncb.ncb_name, name, strlen(name));
    memcpy(ncb.ncb_callname, ncb.ncb_name, NCBNAMSZ);
    return ncb;
}

static DWORD probe_Netbios(DWORD ncb_command, struct probe_answer *answer)
{
    struct
    {
        ADAPTER_STATUS adapter;
        NAME_BUFFER names[30];
    } status;
    const UCHAR lana = ncb_command == NCBENUM ? 0 : first_adapter();
    NCB ncb = ncb_of((UCHAR)ncb_command, lana, ncb_command == NCBASTAT ? "*" : "NETAPI32-MEMORY");
    NCB removal = ncb_of(NCBDELNAME, lana, "NETAPI32-MEMORY");
    DWORD result;

    (void)answer;
    ncb.ncb_buffer = (UCHAR *)&status;
    ncb.ncb_length = sizeof(status);
    if (ncb_command == NCBDELNAME)
    {
        NCB addition = ncb_of(NCBADDNAME, lana, "NETAPI32-MEMORY");

        Netbios(&addition);
    }
    result = Netbios(&ncb);
    if (ncb_command == NCBADDNAME || (ncb_command == NCBDELNAME && result))
    {
        Netbios(&removal);
    }
    return result;
}

/* ---- Rows ------------------------------------------------------------------------------------- */

static const struct probe_level netbios_commands[] = {
    { NCBENUM, 0, NULL },    { NCBRESET, 0, NULL },   { NCBASTAT, 0, NULL },
    { NCBADDNAME, 0, NULL }, { NCBDELNAME, 0, NULL },
};

static const struct probe_function functions[] = {
    PROBE_WITHOUT_LEVEL(NetApiBufferAllocate),  PROBE_WITHOUT_LEVEL(NetApiBufferReallocate),
    PROBE_WITHOUT_LEVEL(NetpGetComputerName),   PROBE_WITHOUT_LEVEL(NetpAllocWStrFromWStr),
    PROBE_WITHOUT_LEVEL(NetpAllocWStrFromStr),  PROBE_WITHOUT_LEVEL(NetpAllocStrFromWStr),
    PROBE_WITHOUT_LEVEL(DavGetHTTPFromUNCPath), PROBE_WITHOUT_LEVEL(DavGetUNCFromHTTPPath),
    PROBE_WITHOUT_LEVEL(NetScheduleJobAdd),     PROBE_WITHOUT_LEVEL(NetScheduleJobDel),
    PROBE_WITHOUT_LEVEL(NetScheduleJobEnum),    PROBE_WITHOUT_LEVEL(NetScheduleJobGetInfo),
    PROBE_FUNCTION(Netbios, netbios_commands),
};

PROBE_FAMILY(computer);
