/*
 * The node status of the NetBIOS name service: [RFC 1002] 4.2.17, 4.2.18.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_NETBIOS_NODE_STATUS_H
#define NETAPI32_NETBIOS_NODE_STATUS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/wire.h"
#include "families/netbios/netbios_frame.h"

#define NETBIOS_NAME_SERVICE_PORT 137
#define NETBIOS_NAMES_MAX         255 /* their number is one byte */
#define NETBIOS_MAC_ADDRESS_SIZE  6
#define NETBIOS_NODE_NAME_SIZE    (NETBIOS_NAME_SIZE + 2)
/* The largest answer: header, name with a scope, head of the record, names, statistics. */
#define NETBIOS_NODE_STATUS_MAX                                                                    \
    (12 + 255 + 10 + 1 + NETBIOS_NAMES_MAX * NETBIOS_NODE_NAME_SIZE + 46)

/* NAME_FLAGS */
enum netbios_name_flags
{
    NETBIOS_NAME_GROUP = 0x8000,
    NETBIOS_NAME_CONFLICT = 0x0800,
};

struct netbios_node_name
{
    uint8_t name[NETBIOS_NAME_SIZE];
    uint16_t flags;
};

struct netbios_node_status
{
    uint8_t mac_address[NETBIOS_MAC_ADDRESS_SIZE]; /* UNIT_ID */
    uint8_t name_count;
    struct netbios_node_name names[NETBIOS_NAMES_MAX];
};

/* NODE STATUS REQUEST for any name. */
void netbios_node_status_request_encode(uint16_t transaction_id, struct writer *writer);

/* NODE STATUS RESPONSE, a whole datagram. False for one that answers another request, tells of a
 * failure, or does not hold all the names that it counts and the MAC address behind them. The rest of
 * the statistics may be missing: not everybody sends it. What follows the answer is not looked at. */
bool netbios_node_status_decode(struct netbios_node_status *status, uint16_t transaction_id,
                                struct bytes datagram);

#endif
