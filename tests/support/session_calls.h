/*
 * The session functions as tests call them: with text in UTF-8, and their answers at any level as
 * one structure.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_SUPPORT_SESSION_CALLS_H
#define NETAPI32_TESTS_SUPPORT_SESSION_CALLS_H

#include <stdbool.h>
#include <stdint.h>

#include "families/session/sessions.h"

/* The levels that there are. */
extern const uint32_t session_levels_known[];
extern const unsigned int session_levels_known_count;

/* An entry of an answer; what its level does not have is NULL or UNKNOWN. */
struct session_entry
{
    const uint16_t *client;
    const uint16_t *user;
    uint32_t opens;
    uint32_t active_seconds;
    uint32_t idle_seconds;
    uint32_t flags;
    const uint16_t *client_type;
    const uint16_t *transport;
};

#define UNKNOWN UINT32_MAX

/* NULL stands for an absent string. The answer is released with answer_free(). */
uint32_t enum_sessions(const char *server, const char *client, const char *user, uint32_t level,
                       struct info_answer *answer);
/* One page of everything. */
uint32_t enum_page(const char *server, uint32_t level, uint32_t preferred_length,
                   uint32_t resume_handle, struct info_answer *answer);
/* A page of what the filters let through. */
uint32_t enum_filtered_page(const char *server, const char *client, const char *user,
                            uint32_t level, uint32_t preferred_length, uint32_t resume_handle,
                            struct info_answer *answer);
uint32_t get_session(const char *server, const char *client, const char *user, uint32_t level,
                     void **buffer);
uint32_t delete_sessions(const char *server, const char *client, const char *user);
void answer_free(struct info_answer *answer);

struct session_entry entry_at(uint32_t level, const void *buffer, uint32_t index);
bool text_is(const uint16_t *text, const char *expected);
/* How many entries are of `user`; the last of them goes to *found, if that is not NULL. */
uint32_t count_of_user(uint32_t level, const struct info_answer *answer, const char *user,
                       struct session_entry *found);

#endif
