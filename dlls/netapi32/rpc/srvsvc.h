/*
 * The Server Service: [MS-SRVS].
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Each structure of the headers below holds the parameters of one method, or of two that take the
 * same, in and out, by their order in the specification. `server` is for the log of the server at
 * most; an absent string is a NULL pointer; what `parameter_error` points to is told which member
 * was wrong. The methods for DFS are left out.
 */
#ifndef NETAPI32_RPC_SRVSVC_H
#define NETAPI32_RPC_SRVSVC_H

#include "rpc/pdu.h"
#include "rpc/srvsvc_file.h"
#include "rpc/srvsvc_path.h"
#include "rpc/srvsvc_server.h"
#include "rpc/srvsvc_session.h"
#include "rpc/srvsvc_share.h"
#include "rpc/srvsvc_transport.h"

extern const struct rpc_interface srvsvc_interface;

enum srvsvc_operation
{
    NETR_CONNECTION_ENUM = 8,
    NETR_FILE_ENUM = 9,
    NETR_FILE_GET_INFO = 10,
    NETR_FILE_CLOSE = 11,
    NETR_SESSION_ENUM = 12,
    NETR_SESSION_DEL = 13,
    NETR_SHARE_ADD = 14,
    NETR_SHARE_ENUM = 15,
    NETR_SHARE_GET_INFO = 16,
    NETR_SHARE_SET_INFO = 17,
    NETR_SHARE_DEL = 18,
    NETR_SHARE_DEL_STICKY = 19,
    NETR_SHARE_CHECK = 20,
    NETR_SERVER_GET_INFO = 21,
    NETR_SERVER_SET_INFO = 22,
    NETR_SERVER_DISK_ENUM = 23,
    NETR_SERVER_STATISTICS_GET = 24,
    NETR_SERVER_TRANSPORT_ADD = 25,
    NETR_SERVER_TRANSPORT_ENUM = 26,
    NETR_SERVER_TRANSPORT_DEL = 27,
    NETR_REMOTE_TOD = 28,
    NETPR_PATH_TYPE = 30,
    NETPR_PATH_CANONICALIZE = 31,
    NETPR_PATH_COMPARE = 32,
    NETPR_NAME_VALIDATE = 33,
    NETPR_NAME_CANONICALIZE = 34,
    NETPR_NAME_COMPARE = 35,
    NETR_SHARE_ENUM_STICKY = 36,
    NETR_SHARE_DEL_START = 37,
    NETR_SHARE_DEL_COMMIT = 38,
    NETRP_GET_FILE_SECURITY = 39,
    NETRP_SET_FILE_SECURITY = 40,
    NETR_SERVER_TRANSPORT_ADD_EX = 41,
    NETR_SERVER_TRANSPORT_DEL_EX = 53,
    NETR_SERVER_ALIAS_ADD = 54,
    NETR_SERVER_ALIAS_ENUM = 55,
    NETR_SERVER_ALIAS_DEL = 56,
    NETR_SHARE_DEL_EX = 57,
};

#endif
