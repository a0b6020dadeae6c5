/*
 * Tests of the NetScheduleJob functions
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>
#include <lm.h>
#include <lmat.h>
#include <winreg.h>

#include "wine/test.h"

#define COMMAND             L"netapi32_test --never"
#define APE_AT_ID_NOT_FOUND 3806

static void *const untouched = (void *)(ULONG_PTR)0xdeadbeef;

static void arguments_are_checked(void)
{
    AT_INFO job = { 0 };
    DWORD id = 0xdeadbeef;
    NET_API_STATUS status;

    status = NetScheduleJobAdd(NULL, NULL, &id);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = NetScheduleJobAdd(NULL, (BYTE *)&job, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = NetScheduleJobGetInfo(NULL, 1, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = NetScheduleJobDel(NULL, 2, 1);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
}

/* Wine's service forgets when a job is due. */
static BOOL is_due(DWORD wanted, DWORD got)
{
    return got == wanted || (winetest_platform_is_wine && !got);
}

/* The entry of a job in the list. */
static const AT_ENUM *find_job(const AT_ENUM *jobs, DWORD count, DWORD id)
{
    DWORD i;

    for (i = 0; i < count; i++)
    {
        if (jobs[i].JobId == id)
        {
            return &jobs[i];
        }
    }
    return NULL;
}

static void job_is_listed(DWORD id, const AT_INFO *job)
{
    DWORD entries = 0, total = 0, resume = 0;
    AT_ENUM *jobs = untouched;
    const AT_ENUM *found;
    NET_API_STATUS status;

    status =
        NetScheduleJobEnum(NULL, (BYTE **)&jobs, MAX_PREFERRED_LENGTH, &entries, &total, &resume);
    ok(status == NERR_Success, "got %lu\n", status);
    ok(entries && total == entries, "got %lu of %lu\n", entries, total);
    found = find_job(jobs, entries, id);
    ok(found != NULL, "job %lu is not listed\n", id);
    if (found)
    {
        ok(is_due((DWORD)job->JobTime, (DWORD)found->JobTime), "got time %lu\n",
           (DWORD)found->JobTime);
        ok(is_due(job->DaysOfMonth, found->DaysOfMonth), "got days %#lx\n", found->DaysOfMonth);
        ok(!wcscmp(found->Command, COMMAND), "got %s\n", wine_dbgstr_w(found->Command));
    }
    NetApiBufferFree(jobs);
}

static void job_is_told(DWORD id, const AT_INFO *job)
{
    AT_INFO *info = untouched;
    NET_API_STATUS status = NetScheduleJobGetInfo(NULL, id, (BYTE **)&info);

    ok(status == NERR_Success, "got %lu\n", status);
    if (!status)
    {
        ok(is_due((DWORD)job->JobTime, (DWORD)info->JobTime), "got time %lu\n",
           (DWORD)info->JobTime);
        ok(is_due(job->DaysOfMonth, info->DaysOfMonth), "got days %#lx\n", info->DaysOfMonth);
        ok(!wcscmp(info->Command, COMMAND), "got %s\n", wine_dbgstr_w(info->Command));
    }
    NetApiBufferFree(info);
}

/* Whether a job that was just added is still there after a while. */
static BOOL job_stays(DWORD id)
{
    unsigned int looks;

    for (looks = 0; looks < 10; looks++)
    {
        AT_INFO *info = NULL;
        NET_API_STATUS status = NetScheduleJobGetInfo(NULL, id, (BYTE **)&info);

        NetApiBufferFree(info);
        if (status == APE_AT_ID_NOT_FOUND)
        {
            return FALSE;
        }
        Sleep(50);
    }
    return TRUE;
}

/* Wine's service loses one of some hundred jobs: it takes its own change of a job's file for somebody
 * else's and reads the file again, which may be in use. Then another one is added. */
static NET_API_STATUS add_job(AT_INFO *job, DWORD *id)
{
    NET_API_STATUS status = NetScheduleJobAdd(NULL, (BYTE *)job, id);
    unsigned int lost;

    for (lost = 0; winetest_platform_is_wine && !status && !job_stays(*id) && lost < 5; lost++)
    {
        trace("job %lu was lost\n", *id);
        NetScheduleJobDel(NULL, *id, *id);
        status = NetScheduleJobAdd(NULL, (BYTE *)job, id);
    }
    return status;
}

static void job_lives_until_it_is_deleted(void)
{
    static WCHAR command[] = COMMAND;
    /* on the 31st, at 3:04 */
    AT_INFO job = { .JobTime = 11040000, .DaysOfMonth = 1u << 30, .Command = command };
    AT_INFO *info = untouched;
    DWORD id = 0;
    NET_API_STATUS status;

    status = add_job(&job, &id);
    if (status == ERROR_NOT_SUPPORTED || status == ERROR_ACCESS_DENIED)
    {
        skip("AT jobs are not supported here, or not for this user\n");
        return;
    }
    ok(status == NERR_Success, "got %lu\n", status);
    ok(id != 0, "got no id\n");
    job_is_listed(id, &job);
    job_is_told(id, &job);
    status = NetScheduleJobDel(NULL, id, id);
    ok(status == NERR_Success, "got %lu\n", status);
    status = NetScheduleJobGetInfo(NULL, id, (BYTE **)&info);
    ok(status != NERR_Success, "the job is still there\n");
    ok(!info, "got %p\n", info);
}

/* ---- A service that does not behave ---- */

#define PIPE       L"\\\\.\\pipe\\atsvc"
#define TIMEOUT_MS 1000
#define GRACE_MS   5000
#define SETTINGS   L"Software\\Wine\\Netapi32"

static BOOL talks;

/* Takes what comes, and says nothing, or the beginning of an answer again and again. */
static DWORD WINAPI serve_badly(void *argument)
{
    /* a response, the first fragment of many, without a stub */
    static const BYTE fragment[] = { 5, 0, 2, 0, 0x10, 0, 0, 0, 24, 0, 0, 0,
                                     1, 0, 0, 0, 0,    0, 0, 0, 0,  0, 0, 0 };
    HANDLE pipe = argument;
    BYTE request[4096];
    DWORD size;

    ConnectNamedPipe(pipe, NULL);
    while (ReadFile(pipe, request, sizeof(request), &size, NULL))
    {
        while (talks && WriteFile(pipe, fragment, sizeof(fragment), &size, NULL))
        {
        }
    }
    return 0;
}

static void service_is_given_up_at_the_deadline(BOOL that_talks)
{
    DWORD entries = 7, total = 7, start, waited, value = TIMEOUT_MS, before = 0,
          size = sizeof(before);
    AT_ENUM *jobs = untouched;
    HANDLE pipe, thread;
    NET_API_STATUS status;
    HKEY key;

    /* Wine lets anybody make a further instance, and a client has any of them. */
    if (WaitNamedPipeW(PIPE, 1))
    {
        skip("the service runs already\n");
        return;
    }
    pipe = CreateNamedPipeW(PIPE, PIPE_ACCESS_DUPLEX | FILE_FLAG_FIRST_PIPE_INSTANCE,
                            PIPE_TYPE_BYTE | PIPE_WAIT, 1, 4096, 4096, 0, NULL);
    ok(pipe != INVALID_HANDLE_VALUE, "CreateNamedPipeW failed with %lu\n", GetLastError());
    if (pipe == INVALID_HANDLE_VALUE)
    {
        return;
    }
    talks = that_talks;
    RegCreateKeyExW(HKEY_CURRENT_USER, SETTINGS, 0, NULL, 0, KEY_QUERY_VALUE | KEY_SET_VALUE, NULL,
                    &key, NULL);
    RegQueryValueExW(key, L"CallTimeout", NULL, NULL, (BYTE *)&before, &size);
    RegSetValueExW(key, L"CallTimeout", 0, REG_DWORD, (const BYTE *)&value, sizeof(value));
    thread = CreateThread(NULL, 0, serve_badly, pipe, 0, NULL);

    start = GetTickCount();
    status = NetScheduleJobEnum(NULL, (BYTE **)&jobs, MAX_PREFERRED_LENGTH, &entries, &total, NULL);
    waited = GetTickCount() - start;
    ok(status == (that_talks ? RPC_S_PROTOCOL_ERROR : ERROR_SEM_TIMEOUT), "got %lu\n", status);
    ok(waited < TIMEOUT_MS + GRACE_MS, "waited %lu ms\n", waited);
    ok(!jobs && !entries && !total, "got %p, %lu of %lu\n", jobs, entries, total);

    if (before)
    {
        RegSetValueExW(key, L"CallTimeout", 0, REG_DWORD, (const BYTE *)&before, sizeof(before));
    }
    else
    {
        RegDeleteValueW(key, L"CallTimeout");
    }
    RegCloseKey(key);
    ok(!WaitForSingleObject(thread, GRACE_MS), "the call keeps the pipe\n");
    CloseHandle(thread);
    CloseHandle(pipe);
}

START_TEST(schedule)
{
    service_is_given_up_at_the_deadline(FALSE);
    service_is_given_up_at_the_deadline(TRUE);
    arguments_are_checked();
    job_lives_until_it_is_deleted();
}
