/*
 * Tests of the NetScheduleJob functions
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>
#include <lm.h>
#include <lmat.h>

#include "wine/test.h"

#define COMMAND L"netapi32_test --never"

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

static void job_lives_until_it_is_deleted(void)
{
    static WCHAR command[] = COMMAND;
    /* on the 31st, at 3:04 */
    AT_INFO job = { .JobTime = 11040000, .DaysOfMonth = 1u << 30, .Command = command };
    AT_INFO *info = untouched;
    DWORD id = 0;
    NET_API_STATUS status;

    status = NetScheduleJobAdd(NULL, (BYTE *)&job, &id);
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

START_TEST(schedule)
{
    arguments_are_checked();
    job_lives_until_it_is_deleted();
}
