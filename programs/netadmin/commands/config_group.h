/*
 * Groups of servers, for netadmin config.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_CONFIG_GROUP_H
#define NETADMIN_CONFIG_GROUP_H

#include "base/text.h"

/* Appends a line for each group, below an empty one, if there are groups. */
void groups_append(struct text *text);

#endif
