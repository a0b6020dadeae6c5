/*
 * The SMB2 packet header. [MS-SMB2] 2.2.1
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "smb/header.h"

void smb2_header_encode(const struct smb2_header *header, struct writer *writer)
{
    writer_u32(writer, SMB2_PROTOCOL_ID);
    writer_u16(writer, SMB2_HEADER_SIZE);
    writer_u16(writer, header->credit_charge);
    writer_u32(writer, header->status);
    writer_u16(writer, header->command);
    writer_u16(writer, header->credits);
    writer_u32(writer, header->flags);
    writer_u32(writer, header->next_command);
    writer_u64(writer, header->message_id);
    writer_u32(writer, 0); /* Reserved */
    writer_u32(writer, header->tree_id);
    writer_u64(writer, header->session_id);
    writer_zeros(writer, SMB2_SIGNATURE_SIZE);
}

bool smb2_header_decode(struct smb2_header *header, struct reader *reader)
{
    uint32_t protocol_id = reader_u32(reader);
    uint16_t structure_size = reader_u16(reader);

    header->credit_charge = reader_u16(reader);
    header->status = reader_u32(reader);
    header->command = reader_u16(reader);
    header->credits = reader_u16(reader);
    header->flags = reader_u32(reader);
    header->next_command = reader_u32(reader);
    header->message_id = reader_u64(reader);
    reader_skip(reader, 4);
    header->tree_id = reader_u32(reader);
    header->session_id = reader_u64(reader);
    reader_copy(reader, header->signature, SMB2_SIGNATURE_SIZE);
    return !reader->failed && protocol_id == SMB2_PROTOCOL_ID && structure_size == SMB2_HEADER_SIZE;
}
