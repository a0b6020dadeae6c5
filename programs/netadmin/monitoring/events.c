/*
 * What happens on a server.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "monitoring/events.h"

#include "listing/comparison.h"

#define SESSION_LEVEL 1
#define FILE_LEVEL    3

const struct asked events_asked[EVENTS_PART_COUNT] = {
    [EVENTS_SESSIONS] = { .family = &session_family, .level = SESSION_LEVEL },
    [EVENTS_FILES] = { .family = &file_family, .level = FILE_LEVEL },
};

static const struct
{
    const WCHAR *name;
    enum event_kind came;
    enum event_kind went;
} parts[EVENTS_PART_COUNT] = {
    [EVENTS_SESSIONS] = { L"sessions", EVENT_SESSION_BEGAN, EVENT_SESSION_ENDED },
    [EVENTS_FILES] = { L"files", EVENT_FILE_OPENED, EVENT_FILE_CLOSED },
};

void server_watch_free(struct server_watch *watch)
{
    for (size_t i = 0; i < EVENTS_PART_COUNT; i++)
    {
        listing_free(&watch->before[i]);
    }
}

/* Who is told, and of which server. */
struct telling
{
    const WCHAR *server;
    event_function *tell;
    void *context;
};

/* ---- Failures -------------------------------------------------------------------------------- */

static void tell_of_server(const struct telling *telling, DWORD error, const WCHAR *listing)
{
    telling->tell(telling->context, &(struct event){
                                        .kind = error ? EVENT_SERVER_FAILED : EVENT_SERVER_RETURNED,
                                        .server = telling->server,
                                        .error = error,
                                        .listing = listing,
                                    });
}

/* All parts the same is the server itself; else it is this part and that. */
static void tell_of_failures(const DWORD before[EVENTS_PART_COUNT], const struct answer *answer,
                             const struct telling *telling)
{
    const DWORD first = answer->parts[0].error;
    bool is_same = true;
    bool has_changed = false;

    for (size_t i = 0; i < EVENTS_PART_COUNT; i++)
    {
        is_same = is_same && answer->parts[i].error == first;
        has_changed = has_changed || answer->parts[i].error != before[i];
    }
    if (has_changed && is_same)
    {
        tell_of_server(telling, first, NULL);
        return;
    }
    for (size_t i = 0; i < EVENTS_PART_COUNT; i++)
    {
        if (answer->parts[i].error != before[i])
        {
            tell_of_server(telling, answer->parts[i].error, parts[i].name);
        }
    }
}

/* ---- Records --------------------------------------------------------------------------------- */

static void tell_of_records(const struct listing *listing, const bool *which, enum event_kind kind,
                            bool is_initial, const struct telling *telling)
{
    for (size_t i = 0; i < listing->count; i++)
    {
        if (which[i])
        {
            telling->tell(telling->context, &(struct event){
                                                .kind = kind,
                                                .server = telling->server,
                                                .level = listing->level,
                                                .record = listing_record(listing, i),
                                                .is_initial = is_initial,
                                            });
        }
    }
}

/* What went comes first: a number may have been given to another file. */
static void tell_of_part(size_t part, const struct listing *before, const struct listing *now,
                         bool is_initial, const struct telling *telling)
{
    struct comparison comparison;

    comparison_make(&comparison, before, now);
    tell_of_records(before, comparison.gone, parts[part].went, false, telling);
    tell_of_records(now, comparison.came, parts[part].came, is_initial, telling);
    comparison_free(&comparison);
}

/* ---- Nodes of a cluster ------------------------------------------------------------------------ */

/* Of a part that this server has told now, and another one before. */
static void part_share(struct server_watch *watch, struct server_watch *other, size_t part,
                       const struct clusters *clusters, bool is_new, struct listing *now)
{
    struct listing *told = &other->before[part];

    if (other->errors[part])
    {
        listing_adopt(&watch->before[part], told);
        return;
    }
    clusters_take_off_told(clusters, told, now);
    if (is_new)
    {
        clusters_take_off_told(clusters, told, &watch->before[part]);
    }
}

void server_watches_share(struct server_watch *watches, size_t count, struct clusters *clusters,
                          struct answer *answer)
{
    const bool is_new = !clusters_find(clusters, answer->server);

    clusters_meet(clusters, answer->server, answer->is_identified ? &answer->identity : NULL);
    for (size_t i = 0; i < count; i++)
    {
        for (size_t j = 0; j < EVENTS_PART_COUNT && i != answer->index; j++)
        {
            const struct listing *told = &watches[i].before[j];

            if (!answer->parts[j].error && told->count &&
                clusters_are_one(clusters, answer->server, told->rows[0].server))
            {
                part_share(&watches[answer->index], &watches[i], j, clusters, is_new,
                           &answer->parts[j].listing);
            }
        }
    }
}

void server_watch_tell(struct server_watch *watch, struct answer *answer, bool with_initial,
                       event_function *tell, void *context)
{
    const struct telling telling = { answer->server, tell, context };

    tell_of_failures(watch->errors, answer, &telling);
    for (size_t i = 0; i < EVENTS_PART_COUNT; i++)
    {
        struct listing *now = &answer->parts[i].listing;

        watch->errors[i] = answer->parts[i].error;
        if (watch->errors[i])
        {
            continue;
        }
        if (watch->is_known[i] || with_initial)
        {
            tell_of_part(i, &watch->before[i], now, !watch->is_known[i], &telling);
        }
        listing_free(&watch->before[i]);
        watch->before[i] = *now;
        watch->is_known[i] = true;
        *now = (struct listing){ .family = now->family, .level = now->level };
    }
    answer_free(answer);
}
