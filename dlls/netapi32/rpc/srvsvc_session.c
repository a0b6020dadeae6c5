/*
 * The Server Service: [MS-SRVS]. Connections to shares, and sessions, as tables.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "rpc/srvsvc_session.h"

#include "rpc/srvsvc_tables.h"

static const struct ndr_type connection_list = NDR_LEVEL_LIST_OF(connection_family);
static const struct ndr_type session_list = NDR_LEVEL_LIST_OF(session_family);

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct srvsvc_connection_enum, member, type, __VA_ARGS__)
const struct ndr_field srvsvc_connection_enum[] = {
    P(NDR_IN, server, ndr_unique_string),        P(NDR_IN, qualifier, ndr_unique_string),
    P(NDR_IN_OUT, connections, connection_list), P(NDR_IN, preferred_length, ndr_u32),
    P(NDR_OUT, total_entries, ndr_u32),          P(NDR_IN_OUT, resume_handle, ndr_unique_u32),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct srvsvc_session_enum, member, type, __VA_ARGS__)
const struct ndr_field srvsvc_session_enum[] = {
    P(NDR_IN, server, ndr_unique_string),         P(NDR_IN, client, ndr_unique_string),
    P(NDR_IN, user, ndr_unique_string),           P(NDR_IN_OUT, sessions, session_list),
    P(NDR_IN, preferred_length, ndr_u32),         P(NDR_OUT, total_entries, ndr_u32),
    P(NDR_IN_OUT, resume_handle, ndr_unique_u32),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct srvsvc_session_del, member, type, __VA_ARGS__)
const struct ndr_field srvsvc_session_del[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, client, ndr_unique_string),
    P(NDR_IN, user, ndr_unique_string),
};
#undef P
