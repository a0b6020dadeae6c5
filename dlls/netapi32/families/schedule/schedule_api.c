/*
 * Scheduled jobs: NetScheduleJob*. Documented with lmat.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * They are the task scheduler's, a service of the system that Windows always runs. Where it does
 * not run yet it is started.
 */
/* Without COM, which makes `interface` a keyword. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include <lmcons.h>
#include <lmat.h>
#include <lmerr.h>

#include <stdlib.h>
#include <string.h>

#include "api/debug.h"
#include "api/this_computer.h"
#include "families/schedule/local_rpc.h"
#include "rpc/atsvc.h"

#define SERVICE_NAME L"Schedule"
/* How long the service may take until it listens. */
#define START_MILLISECONDS 10000
#define POLL_MILLISECONDS  50

/* ---- The service ---------------------------------------------------------------------------- */

/* While Wine starts its services, the list of them is locked. */
static BOOL try_to_start(SC_HANDLE service, ULONGLONG deadline)
{
    for (;;)
    {
        if (StartServiceW(service, 0, NULL) || GetLastError() == ERROR_SERVICE_ALREADY_RUNNING)
        {
            return TRUE;
        }
        if (GetLastError() != ERROR_SERVICE_DATABASE_LOCKED || GetTickCount64() >= deadline)
        {
            return FALSE;
        }
        Sleep(POLL_MILLISECONDS);
    }
}

static BOOL start_service(ULONGLONG deadline)
{
    SC_HANDLE manager = OpenSCManagerW(NULL, NULL, SC_MANAGER_CONNECT);
    SC_HANDLE service = manager ? OpenServiceW(manager, SERVICE_NAME, SERVICE_START) : NULL;
    BOOL is_started = service && try_to_start(service, deadline);

    TRACE("%s\n", is_started ? "started" : "not started");
    if (service)
    {
        CloseServiceHandle(service);
    }
    if (manager)
    {
        CloseServiceHandle(manager);
    }
    return is_started;
}

static DWORD bind_to_service(struct local_rpc *rpc)
{
    ULONGLONG deadline = GetTickCount64() + START_MILLISECONDS;
    DWORD status = local_rpc_bind(rpc, &atsvc_interface);

    if (status == ERROR_FILE_NOT_FOUND && start_service(deadline))
    {
        while (status == ERROR_FILE_NOT_FOUND && GetTickCount64() < deadline)
        {
            Sleep(POLL_MILLISECONDS);
            status = local_rpc_bind(rpc, &atsvc_interface);
        }
    }
    return status == ERROR_FILE_NOT_FOUND ? NERR_ServiceNotInstalled : status;
}

/* Calls the service with the parameters that were marshalled, which are released. */
static DWORD call_service(const WCHAR *server, enum atsvc_operation operation,
                          struct ndr_writer *parameters, struct writer *answer)
{
    const struct bytes stub = { parameters->stub.data, parameters->stub.size };
    struct local_rpc rpc;
    DWORD status = this_computer_check(server, ERROR_NOT_SUPPORTED);

    if (!status && parameters->stub.failed)
    {
        status = ERROR_NOT_ENOUGH_MEMORY;
    }
    if (!status)
    {
        status = bind_to_service(&rpc);
    }
    if (!status)
    {
        status = local_rpc_call(&rpc, (WORD)operation, stub, answer);
        local_rpc_close(&rpc);
    }
    writer_free(&parameters->stub);
    return status;
}

/* ---- Answers -------------------------------------------------------------------------------- */

static size_t command_size(const struct atsvc_job *job)
{
    return (job->command.length + 1) * sizeof(WCHAR);
}

/* Puts the command at `*place` and moves it behind. */
static WCHAR *place_command(const struct atsvc_job *job, BYTE **place)
{
    WCHAR *command = (WCHAR *)(void *)*place;

    if (job->command.length)
    {
        memcpy(command, job->command.units, job->command.length * sizeof(WCHAR));
    }
    command[job->command.length] = 0;
    *place += command_size(job);
    return command;
}

static DWORD pack_info(const struct atsvc_job *job, BYTE **buffer)
{
    AT_INFO *info = platform_api_allocate(sizeof(*info) + command_size(job));
    BYTE *place = (BYTE *)(info + 1);

    if (!info)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    *info = (AT_INFO){ .JobTime = job->time,
                       .DaysOfMonth = job->days_of_month,
                       .DaysOfWeek = job->days_of_week,
                       .Flags = job->flags,
                       .Command = place_command(job, &place) };
    *buffer = (BYTE *)info;
    return NERR_Success;
}

static DWORD pack_list(const struct atsvc_job_list *list, BYTE **buffer)
{
    size_t size = list->count * sizeof(AT_ENUM);
    AT_ENUM *entries = NULL;
    BYTE *place = NULL;

    if (!list->count)
    {
        return NERR_Success;
    }
    for (size_t i = 0; i < list->count; i++)
    {
        size += command_size(&list->jobs[i]);
    }
    entries = platform_api_allocate(size);
    if (!entries)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    place = (BYTE *)(entries + list->count);
    for (size_t i = 0; i < list->count; i++)
    {
        const struct atsvc_job *job = &list->jobs[i];

        entries[i] = (AT_ENUM){ .JobId = job->id,
                                .JobTime = job->time,
                                .DaysOfMonth = job->days_of_month,
                                .DaysOfWeek = job->days_of_week,
                                .Flags = job->flags,
                                .Command = place_command(job, &place) };
    }
    *buffer = (BYTE *)entries;
    return NERR_Success;
}

/* ---- Exports -------------------------------------------------------------------------------- */

NET_API_STATUS WINAPI NetScheduleJobAdd(LPCWSTR Servername, LPBYTE Buffer, LPDWORD JobId)
{
    const AT_INFO *info = (const AT_INFO *)(const void *)Buffer;
    struct ndr_writer parameters = { 0 };
    struct writer answer = { 0 };
    struct reader stub;
    uint32_t id = 0;
    DWORD status = NERR_Success;

    if (!JobId)
    {
        return ERROR_INVALID_PARAMETER;
    }
    *JobId = 0;
    if (!info || !info->Command)
    {
        return ERROR_INVALID_PARAMETER;
    }
    atsvc_put_job_add(&parameters, &(struct atsvc_job){ .time = (DWORD)info->JobTime,
                                                        .days_of_month = info->DaysOfMonth,
                                                        .days_of_week = info->DaysOfWeek,
                                                        .flags = info->Flags,
                                                        .command = slice_w(info->Command) });
    status = call_service(Servername, NETR_JOB_ADD, &parameters, &answer);
    if (!status)
    {
        stub = reader_over(answer.data, answer.size);
        status = atsvc_get_job_add(&stub, &id);
        *JobId = id;
    }
    writer_free(&answer);
    return status;
}

NET_API_STATUS WINAPI NetScheduleJobDel(LPCWSTR Servername, DWORD MinJobId, DWORD MaxJobId)
{
    struct ndr_writer parameters = { 0 };
    struct writer answer = { 0 };
    struct reader stub;
    DWORD status = NERR_Success;

    if (MinJobId > MaxJobId)
    {
        return ERROR_INVALID_PARAMETER;
    }
    atsvc_put_job_del(&parameters, MinJobId, MaxJobId);
    status = call_service(Servername, NETR_JOB_DEL, &parameters, &answer);
    if (!status)
    {
        stub = reader_over(answer.data, answer.size);
        status = atsvc_get_job_del(&stub);
    }
    writer_free(&answer);
    return status;
}

NET_API_STATUS WINAPI NetScheduleJobEnum(LPCWSTR Servername, LPBYTE *PointerToBuffer,
                                         DWORD PrefferedMaximumLength, LPDWORD EntriesRead,
                                         LPDWORD TotalEntries, LPDWORD ResumeHandle)
{
    struct ndr_writer parameters = { 0 };
    struct writer answer = { 0 };
    struct atsvc_job_list list = { 0 };
    struct reader stub;
    DWORD status = NERR_Success;

    if (!PointerToBuffer || !EntriesRead || !TotalEntries)
    {
        return ERROR_INVALID_PARAMETER;
    }
    *PointerToBuffer = NULL;
    *EntriesRead = 0;
    *TotalEntries = 0;
    atsvc_put_job_enum(&parameters, PrefferedMaximumLength, ResumeHandle ? *ResumeHandle : 0);
    status = call_service(Servername, NETR_JOB_ENUM, &parameters, &answer);
    if (!status)
    {
        stub = reader_over(answer.data, answer.size);
        status = atsvc_get_job_enum(&stub, &list);
    }
    if (!status || status == ERROR_MORE_DATA)
    {
        DWORD pack_status = pack_list(&list, PointerToBuffer);

        status = pack_status ? pack_status : status;
        *EntriesRead = pack_status ? 0 : (DWORD)list.count;
        *TotalEntries = pack_status ? 0 : list.total;
        if (ResumeHandle && !pack_status)
        {
            *ResumeHandle = list.resume_handle;
        }
    }
    free(list.jobs);
    writer_free(&answer);
    return status;
}

NET_API_STATUS WINAPI NetScheduleJobGetInfo(LPCWSTR Servername, DWORD JobId,
                                            LPBYTE *PointerToBuffer)
{
    struct ndr_writer parameters = { 0 };
    struct writer answer = { 0 };
    struct atsvc_job job;
    struct reader stub;
    DWORD status = NERR_Success;

    if (!PointerToBuffer)
    {
        return ERROR_INVALID_PARAMETER;
    }
    *PointerToBuffer = NULL;
    atsvc_put_job_get_info(&parameters, JobId);
    status = call_service(Servername, NETR_JOB_GET_INFO, &parameters, &answer);
    if (!status)
    {
        stub = reader_over(answer.data, answer.size);
        status = atsvc_get_job_info(&stub, &job);
    }
    if (!status)
    {
        status = pack_info(&job, PointerToBuffer);
    }
    writer_free(&answer);
    return status;
}
