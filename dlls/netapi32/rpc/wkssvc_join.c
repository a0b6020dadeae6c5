/*
 * The Workstation Service: [MS-WKST]. Domains, and names of the computer, as tables.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "rpc/wkssvc_join.h"

#include "rpc/wkssvc_tables.h"

static const struct ndr_type password = NDR_FIXED_BYTES(WKSSVC_PASSWORD_SIZE);
static const struct ndr_type unique_password = NDR_POINTER_TO(password);

static const struct ndr_type string_array = NDR_ARRAY_OF(ndr_unique_string);
static const struct ndr_type unique_string_array = NDR_POINTER_TO(string_array);

static const struct ndr_type unicode_string_array = NDR_ARRAY_OF(ndr_unicode_string);
static const struct ndr_type unique_unicode_string_array = NDR_POINTER_TO(unicode_string_array);
static const struct ndr_field computer_names_fields[] = {
    NDR_FIELD(struct wkssvc_computer_names, count, ndr_u32),
    NDR_FIELD(struct wkssvc_computer_names, names, unique_unicode_string_array,
              .governed_by = NDR_PLACE(struct wkssvc_computer_names, count)),
};
static const struct ndr_type computer_names =
    NDR_STRUCTURE_OF(struct wkssvc_computer_names, computer_names_fields);
static const struct ndr_type unique_computer_names = NDR_POINTER_TO(computer_names);

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct wkssvc_get_join_information, member, type, __VA_ARGS__)
const struct ndr_field wkssvc_get_join_information[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN_OUT, name, ndr_unique_string),
    P(NDR_OUT, status, ndr_u16),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct wkssvc_join_domain, member, type, __VA_ARGS__)
const struct ndr_field wkssvc_join_domain[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, domain, ndr_string),
    P(NDR_IN, machine_account_ou, ndr_unique_string),
    P(NDR_IN, account, ndr_unique_string),
    P(NDR_IN, password, unique_password),
    P(NDR_IN, options, ndr_u32),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct wkssvc_unjoin_domain, member, type, __VA_ARGS__)
const struct ndr_field wkssvc_unjoin_domain[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, account, ndr_unique_string),
    P(NDR_IN, password, unique_password),
    P(NDR_IN, options, ndr_u32),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct wkssvc_rename_machine, member, type, __VA_ARGS__)
const struct ndr_field wkssvc_rename_machine[] = {
    P(NDR_IN, server, ndr_unique_string),  P(NDR_IN, name, ndr_unique_string),
    P(NDR_IN, account, ndr_unique_string), P(NDR_IN, password, unique_password),
    P(NDR_IN, options, ndr_u32),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct wkssvc_validate_name, member, type, __VA_ARGS__)
const struct ndr_field wkssvc_validate_name[] = {
    P(NDR_IN, server, ndr_unique_string),  P(NDR_IN, name, ndr_string),
    P(NDR_IN, account, ndr_unique_string), P(NDR_IN, password, unique_password),
    P(NDR_IN, name_type, ndr_u16),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct wkssvc_get_joinable_ous, member, type, __VA_ARGS__)
const struct ndr_field wkssvc_get_joinable_ous[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, domain, ndr_string),
    P(NDR_IN, account, ndr_unique_string),
    P(NDR_IN, password, unique_password),
    P(NDR_IN_OUT, ou_count, ndr_u32),
    P(NDR_OUT, ous, unique_string_array,
      .governed_by = NDR_PLACE(struct wkssvc_get_joinable_ous, ou_count)),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct wkssvc_computer_name, member, type, __VA_ARGS__)
const struct ndr_field wkssvc_computer_name[] = {
    P(NDR_IN, server, ndr_unique_string),  P(NDR_IN, name, ndr_unique_string),
    P(NDR_IN, account, ndr_unique_string), P(NDR_IN, password, unique_password),
    P(NDR_IN, reserved, ndr_u32),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct wkssvc_enumerate_computer_names, member, type, __VA_ARGS__)
const struct ndr_field wkssvc_enumerate_computer_names[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, name_type, ndr_u16),
    P(NDR_IN, reserved, ndr_u32),
    P(NDR_OUT, names, unique_computer_names),
};
#undef P
