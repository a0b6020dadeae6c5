/*
 * What the window has.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "view/state.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

#define THIS_COMPUTER u"This computer"

/* ---- Servers --------------------------------------------------------------------------------- */

/* NULL if there is none. */
static struct server *find_server(const struct state *state, const WCHAR *name)
{
    for (size_t i = 0; i < state->server_count; i++)
    {
        if (!string_compare(state->servers[i]->name, name))
        {
            return state->servers[i];
        }
    }
    return NULL;
}

struct server *state_server(struct state *state, const WCHAR *name)
{
    struct server *server = find_server(state, name);

    if (!server)
    {
        server = memory_zeros(1, sizeof(*server));
        server->name = string_copy(name);
        server->shown = string_copy(*name ? name : THIS_COMPUTER);
        state->servers =
            memory_resize(state->servers, state->server_count + 1, sizeof(*state->servers));
        state->servers[state->server_count++] = server;
    }
    return server;
}

static void page_end(struct state *state, struct server_page *page)
{
    if (page->asking)
    {
        jobs_drop(&state->jobs, &page->asking->job);
    }
    if (page->waiting)
    {
        page->waiting->job.is_dropped = true;
        page->waiting->job.done(&page->waiting->job);
    }
    tracked_free(&page->tracked);
}

static void group_remove(struct group *group, const struct server *server)
{
    size_t kept = 0;

    for (size_t i = 0; i < group->count; i++)
    {
        if (group->servers[i] != server)
        {
            group->servers[kept++] = group->servers[i];
        }
    }
    group->count = kept;
}

void state_remove_server(struct state *state, struct server *server)
{
    size_t kept = 0;

    for (size_t i = 0; i < state->group_count; i++)
    {
        group_remove(state->groups[i], server);
    }
    for (size_t i = 0; i < state->server_count; i++)
    {
        if (state->servers[i] != server)
        {
            state->servers[kept++] = state->servers[i];
        }
    }
    state->server_count = kept;
    for (size_t page = 0; page < PAGE_COUNT; page++)
    {
        page_end(state, &server->pages[page]);
    }
    free(server->name);
    free(server->shown);
    free(server);
}

/* ---- Groups ---------------------------------------------------------------------------------- */

struct group *state_group(struct state *state, const WCHAR *name)
{
    struct group *group;

    for (size_t i = 0; i < state->group_count; i++)
    {
        if (!string_compare(state->groups[i]->name, name))
        {
            return state->groups[i];
        }
    }
    group = memory_zeros(1, sizeof(*group));
    group->name = string_copy(name);
    state->groups = memory_resize(state->groups, state->group_count + 1, sizeof(*state->groups));
    state->groups[state->group_count++] = group;
    return group;
}

void group_add(struct group *group, struct server *server)
{
    group_remove(group, server);
    group->servers = memory_resize(group->servers, group->count + 1, sizeof(*group->servers));
    group->servers[group->count++] = server;
}

void group_clear(struct group *group)
{
    group->count = 0;
}

void state_remove_group(struct state *state, struct group *group)
{
    size_t kept = 0;

    for (size_t i = 0; i < state->group_count; i++)
    {
        if (state->groups[i] != group)
        {
            state->groups[kept++] = state->groups[i];
        }
    }
    state->group_count = kept;
    free(group->servers);
    free(group->name);
    free(group);
}

/* ---- What is chosen -------------------------------------------------------------------------- */

size_t state_scope(const struct state *state, struct server ***servers)
{
    struct server *const *from = &state->chosen.server;
    size_t count = state->chosen.server ? 1 : 0;

    if (state->chosen.kind == NODE_ALL)
    {
        from = state->servers + 1;
        count = state->server_count - 1;
    }
    else if (state->chosen.kind == NODE_GROUP)
    {
        from = state->chosen.group->servers;
        count = state->chosen.group->count;
    }
    *servers = memory_resize(NULL, count, sizeof(**servers));
    if (count)
    {
        memcpy(*servers, from, count * sizeof(**servers));
    }
    return count;
}

/* ---- Helpers --------------------------------------------------------------------------------- */

int state_scale(const struct state *state, int length)
{
    return MulDiv(length, state->dpi, 96);
}

WCHAR *window_text(HWND window)
{
    const int length = GetWindowTextLengthW(window);
    WCHAR *text = memory_zeros((size_t)length + 1, sizeof(*text));

    GetWindowTextW(window, text, length + 1);
    return text;
}
