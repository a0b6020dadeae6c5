/*
 * The Server Service: [MS-SRVS], its methods as tables.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "rpc/srvsvc.h"

#include "levels/session_levels.h"

static const struct ndr_type session_list = NDR_LEVEL_LIST_OF(session_family);

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct srvsvc_session_enum, member, type, __VA_ARGS__)
static const struct ndr_field session_enum[] = {
    P(NDR_IN, server, ndr_unique_string),         P(NDR_IN, client, ndr_unique_string),
    P(NDR_IN, user, ndr_unique_string),           P(NDR_IN_OUT, sessions, session_list),
    P(NDR_IN, preferred_length, ndr_u32),         P(NDR_OUT, total_entries, ndr_u32),
    P(NDR_IN_OUT, resume_handle, ndr_unique_u32),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct srvsvc_session_del, member, type, __VA_ARGS__)
static const struct ndr_field session_del[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, client, ndr_unique_string),
    P(NDR_IN, user, ndr_unique_string),
};
#undef P

#define F(member) NDR_FIELD(struct time_of_day, member, ndr_u32)
static const struct ndr_field time_of_day_fields[] = {
    F(seconds_since_1970),
    F(milliseconds_since_start),
    F(hours),
    F(minutes),
    F(seconds),
    F(hundredths),
    F(time_zone),
    F(clock_interval),
    F(day),
    F(month),
    F(year),
    F(weekday),
};
#undef F
static const struct ndr_type time_of_day = NDR_STRUCTURE_OF(struct time_of_day, time_of_day_fields);
static const struct ndr_type unique_time_of_day = NDR_POINTER_TO(time_of_day);

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct srvsvc_remote_tod, member, type, __VA_ARGS__)
static const struct ndr_field remote_tod[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_OUT, time, unique_time_of_day),
};
#undef P

static const struct ndr_operation operations[] = {
    NDR_OPERATION(NETR_SESSION_ENUM, "NetrSessionEnum", struct srvsvc_session_enum, session_enum,
                  .only_asks = true),
    NDR_OPERATION(NETR_SESSION_DEL, "NetrSessionDel", struct srvsvc_session_del, session_del),
    NDR_OPERATION(NETR_REMOTE_TOD, "NetrRemoteTOD", struct srvsvc_remote_tod, remote_tod,
                  .only_asks = true),
};

/* 4b324fc8-1670-01d3-1278-5a47bf6ee188, version 3.0 */
const struct rpc_interface srvsvc_interface = {
    .uuid = { 0xC8, 0x4F, 0x32, 0x4B, 0x70, 0x16, 0xD3, 0x01, 0x12, 0x78, 0x5A, 0x47, 0xBF, 0x6E,
              0xE1, 0x88 },
    .version_major = 3,
    .version_minor = 0,
    .pipe_name = "srvsvc",
    .names_server = true,
    .operations = operations,
    .count = NDR_COUNT(operations),
};
