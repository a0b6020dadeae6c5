/*
 * SMB2 NEGOTIATE. [MS-SMB2] 2.2.3, 2.2.4
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/status.h"
#include "smb/cipher.h"
#include "smb/commands.h"
#include "smb/signing.h"

#define NEGOTIATE_REQUEST_SIZE  36
#define NEGOTIATE_REPLY_SIZE    65
#define CONTEXT_ALIGNMENT       8
#define CONTEXT_OFFSET_POSITION 28 /* of NegotiateContextOffset, from the start of the body */
#define CONTEXTS_MAX            64

const uint16_t smb2_dialects[] = { SMB2_DIALECT_202, SMB2_DIALECT_210, SMB2_DIALECT_300,
                                   SMB2_DIALECT_302, SMB2_DIALECT_311 };
const size_t smb2_dialect_count = sizeof(smb2_dialects) / sizeof(smb2_dialects[0]);

static const uint16_t offered_hashes[] = { SMB2_PREAUTH_INTEGRITY_SHA512 };

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static bool is_among(const uint16_t *values, size_t count, uint16_t value)
{
    for (size_t i = 0; i < count; i++)
    {
        if (values[i] == value)
        {
            return true;
        }
    }
    return false;
}

/* ---- Request --------------------------------------------------------------------------------- */

/* Begins a negotiate context (2.2.3.1) and gives the offset of its data length. */
static size_t context_begin(struct writer *writer, size_t header, uint16_t type)
{
    size_t length_offset = 0;

    writer_align(writer, header, CONTEXT_ALIGNMENT);
    writer_u16(writer, type);
    length_offset = writer->size;
    writer_u16(writer, 0);
    writer_u32(writer, 0); /* Reserved */
    return length_offset;
}

static void context_end(struct writer *writer, size_t length_offset)
{
    const size_t rest_of_header = 6;

    writer_patch_u16(writer, length_offset,
                     (uint16_t)(writer->size - length_offset - rest_of_header));
}

static void write_list(struct writer *writer, const uint16_t *values, size_t count)
{
    for (size_t i = 0; i < count; i++)
    {
        writer_u16(writer, values[i]);
    }
}

/* 2.2.3.1.2 */
static void write_cipher_context(struct writer *writer, size_t header)
{
    size_t context = context_begin(writer, header, SMB2_ENCRYPTION_CAPABILITIES);

    writer_u16(writer, (uint16_t)smb2_cipher_count);
    for (size_t i = 0; i < smb2_cipher_count; i++)
    {
        writer_u16(writer, (uint16_t)smb2_ciphers[i].id);
    }
    context_end(writer, context);
}

/* 2.2.3.1.7 */
static void write_signing_context(struct writer *writer, size_t header)
{
    size_t context = context_begin(writer, header, SMB2_SIGNING_CAPABILITIES);

    writer_u16(writer, (uint16_t)smb2_signing_algorithm_count);
    for (size_t i = 0; i < smb2_signing_algorithm_count; i++)
    {
        writer_u16(writer, (uint16_t)smb2_signing_algorithms[i].id);
    }
    context_end(writer, context);
}

static void write_preauth_context(struct writer *writer, size_t header,
                                  const uint8_t salt[SMB2_PREAUTH_SALT_SIZE])
{
    size_t context = context_begin(writer, header, SMB2_PREAUTH_INTEGRITY_CAPABILITIES);

    writer_u16(writer, COUNT(offered_hashes));
    writer_u16(writer, SMB2_PREAUTH_SALT_SIZE);
    write_list(writer, offered_hashes, COUNT(offered_hashes));
    writer_bytes(writer, salt, SMB2_PREAUTH_SALT_SIZE);
    context_end(writer, context);
}

static void write_name_context(struct writer *writer, size_t header, struct utf16_slice server_name)
{
    size_t context = context_begin(writer, header, SMB2_NETNAME_NEGOTIATE_CONTEXT_ID);

    writer_bytes(writer, server_name.units, server_name.length * 2);
    context_end(writer, context);
}

void smb2_negotiate_encode(const struct smb2_negotiate_request *request, size_t header,
                           struct writer *writer)
{
    size_t body = writer->size;

    writer_u16(writer, NEGOTIATE_REQUEST_SIZE);
    writer_u16(writer, (uint16_t)smb2_dialect_count);
    writer_u16(writer, request->security_mode);
    writer_u16(writer, 0); /* Reserved */
    writer_u32(writer, request->capabilities);
    writer_bytes(writer, request->client_guid, SMB2_GUID_SIZE);
    writer_u32(writer, 0); /* NegotiateContextOffset, patched below */
    writer_u16(writer, 4); /* NegotiateContextCount */
    writer_u16(writer, 0); /* Reserved2 */
    write_list(writer, smb2_dialects, smb2_dialect_count);

    writer_align(writer, header, CONTEXT_ALIGNMENT);
    writer_patch_u32(writer, body + CONTEXT_OFFSET_POSITION, (uint32_t)(writer->size - header));
    write_preauth_context(writer, header, request->salt);
    write_cipher_context(writer, header);
    write_signing_context(writer, header);
    write_name_context(writer, header, request->server_name);
}

/* ---- Reply ----------------------------------------------------------------------------------- */

/* Which contexts have been seen, one bit each. */
enum seen_context
{
    SEEN_PREAUTH = 1,
    SEEN_ENCRYPTION = 2,
    SEEN_SIGNING = 4,
};

/* Reads a counted list that must hold one value. */
static bool read_choice(struct reader *reader, uint16_t *choice)
{
    uint16_t choices = reader_u16(reader);

    *choice = reader_u16(reader);
    return !reader->failed && choices == 1;
}

static bool read_preauth_choice(struct reader *reader)
{
    uint16_t choices = reader_u16(reader);
    uint16_t salt_size = reader_u16(reader);
    uint16_t hash = reader_u16(reader);

    reader_skip(reader, salt_size);
    return !reader->failed && choices == 1 && is_among(offered_hashes, COUNT(offered_hashes), hash);
}

static bool read_context(struct smb2_negotiate_reply *reply, uint16_t type, struct bytes data,
                         unsigned int *seen)
{
    struct reader reader = reader_over(data.data, data.size);
    unsigned int bit = 0;
    uint16_t choice = 0;
    bool valid = true;

    switch (type)
    {
    case SMB2_PREAUTH_INTEGRITY_CAPABILITIES:
        bit = SEEN_PREAUTH;
        valid = read_preauth_choice(&reader);
        break;
    case SMB2_ENCRYPTION_CAPABILITIES:
        bit = SEEN_ENCRYPTION;
        /* A server that shares no cipher with us answers with cipher 0. */
        valid = read_choice(&reader, &choice) &&
                (choice == SMB2_CIPHER_NONE || smb2_cipher_find(choice));
        reply->cipher = choice;
        break;
    case SMB2_SIGNING_CAPABILITIES:
        bit = SEEN_SIGNING;
        valid = read_choice(&reader, &choice) && smb2_signing_find(choice);
        reply->signing = choice;
        break;
    default: return true; /* unknown ones are to be ignored, 3.2.5.2 */
    }
    if (!valid || *seen & bit)
    {
        return false;
    }
    *seen |= bit;
    return true;
}

static uint32_t read_contexts(struct smb2_negotiate_reply *reply, struct reader *reader,
                              uint32_t offset, uint16_t count)
{
    unsigned int seen = 0;

    if (count > CONTEXTS_MAX)
    {
        return ERROR_BAD_NET_RESP;
    }
    reader_seek(reader, offset);
    for (uint16_t i = 0; i < count; i++)
    {
        uint16_t type = 0;
        struct bytes data = { 0 };

        reader_align(reader, CONTEXT_ALIGNMENT);
        type = reader_u16(reader);
        data.size = reader_u16(reader);
        reader_skip(reader, 4);
        data.data = reader_bytes(reader, data.size);
        if (reader->failed || !read_context(reply, type, data, &seen))
        {
            return ERROR_BAD_NET_RESP;
        }
    }
    return seen & SEEN_PREAUTH ? ERROR_SUCCESS : ERROR_BAD_NET_RESP;
}

/* What the dialects before 3.1.1 fix. */
static void set_fixed_algorithms(struct smb2_negotiate_reply *reply)
{
    reply->cipher = SMB2_CIPHER_NONE;
    reply->signing = SMB2_SIGNING_HMAC_SHA256;
    if (reply->dialect >= SMB2_DIALECT_300)
    {
        reply->signing = SMB2_SIGNING_AES_CMAC;
    }
    if ((reply->dialect == SMB2_DIALECT_300 || reply->dialect == SMB2_DIALECT_302) &&
        reply->capabilities & SMB2_GLOBAL_CAP_ENCRYPTION)
    {
        reply->cipher = SMB2_ENCRYPTION_AES128_CCM;
    }
}

uint32_t smb2_negotiate_decode(struct smb2_negotiate_reply *reply, struct bytes message)
{
    struct reader reader = reader_over(message.data, message.size);
    uint16_t dialect = 0;
    uint16_t context_count = 0;
    uint16_t blob_offset = 0;
    uint16_t blob_size = 0;
    uint32_t context_offset = 0;
    uint16_t structure_size = 0;

    reader_skip(&reader, SMB2_HEADER_SIZE);
    structure_size = reader_u16(&reader);
    reply->security_mode = reader_u16(&reader);
    dialect = reader_u16(&reader);
    context_count = reader_u16(&reader);
    reader_copy(&reader, reply->server_guid, SMB2_GUID_SIZE);
    reply->capabilities = reader_u32(&reader);
    reader_skip(&reader, 4 + 4 + 4 + 8 + 8); /* MaxTransact, MaxRead, MaxWrite and two times */
    blob_offset = reader_u16(&reader);
    blob_size = reader_u16(&reader);
    context_offset = reader_u32(&reader);
    reply->security_blob = reader_slice(&reader, blob_offset, blob_size);
    if (reader.failed || structure_size != NEGOTIATE_REPLY_SIZE ||
        !is_among(smb2_dialects, smb2_dialect_count, dialect))
    {
        return ERROR_BAD_NET_RESP;
    }
    reply->dialect = dialect;
    set_fixed_algorithms(reply);
    if (reply->dialect == SMB2_DIALECT_311)
    {
        return read_contexts(reply, &reader, context_offset, context_count);
    }
    return ERROR_SUCCESS;
}
