/*
 * The three messages of NTLM on the wire. [MS-NLMP] 2.2
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "auth/ntlm_messages.h"

#include <string.h>

#include "base/status.h"

enum ntlm_message_type
{
    NTLM_NEGOTIATE = 1,
    NTLM_CHALLENGE = 2,
    NTLM_AUTHENTICATE = 3,
};

static const uint8_t signature[8] = { 'N', 'T', 'L', 'M', 'S', 'S', 'P', 0 };

/* [MS-NLMP] 2.2.2.10: 10.0, build 0, NTLMSSP_REVISION_W2K3. For people who read traces: no side
 * decides anything by it. */
static const uint8_t version[8] = { 10, 0, 0, 0, 0, 0, 0, 15 };

static void write_header(struct writer *message, enum ntlm_message_type type)
{
    writer_bytes(message, signature, sizeof(signature));
    writer_u32(message, type);
}

/* The length, allocated length and offset of a field whose bytes are elsewhere in the message. */
static void write_field(struct writer *message, size_t size, size_t offset)
{
    if (size > UINT16_MAX)
    {
        message->failed = true;
    }
    writer_u16(message, (uint16_t)size);
    writer_u16(message, (uint16_t)size);
    writer_u32(message, (uint32_t)offset);
}

static struct bytes read_field(struct reader *message)
{
    const uint16_t size = reader_u16(message);
    uint32_t offset = 0;

    reader_u16(message);
    offset = reader_u32(message);
    return reader_slice(message, offset, size);
}

void ntlm_write_negotiate(struct writer *message, uint32_t flags)
{
    write_header(message, NTLM_NEGOTIATE);
    writer_u32(message, flags);
    write_field(message, 0, 0); /* domain */
    write_field(message, 0, 0); /* workstation */
    writer_bytes(message, version, sizeof(version));
}

uint32_t ntlm_read_challenge(struct bytes message, struct ntlm_challenge *challenge)
{
    struct reader reader = reader_over(message.data, message.size);
    uint8_t found_signature[sizeof(signature)];
    uint32_t type = 0;

    reader_copy(&reader, found_signature, sizeof(found_signature));
    type = reader_u32(&reader);
    read_field(&reader); /* the target's name, which the AV pairs tell better */
    challenge->flags = reader_u32(&reader);
    reader_copy(&reader, challenge->server_challenge, sizeof(challenge->server_challenge));
    reader_skip(&reader, 8);
    challenge->target_info = read_field(&reader);
    if (reader.failed || type != NTLM_CHALLENGE ||
        memcmp(found_signature, signature, sizeof(signature)) != 0)
    {
        return ERROR_BAD_NET_RESP;
    }
    return ERROR_SUCCESS;
}

static struct bytes bytes_of(struct utf16_slice text)
{
    return (struct bytes){ text.units, text.length * sizeof(uint16_t) };
}

void ntlm_write_authenticate(struct writer *message, const struct ntlm_authenticate *authenticate)
{
    /* In the order of the fields in the message's fixed part. */
    const struct bytes fields[] = {
        authenticate->lm_response,           authenticate->nt_response,
        bytes_of(authenticate->domain),      bytes_of(authenticate->user),
        bytes_of(authenticate->workstation), authenticate->encrypted_session_key,
    };
    /* The order of their bytes behind it: names first, as Windows does it. */
    static const size_t payload[] = { 2, 3, 4, 0, 1, 5 };
    const size_t count = sizeof(fields) / sizeof(fields[0]);
    size_t offsets[sizeof(fields) / sizeof(fields[0])];
    size_t offset = NTLM_MIC_OFFSET + NTLM_MIC_SIZE;

    for (size_t i = 0; i < count; i++)
    {
        offsets[payload[i]] = offset;
        offset += fields[payload[i]].size;
    }
    write_header(message, NTLM_AUTHENTICATE);
    for (size_t i = 0; i < count; i++)
    {
        write_field(message, fields[i].size, offsets[i]);
    }
    writer_u32(message, authenticate->flags);
    writer_bytes(message, version, sizeof(version));
    writer_zeros(message, NTLM_MIC_SIZE);
    for (size_t i = 0; i < count; i++)
    {
        writer_bytes(message, fields[payload[i]].data, fields[payload[i]].size);
    }
}
