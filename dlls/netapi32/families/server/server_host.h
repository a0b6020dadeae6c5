/*
 * What this host says of itself where no server of its own is asked, or answers.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_FAMILIES_SERVER_SERVER_HOST_H
#define NETAPI32_FAMILIES_SERVER_SERVER_HOST_H

#include "base/arena.h"
#include "levels/level.h"

/* Rows, and what they point to, are in the arena. ERROR_NOT_ENOUGH_MEMORY, or what the system says. */
struct server_host
{
    uint32_t (*describe)(struct arena *arena, void *row); /* a struct server, of zeros */
    uint32_t (*list_disks)(struct arena *arena, struct info_rows *rows);      /* struct disk */
    uint32_t (*list_transports)(struct arena *arena, struct info_rows *rows); /* server_transport */
    uint64_t (*start_time)(void); /* when the system was started, as FILETIME */
};

/* This computer, as Wine shows it. */
extern const struct server_host this_server;

#endif
