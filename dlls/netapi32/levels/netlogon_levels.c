/*
 * The levels of the Netlogon service as tables.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "levels/netlogon_levels.h"

#define F(kind, api_tag, member) INFO_MEMBER(kind, netlogon_control, api_tag, member)

static const struct info_field netlogon_info_1_fields[] = {
    F(INFO_U32, netlogon_info_1, flags),
    F(INFO_U32, netlogon_info_1, pdc_connection_status),
};

static const struct info_field netlogon_info_2_fields[] = {
    F(INFO_U32, netlogon_info_2, flags),
    F(INFO_U32, netlogon_info_2, pdc_connection_status),
    F(INFO_STRING, netlogon_info_2, trusted_dc_name),
    F(INFO_U32, netlogon_info_2, tc_connection_status),
};

static const struct info_field netlogon_info_3_fields[] = {
    F(INFO_U32, netlogon_info_3, flags),     F(INFO_U32, netlogon_info_3, logon_attempts),
    F(INFO_U32, netlogon_info_3, reserved1), F(INFO_U32, netlogon_info_3, reserved2),
    F(INFO_U32, netlogon_info_3, reserved3), F(INFO_U32, netlogon_info_3, reserved4),
    F(INFO_U32, netlogon_info_3, reserved5),
};

static const struct info_field netlogon_info_4_fields[] = {
    F(INFO_STRING, netlogon_info_4, trusted_dc_name),
    F(INFO_STRING, netlogon_info_4, trusted_domain_name),
};

static const struct info_level netlogon_control_levels[] = {
    INFO_LEVEL_OF(1, netlogon_info_1),
    INFO_LEVEL_OF(2, netlogon_info_2),
    INFO_LEVEL_OF(3, netlogon_info_3),
    INFO_LEVEL_OF(4, netlogon_info_4),
};

const struct info_family netlogon_control_family =
    INFO_FAMILY_OF(struct netlogon_control, netlogon_control_levels);
