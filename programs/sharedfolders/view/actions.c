/*
 * Ending what servers have.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "view/actions.h"

#include <stdlib.h>

#include "asking/targets.h"
#include "base/memory.h"
#include "view/action_words.h"
#include "view/busy.h"
#include "view/dialogs.h"
#include "view/list.h"
#include "view/refresh.h"
#include "view/status.h"

/* First it looks what is lost, then, if that is wanted, it ends things. */
struct action
{
    struct job job;
    struct state *state;
    enum page page;
    struct targets targets;
    size_t hidden; /* how many of the rows the list does not show */
    bool is_ending;
};

static void action_free(struct action *action)
{
    targets_free(&action->targets);
    free(action);
}

static void action_run(struct job *job)
{
    struct action *action = (struct action *)job;

    targets_each(&action->targets, action->is_ending ? target_end : target_look, &job->is_dropped);
}

/* ---- Afterwards ------------------------------------------------------------------------------ */

static void report(struct action *action)
{
    struct state *state = action->state;
    struct text failed = { 0 };
    struct text said = { 0 };
    const size_t done = action_append_failed(&failed, &action->targets);

    text_append(&said, action_words[action->page].done);
    text_append(&said, u" ");
    text_append_count(&said, done, page_tables[action->page].noun);
    if (failed.length)
    {
        text_append(&said, u"; ");
        text_append_number(&said, (uint32_t)(targets_rows(&action->targets) - done));
        text_append(&said, u" failed");
    }
    refresh_start(state);
    status_say(state, text_string(&said));
    if (failed.length)
    {
        text_show(state, state->window, text_string(&said), text_string(&failed));
    }
    text_free(&failed);
    text_free(&said);
}

/* ---- The question ---------------------------------------------------------------------------- */

static bool is_wanted(const struct action *action)
{
    const struct action_words *words = &action_words[action->page];
    const size_t rows = targets_rows(&action->targets);
    struct text text = { 0 };
    struct text lost = { 0 };
    bool wanted;

    action_append_question(&text, action->page, rows);
    if (action->hidden)
    {
        text_append(&text, u" The filter hides ");
        text_append_number(&text, (uint32_t)action->hidden);
        text_append(&text, u" of them.");
    }
    action_append_lost(&lost, &action->targets);
    wanted = question_ask(
        action->state, &(struct question_words){ .title = words->verb,
                                                 .text = text_string(&text),
                                                 .lost = text_string(&lost),
                                                 .verb = rows == 1 ? words->verb : words->verbs });
    text_free(&text);
    text_free(&lost);
    return wanted;
}

static void action_start(struct action *action);

static void action_done(struct job *job)
{
    struct action *action = (struct action *)job;
    struct state *state = action->state;

    if (busy_end(state, job))
    {
        if (action->is_ending)
        {
            report(action);
        }
        else if (is_wanted(action))
        {
            action->is_ending = true;
            action_start(action);
            return;
        }
    }
    action_free(action);
}

static void action_start(struct action *action)
{
    action->job = (struct job){ .run = action_run, .done = action_done };
    busy_start(action->state, &action->job,
               action->is_ending ? action_words[action->page].doing
                                 : u"looking what would be lost");
}

/* ---- What is wanted -------------------------------------------------------------------------- */

/* Adds a row, and all that the same call ends with it. */
static void add_with_others(struct action *action, const struct row *row)
{
    const struct server *server = list_server(action->state, row);
    const struct tracked *tracked = &server->pages[row->page].tracked;

    if (targets_have(&action->targets, row))
    {
        return;
    }
    targets_add(&action->targets, server->name, row);
    for (size_t i = 0; i < tracked->count; i++)
    {
        if (tracked->rows[i] != row && tracked->rows[i]->mark != MARK_GONE &&
            rows_end_together(tracked->rows[i], row))
        {
            targets_add(&action->targets, server->name, tracked->rows[i]);
        }
    }
}

static struct action *action_make(struct state *state)
{
    struct action *action = memory_zeros(1, sizeof(*action));

    action->state = state;
    action->page = state->page;
    return action;
}

/* Takes over the action. */
static void start_if_any(struct action *action)
{
    if (action->targets.count)
    {
        action_start(action);
        return;
    }
    status_say(action->state, u"Ready: there is nothing to close");
    action_free(action);
}

void action_end_selected(struct state *state)
{
    const struct row **rows;
    size_t count;
    struct action *action;

    if (state->action || !action_words[state->page].verb)
    {
        return;
    }
    action = action_make(state);
    count = list_selected(state, state->page, &rows);
    for (size_t i = 0; i < count; i++)
    {
        add_with_others(action, rows[i]);
    }
    free(rows);
    start_if_any(action);
}

void action_end_all(struct state *state)
{
    struct server **servers;
    size_t count;
    struct action *action;

    if (state->action || (state->page != PAGE_SESSIONS && state->page != PAGE_FILES))
    {
        return;
    }
    action = action_make(state);
    count = state_scope(state, &servers);
    for (size_t i = 0; i < count; i++)
    {
        const struct tracked *tracked = &servers[i]->pages[state->page].tracked;

        for (size_t j = 0; j < tracked->count; j++)
        {
            if (tracked->rows[j]->mark != MARK_GONE)
            {
                targets_add(&action->targets, servers[i]->name, tracked->rows[j]);
                action->hidden += !row_passes(tracked->rows[j], state->filter_text);
            }
        }
    }
    free(servers);
    start_if_any(action);
}
