/*
 * A terminal whose mode is another, while the program is stopped and goes on (Ctrl+Z and fg).
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_POSIX_SUSPEND_H
#define NETADMIN_POSIX_SUSPEND_H

#include <termios.h>

/* What standard input's terminal is set to, and what is written to standard output then. */
struct terminal_state
{
    struct termios mode;
    const char *sequence; /* "" for none */
};

/* From now on a stop gives back what was before; who goes on has what is now. Both stay until
 * suspend_end(). */
void suspend_begin(const struct terminal_state *before, const struct terminal_state *now);
void suspend_end(void);

#endif
