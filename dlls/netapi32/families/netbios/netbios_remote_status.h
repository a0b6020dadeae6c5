/*
 * NetBIOS: the status of another computer's adapter.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_NETBIOS_REMOTE_STATUS_H
#define NETAPI32_NETBIOS_REMOTE_STATUS_H

#include "families/netbios/netbios.h"

/* Asks the computer that has the called name, [RFC 1002] 4.2.17, and fills the buffer, which is
 * known to hold an ADAPTER_STATUS. NRC_CMDTMO when nobody answers. */
UCHAR netbios_remote_status(struct netbios_command *command);

#endif
