/*
 * The session levels as tables.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/session/session_levels.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* A field that has the same name in the row and in the structure. */
#define FIELD(kind, structure, name)                                                               \
    {                                                                                              \
        kind, offsetof(struct session, name), offsetof(struct structure, name)                     \
    }
#define LEVEL(number, structure)                                                                   \
    {                                                                                              \
        number, sizeof(struct structure), structure##_fields, COUNT(structure##_fields)            \
    }

static const struct info_field session_info_0_fields[] = {
    FIELD(INFO_STRING, session_info_0, client),
};

static const struct info_field session_info_1_fields[] = {
    FIELD(INFO_STRING, session_info_1, client),    FIELD(INFO_STRING, session_info_1, user),
    FIELD(INFO_U32, session_info_1, opens),        FIELD(INFO_U32, session_info_1, active_seconds),
    FIELD(INFO_U32, session_info_1, idle_seconds), FIELD(INFO_U32, session_info_1, flags),
};

static const struct info_field session_info_2_fields[] = {
    FIELD(INFO_STRING, session_info_2, client),
    FIELD(INFO_STRING, session_info_2, user),
    FIELD(INFO_U32, session_info_2, opens),
    FIELD(INFO_U32, session_info_2, active_seconds),
    FIELD(INFO_U32, session_info_2, idle_seconds),
    FIELD(INFO_U32, session_info_2, flags),
    FIELD(INFO_STRING, session_info_2, client_type),
};

static const struct info_field session_info_10_fields[] = {
    FIELD(INFO_STRING, session_info_10, client),
    FIELD(INFO_STRING, session_info_10, user),
    FIELD(INFO_U32, session_info_10, active_seconds),
    FIELD(INFO_U32, session_info_10, idle_seconds),
};

static const struct info_field session_info_502_fields[] = {
    FIELD(INFO_STRING, session_info_502, client),
    FIELD(INFO_STRING, session_info_502, user),
    FIELD(INFO_U32, session_info_502, opens),
    FIELD(INFO_U32, session_info_502, active_seconds),
    FIELD(INFO_U32, session_info_502, idle_seconds),
    FIELD(INFO_U32, session_info_502, flags),
    FIELD(INFO_STRING, session_info_502, client_type),
    FIELD(INFO_STRING, session_info_502, transport),
};

static const struct info_level session_levels[] = {
    LEVEL(0, session_info_0),   LEVEL(1, session_info_1),     LEVEL(2, session_info_2),
    LEVEL(10, session_info_10), LEVEL(502, session_info_502),
};

const struct info_family session_family = {
    .row_size = sizeof(struct session),
    .levels = session_levels,
    .level_count = COUNT(session_levels),
};
