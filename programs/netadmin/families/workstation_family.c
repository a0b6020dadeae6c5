/*
 * What a workstation is and who uses it: WKSTA_INFO_*, WKSTA_USER_INFO_*.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "families/family.h"

#include <lmcons.h>
#include <lmwksta.h>

static const struct word platforms[] = {
    { MAXDWORD, PLATFORM_ID_DOS, L"DOS" }, { MAXDWORD, PLATFORM_ID_OS2, L"OS/2" },
    { MAXDWORD, PLATFORM_ID_NT, L"NT" },   { MAXDWORD, PLATFORM_ID_OSF, L"OSF" },
    { MAXDWORD, PLATFORM_ID_VMS, L"VMS" }, { 0 },
};

#define WORKSTATION_FIELDS(structure, prefix)                                                      \
    FIELD(structure, prefix##_computername, L"Name", FIELD_STRING),                                \
        FIELD(structure, prefix##_langroup, L"Domain", FIELD_STRING),                              \
        FIELD(structure, prefix##_platform_id, L"Platform", FIELD_WORDS, .words = platforms),      \
        FIELD(structure, prefix##_ver_major, L"Version", FIELD_VERSION,                            \
              .other = offsetof(structure, prefix##_ver_minor)),                                   \
        FIELD(structure, prefix##_ver_minor, NULL, FIELD_NUMBER)

static const struct field workstation_fields_100[] = {
    WORKSTATION_FIELDS(WKSTA_INFO_100, wki100),
};

static const struct field workstation_fields_101[] = {
    WORKSTATION_FIELDS(WKSTA_INFO_101, wki101),
    FIELD(WKSTA_INFO_101, wki101_lanroot, L"LAN root", FIELD_STRING),
};

static const struct field workstation_fields_102[] = {
    WORKSTATION_FIELDS(WKSTA_INFO_102, wki102),
    FIELD(WKSTA_INFO_102, wki102_lanroot, L"LAN root", FIELD_STRING),
    FIELD(WKSTA_INFO_102, wki102_logged_on_users, L"Users", FIELD_NUMBER),
};

/* The settings of the deep levels: their headings are Windows' names, as its documentation explains
 * them. */
#define NUMBER(structure, prefix, member)                                                          \
    FIELD(structure, prefix##_##member, L"" #member, FIELD_NUMBER)
#define YES(structure, prefix, member)                                                             \
    FIELD(structure, prefix##_##member, L"" #member, FIELD_YES_NO, .mask = MAXDWORD)

static const struct field workstation_fields_502[] = {
    NUMBER(WKSTA_INFO_502, wki502, char_wait),
    NUMBER(WKSTA_INFO_502, wki502, collection_time),
    NUMBER(WKSTA_INFO_502, wki502, maximum_collection_count),
    NUMBER(WKSTA_INFO_502, wki502, keep_conn),
    NUMBER(WKSTA_INFO_502, wki502, max_cmds),
    NUMBER(WKSTA_INFO_502, wki502, sess_timeout),
    NUMBER(WKSTA_INFO_502, wki502, siz_char_buf),
    NUMBER(WKSTA_INFO_502, wki502, max_threads),
    NUMBER(WKSTA_INFO_502, wki502, lock_quota),
    NUMBER(WKSTA_INFO_502, wki502, lock_increment),
    NUMBER(WKSTA_INFO_502, wki502, lock_maximum),
    NUMBER(WKSTA_INFO_502, wki502, pipe_increment),
    NUMBER(WKSTA_INFO_502, wki502, pipe_maximum),
    NUMBER(WKSTA_INFO_502, wki502, cache_file_timeout),
    NUMBER(WKSTA_INFO_502, wki502, dormant_file_limit),
    NUMBER(WKSTA_INFO_502, wki502, read_ahead_throughput),
    NUMBER(WKSTA_INFO_502, wki502, num_mailslot_buffers),
    NUMBER(WKSTA_INFO_502, wki502, num_srv_announce_buffers),
    NUMBER(WKSTA_INFO_502, wki502, max_illegal_datagram_events),
    NUMBER(WKSTA_INFO_502, wki502, illegal_datagram_event_reset_frequency),
    YES(WKSTA_INFO_502, wki502, log_election_packets),
    YES(WKSTA_INFO_502, wki502, use_opportunistic_locking),
    YES(WKSTA_INFO_502, wki502, use_unlock_behind),
    YES(WKSTA_INFO_502, wki502, use_close_behind),
    YES(WKSTA_INFO_502, wki502, buf_named_pipes),
    YES(WKSTA_INFO_502, wki502, use_lock_read_unlock),
    YES(WKSTA_INFO_502, wki502, utilize_nt_caching),
    YES(WKSTA_INFO_502, wki502, use_raw_read),
    YES(WKSTA_INFO_502, wki502, use_raw_write),
    YES(WKSTA_INFO_502, wki502, use_write_raw_data),
    YES(WKSTA_INFO_502, wki502, use_encryption),
    YES(WKSTA_INFO_502, wki502, buf_files_deny_write),
    YES(WKSTA_INFO_502, wki502, buf_read_only_files),
    YES(WKSTA_INFO_502, wki502, force_core_create_mode),
    YES(WKSTA_INFO_502, wki502, use_512_byte_max_transfer),
};

static const struct level workstation_levels[] = {
    LEVEL(100, WKSTA_INFO_100, workstation_fields_100),
    LEVEL(101, WKSTA_INFO_101, workstation_fields_101),
    LEVEL(102, WKSTA_INFO_102, workstation_fields_102),
    LEVEL(502, WKSTA_INFO_502, workstation_fields_502),
};

static DWORD workstation_get(struct api_call *call)
{
    return call_count_one(call, NetWkstaGetInfo(call->server, call->level, &call->buffer));
}

const struct family workstation_family = {
    .records = { RECORDS(L"workstation", L"workstation", workstation_levels), .is_card = true },
    .level = 102,
    .level_for_all = 100,
    .enumerate = workstation_get,
};

static const struct field user_fields_0[] = {
    FIELD(WKSTA_USER_INFO_0, wkui0_username, L"User", FIELD_STRING),
};

static const struct field user_fields_1[] = {
    FIELD(WKSTA_USER_INFO_1, wkui1_username, L"User", FIELD_STRING),
    FIELD(WKSTA_USER_INFO_1, wkui1_logon_domain, L"Domain", FIELD_STRING),
    FIELD(WKSTA_USER_INFO_1, wkui1_oth_domains, L"Other domains", FIELD_STRING),
    FIELD(WKSTA_USER_INFO_1, wkui1_logon_server, L"Logon server", FIELD_STRING),
};

static const struct level user_levels[] = {
    LEVEL(0, WKSTA_USER_INFO_0, user_fields_0),
    LEVEL(1, WKSTA_USER_INFO_1, user_fields_1),
};

static DWORD user_enumerate(struct api_call *call)
{
    return NetWkstaUserEnum(call->server, call->level, &call->buffer, MAX_PREFERRED_LENGTH,
                            &call->count, &call->total, &call->resume.number);
}

const struct family workstation_user_family = {
    .records = { RECORDS(L"user", L"users", user_levels), .keys = { L"User" } },
    .level = 1,
    .level_for_all = 1,
    .enumerate = user_enumerate,
};
