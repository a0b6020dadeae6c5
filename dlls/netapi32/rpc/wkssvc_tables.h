/*
 * The parameters of the methods of the Workstation Service: from the files of its parts to
 * wkssvc.c, which makes them operations.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_RPC_WKSSVC_TABLES_H
#define NETAPI32_RPC_WKSSVC_TABLES_H

#include "rpc/ndr.h"

/* wkssvc_workstation.c */
extern const struct ndr_field wkssvc_wksta_get_info[3];
extern const struct ndr_field wkssvc_wksta_set_info[4];
extern const struct ndr_field wkssvc_wksta_user_enum[5];
extern const struct ndr_field wkssvc_wksta_transport_enum[5];
extern const struct ndr_field wkssvc_wksta_transport_add[4];
extern const struct ndr_field wkssvc_wksta_transport_del[3];
extern const struct ndr_field wkssvc_use_add[4];
extern const struct ndr_field wkssvc_use_get_info[4];
extern const struct ndr_field wkssvc_use_del[3];
extern const struct ndr_field wkssvc_use_enum[5];
extern const struct ndr_field wkssvc_statistics_get[5];

/* wkssvc_join.c */
extern const struct ndr_field wkssvc_get_join_information[3];
extern const struct ndr_field wkssvc_join_domain[6];
extern const struct ndr_field wkssvc_unjoin_domain[4];
extern const struct ndr_field wkssvc_rename_machine[5];
extern const struct ndr_field wkssvc_validate_name[5];
extern const struct ndr_field wkssvc_get_joinable_ous[6];
extern const struct ndr_field wkssvc_computer_name[5];
extern const struct ndr_field wkssvc_enumerate_computer_names[4];

#endif
