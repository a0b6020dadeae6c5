/*
 * The parameters of the methods of the Netlogon service: from the files of its parts to netlogon.c,
 * which makes them operations.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_RPC_NETLOGON_TABLES_H
#define NETAPI32_RPC_NETLOGON_TABLES_H

#include "rpc/ndr.h"

/* netlogon_control.c */
extern const struct ndr_field netlogon_control[4];
extern const struct ndr_field netlogon_control_2[5];

/* netlogon_locator.c */
extern const struct ndr_field netlogon_get_dc_name[3];
extern const struct ndr_field netlogon_get_any_dc_name[3];
extern const struct ndr_field netlogon_dsr_get_dc_name[6];
extern const struct ndr_field netlogon_dsr_get_dc_name_ex[6];
extern const struct ndr_field netlogon_dsr_get_dc_name_ex_2[8];
extern const struct ndr_field netlogon_get_site_name[2];
extern const struct ndr_field netlogon_address_to_site_names[4];
extern const struct ndr_field netlogon_address_to_site_names_ex[4];
extern const struct ndr_field netlogon_get_site_coverage[2];
extern const struct ndr_field netlogon_deregister_dns[5];

/* netlogon_trust.c */
extern const struct ndr_field netlogon_enumerate_trusted_domains[2];
extern const struct ndr_field netlogon_enumerate_trusted_domains_ex[2];
extern const struct ndr_field netlogon_enumerate_trusts[3];
extern const struct ndr_field netlogon_get_forest_trust[4];

#endif
