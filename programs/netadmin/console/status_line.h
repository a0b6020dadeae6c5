/*
 * A line on the console that tells how far something is, and goes when there is more to say.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_STATUS_LINE_H
#define NETADMIN_STATUS_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

/* Starts as { 0 }. */
struct status_line
{
    size_t length; /* of what is shown; 0: nothing */
};

/* Is there a console for it? It is on standard error. */
bool status_line_is_seen(void);

/* Shows a text in place of what is shown, as far as it fits into a line. */
void status_line_show(struct status_line *line, const struct text *text);

/* Shows nothing any longer. To be called before anything else is written on the console. */
void status_line_clear(struct status_line *line);

#endif
