/*
 * Passwords of the users of a server: [MS-SAMR] 3.1.5.6.4, 3.1.5.10, 3.1.5.13.7.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/status.h"
#include "families/accounts/account_server_user.h"
#include "families/accounts/password_policy.h"

uint32_t account_server_set_password(struct account_call *call, const struct context_handle *handle,
                                     struct samr_user *user, struct utf16_slice password)
{
    (void)call;
    (void)handle;
    (void)user;
    (void)password;
    return ERROR_NOT_SUPPORTED;
}

uint32_t account_server_change_password(struct account_call *call, struct utf16_slice name,
                                        struct utf16_slice old_password,
                                        struct utf16_slice new_password)
{
    (void)call;
    (void)name;
    (void)old_password;
    (void)new_password;
    return ERROR_NOT_SUPPORTED;
}

uint32_t account_server_validate_password(struct account_call *call,
                                          struct password_validation *validation)
{
    (void)call;
    (void)validation;
    return ERROR_NOT_SUPPORTED;
}
