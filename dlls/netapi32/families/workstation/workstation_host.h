/*
 * What this host says of itself as a workstation.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_FAMILIES_WORKSTATION_WORKSTATION_HOST_H
#define NETAPI32_FAMILIES_WORKSTATION_WORKSTATION_HOST_H

#include "base/arena.h"
#include "levels/level.h"

/* Rows, and what they point to, are in the arena. ERROR_NOT_ENOUGH_MEMORY, or what the system says. */
struct workstation_host
{
    uint32_t (*describe)(struct arena *arena, void *row); /* a struct workstation, of zeros */
    uint32_t (*list_users)(struct arena *arena,
                           struct info_rows *rows); /* struct workstation_user */
    /* struct workstation_transport */
    uint32_t (*list_transports)(struct arena *arena, struct info_rows *rows);
};

/* This computer, as Wine shows it. */
extern const struct workstation_host this_workstation;

#endif
