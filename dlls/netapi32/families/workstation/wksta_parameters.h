/*
 * The redirector's parameters: WKSTA_INFO_502, in its order.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Nothing here has a redirector that they could be read from. Each has the value which Microsoft's
 * documentation of the registry key LanmanWorkstation\Parameters (Q102981) calls the default.
 */
#ifndef NETAPI32_FAMILIES_WORKSTATION_WKSTA_PARAMETERS_H
#define NETAPI32_FAMILIES_WORKSTATION_WKSTA_PARAMETERS_H

#include <stdint.h>

/* Seconds: char_wait, keep_conn, sess_timeout, cache_file_timeout, the reset frequency;
 * milliseconds: collection_time and the increments and maxima of locks and pipes; bytes: sizes,
 * quotas and throughput. */
#define WKSTA_PARAMETERS(PARAMETER)                                                                \
    PARAMETER(char_wait, 3600)                                                                     \
    PARAMETER(collection_time, 250)                                                                \
    PARAMETER(maximum_collection_count, 16)                                                        \
    PARAMETER(keep_conn, 600)                                                                      \
    PARAMETER(max_cmds, 15)                                                                        \
    PARAMETER(sess_timeout, 45)                                                                    \
    PARAMETER(siz_char_buf, 512)                                                                   \
    PARAMETER(max_threads, 15)                                                                     \
    PARAMETER(lock_quota, 4096)                                                                    \
    PARAMETER(lock_increment, 10)                                                                  \
    PARAMETER(lock_maximum, 500)                                                                   \
    PARAMETER(pipe_increment, 10)                                                                  \
    PARAMETER(pipe_maximum, 500)                                                                   \
    PARAMETER(cache_file_timeout, 10)                                                              \
    PARAMETER(dormant_file_limit, 45)                                                              \
    PARAMETER(read_ahead_throughput, UINT32_MAX)                                                   \
    PARAMETER(num_mailslot_buffers, 5)                                                             \
    PARAMETER(num_srv_announce_buffers, 20)                                                        \
    PARAMETER(max_illegal_datagram_events, 5)                                                      \
    PARAMETER(illegal_datagram_event_reset_frequency, 60)                                          \
    PARAMETER(log_election_packets, 0)                                                             \
    PARAMETER(use_opportunistic_locking, 1)                                                        \
    PARAMETER(use_unlock_behind, 1)                                                                \
    PARAMETER(use_close_behind, 1)                                                                 \
    PARAMETER(buf_named_pipes, 1)                                                                  \
    PARAMETER(use_lock_read_unlock, 1)                                                             \
    PARAMETER(utilize_nt_caching, 1)                                                               \
    PARAMETER(use_raw_read, 1)                                                                     \
    PARAMETER(use_raw_write, 1)                                                                    \
    PARAMETER(use_write_raw_data, 1)                                                               \
    PARAMETER(use_encryption, 1)                                                                   \
    PARAMETER(buf_files_deny_write, 1)                                                             \
    PARAMETER(buf_read_only_files, 1)                                                              \
    PARAMETER(force_core_create_mode, 0)                                                           \
    PARAMETER(use_512_byte_max_transfer, 0)

#define PARAMETER(name, value) uint32_t name;
struct wksta_parameters
{
    WKSTA_PARAMETERS(PARAMETER)
};
#undef PARAMETER

#define PARAMETER(name, value) .name = (value),
static const struct wksta_parameters wksta_default_parameters = { WKSTA_PARAMETERS(PARAMETER) };
#undef PARAMETER

#endif
