/*
 * What holds for all accounts of this computer or of a server: what NetUserModalsGet and
 * NetUserModalsSet do, without Windows' types.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/accounts/rules.h"

#include "base/sid.h"
#include "base/status.h"
#include "families/accounts/account_source.h"

uint32_t rules_get(struct utf16_slice server, uint32_t level, void **buffer)
{
    const struct info_level *layout = info_find_level(&account_rules_family, level);
    struct account_call call;
    struct account_rules rules = { .role = 0 };
    struct info_rows rows = { &rules, 1 };
    struct info_buffer packed = { NULL, 0 };
    uint32_t status = ERROR_SUCCESS;

    *buffer = NULL;
    if (!layout)
    {
        return ERROR_INVALID_LEVEL;
    }
    status = account_call_begin(&call, server, ACCOUNTS_READ);
    if (!status)
    {
        status =
            call.source->get_rules(&call, account_fields_of_level(rule_fields, layout), &rules);
    }
    if (!status)
    {
        status = info_pack(&account_rules_family, layout, &rows, &packed);
        *buffer = packed.buffer;
    }
    account_call_end(&call);
    return status;
}

uint32_t rules_set(struct utf16_slice server, uint32_t level, const void *structure,
                   uint32_t *parameter)
{
    const struct info_level *layout = info_find_level(&account_rules_set_family, level);
    struct account_call call;
    struct account_rules rules = { .role = 0 };
    struct bytes sid;
    uint32_t status = ERROR_SUCCESS;

    *parameter = ACCOUNT_PARAMETER_UNKNOWN;
    if (!layout)
    {
        return ERROR_INVALID_LEVEL;
    }
    if (!structure)
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = account_call_begin(&call, server, ACCOUNTS_CHANGE);
    if (!status)
    {
        *parameter = ACCOUNT_PARAMETER_NONE;
        info_read(layout, structure, &rules);
        sid = sid_of_caller(rules.domain_sid.data);
        rules.domain_sid = (struct info_bytes){ sid.data, sid.size };
        status = call.source->set_rules(
            &call, &rules, account_fields_given(rule_fields, layout, structure), parameter);
    }
    account_call_end(&call);
    return status;
}

uint32_t rules_validate_password(struct utf16_slice server, struct password_validation *validation,
                                 uint32_t (*pack)(const struct password_validation *validation,
                                                  void **buffer),
                                 void **buffer)
{
    struct account_call call;
    uint32_t status = account_call_begin(&call, server, ACCOUNTS_READ);

    *buffer = NULL;
    if (!status)
    {
        status = call.source->validate_password(&call, validation);
    }
    if (!status)
    {
        status = pack(validation, buffer);
    }
    account_call_end(&call);
    return status;
}
