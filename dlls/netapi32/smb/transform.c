/*
 * Encrypted messages: the SMB2 TRANSFORM_HEADER. [MS-SMB2] 2.2.41, 3.1.4.3, 3.1.4.4
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "smb/transform.h"

#include "base/status.h"

#define SIGNATURE_POSITION  4
#define NONCE_POSITION      20 /* the authenticated part of the header begins here */
#define SIZE_POSITION       36
#define FLAGS_POSITION      42
#define SESSION_ID_POSITION 44
#define FLAGS_ENCRYPTED     0x0001 /* in 3.0 and 3.0.2 the same number means AES-128-CCM */

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

uint32_t smb2_encryption_open(struct smb2_encryption *encryption, enum smb2_cipher cipher,
                              const struct smb2_session_keys *keys, uint64_t session_id)
{
    const struct smb2_cipher_row *row = smb2_cipher_find(cipher);
    uint32_t status = ERROR_SUCCESS;

    *encryption = (struct smb2_encryption){ .session_id = session_id };
    if (!row || !keys->cipher_key_size)
    {
        return ERROR_SUCCESS;
    }
    status = crypto_aead_create(
        row->mode, (struct bytes){ keys->encryption, keys->cipher_key_size }, &encryption->sending);
    if (!status)
    {
        status =
            crypto_aead_create(row->mode, (struct bytes){ keys->decryption, keys->cipher_key_size },
                               &encryption->receiving);
    }
    if (status)
    {
        smb2_encryption_close(encryption);
        return status;
    }
    encryption->cipher = row;
    return ERROR_SUCCESS;
}

void smb2_encryption_close(struct smb2_encryption *encryption)
{
    crypto_aead_free(encryption->sending);
    crypto_aead_free(encryption->receiving);
    *encryption = (struct smb2_encryption){ 0 };
}

/* Nonce, original size, reserved, flags, session id: everything behind the signature. */
static void fill_header(struct smb2_encryption *encryption, struct writer *writer,
                        size_t transform_header, size_t message_size)
{
    const uint64_t nonce = encryption->next_nonce++;
    const size_t header = transform_header;

    writer_patch_u32(writer, header + NONCE_POSITION, (uint32_t)nonce);
    writer_patch_u32(writer, header + NONCE_POSITION + sizeof(uint32_t), (uint32_t)(nonce >> 32));
    writer_patch_u32(writer, header + SIZE_POSITION, (uint32_t)message_size);
    writer_patch_u16(writer, header + FLAGS_POSITION, FLAGS_ENCRYPTED);
    writer_patch_u32(writer, header + SESSION_ID_POSITION, (uint32_t)encryption->session_id);
    writer_patch_u32(writer, header + SESSION_ID_POSITION + sizeof(uint32_t),
                     (uint32_t)(encryption->session_id >> 32));
}

uint32_t smb2_encrypt(struct smb2_encryption *encryption, struct writer *writer,
                      size_t transform_header)
{
    size_t message = transform_header + SMB2_TRANSFORM_HEADER_SIZE;
    uint8_t *header = NULL;

    if (!encryption->cipher)
    {
        return ERROR_NOT_SUPPORTED;
    }
    fill_header(encryption, writer, transform_header, writer->size - message);
    if (writer->failed)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    header = writer->data + transform_header;
    return crypto_aead_encrypt(
        encryption->sending,
        (struct bytes){ header + NONCE_POSITION, encryption->cipher->nonce_size },
        authenticated_part(header), writer->data + message, writer->size - message,
        header + SIGNATURE_POSITION);
}

uint32_t smb2_decrypt(const struct smb2_encryption *encryption, uint8_t *frame, size_t size,
                      struct bytes *messages)
{
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
    if (!encryption->cipher)
    {
        return ERROR_NOT_SUPPORTED;
    }
    *messages = (struct bytes){ frame + SMB2_TRANSFORM_HEADER_SIZE, message_size };
    return crypto_aead_decrypt(
        encryption->receiving,
        (struct bytes){ frame + NONCE_POSITION, encryption->cipher->nonce_size },
        authenticated_part(frame), frame + SMB2_TRANSFORM_HEADER_SIZE, message_size,
        frame + SIGNATURE_POSITION);
}
