/*
 * The levels of workstations, their users and their transports as tables.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "levels/workstation_levels.h"

/* ---- Workstations ---------------------------------------------------------------------------- */

#define MEMBER(kind, member) INFO_MEMBER(kind, workstation, workstation_info_102, member)
static const struct info_field workstation_info_102_fields[] = {
    MEMBER(INFO_U32, platform),        MEMBER(INFO_STRING, computer),
    MEMBER(INFO_STRING, group),        MEMBER(INFO_U32, version_major),
    MEMBER(INFO_U32, version_minor),   MEMBER(INFO_STRING, lan_root),
    MEMBER(INFO_U32, logged_on_users),
};
#undef MEMBER

#define SETTING(member) INFO_MEMBER(INFO_U32, workstation, workstation_info_502, member)
static const struct info_field workstation_info_502_fields[] = {
    SETTING(char_wait),
    SETTING(collection_time),
    SETTING(maximum_collection_count),
    SETTING(keep_conn),
    SETTING(max_cmds),
    SETTING(sess_timeout),
    SETTING(siz_char_buf),
    SETTING(max_threads),
    SETTING(lock_quota),
    SETTING(lock_increment),
    SETTING(lock_maximum),
    SETTING(pipe_increment),
    SETTING(pipe_maximum),
    SETTING(cache_file_timeout),
    SETTING(dormant_file_limit),
    SETTING(read_ahead_throughput),
    SETTING(num_mailslot_buffers),
    SETTING(num_srv_announce_buffers),
    SETTING(max_illegal_datagram_events),
    SETTING(illegal_datagram_event_reset_frequency),
    SETTING(log_election_packets),
    SETTING(use_opportunistic_locking),
    SETTING(use_unlock_behind),
    SETTING(use_close_behind),
    SETTING(buf_named_pipes),
    SETTING(use_lock_read_unlock),
    SETTING(utilize_nt_caching),
    SETTING(use_raw_read),
    SETTING(use_raw_write),
    SETTING(use_write_raw_data),
    SETTING(use_encryption),
    SETTING(buf_files_deny_write),
    SETTING(buf_read_only_files),
    SETTING(force_core_create_mode),
    SETTING(use_512_byte_max_transfer),
};
#undef SETTING

static const struct info_level workstation_levels[] = {
    INFO_LEVEL_BEFORE(100, workstation_info_102, lan_root, 5),
    INFO_LEVEL_BEFORE(101, workstation_info_102, logged_on_users, 6),
    INFO_LEVEL_OF(102, workstation_info_102),
    INFO_LEVEL_OF(502, workstation_info_502),
    /* This computer itself is not described at these. */
    INFO_LEVEL_OF_NUMBER(1013, workstation, keep_conn),
    INFO_LEVEL_OF_NUMBER(1018, workstation, sess_timeout),
    INFO_LEVEL_OF_NUMBER(1046, workstation, dormant_file_limit),
};

const struct info_family workstation_family =
    INFO_FAMILY_OF(struct workstation, workstation_levels);
const struct info_family workstation_local_family =
    INFO_FAMILY_OF_FIRST(4, struct workstation, workstation_levels);

/* Of the API: on the wire there are 502 and three of the others. */
static const struct info_level workstation_setting_levels[] = {
    INFO_LEVEL_OF(502, workstation_info_502),
    INFO_LEVEL_OF_NUMBER(1010, workstation, char_wait),
    INFO_LEVEL_OF_NUMBER(1011, workstation, collection_time),
    INFO_LEVEL_OF_NUMBER(1012, workstation, maximum_collection_count),
    INFO_LEVEL_OF_NUMBER(1013, workstation, keep_conn),
    INFO_LEVEL_OF_NUMBER(1018, workstation, sess_timeout),
    INFO_LEVEL_OF_NUMBER(1023, workstation, siz_char_buf),
    INFO_LEVEL_OF_NUMBER(1033, workstation, max_threads),
    INFO_LEVEL_OF_NUMBER(1041, workstation, lock_quota),
    INFO_LEVEL_OF_NUMBER(1042, workstation, lock_increment),
    INFO_LEVEL_OF_NUMBER(1043, workstation, lock_maximum),
    INFO_LEVEL_OF_NUMBER(1044, workstation, pipe_increment),
    INFO_LEVEL_OF_NUMBER(1045, workstation, pipe_maximum),
    INFO_LEVEL_OF_NUMBER(1046, workstation, dormant_file_limit),
    INFO_LEVEL_OF_NUMBER(1047, workstation, cache_file_timeout),
    INFO_LEVEL_OF_NUMBER(1048, workstation, use_opportunistic_locking),
    INFO_LEVEL_OF_NUMBER(1049, workstation, use_unlock_behind),
    INFO_LEVEL_OF_NUMBER(1050, workstation, use_close_behind),
    INFO_LEVEL_OF_NUMBER(1051, workstation, buf_named_pipes),
    INFO_LEVEL_OF_NUMBER(1052, workstation, use_lock_read_unlock),
    INFO_LEVEL_OF_NUMBER(1053, workstation, utilize_nt_caching),
    INFO_LEVEL_OF_NUMBER(1054, workstation, use_raw_read),
    INFO_LEVEL_OF_NUMBER(1055, workstation, use_raw_write),
    INFO_LEVEL_OF_NUMBER(1056, workstation, use_write_raw_data),
    INFO_LEVEL_OF_NUMBER(1057, workstation, use_encryption),
    INFO_LEVEL_OF_NUMBER(1058, workstation, buf_files_deny_write),
    INFO_LEVEL_OF_NUMBER(1059, workstation, buf_read_only_files),
    INFO_LEVEL_OF_NUMBER(1060, workstation, force_core_create_mode),
    INFO_LEVEL_OF_NUMBER(1061, workstation, use_512_byte_max_transfer),
    INFO_LEVEL_OF_NUMBER(1062, workstation, read_ahead_throughput),
};

const struct info_family workstation_setting_family =
    INFO_FAMILY_OF(struct workstation, workstation_setting_levels);

/* ---- Users ----------------------------------------------------------------------------------- */

#define MEMBER(member) INFO_MEMBER(INFO_STRING, workstation_user, workstation_user_info_1, member)
static const struct info_field workstation_user_info_1_fields[] = {
    MEMBER(name),
    MEMBER(logon_domain),
    MEMBER(other_domains),
    MEMBER(logon_server),
};
#undef MEMBER

static const struct info_field workstation_user_info_1101_fields[] = {
    INFO_MEMBER(INFO_STRING, workstation_user, workstation_user_info_1101, other_domains),
};

static const struct info_level workstation_user_levels[] = {
    INFO_LEVEL_BEFORE(0, workstation_user_info_1, logon_domain, 1),
    INFO_LEVEL_OF(1, workstation_user_info_1),
    /* This is a setting of a user. */
    INFO_LEVEL_OF(1101, workstation_user_info_1101),
};

const struct info_family workstation_user_family =
    INFO_FAMILY_OF_FIRST(2, struct workstation_user, workstation_user_levels);
const struct info_family workstation_user_info_family =
    INFO_FAMILY_OF(struct workstation_user, workstation_user_levels);

/* ---- Transports ------------------------------------------------------------------------------ */

#define MEMBER(kind, member)                                                                       \
    INFO_MEMBER(kind, workstation_transport, workstation_transport_info_0, member)
static const struct info_field workstation_transport_info_0_fields[] = {
    MEMBER(INFO_U32, quality_of_service), MEMBER(INFO_U32, circuits),     MEMBER(INFO_STRING, name),
    MEMBER(INFO_STRING, address),         MEMBER(INFO_U32, is_wide_area),
};
#undef MEMBER

static const struct info_level workstation_transport_levels[] = {
    INFO_LEVEL_OF(0, workstation_transport_info_0),
};

const struct info_family workstation_transport_family =
    INFO_FAMILY_OF(struct workstation_transport, workstation_transport_levels);
