/*
 * The order of sessions.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/session/session_source.h"

static const struct paging_key session_keys[] = {
    { PAGING_KEY_TEXT, offsetof(struct session, client) },
    { PAGING_KEY_TEXT, offsetof(struct session, user) },
    { PAGING_KEY_NUMBER_DOWN, offsetof(struct session, active_seconds) },
    { PAGING_KEY_NUMBER, offsetof(struct session, opens) },
    { PAGING_KEY_NUMBER, offsetof(struct session, idle_seconds) },
};

const struct paging_order session_order = {
    .family = &session_family,
    .keys = session_keys,
    .count = INFO_COUNT(session_keys),
    .identity_count = 2, /* the client and the user */
};
