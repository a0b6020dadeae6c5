/*
 * The AT service of the task scheduler: [MS-TSCH] 3.2.5.2.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Each structure holds the parameters of one method, in and out. The server ignores its name.
 */
#ifndef NETAPI32_RPC_ATSVC_H
#define NETAPI32_RPC_ATSVC_H

#include "levels/job_levels.h"
#include "rpc/ndr.h"
#include "rpc/pdu.h"

extern const struct rpc_interface atsvc_interface;

enum atsvc_operation
{
    NETR_JOB_ADD = 0,
    NETR_JOB_DEL = 1,
    NETR_JOB_ENUM = 2,
    NETR_JOB_GET_INFO = 3,
};

/* NetrJobAdd, 3.2.5.2.1 */
struct atsvc_job_add
{
    struct utf16_slice server;
    struct job job;
    uint32_t id;
    uint32_t result;
};

/* NetrJobDel, 3.2.5.2.2 */
struct atsvc_job_del
{
    struct utf16_slice server;
    uint32_t first_id;
    uint32_t last_id;
    uint32_t result;
};

/* AT_ENUM_CONTAINER, 2.3.5 */
struct atsvc_job_list
{
    uint32_t count;
    struct job *jobs;
};

/* NetrJobEnum, 3.2.5.2.3 */
struct atsvc_job_enum
{
    struct utf16_slice server;
    struct atsvc_job_list list;
    uint32_t preferred_length;
    uint32_t total;
    uint32_t *resume_handle;
    uint32_t result;
};

/* NetrJobGetInfo, 3.2.5.2.4 */
struct atsvc_job_get_info
{
    struct utf16_slice server;
    uint32_t id;
    struct job *job;
    uint32_t result;
};

#endif
