"""The information levels of workstations: [MS-WKST] 2.2.5.1 to 2.2.5.15.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

from windows.ndr import TEXT, U32, U64, Structure

BEGINNING = {"platform": U32, "computer": TEXT, "group": TEXT, "version_major": U32,
             "version_minor": U32}

# Settings with what they are at the start, in the order of WKSTA_INFO_502.
SETTINGS = {
    "char_wait": 3600, "collection_time": 250, "maximum_collection_count": 16, "keep_conn": 600,
    "max_cmds": 50, "sess_timeout": 60, "siz_char_buf": 512, "max_threads": 17,
    "lock_quota": 6144, "lock_increment": 10, "lock_maximum": 500, "pipe_increment": 11,
    "pipe_maximum": 501, "cache_file_timeout": 40, "dormant_file_limit": 1023,
    "read_ahead_throughput": 0xFFFFFFFF, "num_mailslot_buffers": 3,
    "num_srv_announce_buffers": 20, "max_illegal_datagram_events": 5,
    "illegal_datagram_event_reset_frequency": 61, "log_election_packets": 0,
    "use_opportunistic_locking": 1, "use_unlock_behind": 1, "use_close_behind": 1,
    "buf_named_pipes": 1, "use_lock_read_unlock": 1, "utilize_nt_caching": 1, "use_raw_read": 1,
    "use_raw_write": 1, "use_write_raw_data": 1, "use_encryption": 1, "buf_files_deny_write": 1,
    "buf_read_only_files": 1, "force_core_create_mode": 1, "use_512_byte_max_transfer": 0,
}
# WKSTA_*_PARMNUM with the least and the most: a level for each that is alone, 1000 more.
PARAMETERS = {
    "keep_conn": (13, 1, 65535),
    "sess_timeout": (18, 60, 65535),
    "dormant_file_limit": (46, 1, 0xFFFFFFFF),
}

LEVELS = {
    100: Structure("WKSTA_INFO_100", **BEGINNING),
    101: Structure("WKSTA_INFO_101", **BEGINNING, lan_root=TEXT),
    102: Structure("WKSTA_INFO_102", **BEGINNING, lan_root=TEXT, logged_on_users=U32),
    502: Structure("WKSTA_INFO_502", **dict.fromkeys(SETTINGS, U32)),
    **{1000 + number: Structure("WKSTA_INFO_%d" % (1000 + number), **{name: U32})
       for name, (number, _, _) in PARAMETERS.items()},
}
LEVELS_FOR_EVERYBODY = (100, 101)
LEVELS_TO_GET = (100, 101, 102, 502)
LEVELS_TO_SET = (502, 1013, 1018, 1046)

USERS = {
    0: Structure("WKSTA_USER_INFO_0", name=TEXT),
    1: Structure("WKSTA_USER_INFO_1", name=TEXT, logon_domain=TEXT, other_domains=TEXT,
                 logon_server=TEXT),
}
TRANSPORTS = {
    0: Structure("WKSTA_TRANSPORT_INFO_0", quality_of_service=U32, circuits=U32, name=TEXT,
                 address=TEXT, is_wide_area=U32),
}

LARGE_STATISTICS = (
    "start_time", "bytes_received", "smbs_received", "paging_read_bytes", "nonpaging_read_bytes",
    "cache_read_bytes", "network_read_bytes", "bytes_transmitted", "smbs_transmitted",
    "paging_write_bytes", "nonpaging_write_bytes", "cache_write_bytes", "network_write_bytes")
STATISTICS = (
    "initially_failed_operations", "failed_completion_operations", "read_operations",
    "random_read_operations", "read_smbs", "large_read_smbs", "small_read_smbs",
    "write_operations", "random_write_operations", "write_smbs", "large_write_smbs",
    "small_write_smbs", "raw_reads_denied", "raw_writes_denied", "network_errors", "sessions",
    "failed_sessions", "reconnects", "core_connects", "lanman20_connects", "lanman21_connects",
    "lanman_nt_connects", "server_disconnects", "hung_sessions", "use_count", "failed_use_count",
    "current_commands")
STAT_WORKSTATION_0 = Structure("STAT_WORKSTATION_0", **dict.fromkeys(LARGE_STATISTICS, U64),
                               **dict.fromkeys(STATISTICS, U32))
