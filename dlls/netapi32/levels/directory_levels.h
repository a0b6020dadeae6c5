/*
 * What controllers tell: names, trusts, the role of a computer. Rows, and the structures of the API.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A text in a row is its bytes with the terminator: so it can be absent, which the API tells with
 * NULL, and it can be one of the ANSI code page.
 */
#ifndef NETAPI32_LEVELS_DIRECTORY_LEVELS_H
#define NETAPI32_LEVELS_DIRECTORY_LEVELS_H

#include "levels/level.h"

/* One of an array of names. */
struct directory_name
{
    struct info_bytes name;
};
/* An element of the array */
struct directory_name_pointer
{
    void *name;
};

struct domain_trust
{
    struct info_bytes netbios_domain_name;
    struct info_bytes dns_domain_name;
    uint32_t flags; /* DS_DOMAIN_* */
    uint32_t parent_index;
    uint32_t trust_type;
    uint32_t trust_attributes;
    struct info_bytes domain_sid;
    uint8_t domain_guid[INFO_GUID_SIZE];
};
/* DS_DOMAIN_TRUSTSW, DS_DOMAIN_TRUSTSA without Windows' types */
struct ds_domain_trusts
{
    void *netbios_domain_name;
    void *dns_domain_name;
    uint32_t flags;
    uint32_t parent_index;
    uint32_t trust_type;
    uint32_t trust_attributes;
    void *domain_sid;
    uint32_t domain_guid[4];
};

struct machine_role
{
    uint32_t machine_role; /* DSROLE_MACHINE_ROLE */
    uint32_t flags;        /* DSROLE_PRIMARY_* */
    struct info_bytes domain_name_flat;
    struct info_bytes domain_name_dns;
    struct info_bytes domain_forest_name;
    uint8_t domain_guid[INFO_GUID_SIZE];
    uint32_t upgrade_state;         /* DSROLE_UPGRADE_IN_PROGRESS */
    uint32_t previous_server_state; /* DSROLE_SERVER_STATE */
    uint32_t operation_state;       /* DSROLE_OPERATION_STATE */
};
/* DSROLE_PRIMARY_DOMAIN_INFO_BASIC, DSROLE_UPGRADE_STATUS_INFO, DSROLE_OPERATION_STATE_INFO without
 * Windows' types */
struct dsrole_info_1
{
    uint32_t machine_role;
    uint32_t flags;
    void *domain_name_flat;
    void *domain_name_dns;
    void *domain_forest_name;
    uint32_t domain_guid[4];
};
struct dsrole_info_2
{
    uint32_t upgrade_state;
    uint32_t previous_server_state;
};

extern const struct info_family directory_name_family; /* level 0 */
extern const struct info_family domain_trust_family;   /* level 0 */
extern const struct info_family machine_role_family; /* DSROLE_PRIMARY_DOMAIN_INFO_LEVEL: 1 to 3 */

#endif
