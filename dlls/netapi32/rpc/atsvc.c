/*
 * The AT service of the task scheduler: [MS-TSCH] 3.2.5.2, what its methods say on the wire.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "rpc/atsvc.h"

#include <stdlib.h>

#include "base/status.h"

/* The fixed part of an AT_ENUM on the wire. */
#define JOB_ENTRY_SIZE 20

/* 1ff70682-0a51-30e8-076d-740be8cee98b, version 1.0 */
const struct rpc_interface atsvc_interface = {
    .uuid = { 0x82, 0x06, 0xF7, 0x1F, 0x51, 0x0A, 0xE8, 0x30, 0x07, 0x6D, 0x74, 0x0B, 0xE8, 0xCE,
              0xE9, 0x8B },
    .version_major = 1,
    .version_minor = 0,
    .pipe_name = "atsvc",
};

/* ServerName, which the server ignores. */
static void put_server(struct ndr_writer *ndr)
{
    ndr_put_null(ndr);
}

void atsvc_put_job_add(struct ndr_writer *ndr, const struct atsvc_job *job)
{
    put_server(ndr);
    ndr_put_u32(ndr, job->time);
    ndr_put_u32(ndr, job->days_of_month);
    writer_u8(&ndr->stub, job->days_of_week);
    writer_u8(&ndr->stub, job->flags);
    writer_align(&ndr->stub, 0, 4);
    /* The pointer is the last of the structure, so its string follows at once. */
    ndr_put_unique_string(ndr, job->command);
}

void atsvc_put_job_del(struct ndr_writer *ndr, uint32_t first_id, uint32_t last_id)
{
    put_server(ndr);
    ndr_put_u32(ndr, first_id);
    ndr_put_u32(ndr, last_id);
}

void atsvc_put_job_enum(struct ndr_writer *ndr, uint32_t preferred_length, uint32_t resume_handle)
{
    put_server(ndr);
    ndr_put_u32(ndr, 0); /* an empty container */
    ndr_put_null(ndr);
    ndr_put_u32(ndr, preferred_length);
    ndr_put_unique_u32(ndr, resume_handle);
}

void atsvc_put_job_get_info(struct ndr_writer *ndr, uint32_t id)
{
    put_server(ndr);
    ndr_put_u32(ndr, id);
}

/* What AT_INFO and AT_ENUM have in common. True when a command follows. */
static bool get_job_fields(struct reader *stub, struct atsvc_job *job)
{
    job->time = ndr_get_u32(stub);
    job->days_of_month = ndr_get_u32(stub);
    job->days_of_week = reader_u8(stub);
    job->flags = reader_u8(stub);
    reader_align(stub, 4);
    return ndr_get_referent(stub);
}

static uint32_t get_result(struct reader *stub)
{
    uint32_t result = ndr_get_u32(stub);

    return stub->failed ? (uint32_t)RPC_X_BAD_STUB_DATA : result;
}

uint32_t atsvc_get_job_add(struct reader *stub, uint32_t *id)
{
    *id = ndr_get_u32(stub);
    return get_result(stub);
}

uint32_t atsvc_get_job_del(struct reader *stub)
{
    return get_result(stub);
}

/* A conformant array of structures: all fixed parts, then all strings. */
static uint32_t get_entries(struct reader *stub, struct atsvc_job_list *list)
{
    size_t count = ndr_get_u32(stub);
    bool *has_command = NULL;

    if (count > reader_left(stub) / JOB_ENTRY_SIZE)
    {
        return RPC_X_BAD_STUB_DATA;
    }
    if (!count)
    {
        return ERROR_SUCCESS;
    }
    list->jobs = calloc(count, sizeof(*list->jobs));
    has_command = calloc(count, sizeof(*has_command));
    if (!list->jobs || !has_command)
    {
        free(has_command);
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    list->count = count;
    for (size_t i = 0; i < count; i++)
    {
        list->jobs[i].id = ndr_get_u32(stub);
        has_command[i] = get_job_fields(stub, &list->jobs[i]);
    }
    for (size_t i = 0; i < count; i++)
    {
        if (has_command[i])
        {
            list->jobs[i].command = ndr_get_string(stub);
        }
    }
    free(has_command);
    return ERROR_SUCCESS;
}

uint32_t atsvc_get_job_enum(struct reader *stub, struct atsvc_job_list *list)
{
    uint32_t status = ERROR_SUCCESS;
    size_t announced = ndr_get_u32(stub);

    *list = (struct atsvc_job_list){ 0 };
    if (ndr_get_referent(stub))
    {
        status = get_entries(stub, list);
    }
    if (!status && announced != list->count)
    {
        status = RPC_X_BAD_STUB_DATA;
    }
    list->total = ndr_get_u32(stub);
    list->resume_handle = ndr_get_unique_u32(stub);
    if (!status)
    {
        status = get_result(stub);
    }
    if (status && status != ERROR_MORE_DATA)
    {
        free(list->jobs);
        *list = (struct atsvc_job_list){ 0 };
    }
    return status;
}

uint32_t atsvc_get_job_info(struct reader *stub, struct atsvc_job *job)
{
    uint32_t status = ERROR_SUCCESS;
    bool is_found = ndr_get_referent(stub);

    *job = (struct atsvc_job){ 0 };
    if (is_found && get_job_fields(stub, job))
    {
        job->command = ndr_get_string(stub);
    }
    status = get_result(stub);
    return !status && !is_found ? (uint32_t)RPC_X_BAD_STUB_DATA : status;
}
