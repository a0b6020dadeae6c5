/*
 * What a call that takes long waits for, on one line of the console.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "console/progress.h"

#include <stdbool.h>

#include "base/call_state.h"
#include "base/exit_status.h"
#include "base/text.h"
#include "console/console.h"
#include "console/output.h"

#define PATIENCE 1000 /* ms without a line */
#define INTERVAL 200  /* ms from one line to the next */

static HANDLE end_event;

void progress_set_end(HANDLE event)
{
    end_event = event;
}

struct background
{
    void (*work)(void *context);
    void *context;
};

static DWORD WINAPI background_thread(void *argument)
{
    const struct background *background = argument;

    background->work(background->context);
    return 0;
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

void progress_run(void (*work)(void *context), void *context)
{
    const bool shown = handle_is_console(GetStdHandle(STD_ERROR_HANDLE));
    struct background background = { work, context };
    HANDLE handles[2] = { NULL, end_event };
    DWORD result = WAIT_TIMEOUT;
    DWORD interval = PATIENCE;
    size_t length = 0;

    if (shown || end_event)
    {
        handles[0] = CreateThread(NULL, 0, background_thread, &background, 0, NULL);
    }
    if (!handles[0])
    {
        work(context);
        return;
    }
    while (result == WAIT_TIMEOUT)
    {
        result =
            WaitForMultipleObjects(end_event ? 2 : 1, handles, FALSE, shown ? interval : INFINITE);
        if (result == WAIT_TIMEOUT)
        {
            length = line_draw(length, true);
            interval = INTERVAL;
        }
    }
    if (length)
    {
        line_draw(length, false);
    }
    if (result != WAIT_OBJECT_0)
    {
        ExitProcess(EXIT_STATUS_OK);
    }
    CloseHandle(handles[0]);
}
