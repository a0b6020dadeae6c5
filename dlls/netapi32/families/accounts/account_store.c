/*
 * The accounts of this computer, as a source.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/accounts/account_source.h"

#include "base/status.h"

static uint32_t begin(struct account_call *call)
{
    (void)call;
    return ERROR_NOT_SUPPORTED;
}

static void end(struct account_call *call)
{
    (void)call;
}

const struct account_source store_account_source = {
    .begin = begin,
    .end = end,
};
