/*
 * The Server Service: [MS-SRVS], its methods by their numbers.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "rpc/srvsvc.h"

#include "rpc/srvsvc_tables.h"

/* The method whose parameters are struct `tag`, described by the table of that name. */
#define OPERATION(number, name, tag, ...) NDR_OPERATION(number, name, struct tag, tag, __VA_ARGS__)
#define ASKS                              .only_asks = true
#define COMPARES                          .result_kind = NDR_RESULT_NUMBER

static const struct ndr_operation operations[] = {
    OPERATION(NETR_CONNECTION_ENUM, "NetrConnectionEnum", srvsvc_connection_enum, ASKS),
    OPERATION(NETR_FILE_ENUM, "NetrFileEnum", srvsvc_file_enum, ASKS),
    OPERATION(NETR_FILE_GET_INFO, "NetrFileGetInfo", srvsvc_file_get_info, ASKS),
    OPERATION(NETR_FILE_CLOSE, "NetrFileClose", srvsvc_file_close),
    OPERATION(NETR_SESSION_ENUM, "NetrSessionEnum", srvsvc_session_enum, ASKS),
    OPERATION(NETR_SESSION_DEL, "NetrSessionDel", srvsvc_session_del),
    OPERATION(NETR_SHARE_ADD, "NetrShareAdd", srvsvc_share_add),
    OPERATION(NETR_SHARE_ENUM, "NetrShareEnum", srvsvc_share_enum, ASKS),
    OPERATION(NETR_SHARE_GET_INFO, "NetrShareGetInfo", srvsvc_share_get_info, ASKS),
    OPERATION(NETR_SHARE_SET_INFO, "NetrShareSetInfo", srvsvc_share_set_info),
    OPERATION(NETR_SHARE_DEL, "NetrShareDel", srvsvc_share_del),
    OPERATION(NETR_SHARE_DEL_STICKY, "NetrShareDelSticky", srvsvc_share_del),
    OPERATION(NETR_SHARE_CHECK, "NetrShareCheck", srvsvc_share_check, ASKS),
    OPERATION(NETR_SERVER_GET_INFO, "NetrServerGetInfo", srvsvc_server_get_info, ASKS),
    OPERATION(NETR_SERVER_SET_INFO, "NetrServerSetInfo", srvsvc_server_set_info),
    OPERATION(NETR_SERVER_DISK_ENUM, "NetrServerDiskEnum", srvsvc_server_disk_enum, ASKS),
    OPERATION(NETR_SERVER_STATISTICS_GET, "NetrServerStatisticsGet", srvsvc_server_statistics_get,
              ASKS),
    OPERATION(NETR_SERVER_TRANSPORT_ADD, "NetrServerTransportAdd", srvsvc_server_transport),
    OPERATION(NETR_SERVER_TRANSPORT_ENUM, "NetrServerTransportEnum", srvsvc_server_transport_enum,
              ASKS),
    OPERATION(NETR_SERVER_TRANSPORT_DEL, "NetrServerTransportDel", srvsvc_server_transport),
    OPERATION(NETR_REMOTE_TOD, "NetrRemoteTOD", srvsvc_remote_tod, ASKS),
    OPERATION(NETPR_PATH_TYPE, "NetprPathType", srvsvc_path_type, ASKS),
    OPERATION(NETPR_PATH_CANONICALIZE, "NetprPathCanonicalize", srvsvc_path_canonicalize, ASKS),
    OPERATION(NETPR_PATH_COMPARE, "NetprPathCompare", srvsvc_compare, ASKS, COMPARES),
    OPERATION(NETPR_NAME_VALIDATE, "NetprNameValidate", srvsvc_name_validate, ASKS),
    OPERATION(NETPR_NAME_CANONICALIZE, "NetprNameCanonicalize", srvsvc_name_canonicalize, ASKS),
    OPERATION(NETPR_NAME_COMPARE, "NetprNameCompare", srvsvc_compare, ASKS, COMPARES),
    OPERATION(NETR_SHARE_ENUM_STICKY, "NetrShareEnumSticky", srvsvc_share_enum, ASKS),
    OPERATION(NETR_SHARE_DEL_START, "NetrShareDelStart", srvsvc_share_del_start),
    OPERATION(NETR_SHARE_DEL_COMMIT, "NetrShareDelCommit", srvsvc_share_del_commit),
    OPERATION(NETRP_GET_FILE_SECURITY, "NetrpGetFileSecurity", srvsvc_get_file_security, ASKS),
    OPERATION(NETRP_SET_FILE_SECURITY, "NetrpSetFileSecurity", srvsvc_set_file_security),
    OPERATION(NETR_SERVER_TRANSPORT_ADD_EX, "NetrServerTransportAddEx", srvsvc_server_transport_ex),
    OPERATION(NETR_SERVER_TRANSPORT_DEL_EX, "NetrServerTransportDelEx", srvsvc_server_transport_ex),
    OPERATION(NETR_SERVER_ALIAS_ADD, "NetrServerAliasAdd", srvsvc_server_alias),
    OPERATION(NETR_SERVER_ALIAS_ENUM, "NetrServerAliasEnum", srvsvc_server_alias_enum, ASKS),
    OPERATION(NETR_SERVER_ALIAS_DEL, "NetrServerAliasDel", srvsvc_server_alias),
    OPERATION(NETR_SHARE_DEL_EX, "NetrShareDelEx", srvsvc_share_del_ex),
};

/* 4b324fc8-1670-01d3-1278-5a47bf6ee188, version 3.0 */
const struct rpc_interface srvsvc_interface = {
    .name = "srvsvc",
    .uuid = { 0xC8, 0x4F, 0x32, 0x4B, 0x70, 0x16, 0xD3, 0x01, 0x12, 0x78, 0x5A, 0x47, 0xBF, 0x6E,
              0xE1, 0x88 },
    .version_major = 3,
    .version_minor = 0,
    .pipe_name = "srvsvc",
    .names_server = true,
    .operations = operations,
    .count = NDR_COUNT(operations),
};
