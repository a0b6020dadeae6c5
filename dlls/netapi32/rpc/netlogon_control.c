/*
 * The Netlogon service: [MS-NRPC] 3.5.4.9, control, as tables.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "rpc/netlogon_control.h"

#include "rpc/netlogon_tables.h"

static const struct ndr_type no_data = { .kind = NDR_STRUCTURE };

#define ARM(function, member, type)                                                                \
    NDR_ARM(NETLOGON_CONTROL_##function, union netlogon_control_data, member, type)
#define NO_DATA(function)                                                                          \
    {                                                                                              \
        .name = "no_data", .type = &no_data, .tag = NETLOGON_CONTROL_##function                    \
    }
static const struct ndr_field data_arms[] = {
    ARM(REDISCOVER, trusted_domain_name, ndr_unique_string),
    ARM(TC_QUERY, trusted_domain_name, ndr_unique_string),
    ARM(CHANGE_PASSWORD, trusted_domain_name, ndr_unique_string),
    ARM(TC_VERIFY, trusted_domain_name, ndr_unique_string),
    ARM(FIND_USER, user_name, ndr_unique_string),
    ARM(SET_DBFLAG, debug_flag, ndr_u32),
    NO_DATA(QUERY),
    NO_DATA(REPLICATE),
    NO_DATA(SYNCHRONIZE),
    NO_DATA(PDC_REPLICATE),
    NO_DATA(TRANSPORT_NOTIFY),
    NO_DATA(FORCE_DNS_REG),
    NO_DATA(QUERY_DNS_REG),
    NO_DATA(UNLOAD_NETLOGON_DLL),
    NO_DATA(BACKUP_CHANGE_LOG),
    NO_DATA(TRUNCATE_LOG),
    NO_DATA(BREAKPOINT),
};
#undef ARM
static const struct ndr_type data =
    NDR_UNION_OF(union netlogon_control_data, data_arms, sizeof(uint32_t));

/* NETLOGON_CONTROL_QUERY_INFORMATION, 2.2.1.7.6 */
static const struct ndr_type query = NDR_LEVEL_ROW_OF(netlogon_control_family);

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct netlogon_control_call, member, type, __VA_ARGS__)
#define BY(member) .governed_by = NDR_PLACE(struct netlogon_control_call, member)
const struct ndr_field netlogon_control[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, function_code, ndr_u32),
    P(NDR_IN, query_level, ndr_u32),
    P(NDR_OUT, query, query, BY(query_level)),
};
const struct ndr_field netlogon_control_2[] = {
    P(NDR_IN, server, ndr_unique_string),      P(NDR_IN, function_code, ndr_u32),
    P(NDR_IN, query_level, ndr_u32),           P(NDR_IN, data, data, BY(function_code)),
    P(NDR_OUT, query, query, BY(query_level)),
};
