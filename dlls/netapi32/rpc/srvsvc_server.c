/*
 * The Server Service: [MS-SRVS]. The server itself: its settings, disks, statistics, clock and
 * other names, as tables.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "rpc/srvsvc_server.h"

#include "rpc/srvsvc_tables.h"

static const struct ndr_type server_info = NDR_LEVEL_ROW_OF(server_family);
static const struct ndr_type alias_info = NDR_LEVEL_ROW_OF(server_alias_family);
static const struct ndr_type alias_list = NDR_LEVEL_LIST_OF(server_alias_family);

static const struct ndr_type disk_array = NDR_VARYING_ARRAY_OF(ndr_varying_string);
static const struct ndr_type unique_disk_array = NDR_POINTER_TO(disk_array);
static const struct ndr_field disk_list_fields[] = {
    NDR_FIELD(struct srvsvc_disk_list, count, ndr_u32),
    NDR_FIELD(struct srvsvc_disk_list, disks, unique_disk_array,
              .governed_by = NDR_PLACE(struct srvsvc_disk_list, count),
              .length_is = NDR_PLACE(struct srvsvc_disk_list, count)),
};
static const struct ndr_type disk_list =
    NDR_STRUCTURE_OF(struct srvsvc_disk_list, disk_list_fields);

#define F(member) NDR_FIELD(struct server_statistics, member, ndr_u32)
static const struct ndr_field statistics_fields[] = {
    F(start),
    F(file_opens),
    F(device_opens),
    F(jobs_queued),
    F(session_opens),
    F(sessions_timed_out),
    F(sessions_failed),
    F(password_errors),
    F(permission_errors),
    F(system_errors),
    F(bytes_sent_low),
    F(bytes_sent_high),
    F(bytes_received_low),
    F(bytes_received_high),
    F(average_response),
    F(request_buffers_lacking),
    F(big_buffers_lacking),
};
#undef F
static const struct ndr_type statistics =
    NDR_STRUCTURE_OF(struct server_statistics, statistics_fields);
static const struct ndr_type unique_statistics = NDR_POINTER_TO(statistics);

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
    NDR_PARAMETER(way, struct srvsvc_server_get_info, member, type, __VA_ARGS__)
const struct ndr_field srvsvc_server_get_info[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, level, ndr_u32),
    P(NDR_OUT, info, server_info, .governed_by = NDR_PLACE(struct srvsvc_server_get_info, level)),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct srvsvc_server_set_info, member, type, __VA_ARGS__)
const struct ndr_field srvsvc_server_set_info[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, level, ndr_u32),
    P(NDR_IN, info, server_info, .governed_by = NDR_PLACE(struct srvsvc_server_set_info, level)),
    P(NDR_IN_OUT, parameter_error, ndr_unique_u32),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct srvsvc_server_disk_enum, member, type, __VA_ARGS__)
const struct ndr_field srvsvc_server_disk_enum[] = {
    P(NDR_IN, server, ndr_unique_string), P(NDR_IN, level, ndr_u32),
    P(NDR_IN_OUT, disks, disk_list),      P(NDR_IN, preferred_length, ndr_u32),
    P(NDR_OUT, total_entries, ndr_u32),   P(NDR_IN_OUT, resume_handle, ndr_unique_u32),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct srvsvc_server_statistics_get, member, type, __VA_ARGS__)
const struct ndr_field srvsvc_server_statistics_get[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, service, ndr_unique_string),
    P(NDR_IN, level, ndr_u32),
    P(NDR_IN, options, ndr_u32),
    P(NDR_OUT, statistics, unique_statistics),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct srvsvc_remote_tod, member, type, __VA_ARGS__)
const struct ndr_field srvsvc_remote_tod[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_OUT, time, unique_time_of_day),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct srvsvc_server_alias, member, type, __VA_ARGS__)
const struct ndr_field srvsvc_server_alias[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, level, ndr_u32),
    P(NDR_IN, alias, alias_info, .governed_by = NDR_PLACE(struct srvsvc_server_alias, level)),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct srvsvc_server_alias_enum, member, type, __VA_ARGS__)
const struct ndr_field srvsvc_server_alias_enum[] = {
    P(NDR_IN, server, ndr_unique_string),         P(NDR_IN_OUT, aliases, alias_list),
    P(NDR_IN, preferred_length, ndr_u32),         P(NDR_OUT, total_entries, ndr_u32),
    P(NDR_IN_OUT, resume_handle, ndr_unique_u32),
};
#undef P
