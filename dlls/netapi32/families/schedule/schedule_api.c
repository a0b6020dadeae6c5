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

#include "api/answer.h"
#include "api/debug.h"
#include "api/this_computer.h"
#include "families/schedule/local_pipe.h"
#include "levels/same_layout.h"
#include "platform/platform.h"
#include "remote/settings.h"
#include "rpc/atsvc.h"
#include "rpc/client.h"

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

/* A service that is bound. */
struct scheduler
{
    DWORD call_timeout; /* the time that a call may take, from when the service listens */
    ULONGLONG deadline;
    struct local_pipe pipe;
    struct rpc_client client;
};

static DWORD bind_once(struct scheduler *scheduler)
{
    DWORD status = ERROR_SUCCESS;

    scheduler->deadline = platform_now() + scheduler->call_timeout;
    local_pipe_init(&scheduler->pipe);
    status = rpc_client_bind(&scheduler->client, &scheduler->pipe.pipe, &atsvc_interface,
                             scheduler->deadline);
    if (status)
    {
        local_pipe_close(&scheduler->pipe);
    }
    return status;
}

static DWORD bind_to_service(struct scheduler *scheduler)
{
    struct target this_computer;
    struct settings settings;
    ULONGLONG deadline = GetTickCount64() + START_MILLISECONDS;
    DWORD status = target_parse((struct utf16_slice){ NULL, 0 }, &this_computer);

    if (!status)
    {
        status = settings_read(&this_computer, &settings);
    }
    if (status)
    {
        return status;
    }
    scheduler->call_timeout = settings.call_timeout;
    status = bind_once(scheduler);

    if (status == ERROR_FILE_NOT_FOUND && start_service(deadline))
    {
        while (status == ERROR_FILE_NOT_FOUND && GetTickCount64() < deadline)
        {
            Sleep(POLL_MILLISECONDS);
            status = bind_once(scheduler);
        }
    }
    return status == ERROR_FILE_NOT_FOUND ? NERR_ServiceNotInstalled : status;
}

/* Calls the service. What the operation returned is in its parameters; the reply, which is empty
 * after a failure, is released with rpc_reply_free(). */
static DWORD call_service(const WCHAR *server, enum atsvc_operation operation, void *parameters,
                          struct rpc_reply *reply)
{
    struct scheduler scheduler;
    DWORD status = this_computer_check(server, ERROR_NOT_SUPPORTED);

    *reply = (struct rpc_reply){ .stub = { .data = NULL } };
    if (!status)
    {
        status = bind_to_service(&scheduler);
    }
    if (!status)
    {
        status = rpc_call(&scheduler.client, rpc_operation(&atsvc_interface, (WORD)operation),
                          parameters, reply, scheduler.deadline);
        local_pipe_close(&scheduler.pipe);
    }
    return status;
}

/* The tables of job_levels.c fill Windows' structures. */
ASSERT_SAME_SIZE(job_info, AT_INFO);
ASSERT_SAME_PLACE(job_info, time, AT_INFO, JobTime);
ASSERT_SAME_PLACE(job_info, days_of_month, AT_INFO, DaysOfMonth);
ASSERT_SAME_PLACE(job_info, days_of_week, AT_INFO, DaysOfWeek);
ASSERT_SAME_PLACE(job_info, flags, AT_INFO, Flags);
ASSERT_SAME_PLACE(job_info, command, AT_INFO, Command);

ASSERT_SAME_SIZE(job_enum, AT_ENUM);
ASSERT_SAME_PLACE(job_enum, id, AT_ENUM, JobId);
ASSERT_SAME_PLACE(job_enum, time, AT_ENUM, JobTime);
ASSERT_SAME_PLACE(job_enum, days_of_month, AT_ENUM, DaysOfMonth);
ASSERT_SAME_PLACE(job_enum, days_of_week, AT_ENUM, DaysOfWeek);
ASSERT_SAME_PLACE(job_enum, flags, AT_ENUM, Flags);
ASSERT_SAME_PLACE(job_enum, command, AT_ENUM, Command);

/* ---- Exports -------------------------------------------------------------------------------- */

NET_API_STATUS WINAPI NetScheduleJobAdd(LPCWSTR Servername, LPBYTE Buffer, LPDWORD JobId)
{
    const struct info_level *level = info_find_level(&job_family, JOB_LEVEL_INFO);
    const AT_INFO *info = (const AT_INFO *)(const void *)Buffer;
    struct atsvc_job_add call = { .id = 0 };
    struct rpc_reply reply;
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
    info_read(level, info, &call.job);
    status = call_service(Servername, NETR_JOB_ADD, &call, &reply);
    *JobId = call.id;
    rpc_reply_free(&reply);
    return status ? status : call.result;
}

NET_API_STATUS WINAPI NetScheduleJobDel(LPCWSTR Servername, DWORD MinJobId, DWORD MaxJobId)
{
    struct atsvc_job_del call = { .first_id = MinJobId, .last_id = MaxJobId };
    struct rpc_reply reply;
    DWORD status = NERR_Success;

    if (MinJobId > MaxJobId)
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = call_service(Servername, NETR_JOB_DEL, &call, &reply);
    rpc_reply_free(&reply);
    return status ? status : call.result;
}

NET_API_STATUS WINAPI NetScheduleJobEnum(LPCWSTR Servername, LPBYTE *PointerToBuffer,
                                         DWORD PrefferedMaximumLength, LPDWORD EntriesRead,
                                         LPDWORD TotalEntries, LPDWORD ResumeHandle)
{
    const struct info_level *level = info_find_level(&job_family, JOB_LEVEL_ENUM);
    const struct api_enum outputs = {
        .buffer = PointerToBuffer,
        .preferred_length = PrefferedMaximumLength,
        .entries_read = EntriesRead,
        .total_entries = TotalEntries,
        .resume_handle = ResumeHandle,
    };
    uint32_t resume_handle = ResumeHandle ? *ResumeHandle : 0;
    struct atsvc_job_enum call = {
        .preferred_length = PrefferedMaximumLength,
        .resume_handle = &resume_handle,
    };
    struct info_buffer packed = { 0 };
    struct rpc_reply reply;
    DWORD status = NERR_Success;

    status = api_enum_begin(&outputs, &job_family, JOB_LEVEL_ENUM);
    if (status)
    {
        return status;
    }
    status = call_service(Servername, NETR_JOB_ENUM, &call, &reply);
    if (!status)
    {
        status = call.result;
    }
    if (!status || status == ERROR_MORE_DATA)
    {
        const struct info_rows rows = { call.list.jobs, call.list.count };
        DWORD pack_status = info_pack(&job_family, level, &rows, &packed);

        status = pack_status ? pack_status : status;
        *PointerToBuffer = packed.buffer;
        *EntriesRead = packed.entries;
        *TotalEntries = pack_status ? 0 : call.total;
        if (ResumeHandle && !pack_status)
        {
            *ResumeHandle = call.resume_handle ? *call.resume_handle : 0;
        }
    }
    rpc_reply_free(&reply);
    return status;
}

NET_API_STATUS WINAPI NetScheduleJobGetInfo(LPCWSTR Servername, DWORD JobId,
                                            LPBYTE *PointerToBuffer)
{
    const struct info_level *level = info_find_level(&job_family, JOB_LEVEL_INFO);
    struct atsvc_job_get_info call = { .id = JobId };
    struct info_buffer packed = { 0 };
    struct rpc_reply reply;
    DWORD status = NERR_Success;

    if (!PointerToBuffer)
    {
        return ERROR_INVALID_PARAMETER;
    }
    *PointerToBuffer = NULL;
    status = call_service(Servername, NETR_JOB_GET_INFO, &call, &reply);
    if (!status)
    {
        status = call.result;
    }
    if (!status && !call.job)
    {
        status = RPC_X_BAD_STUB_DATA;
    }
    if (!status)
    {
        status = info_pack(&job_family, level, &(struct info_rows){ call.job, 1 }, &packed);
    }
    *PointerToBuffer = packed.buffer;
    rpc_reply_free(&reply);
    return status;
}
