/*
 * SMB2 SESSION_SETUP. [MS-SMB2] 2.2.5, 2.2.6
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/status.h"
#include "smb/commands.h"

#define SESSION_SETUP_REQUEST_SIZE 25
#define SESSION_SETUP_REPLY_SIZE   9
#define REQUEST_FIXED_SIZE         24

void smb2_session_setup_encode(uint8_t security_mode, struct bytes security_blob, size_t header,
                               struct writer *writer)
{
    size_t body = writer->size;

    writer_u16(writer, SESSION_SETUP_REQUEST_SIZE);
    writer_u8(writer, 0); /* Flags: no binding */
    writer_u8(writer, security_mode);
    writer_u32(writer, 0); /* Capabilities: no DFS */
    writer_u32(writer, 0); /* Channel */
    writer_u16(writer, (uint16_t)(body - header + REQUEST_FIXED_SIZE));
    writer_u16(writer, (uint16_t)security_blob.size);
    writer_u64(writer, 0); /* PreviousSessionId */
    writer_bytes(writer, security_blob.data, security_blob.size);
}

uint32_t smb2_session_setup_decode(struct smb2_session_setup_reply *reply, struct bytes message)
{
    struct reader reader = reader_over(message.data, message.size);
    uint16_t structure_size = 0;
    uint16_t offset = 0;
    uint16_t size = 0;

    reader_skip(&reader, SMB2_HEADER_SIZE);
    structure_size = reader_u16(&reader);
    reply->session_flags = reader_u16(&reader);
    offset = reader_u16(&reader);
    size = reader_u16(&reader);
    reply->security_blob = reader_slice(&reader, offset, size);
    return reader.failed || structure_size != SESSION_SETUP_REPLY_SIZE ? ERROR_BAD_NET_RESP
                                                                       : ERROR_SUCCESS;
}
