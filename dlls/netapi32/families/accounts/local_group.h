/*
 * Local groups, for the files that have functions for them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_ACCOUNTS_LOCAL_GROUP_H
#define NETAPI32_ACCOUNTS_LOCAL_GROUP_H

#include "families/accounts/group_call.h"

extern const struct group_class local_groups;

#endif
