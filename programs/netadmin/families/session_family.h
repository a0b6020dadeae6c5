/*
 * What else can be done with sessions. The names are those of client and user, as for a listing.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_SESSION_FAMILY_H
#define NETADMIN_SESSION_FAMILY_H

#include "families/query.h"

/* For question_ask(). */
DWORD session_get(struct api_call *call);    /* the one of that client and user */
DWORD session_delete(struct api_call *call); /* closes all that match */

#endif
