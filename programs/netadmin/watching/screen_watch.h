/*
 * Watching on a terminal: one asks servers, shows what they say, and does what keys say.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_SCREEN_WATCH_H
#define NETADMIN_SCREEN_WATCH_H

#include "watching/pages.h"

struct watch_plan
{
    const WCHAR *const *servers;
    size_t server_count;
    size_t at_once;
    unsigned int interval; /* ms */
    unsigned int memory;   /* seconds that marks stay */
    enum page page;        /* the first one */
};

/* Returns when somebody ends it. Returns a Win32 error of the terminal. */
DWORD screen_watch(const struct watch_plan *plan);

/* The same on an output that is no terminal: one page as a table, one behind the other, each time that all
 * servers have answered anew, or two intervals are over. Returns at Ctrl+C, or with the Win32 error of writing. */
DWORD plain_watch(const struct watch_plan *plan);

#endif
