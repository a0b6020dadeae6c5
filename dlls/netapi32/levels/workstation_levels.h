/*
 * Workstations, their users and their transports: the rows, and the levels of [MS-WKST] 2.2.5.1 to
 * 2.2.5.10.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_LEVELS_WORKSTATION_LEVELS_H
#define NETAPI32_LEVELS_WORKSTATION_LEVELS_H

#include "levels/level.h"

struct workstation
{
    uint32_t platform; /* PLATFORM_ID_* */
    struct utf16_slice computer;
    struct utf16_slice group; /* domain or workgroup */
    uint32_t version_major;
    uint32_t version_minor;
    struct utf16_slice lan_root; /* which Windows no longer has */
    uint32_t logged_on_users;

    /* Settings of the redirector, by their names in the specification: level 502. */
    uint32_t char_wait;
    uint32_t collection_time;
    uint32_t maximum_collection_count;
    uint32_t keep_conn;
    uint32_t max_cmds;
    uint32_t sess_timeout;
    uint32_t siz_char_buf;
    uint32_t max_threads;
    uint32_t lock_quota;
    uint32_t lock_increment;
    uint32_t lock_maximum;
    uint32_t pipe_increment;
    uint32_t pipe_maximum;
    uint32_t cache_file_timeout;
    uint32_t dormant_file_limit;
    uint32_t read_ahead_throughput;
    uint32_t num_mailslot_buffers;
    uint32_t num_srv_announce_buffers;
    uint32_t max_illegal_datagram_events;
    uint32_t illegal_datagram_event_reset_frequency;
    uint32_t log_election_packets;
    uint32_t use_opportunistic_locking;
    uint32_t use_unlock_behind;
    uint32_t use_close_behind;
    uint32_t buf_named_pipes;
    uint32_t use_lock_read_unlock;
    uint32_t utilize_nt_caching;
    uint32_t use_raw_read;
    uint32_t use_raw_write;
    uint32_t use_write_raw_data;
    uint32_t use_encryption;
    uint32_t buf_files_deny_write;
    uint32_t buf_read_only_files;
    uint32_t force_core_create_mode;
    uint32_t use_512_byte_max_transfer;
};

struct workstation_user
{
    struct utf16_slice name;
    struct utf16_slice logon_domain;
    struct utf16_slice other_domains;
    struct utf16_slice logon_server;
};

struct workstation_transport
{
    uint32_t quality_of_service;
    uint32_t circuits;
    struct utf16_slice name;
    struct utf16_slice address;
    uint32_t is_wide_area;
};

/* The structures of the API without Windows' types; tests/winetest/layouts.c asserts that they are
 * the same. Those of the levels 100 and 101 are the beginning of that of level 102. */
struct workstation_info_102
{
    uint32_t platform;
    uint16_t *computer;
    uint16_t *group;
    uint32_t version_major;
    uint32_t version_minor;
    uint16_t *lan_root;
    uint32_t logged_on_users;
};

struct workstation_info_502
{
    uint32_t char_wait;
    uint32_t collection_time;
    uint32_t maximum_collection_count;
    uint32_t keep_conn;
    uint32_t max_cmds;
    uint32_t sess_timeout;
    uint32_t siz_char_buf;
    uint32_t max_threads;
    uint32_t lock_quota;
    uint32_t lock_increment;
    uint32_t lock_maximum;
    uint32_t pipe_increment;
    uint32_t pipe_maximum;
    uint32_t cache_file_timeout;
    uint32_t dormant_file_limit;
    uint32_t read_ahead_throughput;
    uint32_t num_mailslot_buffers;
    uint32_t num_srv_announce_buffers;
    uint32_t max_illegal_datagram_events;
    uint32_t illegal_datagram_event_reset_frequency;
    uint32_t log_election_packets;
    uint32_t use_opportunistic_locking;
    uint32_t use_unlock_behind;
    uint32_t use_close_behind;
    uint32_t buf_named_pipes;
    uint32_t use_lock_read_unlock;
    uint32_t utilize_nt_caching;
    uint32_t use_raw_read;
    uint32_t use_raw_write;
    uint32_t use_write_raw_data;
    uint32_t use_encryption;
    uint32_t buf_files_deny_write;
    uint32_t buf_read_only_files;
    uint32_t force_core_create_mode;
    uint32_t use_512_byte_max_transfer;
};

/* That of level 0 is the beginning. */
struct workstation_user_info_1
{
    uint16_t *name;
    uint16_t *logon_domain;
    uint16_t *other_domains;
    uint16_t *logon_server;
};

/* Of the API alone. */
struct workstation_user_info_1101
{
    uint16_t *other_domains;
};

struct workstation_transport_info_0
{
    uint32_t quality_of_service;
    uint32_t circuits;
    uint16_t *name;
    uint16_t *address;
    uint32_t is_wide_area;
};

extern const struct info_family workstation_family;
/* Levels that this computer itself is described at. */
extern const struct info_family workstation_local_family;
/* Levels that the settings of the redirector are set at. */
extern const struct info_family workstation_setting_family;
/* Levels that users can be listed at: WKSTA_USER_ENUM_STRUCT, 2.2.5.14. */
extern const struct info_family workstation_user_family;
/* And level 1101, that the API describes one at. */
extern const struct info_family workstation_user_info_family;
extern const struct info_family workstation_transport_family;

#endif
