/*
 * What controllers tell, as tables.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "levels/directory_levels.h"

static const struct info_field directory_name_pointer_fields[] = {
    INFO_MEMBER(INFO_BYTES, directory_name, directory_name_pointer, name),
};

static const struct info_level directory_name_levels[] = {
    INFO_LEVEL_OF(0, directory_name_pointer),
};

#define F(kind, member) INFO_MEMBER(kind, domain_trust, ds_domain_trusts, member)
static const struct info_field ds_domain_trusts_fields[] = {
    F(INFO_BYTES, netbios_domain_name),
    F(INFO_BYTES, dns_domain_name),
    F(INFO_U32, flags),
    F(INFO_U32, parent_index),
    F(INFO_U32, trust_type),
    F(INFO_U32, trust_attributes),
    F(INFO_BYTES, domain_sid),
    F(INFO_GUID, domain_guid),
};
#undef F

static const struct info_level domain_trust_levels[] = {
    INFO_LEVEL_OF(0, ds_domain_trusts),
};

#define F(kind, api_tag, member) INFO_MEMBER(kind, machine_role, api_tag, member)
static const struct info_field dsrole_info_1_fields[] = {
    F(INFO_U32, dsrole_info_1, machine_role),         F(INFO_U32, dsrole_info_1, flags),
    F(INFO_BYTES, dsrole_info_1, domain_name_flat),   F(INFO_BYTES, dsrole_info_1, domain_name_dns),
    F(INFO_BYTES, dsrole_info_1, domain_forest_name), F(INFO_GUID, dsrole_info_1, domain_guid),
};
static const struct info_field dsrole_info_2_fields[] = {
    F(INFO_U32, dsrole_info_2, upgrade_state),
    F(INFO_U32, dsrole_info_2, previous_server_state),
};
#undef F

static const struct info_level machine_role_levels[] = {
    INFO_LEVEL_OF(1, dsrole_info_1),
    INFO_LEVEL_OF(2, dsrole_info_2),
    INFO_LEVEL_OF_NUMBER(3, machine_role, operation_state),
};

const struct info_family directory_name_family =
    INFO_FAMILY_OF(struct directory_name, directory_name_levels);
const struct info_family domain_trust_family =
    INFO_FAMILY_OF(struct domain_trust, domain_trust_levels);
const struct info_family machine_role_family =
    INFO_FAMILY_OF(struct machine_role, machine_role_levels);
