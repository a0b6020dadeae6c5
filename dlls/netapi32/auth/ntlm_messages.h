/*
 * The three messages of NTLM on the wire. [MS-NLMP] 2.2
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_AUTH_NTLM_MESSAGES_H
#define NETAPI32_AUTH_NTLM_MESSAGES_H

#include <stddef.h>
#include <stdint.h>

#include "base/utf16.h"
#include "base/wire.h"

/* [MS-NLMP] 2.2.2.5 */
enum ntlm_flags
{
    NTLMSSP_NEGOTIATE_UNICODE = 0x00000001,
    NTLMSSP_REQUEST_TARGET = 0x00000004,
    NTLMSSP_NEGOTIATE_SIGN = 0x00000010,
    NTLMSSP_NEGOTIATE_NTLM = 0x00000200,
    NTLMSSP_NEGOTIATE_ANONYMOUS = 0x00000800,
    NTLMSSP_NEGOTIATE_ALWAYS_SIGN = 0x00008000,
    NTLMSSP_NEGOTIATE_EXTENDED_SESSIONSECURITY = 0x00080000,
    NTLMSSP_NEGOTIATE_TARGET_INFO = 0x00800000,
    NTLMSSP_NEGOTIATE_VERSION = 0x02000000,
    NTLMSSP_NEGOTIATE_128 = 0x20000000,
    NTLMSSP_NEGOTIATE_KEY_EXCH = 0x40000000,
};

#define NTLM_CHALLENGE_SIZE 8
#define NTLM_MIC_SIZE       16

/* Where the MIC stands in an AUTHENTICATE_MESSAGE. */
#define NTLM_MIC_OFFSET 72

/* [MS-NLMP] 2.2.1.2 */
struct ntlm_challenge
{
    uint32_t flags;
    uint8_t server_challenge[NTLM_CHALLENGE_SIZE];
    struct bytes target_info; /* in the message; its AV pairs are not checked yet */
};

/* [MS-NLMP] 2.2.1.3 */
struct ntlm_authenticate
{
    uint32_t flags;
    struct bytes lm_response;
    struct bytes nt_response;
    struct utf16_slice domain;
    struct utf16_slice user;
    struct utf16_slice workstation;
    struct bytes encrypted_session_key;
};

/* [MS-NLMP] 2.2.1.1, without the optional names. */
void ntlm_write_negotiate(struct writer *message, uint32_t flags);
/* ERROR_BAD_NET_RESP when it is no CHALLENGE_MESSAGE or names bytes that it does not have. */
uint32_t ntlm_read_challenge(struct bytes message, struct ntlm_challenge *challenge);
/* Writes to an empty writer. The MIC is zeros, as its computation wants it. */
void ntlm_write_authenticate(struct writer *message, const struct ntlm_authenticate *authenticate);

#endif
