/*
 * The Server Service: [MS-SRVS]. Shares, as tables.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "rpc/srvsvc_share.h"

#include "rpc/srvsvc_tables.h"

static const struct ndr_type share_list = NDR_LEVEL_LIST_OF(share_list_family);
static const struct ndr_type share_info = NDR_LEVEL_ROW_OF(share_family);

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct srvsvc_share_add, member, type, __VA_ARGS__)
const struct ndr_field srvsvc_share_add[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, level, ndr_u32),
    P(NDR_IN, share, share_info, .governed_by = NDR_PLACE(struct srvsvc_share_add, level)),
    P(NDR_IN_OUT, parameter_error, ndr_unique_u32),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct srvsvc_share_enum, member, type, __VA_ARGS__)
const struct ndr_field srvsvc_share_enum[] = {
    P(NDR_IN, server, ndr_unique_string),         P(NDR_IN_OUT, shares, share_list),
    P(NDR_IN, preferred_length, ndr_u32),         P(NDR_OUT, total_entries, ndr_u32),
    P(NDR_IN_OUT, resume_handle, ndr_unique_u32),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct srvsvc_share_get_info, member, type, __VA_ARGS__)
const struct ndr_field srvsvc_share_get_info[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, name, ndr_string),
    P(NDR_IN, level, ndr_u32),
    P(NDR_OUT, share, share_info, .governed_by = NDR_PLACE(struct srvsvc_share_get_info, level)),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct srvsvc_share_set_info, member, type, __VA_ARGS__)
const struct ndr_field srvsvc_share_set_info[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, name, ndr_string),
    P(NDR_IN, level, ndr_u32),
    P(NDR_IN, share, share_info, .governed_by = NDR_PLACE(struct srvsvc_share_set_info, level)),
    P(NDR_IN_OUT, parameter_error, ndr_unique_u32),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct srvsvc_share_del, member, type, __VA_ARGS__)
const struct ndr_field srvsvc_share_del[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, name, ndr_string),
    P(NDR_IN, reserved, ndr_u32),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct srvsvc_share_del_start, member, type, __VA_ARGS__)
const struct ndr_field srvsvc_share_del_start[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, name, ndr_string),
    P(NDR_IN, reserved, ndr_u32),
    P(NDR_OUT, context, ndr_context_handle),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct srvsvc_share_del_commit, member, type, __VA_ARGS__)
const struct ndr_field srvsvc_share_del_commit[] = {
    P(NDR_IN_OUT, context, ndr_context_handle),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct srvsvc_share_check, member, type, __VA_ARGS__)
const struct ndr_field srvsvc_share_check[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, device, ndr_string),
    P(NDR_OUT, type, ndr_u32),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct srvsvc_share_del_ex, member, type, __VA_ARGS__)
const struct ndr_field srvsvc_share_del_ex[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, level, ndr_u32),
    P(NDR_IN, share, share_info, .governed_by = NDR_PLACE(struct srvsvc_share_del_ex, level)),
};
#undef P
