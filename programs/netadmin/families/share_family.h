/*
 * What else there is to shares. The functions are for question_ask(); the name is the share's.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_SHARE_FAMILY_H
#define NETADMIN_SHARE_FAMILY_H

#include "families/query.h"
#include "listing/levels.h"

extern const struct word share_types[]; /* STYPE_*, ended by one without a word */

DWORD share_get(struct api_call *call);        /* the share of that name */
DWORD share_add(struct api_call *call);        /* info: SHARE_INFO_2; takes no name */
DWORD share_set(struct api_call *call);        /* info: SHARE_INFO_2 */
DWORD share_set_remark(struct api_call *call); /* info: SHARE_INFO_1004 */
DWORD share_remove(struct api_call *call);

#endif
