/*
 * The role of a computer in its domain: [MS-DSSP].
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A service on the pipe of the Local Security Authority.
 */
#ifndef NETAPI32_RPC_DSSETUP_H
#define NETAPI32_RPC_DSSETUP_H

#include "rpc/ndr.h"
#include "rpc/pdu.h"

extern const struct rpc_interface dssetup_interface;

enum dssetup_operation
{
    DS_ROLER_GET_PRIMARY_DOMAIN_INFORMATION = 0,
};

/* DSROLE_PRIMARY_DOMAIN_INFO_LEVEL, 2.2.4 */
enum dssetup_level
{
    DSSETUP_BASIC = 1,
    DSSETUP_UPGRADE_STATUS = 2,
    DSSETUP_OPERATION_STATE = 3,
};

/* DSROLER_PRIMARY_DOMAIN_INFO_BASIC, 2.2.5 */
struct dssetup_basic
{
    uint16_t machine_role; /* DSROLE_MACHINE_ROLE */
    uint32_t flags;        /* DSROLE_PRIMARY_* */
    struct utf16_slice domain_name_flat;
    struct utf16_slice domain_name_dns;
    struct utf16_slice domain_forest_name;
    uint8_t domain_guid[16];
};

/* DSROLE_UPGRADE_STATUS_INFO, 2.2.6 */
struct dssetup_upgrade_status
{
    uint32_t operation_state;
    uint16_t previous_server_state; /* DSROLE_SERVER_STATE */
};

/* DSROLER_PRIMARY_DOMAIN_INFORMATION, 2.2.7 */
union dssetup_information
{
    struct dssetup_basic basic;
    struct dssetup_upgrade_status upgrade_status;
    uint16_t operation_state; /* DSROLE_OPERATION_STATE */
};

/* DsRolerGetPrimaryDomainInformation, 3.2.5.1 */
struct dssetup_get_information
{
    uint16_t level;
    union dssetup_information *information;
    uint32_t result;
};

#endif
