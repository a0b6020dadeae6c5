/*
 * The computations of NTLMv2. [MS-NLMP] 3.3.2, 3.4
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * All of them are functions of their arguments: time and chance come from the caller. They give
 * ERROR_SUCCESS or what crypto/crypto.h gives. The caller wipes the keys it gets.
 */
#ifndef NETAPI32_AUTH_NTLM_CRYPTO_H
#define NETAPI32_AUTH_NTLM_CRYPTO_H

#include <stdint.h>

#include "auth/ntlm_messages.h"
#include "base/utf16.h"
#include "base/wire.h"
#include "crypto/crypto.h"

#define NTLM_KEY_SIZE       16
#define NTLM_SIGNATURE_SIZE 16

enum ntlm_direction
{
    NTLM_CLIENT_TO_SERVER,
    NTLM_SERVER_TO_CLIENT,
};

/* NTOWFv2(): the key that stands for the password. */
uint32_t ntlm_response_key(struct utf16_slice password, struct utf16_slice user,
                           struct utf16_slice domain, uint8_t key[NTLM_KEY_SIZE]);

/* What the NTLMv2 response is made of. */
struct ntlm_response_input
{
    const uint8_t *server_challenge; /* NTLM_CHALLENGE_SIZE bytes */
    const uint8_t *client_challenge; /* NTLM_CHALLENGE_SIZE bytes */
    uint64_t time;                   /* FILETIME */
    struct bytes target_info;        /* AV pairs with their end */
};

/* Writes the NTLMv2 response (NTProofStr and the client's blob) to an empty writer and gives the
 * session base key, which for NTLMv2 is the key exchange key as well. */
uint32_t ntlm_write_response(const uint8_t response_key[NTLM_KEY_SIZE],
                             const struct ntlm_response_input *input, struct writer *response,
                             uint8_t session_base_key[NTLM_KEY_SIZE]);

/* The exported session key as the AUTHENTICATE_MESSAGE carries it. */
uint32_t ntlm_encrypt_session_key(const uint8_t key_exchange_key[NTLM_KEY_SIZE],
                                  const uint8_t session_key[NTLM_KEY_SIZE],
                                  uint8_t encrypted[NTLM_KEY_SIZE]);

/* The MIC over the three messages; in `authenticate` the MIC itself is zeros. */
uint32_t ntlm_mic(const uint8_t session_key[NTLM_KEY_SIZE], struct bytes negotiate,
                  struct bytes challenge, struct bytes authenticate, uint8_t mic[NTLM_MIC_SIZE]);

/* SIGNKEY() and SEALKEY() with extended session security and 128-bit keys. */
uint32_t ntlm_sign_key(const uint8_t session_key[NTLM_KEY_SIZE], enum ntlm_direction direction,
                       uint8_t key[NTLM_KEY_SIZE]);
uint32_t ntlm_seal_key(const uint8_t session_key[NTLM_KEY_SIZE], enum ntlm_direction direction,
                       uint8_t key[NTLM_KEY_SIZE]);

/* MAC() with extended session security and key exchange. `seal` is the key stream of the sealing
 * key, at the place where the messages before have left it. */
uint32_t ntlm_signature(const uint8_t sign_key[NTLM_KEY_SIZE], struct crypto_rc4 *seal,
                        uint32_t sequence_number, struct bytes data,
                        uint8_t signature[NTLM_SIGNATURE_SIZE]);

#endif
