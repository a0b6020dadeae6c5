/*
 * The AV pairs of NTLM: what the server tells about itself, and what the client adds before it
 * signs them with its response. [MS-NLMP] 2.2.2.1
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_AUTH_NTLM_TARGET_INFO_H
#define NETAPI32_AUTH_NTLM_TARGET_INFO_H

#include <stdbool.h>
#include <stdint.h>

#include "base/utf16.h"
#include "base/wire.h"

enum ntlm_av_id
{
    MsvAvEOL = 0,
    MsvAvNbComputerName = 1,
    MsvAvNbDomainName = 2,
    MsvAvDnsComputerName = 3,
    MsvAvDnsDomainName = 4,
    MsvAvDnsTreeName = 5,
    MsvAvFlags = 6,
    MsvAvTimestamp = 7,
    MsvAvSingleHost = 8,
    MsvAvTargetName = 9,
    MsvAvChannelBindings = 10,
};

/* A bit of MsvAvFlags: the AUTHENTICATE_MESSAGE has a MIC. */
#define MSV_AV_FLAG_MIC 0x00000002

/* More than five names of the greatest length; a server that sends more is refused. */
#define NTLM_TARGET_INFO_MAX 8192

/* Writes the client's AV pairs: the server's, with the flag for the MIC, no channel bindings and
 * `target_name` in the place of whatever the server said of these. *timestamp is set to the
 * server's time if it sent one (*has_timestamp). ERROR_BAD_NET_RESP when the list is too long, has
 * no end, or says one thing twice. */
uint32_t ntlm_extend_target_info(struct bytes server_info, struct utf16_slice target_name,
                                 struct writer *info, bool *has_timestamp, uint64_t *timestamp);

#endif
