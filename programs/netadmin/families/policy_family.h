/*
 * What else there is to the rules for accounts. The functions are for question_ask().
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_POLICY_FAMILY_H
#define NETADMIN_POLICY_FAMILY_H

#include "families/query.h"

DWORD policy_get(struct api_call *call); /* at the level, of which there is one */
DWORD policy_set(struct api_call *call); /* info: USER_MODALS_INFO_* of the level */

#endif
