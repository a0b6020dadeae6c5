/*
 * The two kinds of groups that there are.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/accounts/group_kind.h"

#include "base/status.h"

uint32_t group_not_found(enum group_kind kind)
{
    return kind == GLOBAL_GROUP ? NERR_GroupNotFound : ERROR_NO_SUCH_ALIAS;
}
