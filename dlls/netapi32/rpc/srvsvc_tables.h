/*
 * The parameters of the methods of the Server Service: from the files of its parts to srvsvc.c,
 * which makes them operations.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_RPC_SRVSVC_TABLES_H
#define NETAPI32_RPC_SRVSVC_TABLES_H

#include "rpc/ndr.h"

/* srvsvc_session.c */
extern const struct ndr_field srvsvc_connection_enum[6];
extern const struct ndr_field srvsvc_session_enum[7];
extern const struct ndr_field srvsvc_session_del[3];

/* srvsvc_file.c */
extern const struct ndr_field srvsvc_file_enum[7];
extern const struct ndr_field srvsvc_file_get_info[4];
extern const struct ndr_field srvsvc_file_close[2];
extern const struct ndr_field srvsvc_get_file_security[5];
extern const struct ndr_field srvsvc_set_file_security[5];

/* srvsvc_share.c */
extern const struct ndr_field srvsvc_share_add[4];
extern const struct ndr_field srvsvc_share_enum[5];
extern const struct ndr_field srvsvc_share_get_info[4];
extern const struct ndr_field srvsvc_share_set_info[5];
extern const struct ndr_field srvsvc_share_del[3];
extern const struct ndr_field srvsvc_share_del_start[4];
extern const struct ndr_field srvsvc_share_del_commit[1];
extern const struct ndr_field srvsvc_share_check[3];
extern const struct ndr_field srvsvc_share_del_ex[3];

/* srvsvc_server.c */
extern const struct ndr_field srvsvc_server_get_info[3];
extern const struct ndr_field srvsvc_server_set_info[4];
extern const struct ndr_field srvsvc_server_disk_enum[6];
extern const struct ndr_field srvsvc_server_statistics_get[5];
extern const struct ndr_field srvsvc_remote_tod[2];
extern const struct ndr_field srvsvc_server_alias[3];
extern const struct ndr_field srvsvc_server_alias_enum[5];

/* srvsvc_transport.c */
extern const struct ndr_field srvsvc_server_transport[3];
extern const struct ndr_field srvsvc_server_transport_ex[3];
extern const struct ndr_field srvsvc_server_transport_enum[5];

/* srvsvc_path.c */
extern const struct ndr_field srvsvc_path_type[4];
extern const struct ndr_field srvsvc_path_canonicalize[7];
extern const struct ndr_field srvsvc_compare[5];
extern const struct ndr_field srvsvc_name_validate[4];
extern const struct ndr_field srvsvc_name_canonicalize[6];

#endif
