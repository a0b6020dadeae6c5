/*
 * The Server Service: [MS-SRVS]. The transports of the server, as tables.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "rpc/srvsvc_transport.h"

#include "rpc/srvsvc_tables.h"

static const struct ndr_type transport_list = NDR_LEVEL_LIST_OF(server_transport_family);

/* TRANSPORT_INFO, 2.2.3.9: its arms are the structures, not pointers to them. */
#define LEVEL(number)                                                                              \
    static const struct ndr_type transport_##number =                                              \
        NDR_LEVEL_STRUCTURE_OF(server_transport_family, number, struct server_transport)
LEVEL(0);
LEVEL(1);
LEVEL(2);
LEVEL(3);
#undef LEVEL
static const struct ndr_field transport_arms[] = {
    { .name = "Transport0", .type = &transport_0, .tag = 0 },
    { .name = "Transport1", .type = &transport_1, .tag = 1 },
    { .name = "Transport2", .type = &transport_2, .tag = 2 },
    { .name = "Transport3", .type = &transport_3, .tag = 3 },
};
static const struct ndr_type transport_info =
    NDR_UNION_OF(struct server_transport, transport_arms, sizeof(uint32_t));

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct srvsvc_server_transport, member, type, __VA_ARGS__)
const struct ndr_field srvsvc_server_transport[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, level, ndr_u32),
    P(NDR_IN, transport, transport_0),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct srvsvc_server_transport_ex, member, type, __VA_ARGS__)
const struct ndr_field srvsvc_server_transport_ex[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, level, ndr_u32),
    P(NDR_IN, transport, transport_info,
      .governed_by = NDR_PLACE(struct srvsvc_server_transport_ex, level)),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct srvsvc_server_transport_enum, member, type, __VA_ARGS__)
const struct ndr_field srvsvc_server_transport_enum[] = {
    P(NDR_IN, server, ndr_unique_string),         P(NDR_IN_OUT, transports, transport_list),
    P(NDR_IN, preferred_length, ndr_u32),         P(NDR_OUT, total_entries, ndr_u32),
    P(NDR_IN_OUT, resume_handle, ndr_unique_u32),
};
#undef P
