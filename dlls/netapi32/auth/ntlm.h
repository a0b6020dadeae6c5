/*
 * NTLMv2, the client's side. [MS-NLMP]
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Only NTLMv2 with extended session security, 128-bit keys and key exchange; always with a MIC and
 * the target's name in the AV pairs. A challenge that does not offer these is refused with
 * ERROR_BAD_NET_RESP. LM and NTLMv1 responses are never sent.
 */
#ifndef NETAPI32_AUTH_NTLM_H
#define NETAPI32_AUTH_NTLM_H

#include "auth/credentials.h"
#include "auth/mechanism.h"

/* `credentials` are copied as far as needed. `target_name` is the SPN of the server
 * (cifs/server), sent as MsvAvTargetName. The caller owns *mechanism (operations->free). */
uint32_t ntlm_create(const struct credentials *credentials, struct utf16_slice target_name,
                     struct mechanism **mechanism);

#endif
