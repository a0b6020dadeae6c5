/*
 * Encrypted messages: the SMB2 TRANSFORM_HEADER. [MS-SMB2] 2.2.41, 3.1.4.3, 3.1.4.4
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "smb/transform.h"

#include <string.h>

#include "base/status.h"

#define SIGNATURE_POSITION 4
#define NONCE_POSITION     20 /* the authenticated part of the header begins here */
#define NONCE_FIELD_SIZE   16
#define SIZE_POSITION      36
#define FLAGS_ENCRYPTED    0x0001 /* in 3.0 and 3.0.2 the same number means AES-128-CCM */

static struct bytes authenticated_part(const uint8_t *transform_header)
{
    return (struct bytes){ transform_header + NONCE_POSITION,
                           SMB2_TRANSFORM_HEADER_SIZE - NONCE_POSITION };
}

bool smb2_is_encrypted(struct bytes frame)
{
    struct reader reader = reader_over(frame.data, frame.size);

    return reader_u32(&reader) == SMB2_TRANSFORM_ID;
}

size_t smb2_transform_begin(struct writer *writer)
{
    size_t begin = writer->size;

    writer_u32(writer, SMB2_TRANSFORM_ID);
    writer_zeros(writer, SMB2_TRANSFORM_HEADER_SIZE - sizeof(uint32_t));
    return begin;
}

/* Nonce, original size, reserved, flags, session id: everything behind the signature. */
static void fill_header(const struct smb2_encryption *encryption, struct writer *writer,
                        size_t transform_header, size_t message_size)
{
    struct writer fields = { 0 };

    writer_u64(&fields, (*encryption->next_nonce)++);
    writer_zeros(&fields, NONCE_FIELD_SIZE - sizeof(uint64_t));
    writer_u32(&fields, (uint32_t)message_size);
    writer_u16(&fields, 0);
    writer_u16(&fields, FLAGS_ENCRYPTED);
    writer_u64(&fields, encryption->session_id);
    if (fields.failed)
    {
        writer->failed = true;
    }
    writer_patch_bytes(writer, transform_header + NONCE_POSITION, fields.data, fields.size);
    writer_free(&fields);
}

uint32_t smb2_encrypt(const struct smb2_encryption *encryption, struct writer *writer,
                      size_t transform_header)
{
    const struct smb2_cipher_row *cipher = smb2_cipher_find(encryption->cipher);
    size_t message = transform_header + SMB2_TRANSFORM_HEADER_SIZE;
    uint8_t *header = NULL;

    if (!cipher)
    {
        return ERROR_NOT_SUPPORTED;
    }
    fill_header(encryption, writer, transform_header, writer->size - message);
    if (writer->failed)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    header = writer->data + transform_header;
    return crypto_encrypt(
        cipher->aead,
        (struct bytes){ encryption->keys->encryption, encryption->keys->cipher_key_size },
        (struct bytes){ header + NONCE_POSITION, cipher->nonce_size }, authenticated_part(header),
        writer->data + message, writer->size - message, header + SIGNATURE_POSITION);
}

uint32_t smb2_decrypt(const struct smb2_encryption *encryption, uint8_t *frame, size_t size,
                      struct bytes *messages)
{
    const struct smb2_cipher_row *cipher = smb2_cipher_find(encryption->cipher);
    struct reader reader = reader_over(frame, size);
    uint32_t message_size = 0;
    uint16_t flags = 0;
    uint64_t session_id = 0;

    reader_seek(&reader, SIZE_POSITION);
    message_size = reader_u32(&reader);
    reader_skip(&reader, 2);
    flags = reader_u16(&reader);
    session_id = reader_u64(&reader);
    if (reader.failed || message_size != reader_left(&reader) || flags != FLAGS_ENCRYPTED ||
        session_id != encryption->session_id)
    {
        return ERROR_BAD_NET_RESP;
    }
    if (!cipher)
    {
        return ERROR_NOT_SUPPORTED;
    }
    *messages = (struct bytes){ frame + SMB2_TRANSFORM_HEADER_SIZE, message_size };
    return crypto_decrypt(
        cipher->aead,
        (struct bytes){ encryption->keys->decryption, encryption->keys->cipher_key_size },
        (struct bytes){ frame + NONCE_POSITION, cipher->nonce_size }, authenticated_part(frame),
        frame + SMB2_TRANSFORM_HEADER_SIZE, message_size, frame + SIGNATURE_POSITION);
}
