/*
 * The Server Service: [MS-SRVS]. The server itself: its settings, disks, statistics, clock and
 * other names: 3.1.4.17 to 3.1.4.21 and 3.1.4.44 to 3.1.4.46.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_RPC_SRVSVC_SERVER_H
#define NETAPI32_RPC_SRVSVC_SERVER_H

#include "levels/alias_levels.h"
#include "levels/server_levels.h"
#include "rpc/ndr.h"
#include "rpc/time_of_day.h"

/* DISK_ENUM_CONTAINER, 2.2.4.92: names as "C:" */
struct srvsvc_disk_list
{
    uint32_t count;
    struct utf16_slice *disks;
};

/* STAT_SERVER_0, 2.2.4.39 */
struct server_statistics
{
    uint32_t start; /* seconds since 1970 */
    uint32_t file_opens;
    uint32_t device_opens;
    uint32_t jobs_queued;
    uint32_t session_opens;
    uint32_t sessions_timed_out;
    uint32_t sessions_failed;
    uint32_t password_errors;
    uint32_t permission_errors;
    uint32_t system_errors;
    uint32_t bytes_sent_low;
    uint32_t bytes_sent_high;
    uint32_t bytes_received_low;
    uint32_t bytes_received_high;
    uint32_t average_response; /* milliseconds */
    uint32_t request_buffers_lacking;
    uint32_t big_buffers_lacking;
};

/* NetrServerGetInfo, 3.1.4.17 */
struct srvsvc_server_get_info
{
    struct utf16_slice server;
    uint32_t level;
    struct server *info;
    uint32_t result;
};

/* NetrServerSetInfo, 3.1.4.18 */
struct srvsvc_server_set_info
{
    struct utf16_slice server;
    uint32_t level;
    struct server *info;
    uint32_t *parameter_error;
    uint32_t result;
};

/* NetrServerDiskEnum, 3.1.4.19 */
struct srvsvc_server_disk_enum
{
    struct utf16_slice server;
    uint32_t level;
    struct srvsvc_disk_list disks;
    uint32_t preferred_length;
    uint32_t total_entries;
    uint32_t *resume_handle;
    uint32_t result;
};

/* NetrServerStatisticsGet, 3.1.4.20 */
struct srvsvc_server_statistics_get
{
    struct utf16_slice server;
    struct utf16_slice service;
    uint32_t level;
    uint32_t options;
    struct server_statistics *statistics;
    uint32_t result;
};

/* NetrRemoteTOD, 3.1.4.21: the server's clock, in Greenwich time */
struct srvsvc_remote_tod
{
    struct utf16_slice server;
    struct time_of_day *time;
    uint32_t result;
};

/* NetrServerAliasAdd, 3.1.4.44, and NetrServerAliasDel, 3.1.4.46 */
struct srvsvc_server_alias
{
    struct utf16_slice server;
    uint32_t level;
    struct server_alias *alias;
    uint32_t result;
};

/* NetrServerAliasEnum, 3.1.4.45 */
struct srvsvc_server_alias_enum
{
    struct utf16_slice server;
    struct ndr_level_list aliases; /* rows are struct server_alias */
    uint32_t preferred_length;
    uint32_t total_entries;
    uint32_t *resume_handle;
    uint32_t result;
};

#endif
