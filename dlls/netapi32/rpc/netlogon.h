/*
 * The Netlogon service: [MS-NRPC], as far as it needs no secure channel.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Each structure of the headers below holds the parameters of one method, or of some that take
 * nearly the same, in and out. `server` is the custom binding handle: the name of the server, for
 * its log at most; an absent string is a NULL pointer.
 */
#ifndef NETAPI32_RPC_NETLOGON_H
#define NETAPI32_RPC_NETLOGON_H

#include "rpc/netlogon_control.h"
#include "rpc/netlogon_locator.h"
#include "rpc/netlogon_trust.h"
#include "rpc/pdu.h"

extern const struct rpc_interface netlogon_interface;

enum netlogon_operation
{
    NETR_GET_DC_NAME = 11,
    NETR_LOGON_CONTROL = 12,
    NETR_GET_ANY_DC_NAME = 13,
    NETR_LOGON_CONTROL_2 = 14,
    NETR_LOGON_CONTROL_2_EX = 18,
    NETR_ENUMERATE_TRUSTED_DOMAINS = 19,
    DSR_GET_DC_NAME = 20,
    DSR_GET_DC_NAME_EX = 27,
    DSR_GET_SITE_NAME = 28,
    DSR_ADDRESS_TO_SITE_NAMES_W = 33,
    DSR_GET_DC_NAME_EX_2 = 34,
    NETR_ENUMERATE_TRUSTED_DOMAINS_EX = 36,
    DSR_ADDRESS_TO_SITE_NAMES_EX_W = 37,
    DSR_GET_DC_SITE_COVERAGE_W = 38,
    DSR_ENUMERATE_DOMAIN_TRUSTS = 40,
    DSR_DEREGISTER_DNS_HOST_RECORDS = 41,
    DSR_GET_FOREST_TRUST_INFORMATION = 43,
};

#endif
