/*
 * What the Netlogon service says of itself: the row, and the levels of [MS-NRPC] 2.2.1.7.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_LEVELS_NETLOGON_LEVELS_H
#define NETAPI32_LEVELS_NETLOGON_LEVELS_H

#include "levels/level.h"

struct netlogon_control
{
    uint32_t flags; /* NETLOGON_* */
    uint32_t pdc_connection_status;
    struct utf16_slice trusted_dc_name;
    uint32_t tc_connection_status;
    uint32_t logon_attempts;
    uint32_t reserved1;
    uint32_t reserved2;
    uint32_t reserved3;
    uint32_t reserved4;
    uint32_t reserved5;
    struct utf16_slice trusted_domain_name;
};

/* NETLOGON_INFO_1 to NETLOGON_INFO_4 without Windows' types */
struct netlogon_info_1
{
    uint32_t flags;
    uint32_t pdc_connection_status;
};
struct netlogon_info_2
{
    uint32_t flags;
    uint32_t pdc_connection_status;
    uint16_t *trusted_dc_name;
    uint32_t tc_connection_status;
};
struct netlogon_info_3
{
    uint32_t flags;
    uint32_t logon_attempts;
    uint32_t reserved1;
    uint32_t reserved2;
    uint32_t reserved3;
    uint32_t reserved4;
    uint32_t reserved5;
};
struct netlogon_info_4
{
    uint16_t *trusted_dc_name;
    uint16_t *trusted_domain_name;
};

extern const struct info_family netlogon_control_family; /* levels 1 to 4 */

#endif
