/*
 * What an action does while the window goes on.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "view/busy.h"

#include "view/status.h"

void busy_start(struct state *state, struct job *job, const WCHAR *doing)
{
    state->action = job;
    state->busy = doing;
    jobs_add(&state->jobs, job);
    status_update(state);
}

bool busy_end(struct state *state, const struct job *job)
{
    if (job->is_dropped)
    {
        return false;
    }
    state->action = NULL;
    state->busy = NULL;
    status_update(state);
    return true;
}

bool busy_cancel(struct state *state)
{
    struct job *job = state->action;

    if (!job)
    {
        return false;
    }
    state->action = NULL;
    state->busy = NULL;
    jobs_drop(&state->jobs, job);
    return true;
}
