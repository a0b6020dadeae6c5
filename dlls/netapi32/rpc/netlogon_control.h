/*
 * The Netlogon service: [MS-NRPC] 3.5.4.9, what it says of itself and is told to do.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_RPC_NETLOGON_CONTROL_H
#define NETAPI32_RPC_NETLOGON_CONTROL_H

#include "levels/netlogon_levels.h"
#include "rpc/ndr.h"

/* Function codes. */
enum netlogon_control_function
{
    NETLOGON_CONTROL_QUERY = 1,
    NETLOGON_CONTROL_REPLICATE = 2,
    NETLOGON_CONTROL_SYNCHRONIZE = 3,
    NETLOGON_CONTROL_PDC_REPLICATE = 4,
    NETLOGON_CONTROL_REDISCOVER = 5,
    NETLOGON_CONTROL_TC_QUERY = 6,
    NETLOGON_CONTROL_TRANSPORT_NOTIFY = 7,
    NETLOGON_CONTROL_FIND_USER = 8,
    NETLOGON_CONTROL_CHANGE_PASSWORD = 9,
    NETLOGON_CONTROL_TC_VERIFY = 10,
    NETLOGON_CONTROL_FORCE_DNS_REG = 11,
    NETLOGON_CONTROL_QUERY_DNS_REG = 12,
    NETLOGON_CONTROL_UNLOAD_NETLOGON_DLL = 0xFFFB,
    NETLOGON_CONTROL_BACKUP_CHANGE_LOG = 0xFFFC,
    NETLOGON_CONTROL_TRUNCATE_LOG = 0xFFFD,
    NETLOGON_CONTROL_SET_DBFLAG = 0xFFFE,
    NETLOGON_CONTROL_BREAKPOINT = 0xFFFF,
};

/* NETLOGON_CONTROL_DATA_INFORMATION, 2.2.1.7.1: by the function; most take none. */
union netlogon_control_data
{
    struct utf16_slice trusted_domain_name; /* REDISCOVER, TC_QUERY, CHANGE_PASSWORD, TC_VERIFY */
    struct utf16_slice user_name;           /* FIND_USER */
    uint32_t debug_flag;                    /* SET_DBFLAG */
};

/* NetrLogonControl, NetrLogonControl2, NetrLogonControl2Ex, 3.5.4.9.3, 3.5.4.9.2, 3.5.4.9.1 */
struct netlogon_control_call
{
    struct utf16_slice server;
    uint32_t function_code;
    uint32_t query_level;
    union netlogon_control_data data; /* not of the first method */
    struct netlogon_control *query;
    uint32_t result;
};

#endif
