/*
 * Fuzz target: signed and encrypted messages of somebody who has the keys, altered on their way.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The input: the algorithm, what is altered, and the message behind its header. What comes as it was sent is
 * taken; what was altered, however, is refused. What nobody made with the keys is refused, too.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/status.h"
#include "crypto/crypto.h"
#include "smb/cipher.h"
#include "smb/signing.h"
#include "smb/transform.h"
#include "support/fuzz_input.h"

#define SESSION_ID 0x1112131415161718
#define ENCRYPTED  0x80

/* The ciphers that there are, [MS-SMB2] 2.2.3.1.2. */
#define CIPHERS 4

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds)
    {
        abort();
    }
}

/* ---- Keys: opened once, for what is tried are messages ----------------------------------------- */

static struct smb2_signer signers[3];
/* With a key that nothing is signed with: libFuzzer would find signatures in memory, and try them. */
static struct smb2_signer other_signers[3];
/* Of the two sides. */
static struct smb2_encryption ours[CIPHERS];
static struct smb2_encryption theirs[CIPHERS];

static void open_keys(void)
{
    struct smb2_session_keys keys = { .cipher_key_size = 0 };
    struct smb2_session_keys other_keys;

    require(smb2_signing_algorithm_count == sizeof(signers) / sizeof(signers[0]));
    memset(keys.signing, 0x51, sizeof(keys.signing));
    memset(keys.encryption, 0xC2, sizeof(keys.encryption));
    memset(keys.decryption, 0x2C, sizeof(keys.decryption));
    for (size_t i = 0; i < smb2_signing_algorithm_count; i++)
    {
        require(!smb2_signer_open(&signers[i], smb2_signing_algorithms[i].id, keys.signing));
        require(
            !smb2_signer_open(&other_signers[i], smb2_signing_algorithms[i].id, keys.application));
    }
    for (unsigned int i = 0; i < CIPHERS; i++)
    {
        const struct smb2_cipher_row *row = smb2_cipher_find(i + 1);

        require(row != NULL);
        keys.cipher_key_size = row->key_size;
        other_keys = keys;
        memcpy(other_keys.encryption, keys.decryption, sizeof(keys.decryption));
        memcpy(other_keys.decryption, keys.encryption, sizeof(keys.encryption));
        require(!smb2_encryption_open(&ours[i], row->id, &keys, SESSION_ID));
        require(!smb2_encryption_open(&theirs[i], row->id, &other_keys, SESSION_ID));
    }
}

static bool has_keys(void)
{
    static bool opened;

    if (!opened && !crypto_start())
    {
        open_keys();
        opened = true;
    }
    return opened;
}

/* ---- What happens to messages on their way ----------------------------------------------------- */

enum alteration
{
    NOTHING,
    A_BIT,
    A_BYTE,
    CUT,
    LONGER,
    ALTERATIONS,
};

/* A copy of a message, which ends where its block does; whether it is another one than before. */
static bool travel(struct fuzz_input *input, struct bytes sent, uint8_t **received, size_t *size)
{
    const enum alteration alteration = (enum alteration)fuzz_below(input, ALTERATIONS);
    const size_t place = fuzz_below(input, sent.size);
    const uint8_t value = fuzz_u8(input);

    *size = alteration == CUT ? place : sent.size + (alteration == LONGER);
    *received = fuzz_block(input, *size);
    memcpy(*received, sent.data, *size < sent.size ? *size : sent.size);
    switch (alteration)
    {
    case A_BIT: (*received)[place] ^= (uint8_t)(1u << value % 8); break;
    case A_BYTE: (*received)[place] = value; break;
    case LONGER: (*received)[sent.size] = value; break;
    default: break;
    }
    return *size != sent.size || memcmp(*received, sent.data, *size) != 0;
}

/* A message of the input, with a header. */
static void write_message(struct writer *writer, struct bytes body, uint16_t command,
                          uint32_t flags)
{
    const struct smb2_header header = {
        .command = command,
        .flags = flags | SMB2_FLAGS_SIGNED | SMB2_FLAGS_SERVER_TO_REDIR,
        .message_id = 7,
        .session_id = SESSION_ID,
    };

    smb2_header_encode(&header, writer);
    writer_bytes(writer, body.data, body.size);
}

static void check_signed(struct fuzz_input *input, const struct smb2_signer *signer)
{
    const uint16_t command = fuzz_u16(input);
    const uint32_t flags = fuzz_u32(input);
    struct fuzz_input way = fuzz_input_over(NULL, 0);
    struct writer sent = { 0 };
    uint8_t *received = NULL;
    size_t size = 0;
    bool altered = false;

    way.bytes = reader_over(reader_bytes(&input->bytes, 4), input->bytes.failed ? 0 : 4);
    write_message(
        &sent,
        (struct bytes){ input->bytes.data + input->bytes.offset, reader_left(&input->bytes) },
        command, flags);
    require(!sent.failed && !smb2_sign(signer, sent.data, sent.size));
    altered = travel(&way, (struct bytes){ sent.data, sent.size }, &received, &size);
    require(smb2_check_signature(signer, (struct bytes){ received, size }) ==
            (altered ? ERROR_BAD_NET_RESP : ERROR_SUCCESS));
    fuzz_input_free(&way);
    writer_free(&sent);
}

static void check_encrypted(struct fuzz_input *input, size_t cipher)
{
    struct fuzz_input way = fuzz_input_over(NULL, 0);
    struct writer sent = { 0 };
    struct bytes body;
    struct bytes messages;
    uint8_t *received = NULL;
    size_t size = 0;
    size_t begin = 0;
    bool altered = false;
    uint32_t status = ERROR_SUCCESS;

    way.bytes = reader_over(reader_bytes(&input->bytes, 4), input->bytes.failed ? 0 : 4);
    body = (struct bytes){ input->bytes.data + input->bytes.offset, reader_left(&input->bytes) };
    begin = smb2_transform_begin(&sent);
    write_message(&sent, body, 0, 0);
    require(!smb2_encrypt(&theirs[cipher], &sent, begin));
    altered = travel(&way, (struct bytes){ sent.data, sent.size }, &received, &size);
    /* The protocol's identifier is what tells an encrypted frame from others. */
    status = smb2_is_encrypted((struct bytes){ received, size })
                 ? smb2_decrypt(&ours[cipher], received, size, &messages)
                 : ERROR_BAD_NET_RESP;
    require(status == (altered ? ERROR_BAD_NET_RESP : ERROR_SUCCESS));
    if (!status)
    {
        require(messages.size == SMB2_HEADER_SIZE + body.size);
        require(!body.size || !memcmp(messages.data + SMB2_HEADER_SIZE, body.data, body.size));
    }
    fuzz_input_free(&way);
    writer_free(&sent);
}

/* What nobody had the keys for. */
static void check_forged(struct fuzz_input *input, size_t algorithm)
{
    const size_t size = reader_left(&input->bytes);
    uint8_t *forged = fuzz_block(input, size);
    struct bytes messages;

    if (size)
    {
        memcpy(forged, input->bytes.data + input->bytes.offset, size);
    }
    require(smb2_check_signature(&other_signers[algorithm % 3], (struct bytes){ forged, size }) ==
            ERROR_BAD_NET_RESP);
    require(!smb2_is_encrypted((struct bytes){ forged, size }) ||
            smb2_decrypt(&theirs[algorithm % CIPHERS], forged, size, &messages) ==
                ERROR_BAD_NET_RESP);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz_input input = fuzz_input_over(data, size);
    const uint8_t algorithm = fuzz_u8(&input);

    if (!has_keys() || input.bytes.failed)
    {
        return 0;
    }
    if (algorithm & ENCRYPTED)
    {
        check_encrypted(&input, algorithm % CIPHERS);
    }
    else
    {
        check_signed(&input, &signers[algorithm % 3]);
    }
    input = (struct fuzz_input){ .bytes = reader_over(data + 1, size - 1), .blocks = input.blocks };
    check_forged(&input, algorithm);
    fuzz_input_free(&input);
    return 0;
}
