/*
 * The Server Service: [MS-SRVS]. What the server thinks of paths and names, as tables.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "rpc/srvsvc_path.h"

#include "rpc/srvsvc_tables.h"

static const struct ndr_type units = NDR_ARRAY_OF(ndr_u16);

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct srvsvc_path_type, member, type, __VA_ARGS__)
const struct ndr_field srvsvc_path_type[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, path, ndr_string),
    P(NDR_OUT, type, ndr_u32),
    P(NDR_IN, flags, ndr_u32),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct srvsvc_path_canonicalize, member, type, __VA_ARGS__)
const struct ndr_field srvsvc_path_canonicalize[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, path, ndr_string),
    P(NDR_OUT, output, ndr_bytes,
      .governed_by = NDR_PLACE(struct srvsvc_path_canonicalize, output_size)),
    P(NDR_IN, output_size, ndr_u32),
    P(NDR_IN, prefix, ndr_string),
    P(NDR_IN_OUT, type, ndr_u32),
    P(NDR_IN, flags, ndr_u32),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct srvsvc_compare, member, type, __VA_ARGS__)
const struct ndr_field srvsvc_compare[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, first, ndr_string),
    P(NDR_IN, second, ndr_string),
    P(NDR_IN, type, ndr_u32),
    P(NDR_IN, flags, ndr_u32),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct srvsvc_name_validate, member, type, __VA_ARGS__)
const struct ndr_field srvsvc_name_validate[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, name, ndr_string),
    P(NDR_IN, type, ndr_u32),
    P(NDR_IN, flags, ndr_u32),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct srvsvc_name_canonicalize, member, type, __VA_ARGS__)
const struct ndr_field srvsvc_name_canonicalize[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, name, ndr_string),
    P(NDR_OUT, output, units,
      .governed_by = NDR_PLACE(struct srvsvc_name_canonicalize, output_length)),
    P(NDR_IN, output_length, ndr_u32),
    P(NDR_IN, type, ndr_u32),
    P(NDR_IN, flags, ndr_u32),
};
#undef P
