/*
 * Asking servers for what the lists show.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "view/refresh.h"

#include <stdlib.h>

#include "base/memory.h"
#include "view/list.h"
#include "view/status.h"

/* Answers of many servers that come at once are shown at once. */
#define APPLY_DELAY 40
/* People look away: a mark lasts so long at least. In milliseconds. */
#define MARK_TIME 10000

/* ---- A question to a server ------------------------------------------------------------------ */

static void ask_run(struct job *job)
{
    struct ask *ask = (struct ask *)job;

    answer_ask(ask->name, ask->shown, ask->page, &ask->answer);
}

static void ask_free(struct ask *ask)
{
    answer_free(&ask->answer);
    free(ask->name);
    free(ask->shown);
    free(ask);
}

/* The answer waits until the lists can change; a later one takes its place. */
static void ask_done(struct job *job)
{
    struct ask *ask = (struct ask *)job;
    struct server_page *page;

    if (job->is_dropped)
    {
        ask_free(ask);
        return;
    }
    page = &ask->server->pages[ask->page];
    page->asking = NULL;
    if (page->waiting)
    {
        ask_free(page->waiting);
    }
    page->waiting = ask;
    SetTimer(ask->state->window, TIMER_APPLY, APPLY_DELAY, NULL);
}

static void ask_server(struct state *state, struct server *server)
{
    struct ask *ask = memory_zeros(1, sizeof(*ask));

    ask->job.run = ask_run;
    ask->job.done = ask_done;
    ask->state = state;
    ask->server = server;
    ask->page = state->page;
    ask->name = string_copy(server->name);
    ask->shown = string_copy(server->shown);
    server->pages[state->page].asking = ask;
    jobs_add(&state->jobs, &ask->job);
}

/* A server that takes longer than that keeps no other waiting. */
static void wait_for_next(const struct state *state)
{
    if (state->is_paused)
    {
        KillTimer(state->window, TIMER_REFRESH);
        return;
    }
    SetTimer(state->window, TIMER_REFRESH, 1000 * state->interval, NULL);
}

void refresh_start(struct state *state)
{
    struct server **servers;
    const size_t count = state_scope(state, &servers);

    for (size_t i = 0; i < count; i++)
    {
        if (!servers[i]->pages[state->page].asking)
        {
            ask_server(state, servers[i]);
        }
    }
    free(servers);
    wait_for_next(state);
    status_update(state);
}

/* ---- Answers --------------------------------------------------------------------------------- */

static void apply(struct state *state, struct server_page *page)
{
    struct ask *ask = page->waiting;

    page->waiting = NULL;
    page->error = ask->answer.error;
    page->level = ask->answer.level;
    page->reason = ask->answer.reason;
    page->is_made_up = ask->answer.is_made_up;
    if (page->error)
    {
        tracked_fail(&page->tracked);
    }
    else
    {
        tracked_update(&page->tracked, ask->answer.rows, ask->answer.count, GetTickCount64(),
                       MARK_TIME);
        ask->answer.rows = NULL;
    }
    GetLocalTime(&state->answered);
    ask_free(ask);
}

void refresh_show(struct state *state)
{
    KillTimer(state->window, TIMER_APPLY);
    for (size_t page = 0; page < PAGE_COUNT; page++)
    {
        list_remember(state, (enum page)page);
        for (size_t i = 0; i < state->server_count; i++)
        {
            if (state->servers[i]->pages[page].waiting)
            {
                apply(state, &state->servers[i]->pages[page]);
            }
        }
        list_show(state, (enum page)page);
    }
    if (notes_update(state))
    {
        SendMessageW(state->window, WM_SIZE, 0, 0);
    }
    status_update(state);
}

/* ---- When ------------------------------------------------------------------------------------ */

bool refresh_cancel(struct state *state)
{
    bool any = false;

    for (size_t i = 0; i < state->server_count; i++)
    {
        for (size_t page = 0; page < PAGE_COUNT; page++)
        {
            struct ask *ask = state->servers[i]->pages[page].asking;

            if (ask)
            {
                state->servers[i]->pages[page].asking = NULL;
                jobs_drop(&state->jobs, &ask->job);
                any = true;
            }
        }
    }
    return any;
}

void refresh_timer(struct state *state, UINT_PTR timer)
{
    if (timer == TIMER_APPLY)
    {
        refresh_show(state);
    }
    else if (timer == TIMER_REFRESH)
    {
        refresh_start(state);
    }
}

void refresh_every(struct state *state, unsigned seconds)
{
    state->interval = seconds;
    refresh_pause(state, false);
}

void refresh_pause(struct state *state, bool is_paused)
{
    state->is_paused = is_paused;
    wait_for_next(state);
    status_update(state);
}
