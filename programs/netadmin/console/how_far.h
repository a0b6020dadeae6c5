/*
 * How far it is with many servers, on a line of the console.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_HOW_FAR_H
#define NETADMIN_HOW_FAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "console/status_line.h"

struct how_far
{
    size_t count; /* of servers */
    size_t answered_count;
    size_t error_count; /* of those that answered with an error, or not at all */
    bool is_seen;
    uint64_t start;
    struct status_line line;
};

/* Not seen until how_far_show(), and then only where there is a console. */
struct how_far how_far_begin(size_t count);

void how_far_count(struct how_far *how_far, bool is_error);

/* Shows it, once it has taken a second: "197 of 200 servers have answered, 2 with an error". */
void how_far_show(struct how_far *how_far);

/* To be called before anything else is written on the console. */
void how_far_clear(struct how_far *how_far);

#endif
