/*
 * The Workstation Service: [MS-WKST].
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Each structure of the headers below holds the parameters of one method, or of some that take the
 * same, in and out, by their order in the specification. `server` is for the log of the server at
 * most; an absent string is a NULL pointer; what `parameter_error` points to is told which member
 * was wrong. The methods with passwords encrypted by AES (numbers 31 to 37) are left out.
 */
#ifndef NETAPI32_RPC_WKSSVC_H
#define NETAPI32_RPC_WKSSVC_H

#include "rpc/pdu.h"
#include "rpc/wkssvc_join.h"
#include "rpc/wkssvc_workstation.h"

extern const struct rpc_interface wkssvc_interface;

enum wkssvc_operation
{
    NETR_WKSTA_GET_INFO = 0,
    NETR_WKSTA_SET_INFO = 1,
    NETR_WKSTA_USER_ENUM = 2,
    NETR_WKSTA_TRANSPORT_ENUM = 5,
    NETR_WKSTA_TRANSPORT_ADD = 6,
    NETR_WKSTA_TRANSPORT_DEL = 7,
    NETR_USE_ADD = 8,
    NETR_USE_GET_INFO = 9,
    NETR_USE_DEL = 10,
    NETR_USE_ENUM = 11,
    NETR_WORKSTATION_STATISTICS_GET = 13,
    NETR_GET_JOIN_INFORMATION = 20,
    NETR_JOIN_DOMAIN2 = 22,
    NETR_UNJOIN_DOMAIN2 = 23,
    NETR_RENAME_MACHINE_IN_DOMAIN2 = 24,
    NETR_VALIDATE_NAME2 = 25,
    NETR_GET_JOINABLE_OUS2 = 26,
    NETR_ADD_ALTERNATE_COMPUTER_NAME = 27,
    NETR_REMOVE_ALTERNATE_COMPUTER_NAME = 28,
    NETR_SET_PRIMARY_COMPUTER_NAME = 29,
    NETR_ENUMERATE_COMPUTER_NAMES = 30,
};

#endif
