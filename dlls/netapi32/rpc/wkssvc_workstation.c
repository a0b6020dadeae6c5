/*
 * The Workstation Service: [MS-WKST]. Workstations, their users and transports, and uses, as
 * tables.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "rpc/wkssvc_workstation.h"

#include "rpc/wkssvc_tables.h"

static const struct ndr_type workstation_info = NDR_LEVEL_ROW_OF(workstation_family);
static const struct ndr_type user_list = NDR_LEVEL_LIST_OF(workstation_user_family);
static const struct ndr_type transport_list = NDR_LEVEL_LIST_OF(workstation_transport_family);
static const struct ndr_type transport_0 =
    NDR_LEVEL_STRUCTURE_OF(workstation_transport_family, 0, struct workstation_transport);
static const struct ndr_type use_info = NDR_LEVEL_ROW_OF(use_info_family);
static const struct ndr_type use_list = NDR_LEVEL_LIST_OF(use_family);

#define F(member) NDR_FIELD(struct workstation_statistics, member, ndr_u64)
#define G(member) NDR_FIELD(struct workstation_statistics, member, ndr_u32)
static const struct ndr_field statistics_fields[] = {
    F(start_time),
    F(bytes_received),
    F(smbs_received),
    F(paging_read_bytes),
    F(nonpaging_read_bytes),
    F(cache_read_bytes),
    F(network_read_bytes),
    F(bytes_transmitted),
    F(smbs_transmitted),
    F(paging_write_bytes),
    F(nonpaging_write_bytes),
    F(cache_write_bytes),
    F(network_write_bytes),
    G(initially_failed_operations),
    G(failed_completion_operations),
    G(read_operations),
    G(random_read_operations),
    G(read_smbs),
    G(large_read_smbs),
    G(small_read_smbs),
    G(write_operations),
    G(random_write_operations),
    G(write_smbs),
    G(large_write_smbs),
    G(small_write_smbs),
    G(raw_reads_denied),
    G(raw_writes_denied),
    G(network_errors),
    G(sessions),
    G(failed_sessions),
    G(reconnects),
    G(core_connects),
    G(lanman20_connects),
    G(lanman21_connects),
    G(lanman_nt_connects),
    G(server_disconnects),
    G(hung_sessions),
    G(use_count),
    G(failed_use_count),
    G(current_commands),
};
#undef F
#undef G
static const struct ndr_type statistics =
    NDR_STRUCTURE_OF(struct workstation_statistics, statistics_fields);
static const struct ndr_type unique_statistics = NDR_POINTER_TO(statistics);

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct wkssvc_wksta_get_info, member, type, __VA_ARGS__)
const struct ndr_field wkssvc_wksta_get_info[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, level, ndr_u32),
    P(NDR_OUT, info, workstation_info,
      .governed_by = NDR_PLACE(struct wkssvc_wksta_get_info, level)),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct wkssvc_wksta_set_info, member, type, __VA_ARGS__)
const struct ndr_field wkssvc_wksta_set_info[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, level, ndr_u32),
    P(NDR_IN, info, workstation_info,
      .governed_by = NDR_PLACE(struct wkssvc_wksta_set_info, level)),
    P(NDR_IN_OUT, parameter_error, ndr_unique_u32),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct wkssvc_wksta_user_enum, member, type, __VA_ARGS__)
const struct ndr_field wkssvc_wksta_user_enum[] = {
    P(NDR_IN, server, ndr_unique_string),         P(NDR_IN_OUT, users, user_list),
    P(NDR_IN, preferred_length, ndr_u32),         P(NDR_OUT, total_entries, ndr_u32),
    P(NDR_IN_OUT, resume_handle, ndr_unique_u32),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct wkssvc_wksta_transport_enum, member, type, __VA_ARGS__)
const struct ndr_field wkssvc_wksta_transport_enum[] = {
    P(NDR_IN, server, ndr_unique_string),         P(NDR_IN_OUT, transports, transport_list),
    P(NDR_IN, preferred_length, ndr_u32),         P(NDR_OUT, total_entries, ndr_u32),
    P(NDR_IN_OUT, resume_handle, ndr_unique_u32),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct wkssvc_wksta_transport_add, member, type, __VA_ARGS__)
const struct ndr_field wkssvc_wksta_transport_add[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, level, ndr_u32),
    P(NDR_IN, transport, transport_0),
    P(NDR_IN_OUT, parameter_error, ndr_unique_u32),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct wkssvc_wksta_transport_del, member, type, __VA_ARGS__)
const struct ndr_field wkssvc_wksta_transport_del[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, name, ndr_unique_string),
    P(NDR_IN, force_level, ndr_u32),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct wkssvc_use_add, member, type, __VA_ARGS__)
const struct ndr_field wkssvc_use_add[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, level, ndr_u32),
    P(NDR_IN, use, use_info, .governed_by = NDR_PLACE(struct wkssvc_use_add, level)),
    P(NDR_IN_OUT, parameter_error, ndr_unique_u32),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct wkssvc_use_get_info, member, type, __VA_ARGS__)
const struct ndr_field wkssvc_use_get_info[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, name, ndr_string),
    P(NDR_IN, level, ndr_u32),
    P(NDR_OUT, use, use_info, .governed_by = NDR_PLACE(struct wkssvc_use_get_info, level)),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct wkssvc_use_del, member, type, __VA_ARGS__)
const struct ndr_field wkssvc_use_del[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, name, ndr_string),
    P(NDR_IN, force_level, ndr_u32),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct wkssvc_use_enum, member, type, __VA_ARGS__)
const struct ndr_field wkssvc_use_enum[] = {
    P(NDR_IN, server, ndr_unique_string),         P(NDR_IN_OUT, uses, use_list),
    P(NDR_IN, preferred_length, ndr_u32),         P(NDR_OUT, total_entries, ndr_u32),
    P(NDR_IN_OUT, resume_handle, ndr_unique_u32),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct wkssvc_statistics_get, member, type, __VA_ARGS__)
const struct ndr_field wkssvc_statistics_get[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, service, ndr_unique_string),
    P(NDR_IN, level, ndr_u32),
    P(NDR_IN, options, ndr_u32),
    P(NDR_OUT, statistics, unique_statistics),
};
#undef P
