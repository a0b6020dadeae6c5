/*
 * The session levels as tables.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "levels/session_levels.h"

static const struct info_field session_info_0_fields[] = {
    INFO_MEMBER(INFO_STRING, session, session_info_0, client),
};

static const struct info_field session_info_1_fields[] = {
    INFO_MEMBER(INFO_STRING, session, session_info_1, client),
    INFO_MEMBER(INFO_STRING, session, session_info_1, user),
    INFO_MEMBER(INFO_U32, session, session_info_1, opens),
    INFO_MEMBER(INFO_U32, session, session_info_1, active_seconds),
    INFO_MEMBER(INFO_U32, session, session_info_1, idle_seconds),
    INFO_MEMBER(INFO_U32, session, session_info_1, flags),
};

static const struct info_field session_info_2_fields[] = {
    INFO_MEMBER(INFO_STRING, session, session_info_2, client),
    INFO_MEMBER(INFO_STRING, session, session_info_2, user),
    INFO_MEMBER(INFO_U32, session, session_info_2, opens),
    INFO_MEMBER(INFO_U32, session, session_info_2, active_seconds),
    INFO_MEMBER(INFO_U32, session, session_info_2, idle_seconds),
    INFO_MEMBER(INFO_U32, session, session_info_2, flags),
    INFO_MEMBER(INFO_STRING, session, session_info_2, client_type, .is_optional = true),
};

static const struct info_field session_info_10_fields[] = {
    INFO_MEMBER(INFO_STRING, session, session_info_10, client),
    INFO_MEMBER(INFO_STRING, session, session_info_10, user),
    INFO_MEMBER(INFO_U32, session, session_info_10, active_seconds),
    INFO_MEMBER(INFO_U32, session, session_info_10, idle_seconds),
};

static const struct info_field session_info_502_fields[] = {
    INFO_MEMBER(INFO_STRING, session, session_info_502, client),
    INFO_MEMBER(INFO_STRING, session, session_info_502, user),
    INFO_MEMBER(INFO_U32, session, session_info_502, opens),
    INFO_MEMBER(INFO_U32, session, session_info_502, active_seconds),
    INFO_MEMBER(INFO_U32, session, session_info_502, idle_seconds),
    INFO_MEMBER(INFO_U32, session, session_info_502, flags),
    INFO_MEMBER(INFO_STRING, session, session_info_502, client_type, .is_optional = true),
    INFO_MEMBER(INFO_STRING, session, session_info_502, transport, .is_optional = true),
};

static const struct info_level session_levels[] = {
    INFO_LEVEL_OF(0, session_info_0),     INFO_LEVEL_OF(1, session_info_1),
    INFO_LEVEL_OF(2, session_info_2),     INFO_LEVEL_OF(10, session_info_10),
    INFO_LEVEL_OF(502, session_info_502),
};

const struct info_family session_family = {
    .row_size = sizeof(struct session),
    .levels = session_levels,
    .level_count = INFO_COUNT(session_levels),
};
