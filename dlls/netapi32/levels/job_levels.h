/*
 * Scheduled jobs: the row, and the structures of [MS-TSCH] 2.3.4 and 2.3.6.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_LEVELS_JOB_LEVELS_H
#define NETAPI32_LEVELS_JOB_LEVELS_H

#include "levels/level.h"

struct job
{
    uint32_t id;
    uint32_t time; /* milliseconds since midnight */
    uint32_t days_of_month;
    uint8_t days_of_week;
    uint8_t flags;
    struct utf16_slice command;
};

/* The structures have no numbers of their own. */
enum job_level
{
    JOB_LEVEL_INFO, /* AT_INFO */
    JOB_LEVEL_ENUM, /* AT_ENUM */
};

/* The structures of the API without Windows' types; schedule_api.c asserts that they are the same. */
struct job_info
{
    uintptr_t time;
    uint32_t days_of_month;
    uint8_t days_of_week;
    uint8_t flags;
    uint16_t *command;
};

struct job_enum
{
    uint32_t id;
    uintptr_t time;
    uint32_t days_of_month;
    uint8_t days_of_week;
    uint8_t flags;
    uint16_t *command;
};

extern const struct info_family job_family;

#endif
