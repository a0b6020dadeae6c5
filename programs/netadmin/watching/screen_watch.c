/*
 * Watching on a terminal.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "watching/screen_watch.h"

#include "many/parallel.h"
#include "platform/clock.h"
#include "platform/date.h"
#include "platform/terminal.h"
#include "watching/actions.h"
#include "watching/asking.h"
#include "watching/question.h"
#include "watching/render.h"

#define KEY_WAIT  100 /* ms from one look at what servers said to the next */
#define DEEDS_MAX 8   /* at the same time */

struct screen
{
    const struct watch_plan *plan;
    struct view view;
    struct grid grid;
    struct grid drawn; /* what the terminal shows */
    struct poll *poll;
    struct parallel *deeds;
};

/* ---- What servers say ------------------------------------------------------------------------ */

static void take_answers(struct screen *screen)
{
    struct answer *answer;

    while (!screen->view.is_paused && (answer = poll_next(screen->poll, 0)))
    {
        view_share(&screen->view, answer);
        for (size_t i = 0; i < answer->part_count; i++)
        {
            rows_update(&screen->view.pages[i], answer->index, answer->server, &answer->parts[i],
                        clock_microseconds());
        }
        answer_free(answer);
    }
}

static void take_deeds(struct screen *screen)
{
    struct deed *deed = parallel_count(screen->deeds) ? parallel_next(screen->deeds, 0) : NULL;

    if (deed)
    {
        deed_say(deed, &screen->view);
        deed_free(deed);
        poll_hurry(screen->poll);
    }
}

static void take_all(struct screen *screen)
{
    take_answers(screen);
    take_deeds(screen);
    for (size_t i = 0; i < PAGE_COUNT && !screen->view.is_paused; i++)
    {
        rows_age(&screen->view.pages[i], clock_microseconds());
    }
    if (view_is_stale(&screen->view))
    {
        view_arrange(&screen->view);
    }
}

/* ---- What keys say --------------------------------------------------------------------------- */

/* False: it ends. */
static bool take_key(struct screen *screen, struct key key)
{
    struct deed *deed;

    switch (view_key(&screen->view, key, view_list_height(&screen->view, screen->grid.height)))
    {
    case ACTION_QUIT: return false;
    case ACTION_REFRESH:
        poll_want(screen->poll, asking_for_page(screen->view.page));
        poll_hurry(screen->poll);
        break;
    case ACTION_DO:
        deed = deed_make(&screen->view);
        view_end_question(&screen->view);
        view_say(&screen->view, L"Waiting for the server...");
        parallel_add(screen->deeds, deed_do, deed);
        break;
    case ACTION_NONE: break;
    }
    return true;
}

/* Also those that were typed meanwhile. */
static bool take_keys(struct screen *screen)
{
    struct key key = terminal_key(KEY_WAIT);

    while (key.code != KEY_NONE)
    {
        if (!take_key(screen, key))
        {
            return false;
        }
        key = terminal_key(0);
    }
    return true;
}

/* ---- The screen ------------------------------------------------------------------------------ */

static DWORD draw(struct screen *screen)
{
    struct text clock = { 0 };
    SYSTEMTIME time;
    size_t width;
    size_t height;

    date_local(&time);
    text_append_format(&clock, L"%02u:%02u:%02u", time.wHour, time.wMinute, time.wSecond);
    text_append_unit(&clock, 0);
    terminal_size(&width, &height);
    view_render(&screen->view, screen->plan->servers, clock.units, &screen->grid, width, height);
    text_free(&clock);
    if (grid_is_same(&screen->grid, &screen->drawn))
    {
        return ERROR_SUCCESS;
    }
    grid_copy(&screen->drawn, &screen->grid);
    return terminal_draw(&screen->grid);
}

static DWORD loop(struct screen *screen)
{
    DWORD error;

    do
    {
        take_all(screen);
        error = draw(screen);
    } while (!error && take_keys(screen));
    return error;
}

DWORD screen_watch(const struct watch_plan *plan)
{
    struct screen screen = { .plan = plan };
    DWORD error = terminal_open();

    if (error)
    {
        return error;
    }
    view_begin(&screen.view, plan->page, plan->server_count, plan->memory);
    screen.deeds = parallel_begin(DEEDS_MAX);
    screen.poll = poll_begin(&(struct poll_plan){
        .servers = plan->servers,
        .server_count = plan->server_count,
        .at_once = plan->at_once,
        .interval = plan->interval,
        .ask = asking_ask,
    });
    poll_want(screen.poll, asking_for_page(plan->page));
    error = loop(&screen);
    terminal_close();
    poll_end(screen.poll);
    parallel_end(screen.deeds, deed_free);
    view_free(&screen.view);
    grid_free(&screen.grid);
    grid_free(&screen.drawn);
    return error;
}
