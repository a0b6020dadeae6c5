/*
 * Transports of a server: the row, and the levels of [MS-SRVS] 2.2.4.93 to 2.2.4.96.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_LEVELS_TRANSPORT_LEVELS_H
#define NETAPI32_LEVELS_TRANSPORT_LEVELS_H

#include "levels/level.h"

#define TRANSPORT_PASSWORD_SIZE 256

struct server_transport
{
    uint32_t circuits;
    struct utf16_slice name;
    struct info_bytes address; /* of NetBIOS; not terminated */
    uint32_t address_size;     /* the same as address.size, which the wire has as a number too */
    struct utf16_slice network_address;
    struct utf16_slice domain;
    uint32_t flags; /* SVTI2_* */
    uint32_t password_size;
    uint8_t password[TRANSPORT_PASSWORD_SIZE];
};

/* The structure of level 3 of the API without Windows' types, and of the others, which are its
 * beginning; tests/winetest/layouts.c asserts that they are the same. Who reads a caller's
 * structure gives the row address.size. */
struct server_transport_info_3
{
    uint32_t circuits;
    uint16_t *name;
    uint8_t *address;
    uint32_t address_size;
    uint16_t *network_address;
    uint16_t *domain;
    uint32_t flags;
    uint32_t password_size;
    uint8_t password[TRANSPORT_PASSWORD_SIZE];
};

extern const struct info_family server_transport_family;

#endif
