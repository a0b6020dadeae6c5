/*
 * The Server Service: [MS-SRVS]. Open files, and the security of files, as tables.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "rpc/srvsvc_file.h"

#include "rpc/srvsvc_tables.h"

static const struct ndr_type file_list = NDR_LEVEL_LIST_OF(file_family);
static const struct ndr_type file_info = NDR_LEVEL_ROW_OF(file_family);

static const struct ndr_field descriptor_fields[] = {
    NDR_FIELD(struct srvsvc_security_descriptor, size, ndr_u32),
    NDR_FIELD(struct srvsvc_security_descriptor, descriptor, ndr_unique_bytes,
              .governed_by = NDR_PLACE(struct srvsvc_security_descriptor, size)),
};
static const struct ndr_type security_descriptor =
    NDR_STRUCTURE_OF(struct srvsvc_security_descriptor, descriptor_fields);
static const struct ndr_type unique_security_descriptor = NDR_POINTER_TO(security_descriptor);

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct srvsvc_file_enum, member, type, __VA_ARGS__)
const struct ndr_field srvsvc_file_enum[] = {
    P(NDR_IN, server, ndr_unique_string),         P(NDR_IN, base_path, ndr_unique_string),
    P(NDR_IN, user, ndr_unique_string),           P(NDR_IN_OUT, files, file_list),
    P(NDR_IN, preferred_length, ndr_u32),         P(NDR_OUT, total_entries, ndr_u32),
    P(NDR_IN_OUT, resume_handle, ndr_unique_u32),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct srvsvc_file_get_info, member, type, __VA_ARGS__)
const struct ndr_field srvsvc_file_get_info[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, id, ndr_u32),
    P(NDR_IN, level, ndr_u32),
    P(NDR_OUT, file, file_info, .governed_by = NDR_PLACE(struct srvsvc_file_get_info, level)),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct srvsvc_file_close, member, type, __VA_ARGS__)
const struct ndr_field srvsvc_file_close[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, id, ndr_u32),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct srvsvc_get_file_security, member, type, __VA_ARGS__)
const struct ndr_field srvsvc_get_file_security[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, share, ndr_unique_string),
    P(NDR_IN, file, ndr_string),
    P(NDR_IN, information, ndr_u32),
    P(NDR_OUT, descriptor, unique_security_descriptor),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct srvsvc_set_file_security, member, type, __VA_ARGS__)
const struct ndr_field srvsvc_set_file_security[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, share, ndr_unique_string),
    P(NDR_IN, file, ndr_string),
    P(NDR_IN, information, ndr_u32),
    P(NDR_IN, descriptor, security_descriptor),
};
#undef P
