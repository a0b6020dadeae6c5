/*
 * What a call that takes long waits for, on one line of the console.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "console/progress.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/exit_status.h"
#include "base/text.h"
#include "console/output.h"
#include "platform/call_state.h"
#include "platform/clock.h"
#include "platform/stop.h"
#include "platform/stream.h"
#include "platform/threads.h"

#define PATIENCE   1000 /* ms without a line */
#define INTERVAL   200  /* ms from one line to the next */
#define STOP_LOOKS 50   /* ms from one look at whether to stop to the next */

static bool stop_ends;

void progress_ends_at_stop(void)
{
    stop_ends = true;
}

struct background
{
    void (*work)(void *context);
    void *context;
    struct monitor *monitor;
    bool done; /* within the monitor */
};

static void background_run(void *argument)
{
    struct background *background = argument;

    background->work(background->context);
    monitor_enter(background->monitor);
    background->done = true;
    monitor_wake(background->monitor);
    monitor_leave(background->monitor);
}

static void append_state(struct text *text)
{
    const struct netapi32_call call = call_state_query();

    switch (call.phase)
    {
    case NETAPI32_PHASE_CONNECTING: text_append(text, L"Connecting..."); break;
    case NETAPI32_PHASE_AUTHENTICATING: text_append(text, L"Authenticating..."); break;
    case NETAPI32_PHASE_RECEIVING:
        text_append_format(text, L"Receiving... %u bytes", call.received);
        break;
    default: text_append(text, L"Waiting..."); break;
    }
}

/* Writes over the line that was there before; without a state, with blanks. Returns the length. */
static size_t line_draw(size_t length_before, bool with_state)
{
    struct text text = { 0 };
    size_t length;

    text_append_unit(&text, '\r');
    if (with_state)
    {
        append_state(&text);
    }
    length = text.length - 1;
    if (length < length_before)
    {
        text_append_spaces(&text, length_before - length);
    }
    text_append_unit(&text, '\r');
    output_write(STD_ERROR_HANDLE, &text);
    text_free(&text);
    return length;
}

/* Waits until the work is done, or for some time; false if it is to be waited for no longer. */
static bool background_wait(struct background *background, unsigned int milliseconds)
{
    const uint64_t end = clock_microseconds() + milliseconds * UINT64_C(1000);

    while (!background->done && clock_microseconds() < end)
    {
        if (stop_ends && stop_is_wanted())
        {
            return false;
        }
        monitor_wait(background->monitor,
                     stop_ends && milliseconds > STOP_LOOKS ? STOP_LOOKS : milliseconds);
    }
    return true;
}

/* Draws what it waits for. False if the work goes on, but is to be waited for no longer. */
static bool background_watch(struct background *background, bool shown)
{
    size_t length = 0;
    bool goes_on = true;

    monitor_enter(background->monitor);
    goes_on = background_wait(background, PATIENCE);
    while (goes_on && !background->done)
    {
        length = shown ? line_draw(length, true) : 0;
        goes_on = background_wait(background, INTERVAL);
    }
    monitor_leave(background->monitor);
    if (length)
    {
        line_draw(length, false);
    }
    return goes_on;
}

void progress_run(void (*work)(void *context), void *context)
{
    const bool shown = stream_is_console(STD_ERROR_HANDLE);
    struct background background = { .work = work, .context = context, .monitor = monitor_make() };
    struct thread *thread = shown || stop_ends ? thread_start(background_run, &background) : NULL;

    if (!thread)
    {
        work(context);
    }
    else if (background_watch(&background, shown))
    {
        thread_join(thread);
    }
    else
    {
        _Exit(EXIT_STATUS_OK); /* the work goes on until then */
    }
    monitor_free(background.monitor);
}
