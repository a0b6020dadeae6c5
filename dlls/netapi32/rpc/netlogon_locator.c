/*
 * The Netlogon service: [MS-NRPC] 3.5.4.3, controllers and sites, as tables.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "rpc/netlogon_locator.h"

#include "rpc/netlogon_tables.h"

static const struct ndr_type unique_guid = NDR_POINTER_TO(ndr_guid);

/* ---- Structures ------------------------------------------------------------------------------ */

#define F(member, type) NDR_FIELD(struct netlogon_controller, member, type)
static const struct ndr_field controller_fields[] = {
    F(name, ndr_unique_string),
    F(address, ndr_unique_string),
    F(address_type, ndr_u32),
    F(domain_guid, ndr_guid),
    F(domain_name, ndr_unique_string),
    F(dns_forest_name, ndr_unique_string),
    F(flags, ndr_u32),
    F(dc_site_name, ndr_unique_string),
    F(client_site_name, ndr_unique_string),
};
#undef F
static const struct ndr_type controller =
    NDR_STRUCTURE_OF(struct netlogon_controller, controller_fields);
static const struct ndr_type unique_controller = NDR_POINTER_TO(controller);

#define F(member, type, ...) NDR_FIELD(struct netlogon_socket_address, member, type, __VA_ARGS__)
static const struct ndr_field socket_address_fields[] = {
    F(address, ndr_unique_bytes, .governed_by = NDR_PLACE(struct netlogon_socket_address, length)),
    F(length, ndr_u32),
};
#undef F
static const struct ndr_type socket_address =
    NDR_STRUCTURE_OF(struct netlogon_socket_address, socket_address_fields);
static const struct ndr_type socket_addresses = NDR_ARRAY_OF(socket_address);

static const struct ndr_type names = NDR_ARRAY_OF(ndr_unicode_string);
static const struct ndr_type unique_names = NDR_POINTER_TO(names);

#define F(member, type, ...) NDR_FIELD(struct netlogon_site_names, member, type, __VA_ARGS__)
#define COUNTED              .governed_by = NDR_PLACE(struct netlogon_site_names, count)
static const struct ndr_field site_names_fields[] = {
    F(count, ndr_u32),
    F(site_names, unique_names, COUNTED),
};
static const struct ndr_field site_and_subnet_names_fields[] = {
    F(count, ndr_u32),
    F(site_names, unique_names, COUNTED),
    F(subnet_names, unique_names, COUNTED),
};
#undef F
static const struct ndr_type site_names =
    NDR_STRUCTURE_OF(struct netlogon_site_names, site_names_fields);
static const struct ndr_type unique_site_names = NDR_POINTER_TO(site_names);
static const struct ndr_type site_and_subnet_names =
    NDR_STRUCTURE_OF(struct netlogon_site_names, site_and_subnet_names_fields);
static const struct ndr_type unique_site_and_subnet_names = NDR_POINTER_TO(site_and_subnet_names);

/* ---- Controllers ----------------------------------------------------------------------------- */

#define P(way, member, type) NDR_PARAMETER(way, struct netlogon_get_dc_name, member, type)
const struct ndr_field netlogon_get_dc_name[] = {
    P(NDR_IN, server, ndr_string),
    P(NDR_IN, domain_name, ndr_unique_string),
    P(NDR_OUT, name, ndr_unique_string),
};
const struct ndr_field netlogon_get_any_dc_name[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, domain_name, ndr_unique_string),
    P(NDR_OUT, name, ndr_unique_string),
};
#undef P

#define P(way, member, type) NDR_PARAMETER(way, struct netlogon_dsr_get_dc_name, member, type)
const struct ndr_field netlogon_dsr_get_dc_name[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, domain_name, ndr_unique_string),
    P(NDR_IN, domain_guid, unique_guid),
    P(NDR_IN, site_guid, unique_guid),
    P(NDR_IN, flags, ndr_u32),
    P(NDR_OUT, controller, unique_controller),
};
const struct ndr_field netlogon_dsr_get_dc_name_ex[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, domain_name, ndr_unique_string),
    P(NDR_IN, domain_guid, unique_guid),
    P(NDR_IN, site_name, ndr_unique_string),
    P(NDR_IN, flags, ndr_u32),
    P(NDR_OUT, controller, unique_controller),
};
const struct ndr_field netlogon_dsr_get_dc_name_ex_2[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, account_name, ndr_unique_string),
    P(NDR_IN, allowable_account_control_bits, ndr_u32),
    P(NDR_IN, domain_name, ndr_unique_string),
    P(NDR_IN, domain_guid, unique_guid),
    P(NDR_IN, site_name, ndr_unique_string),
    P(NDR_IN, flags, ndr_u32),
    P(NDR_OUT, controller, unique_controller),
};
#undef P

/* ---- Sites ----------------------------------------------------------------------------------- */

#define P(way, member, type) NDR_PARAMETER(way, struct netlogon_get_site_name, member, type)
const struct ndr_field netlogon_get_site_name[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_OUT, site_name, ndr_unique_string),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct netlogon_address_to_site_names, member, type, __VA_ARGS__)
#define BY_COUNT .governed_by = NDR_PLACE(struct netlogon_address_to_site_names, count)
const struct ndr_field netlogon_address_to_site_names[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, count, ndr_u32),
    P(NDR_IN, addresses, socket_addresses, BY_COUNT),
    P(NDR_OUT, sites, unique_site_names),
};
const struct ndr_field netlogon_address_to_site_names_ex[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, count, ndr_u32),
    P(NDR_IN, addresses, socket_addresses, BY_COUNT),
    P(NDR_OUT, sites, unique_site_and_subnet_names),
};
#undef P

#define P(way, member, type) NDR_PARAMETER(way, struct netlogon_get_site_coverage, member, type)
const struct ndr_field netlogon_get_site_coverage[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_OUT, sites, unique_site_names),
};
#undef P

#define P(way, member, type) NDR_PARAMETER(way, struct netlogon_deregister_dns, member, type)
const struct ndr_field netlogon_deregister_dns[] = {
    P(NDR_IN, server, ndr_unique_string), P(NDR_IN, dns_domain_name, ndr_unique_string),
    P(NDR_IN, domain_guid, unique_guid),  P(NDR_IN, dsa_guid, unique_guid),
    P(NDR_IN, dns_host_name, ndr_string),
};
#undef P
