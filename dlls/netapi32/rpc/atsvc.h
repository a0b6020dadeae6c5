/*
 * The AT service of the task scheduler: [MS-TSCH] 3.2.5.2, what its methods say on the wire.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_RPC_ATSVC_H
#define NETAPI32_RPC_ATSVC_H

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

/* AT_INFO and AT_ENUM, [MS-TSCH] 2.3.4 and 2.3.6 */
struct atsvc_job
{
    uint32_t id;   /* 0 in an AT_INFO */
    uint32_t time; /* milliseconds since midnight */
    uint32_t days_of_month;
    uint8_t days_of_week;
    uint8_t flags;
    struct utf16_slice command; /* in a list: points into the stub */
};

struct atsvc_job_list
{
    struct atsvc_job *jobs; /* released with free() */
    size_t count;
    uint32_t total;
    uint32_t resume_handle;
};

/* The parameters of each method. */
void atsvc_put_job_add(struct ndr_writer *ndr, const struct atsvc_job *job);
void atsvc_put_job_del(struct ndr_writer *ndr, uint32_t first_id, uint32_t last_id);
void atsvc_put_job_enum(struct ndr_writer *ndr, uint32_t preferred_length, uint32_t resume_handle);
void atsvc_put_job_get_info(struct ndr_writer *ndr, uint32_t id);

/* The answers: the method's own result, or RPC_X_BAD_STUB_DATA. */
uint32_t atsvc_get_job_add(struct reader *stub, uint32_t *id);
uint32_t atsvc_get_job_del(struct reader *stub);
/* A list with ERROR_SUCCESS and ERROR_MORE_DATA. */
uint32_t atsvc_get_job_enum(struct reader *stub, struct atsvc_job_list *list);
uint32_t atsvc_get_job_info(struct reader *stub, struct atsvc_job *job);

#endif
