/*
 * The Workstation Service: [MS-WKST]. Workstations, their users and transports, and uses: 3.2.4.1
 * to 3.2.4.11.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_RPC_WKSSVC_WORKSTATION_H
#define NETAPI32_RPC_WKSSVC_WORKSTATION_H

#include "levels/use_levels.h"
#include "levels/workstation_levels.h"
#include "rpc/ndr.h"

/* STAT_WORKSTATION_0, 2.2.5.11 */
struct workstation_statistics
{
    uint64_t start_time; /* in 100 ns since 1601 */
    uint64_t bytes_received;
    uint64_t smbs_received;
    uint64_t paging_read_bytes;
    uint64_t nonpaging_read_bytes;
    uint64_t cache_read_bytes;
    uint64_t network_read_bytes;
    uint64_t bytes_transmitted;
    uint64_t smbs_transmitted;
    uint64_t paging_write_bytes;
    uint64_t nonpaging_write_bytes;
    uint64_t cache_write_bytes;
    uint64_t network_write_bytes;
    uint32_t initially_failed_operations;
    uint32_t failed_completion_operations;
    uint32_t read_operations;
    uint32_t random_read_operations;
    uint32_t read_smbs;
    uint32_t large_read_smbs;
    uint32_t small_read_smbs;
    uint32_t write_operations;
    uint32_t random_write_operations;
    uint32_t write_smbs;
    uint32_t large_write_smbs;
    uint32_t small_write_smbs;
    uint32_t raw_reads_denied;
    uint32_t raw_writes_denied;
    uint32_t network_errors;
    uint32_t sessions;
    uint32_t failed_sessions;
    uint32_t reconnects;
    uint32_t core_connects;
    uint32_t lanman20_connects;
    uint32_t lanman21_connects;
    uint32_t lanman_nt_connects;
    uint32_t server_disconnects;
    uint32_t hung_sessions;
    uint32_t use_count;
    uint32_t failed_use_count;
    uint32_t current_commands;
};

/* NetrWkstaGetInfo, 3.2.4.1 */
struct wkssvc_wksta_get_info
{
    struct utf16_slice server;
    uint32_t level;
    struct workstation *info;
    uint32_t result;
};

/* NetrWkstaSetInfo, 3.2.4.2 */
struct wkssvc_wksta_set_info
{
    struct utf16_slice server;
    uint32_t level;
    struct workstation *info;
    uint32_t *parameter_error;
    uint32_t result;
};

/* NetrWkstaUserEnum, 3.2.4.3 */
struct wkssvc_wksta_user_enum
{
    struct utf16_slice server;
    struct ndr_level_list users; /* rows are struct workstation_user */
    uint32_t preferred_length;
    uint32_t total_entries;
    uint32_t *resume_handle;
    uint32_t result;
};

/* NetrWkstaTransportEnum, 3.2.4.4 */
struct wkssvc_wksta_transport_enum
{
    struct utf16_slice server;
    struct ndr_level_list transports; /* rows are struct workstation_transport */
    uint32_t preferred_length;
    uint32_t total_entries;
    uint32_t *resume_handle;
    uint32_t result;
};

/* NetrWkstaTransportAdd, 3.2.4.5 */
struct wkssvc_wksta_transport_add
{
    struct utf16_slice server;
    uint32_t level; /* 0 */
    struct workstation_transport transport;
    uint32_t *parameter_error;
    uint32_t result;
};

/* NetrWkstaTransportDel, 3.2.4.6 */
struct wkssvc_wksta_transport_del
{
    struct utf16_slice server;
    struct utf16_slice name;
    uint32_t force_level;
    uint32_t result;
};

/* NetrUseAdd, 3.2.4.7 */
struct wkssvc_use_add
{
    struct utf16_slice server;
    uint32_t level;
    struct use_row *use;
    uint32_t *parameter_error;
    uint32_t result;
};

/* NetrUseGetInfo, 3.2.4.8 */
struct wkssvc_use_get_info
{
    struct utf16_slice server;
    struct utf16_slice name;
    uint32_t level;
    struct use_row *use;
    uint32_t result;
};

/* NetrUseDel, 3.2.4.9 */
struct wkssvc_use_del
{
    struct utf16_slice server;
    struct utf16_slice name;
    uint32_t force_level;
    uint32_t result;
};

/* NetrUseEnum, 3.2.4.10 */
struct wkssvc_use_enum
{
    struct utf16_slice server;
    struct ndr_level_list uses; /* rows are struct use_row */
    uint32_t preferred_length;
    uint32_t total_entries;
    uint32_t *resume_handle;
    uint32_t result;
};

/* NetrWorkstationStatisticsGet, 3.2.4.11 */
struct wkssvc_statistics_get
{
    struct utf16_slice server;
    struct utf16_slice service;
    uint32_t level;
    uint32_t options;
    struct workstation_statistics *statistics;
    uint32_t result;
};

#endif
