/*
 * What a server is joined to: [MS-WKST] 3.2.4.12, [MS-DSSP] 3.2.5.1.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_DIRECTORY_JOIN_SERVER_H
#define NETAPI32_DIRECTORY_JOIN_SERVER_H

#include "remote/target.h"

/* NETSETUP_JOIN_STATUS, [MS-WKST] 2.2.3.1 */
enum join_status
{
    JOIN_UNKNOWN,
    JOIN_NONE,
    JOIN_WORKGROUP,
    JOIN_DOMAIN,
};

/* Asks a server for its domain or workgroup. One whose Workstation Service lacks the operation, as
 * Samba's, is asked for its role, and for the group that it tells everybody. After a failure *name is empty and *joined JOIN_UNKNOWN. Errors: what
 * a server answers, those of remote_call(), and
 *
 *   ERROR_NOT_SUPPORTED    the server lacks both operations
 *   RPC_X_BAD_STUB_DATA    it tells a status that there is not, or a name that is too long */
uint32_t join_of_server(const struct target *target, struct utf16_name *name,
                        enum join_status *joined);

#endif
