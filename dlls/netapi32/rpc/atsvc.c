/*
 * The AT service of the task scheduler: [MS-TSCH], its methods as tables.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "rpc/atsvc.h"

static const struct ndr_type at_info =
    NDR_LEVEL_STRUCTURE_OF(job_family, JOB_LEVEL_INFO, struct job);
static const struct ndr_type unique_at_info = NDR_POINTER_TO(at_info);
static const struct ndr_type at_enum =
    NDR_LEVEL_STRUCTURE_OF(job_family, JOB_LEVEL_ENUM, struct job);
static const struct ndr_type at_enum_array = NDR_ARRAY_OF(at_enum);
static const struct ndr_type unique_at_enum_array = NDR_POINTER_TO(at_enum_array);

static const struct ndr_field at_enum_container_fields[] = {
    NDR_FIELD(struct atsvc_job_list, count, ndr_u32),
    NDR_FIELD(struct atsvc_job_list, jobs, unique_at_enum_array,
              .governed_by = NDR_PLACE(struct atsvc_job_list, count)),
};
static const struct ndr_type at_enum_container =
    NDR_STRUCTURE_OF(struct atsvc_job_list, at_enum_container_fields);

#define P(way, member, type) NDR_PARAMETER(way, struct atsvc_job_add, member, type)
static const struct ndr_field job_add[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, job, at_info),
    P(NDR_OUT, id, ndr_u32),
};
#undef P

#define P(way, member, type) NDR_PARAMETER(way, struct atsvc_job_del, member, type)
static const struct ndr_field job_del[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, first_id, ndr_u32),
    P(NDR_IN, last_id, ndr_u32),
};
#undef P

#define P(way, member, type) NDR_PARAMETER(way, struct atsvc_job_enum, member, type)
static const struct ndr_field job_enum[] = {
    P(NDR_IN, server, ndr_unique_string),         P(NDR_IN_OUT, list, at_enum_container),
    P(NDR_IN, preferred_length, ndr_u32),         P(NDR_OUT, total, ndr_u32),
    P(NDR_IN_OUT, resume_handle, ndr_unique_u32),
};
#undef P

#define P(way, member, type) NDR_PARAMETER(way, struct atsvc_job_get_info, member, type)
static const struct ndr_field job_get_info[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, id, ndr_u32),
    P(NDR_OUT, job, unique_at_info),
};
#undef P

static const struct ndr_operation operations[] = {
    NDR_OPERATION(NETR_JOB_ADD, "NetrJobAdd", struct atsvc_job_add, job_add),
    NDR_OPERATION(NETR_JOB_DEL, "NetrJobDel", struct atsvc_job_del, job_del),
    NDR_OPERATION(NETR_JOB_ENUM, "NetrJobEnum", struct atsvc_job_enum, job_enum, .only_asks = true),
    NDR_OPERATION(NETR_JOB_GET_INFO, "NetrJobGetInfo", struct atsvc_job_get_info, job_get_info,
                  .only_asks = true),
};

/* 1ff70682-0a51-30e8-076d-740be8cee98b, version 1.0 */
const struct rpc_interface atsvc_interface = {
    .name = "atsvc",
    .uuid = { 0x82, 0x06, 0xF7, 0x1F, 0x51, 0x0A, 0xE8, 0x30, 0x07, 0x6D, 0x74, 0x0B, 0xE8, 0xCE,
              0xE9, 0x8B },
    .version_major = 1,
    .version_minor = 0,
    .pipe_name = "atsvc",
    .operations = operations,
    .count = NDR_COUNT(operations),
};
