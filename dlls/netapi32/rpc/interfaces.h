/*
 * All interfaces that are described.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_RPC_INTERFACES_H
#define NETAPI32_RPC_INTERFACES_H

#include "rpc/pdu.h"

extern const struct rpc_interface *const rpc_interfaces[];
extern const size_t rpc_interface_count;

#endif
