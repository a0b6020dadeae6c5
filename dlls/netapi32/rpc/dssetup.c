/*
 * The role of a computer in its domain: [MS-DSSP], as tables.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "rpc/dssetup.h"

#define F(member, type) NDR_FIELD(struct dssetup_basic, member, type)
static const struct ndr_field basic_fields[] = {
    F(machine_role, ndr_u16),
    F(flags, ndr_u32),
    F(domain_name_flat, ndr_unique_string),
    F(domain_name_dns, ndr_unique_string),
    F(domain_forest_name, ndr_unique_string),
    F(domain_guid, ndr_guid),
};
#undef F
static const struct ndr_type basic = NDR_STRUCTURE_OF(struct dssetup_basic, basic_fields);

static const struct ndr_field upgrade_status_fields[] = {
    NDR_FIELD(struct dssetup_upgrade_status, operation_state, ndr_u32),
    NDR_FIELD(struct dssetup_upgrade_status, previous_server_state, ndr_u16),
};
static const struct ndr_type upgrade_status =
    NDR_STRUCTURE_OF(struct dssetup_upgrade_status, upgrade_status_fields);

#define ARM(number, member, type) NDR_ARM(number, union dssetup_information, member, type)
static const struct ndr_field information_arms[] = {
    ARM(DSSETUP_BASIC, basic, basic),
    ARM(DSSETUP_UPGRADE_STATUS, upgrade_status, upgrade_status),
    ARM(DSSETUP_OPERATION_STATE, operation_state, ndr_u16),
};
#undef ARM
static const struct ndr_type information =
    NDR_UNION_OF(union dssetup_information, information_arms, sizeof(uint16_t));
static const struct ndr_type unique_information = NDR_POINTER_TO(information);

static const struct ndr_field get_information[] = {
    NDR_PARAMETER(NDR_IN, struct dssetup_get_information, level, ndr_u16),
    NDR_PARAMETER(NDR_OUT, struct dssetup_get_information, information, unique_information,
                  .governed_by = NDR_PLACE(struct dssetup_get_information, level)),
};

static const struct ndr_operation operations[] = {
    NDR_OPERATION(DS_ROLER_GET_PRIMARY_DOMAIN_INFORMATION, "DsRolerGetPrimaryDomainInformation",
                  struct dssetup_get_information, get_information, .only_asks = true),
};

/* 3919286a-b10c-11d0-9ba8-00c04fd92ef5, version 0.0 */
const struct rpc_interface dssetup_interface = {
    .name = "dssetup",
    .uuid = { 0x6A, 0x28, 0x19, 0x39, 0x0C, 0xB1, 0xD0, 0x11, 0x9B, 0xA8, 0x00, 0xC0, 0x4F, 0xD9,
              0x2E, 0xF5 },
    .version_major = 0,
    .version_minor = 0,
    .pipe_name = "lsarpc",
    .operations = operations,
    .count = NDR_COUNT(operations),
};
