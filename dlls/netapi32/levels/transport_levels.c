/*
 * The levels of a server's transports as tables.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "levels/transport_levels.h"

#define MEMBER(kind, member, ...)                                                                  \
    INFO_MEMBER(kind, server_transport, server_transport_info_3, member, __VA_ARGS__)

static const struct info_field server_transport_info_3_fields[] = {
    MEMBER(INFO_U32, circuits),
    MEMBER(INFO_STRING, name),
    MEMBER(INFO_BYTES, address, .size_offset = offsetof(struct server_transport, address_size)),
    MEMBER(INFO_U32, address_size),
    MEMBER(INFO_STRING, network_address),
    MEMBER(INFO_STRING, domain),
    MEMBER(INFO_U32, flags),
    MEMBER(INFO_U32, password_size),
    MEMBER(INFO_BLOCK, password, .size = TRANSPORT_PASSWORD_SIZE),
};

static const struct info_level server_transport_levels[] = {
    INFO_LEVEL_BEFORE(0, server_transport_info_3, domain, 5),
    INFO_LEVEL_BEFORE(1, server_transport_info_3, flags, 6),
    INFO_LEVEL_BEFORE(2, server_transport_info_3, password_size, 7),
    INFO_LEVEL_OF(3, server_transport_info_3),
};

const struct info_family server_transport_family =
    INFO_FAMILY_OF(struct server_transport, server_transport_levels);
