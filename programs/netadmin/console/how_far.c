/*
 * How far it is with many servers.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "console/how_far.h"

#include "platform/clock.h"

#define PATIENCE_MICROSECONDS 1000000 /* without a line */

struct how_far how_far_begin(size_t count)
{
    return (struct how_far){
        .count = count,
        .is_seen = status_line_is_seen(),
        .start = clock_microseconds(),
    };
}

void how_far_count(struct how_far *how_far, bool is_error)
{
    how_far->answered_count++;
    how_far->error_count += is_error;
}

void how_far_show(struct how_far *how_far)
{
    struct text text = { 0 };

    if (!how_far->is_seen || clock_microseconds() - how_far->start < PATIENCE_MICROSECONDS)
    {
        return;
    }
    text_append_format(&text, L"%lu of %lu servers have answered", (DWORD)how_far->answered_count,
                       (DWORD)how_far->count);
    if (how_far->error_count)
    {
        text_append_format(&text, L", %lu with an error", (DWORD)how_far->error_count);
    }
    status_line_show(&how_far->line, &text);
    text_free(&text);
}

void how_far_clear(struct how_far *how_far)
{
    status_line_clear(&how_far->line);
}
