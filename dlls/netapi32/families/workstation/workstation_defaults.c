/*
 * What this computer is as a workstation unless somebody says otherwise.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>

#include "families/workstation/workstation_defaults.h"

const struct workstation workstation_defaults = {
    .platform = PLATFORM_ID_NT,
    .logged_on_users = 1,

    /* Seconds: char_wait, keep_conn, sess_timeout, cache_file_timeout, the reset frequency;
     * milliseconds: collection_time and the increments and maxima of locks and pipes; bytes: sizes,
     * quotas and throughput. */
    .char_wait = 3600,
    .collection_time = 250,
    .maximum_collection_count = 16,
    .keep_conn = 600,
    .max_cmds = 15,
    .sess_timeout = 45,
    .siz_char_buf = 512,
    .max_threads = 15,
    .lock_quota = 4096,
    .lock_increment = 10,
    .lock_maximum = 500,
    .pipe_increment = 10,
    .pipe_maximum = 500,
    .cache_file_timeout = 10,
    .dormant_file_limit = 45,
    .read_ahead_throughput = UINT32_MAX,
    .num_mailslot_buffers = 5,
    .num_srv_announce_buffers = 20,
    .max_illegal_datagram_events = 5,
    .illegal_datagram_event_reset_frequency = 60,
    .use_opportunistic_locking = 1,
    .use_unlock_behind = 1,
    .use_close_behind = 1,
    .buf_named_pipes = 1,
    .use_lock_read_unlock = 1,
    .utilize_nt_caching = 1,
    .use_raw_read = 1,
    .use_raw_write = 1,
    .use_write_raw_data = 1,
    .use_encryption = 1,
    .buf_files_deny_write = 1,
    .buf_read_only_files = 1,
};
