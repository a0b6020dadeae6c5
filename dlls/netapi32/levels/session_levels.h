/*
 * Sessions: the row, and the levels of [MS-SRVS] 2.2.4.11 to 2.2.4.15.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_LEVELS_SESSION_LEVELS_H
#define NETAPI32_LEVELS_SESSION_LEVELS_H

#include "levels/level.h"

/* What is known of a session. Strings are slices of what the source keeps. */
struct session
{
    struct utf16_slice client; /* without leading backslashes */
    struct utf16_slice user;
    uint32_t opens;
    uint32_t active_seconds;
    uint32_t idle_seconds;
    uint32_t flags; /* SESS_GUEST, SESS_NOENCRYPTION */
    struct utf16_slice client_type;
    struct utf16_slice transport;
};

/* The structures of the API without Windows' types; session_api.c asserts that they are the same. */
struct session_info_0
{
    uint16_t *client;
};

struct session_info_1
{
    uint16_t *client;
    uint16_t *user;
    uint32_t opens;
    uint32_t active_seconds;
    uint32_t idle_seconds;
    uint32_t flags;
};

struct session_info_2
{
    uint16_t *client;
    uint16_t *user;
    uint32_t opens;
    uint32_t active_seconds;
    uint32_t idle_seconds;
    uint32_t flags;
    uint16_t *client_type;
};

struct session_info_10
{
    uint16_t *client;
    uint16_t *user;
    uint32_t active_seconds;
    uint32_t idle_seconds;
};

struct session_info_502
{
    uint16_t *client;
    uint16_t *user;
    uint32_t opens;
    uint32_t active_seconds;
    uint32_t idle_seconds;
    uint32_t flags;
    uint16_t *client_type;
    uint16_t *transport;
};

extern const struct info_family session_family;

#endif
