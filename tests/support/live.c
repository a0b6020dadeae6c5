/*
 * The server of a live test, as cmocka's fixtures.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/live.h"

#define SESSIONS_MAX 16

struct bed *bed;

static struct helper *sessions[SESSIONS_MAX];
static size_t session_count;

int start_server_with(const char *const *arguments)
{
    bed = bed_start(arguments);
    return bed ? 0 : -1;
}

int start_server(void **state)
{
    static const char *const arguments[] = { NULL };

    (void)state;
    return start_server_with(arguments);
}

int start_server_as_admin(void **state)
{
    if (start_server(state))
    {
        return -1;
    }
    bed_configure(bed, SERVER, "admin");
    return 0;
}

/* What lasts until the server stops; `session` may be NULL. */
static struct helper *keep(struct helper *session)
{
    if (session)
    {
        sessions[session_count++] = session;
    }
    return session;
}

struct helper *hold_session(const char *user, const char *file, const char *address)
{
    assert_true(session_count < SESSIONS_MAX);
    return keep(bed_client(bed, user, file, address));
}

struct helper *hold_file(const struct held_file *file)
{
    assert_true(session_count < SESSIONS_MAX);
    return keep(bed_hold_file(bed, file));
}

int stop_server(void **state)
{
    (void)state;
    while (session_count)
    {
        helper_stop(sessions[--session_count]);
    }
    bed_stop(bed);
    bed = NULL;
    return 0;
}
