/*
 * What the Netlogon service of a computer says of itself and is told to do.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/directory/logon_control.h"

#include "base/status.h"
#include "families/directory/netlogon_call.h"
#include "rpc/netlogon.h"

/* [MS-NRPC] 2.2.1.7.1 */
static const struct
{
    uint32_t function;
    enum logon_control_kind kind;
} functions[] = {
    { NETLOGON_CONTROL_QUERY, LOGON_CONTROL_NOTHING },
    { NETLOGON_CONTROL_REPLICATE, LOGON_CONTROL_NOTHING },
    { NETLOGON_CONTROL_SYNCHRONIZE, LOGON_CONTROL_NOTHING },
    { NETLOGON_CONTROL_PDC_REPLICATE, LOGON_CONTROL_NOTHING },
    { NETLOGON_CONTROL_REDISCOVER, LOGON_CONTROL_DOMAIN_NAME },
    { NETLOGON_CONTROL_TC_QUERY, LOGON_CONTROL_DOMAIN_NAME },
    { NETLOGON_CONTROL_TRANSPORT_NOTIFY, LOGON_CONTROL_NOTHING },
    { NETLOGON_CONTROL_FIND_USER, LOGON_CONTROL_USER_NAME },
    { NETLOGON_CONTROL_CHANGE_PASSWORD, LOGON_CONTROL_DOMAIN_NAME },
    { NETLOGON_CONTROL_TC_VERIFY, LOGON_CONTROL_DOMAIN_NAME },
    { NETLOGON_CONTROL_FORCE_DNS_REG, LOGON_CONTROL_NOTHING },
    { NETLOGON_CONTROL_QUERY_DNS_REG, LOGON_CONTROL_NOTHING },
    { NETLOGON_CONTROL_UNLOAD_NETLOGON_DLL, LOGON_CONTROL_NOTHING },
    { NETLOGON_CONTROL_BACKUP_CHANGE_LOG, LOGON_CONTROL_NOTHING },
    { NETLOGON_CONTROL_TRUNCATE_LOG, LOGON_CONTROL_NOTHING },
    { NETLOGON_CONTROL_SET_DBFLAG, LOGON_CONTROL_NUMBER },
    { NETLOGON_CONTROL_BREAKPOINT, LOGON_CONTROL_NOTHING },
};

enum logon_control_kind logon_control_kind(uint32_t function)
{
    for (size_t i = 0; i < INFO_COUNT(functions); i++)
    {
        if (functions[i].function == function)
        {
            return functions[i].kind;
        }
    }
    return LOGON_CONTROL_UNKNOWN;
}

uint32_t logon_control_check(uint32_t function, uint32_t level)
{
    if (!info_find_level(&netlogon_control_family, level))
    {
        return ERROR_INVALID_LEVEL;
    }
    return logon_control_kind(function) == LOGON_CONTROL_UNKNOWN ? ERROR_NOT_SUPPORTED
                                                                 : ERROR_SUCCESS;
}

static union netlogon_control_data data_for(uint32_t function,
                                            const struct logon_control_data *data)
{
    switch (logon_control_kind(function))
    {
    case LOGON_CONTROL_DOMAIN_NAME:
        return (union netlogon_control_data){ .trusted_domain_name = data->name };
    case LOGON_CONTROL_USER_NAME: return (union netlogon_control_data){ .user_name = data->name };
    case LOGON_CONTROL_NUMBER: return (union netlogon_control_data){ .debug_flag = data->number };
    default: return (union netlogon_control_data){ .debug_flag = 0 };
    }
}

/* Only the newest method has all functions and levels; an older server has the one before it. */
static uint32_t call_newest(struct netlogon_call *call, const struct target *target,
                            struct netlogon_control_call *parameters)
{
    const uint32_t status =
        netlogon_call(call, target, &netlogon_interface, NETR_LOGON_CONTROL_2_EX, parameters);

    return call->remote.lacks_operation
               ? netlogon_call_again(call, &netlogon_interface, NETR_LOGON_CONTROL_2, parameters)
               : status;
}

uint32_t logon_control(const struct target *target, uint32_t function, uint32_t level,
                       const struct logon_control_data *data, void **buffer)
{
    struct netlogon_control_call parameters = { .function_code = function, .query_level = level };
    struct info_buffer packed = { .buffer = NULL };
    struct netlogon_call call;
    uint32_t status = logon_control_check(function, level);

    *buffer = NULL;
    if (status)
    {
        return status;
    }
    if (data)
    {
        parameters.data = data_for(function, data);
        status = call_newest(&call, target, &parameters);
    }
    else
    {
        status = netlogon_call(&call, target, &netlogon_interface, NETR_LOGON_CONTROL, &parameters);
    }
    if (!status && !parameters.query)
    {
        status = RPC_X_BAD_STUB_DATA;
    }
    if (!status)
    {
        status =
            info_pack(&netlogon_control_family, info_find_level(&netlogon_control_family, level),
                      &(const struct info_rows){ parameters.query, 1 }, &packed);
    }
    netlogon_call_end(&call);
    *buffer = packed.buffer;
    return status;
}
