/*
 * What a server is joined to.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/directory/join_server.h"

#include "base/status.h"
#include "remote/optional_call.h"
#include "rpc/dssetup.h"
#include "rpc/wkssvc.h"

/* Everybody may ask for it. */
#define LEVEL_OF_GROUP 100

/* DSROLE_MACHINE_ROLE, [MS-DSSP] 2.2.2 */
enum machine_role
{
    STANDALONE_WORKSTATION,
    MEMBER_WORKSTATION,
    STANDALONE_SERVER,
    MEMBER_SERVER,
    BACKUP_CONTROLLER,
    PRIMARY_CONTROLLER,
};

static uint32_t ask_workstation_service(struct remote *remote, struct utf16_name *name,
                                        enum join_status *joined)
{
    struct wkssvc_get_join_information call = { .status = JOIN_UNKNOWN };
    struct rpc_reply reply;
    uint32_t status =
        remote_call_if_offered(remote, &wkssvc_interface, NETR_GET_JOIN_INFORMATION, &call, &reply);

    if (!status && (call.status > JOIN_DOMAIN || !utf16_name_set(name, call.name)))
    {
        status = RPC_X_BAD_STUB_DATA;
    }
    if (!status)
    {
        *joined = (enum join_status)call.status;
    }
    rpc_reply_free(&reply);
    return status;
}

static enum join_status join_of_role(uint32_t role)
{
    return role == STANDALONE_WORKSTATION || role == STANDALONE_SERVER ? JOIN_WORKGROUP
                                                                       : JOIN_DOMAIN;
}

static uint32_t ask_role(struct remote *remote, enum join_status *joined)
{
    struct dssetup_get_information call = { .level = DSSETUP_BASIC };
    struct rpc_reply reply;
    uint32_t status = remote_call(remote, &dssetup_interface,
                                  DS_ROLER_GET_PRIMARY_DOMAIN_INFORMATION, &call, &reply);

    if (!status && (!call.information || call.information->basic.machine_role > PRIMARY_CONTROLLER))
    {
        status = RPC_X_BAD_STUB_DATA;
    }
    if (!status)
    {
        *joined = join_of_role(call.information->basic.machine_role);
    }
    rpc_reply_free(&reply);
    return status;
}

/* With its role, Samba tells the domain of its own accounts: the computer's name, if it has no other. */
static uint32_t ask_group(struct remote *remote, struct utf16_name *name)
{
    struct wkssvc_wksta_get_info call = { .level = LEVEL_OF_GROUP };
    struct rpc_reply reply;
    uint32_t status = remote_call(remote, &wkssvc_interface, NETR_WKSTA_GET_INFO, &call, &reply);

    if (!status && (!call.info || !utf16_name_set(name, call.info->group)))
    {
        status = RPC_X_BAD_STUB_DATA;
    }
    rpc_reply_free(&reply);
    return status;
}

uint32_t join_of_server(const struct target *target, struct utf16_name *name,
                        enum join_status *joined)
{
    struct remote remote;
    uint32_t status = ERROR_SUCCESS;

    *name = utf16_name_from_ascii("");
    *joined = JOIN_UNKNOWN;
    remote_begin(&remote, target);
    status = ask_workstation_service(&remote, name, joined);
    if (remote.lacks_operation)
    {
        status = ask_role(&remote, joined);
        status = status ? status : ask_group(&remote, name);
    }
    status = remote_result(&remote, status, ERROR_BAD_NETPATH);
    remote_end(&remote);
    if (status)
    {
        *name = utf16_name_from_ascii("");
        *joined = JOIN_UNKNOWN;
    }
    return status;
}
