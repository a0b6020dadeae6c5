/*
 * SMB2 TREE_CONNECT, and the commands whose bodies are empty. [MS-SMB2] 2.2.9, 2.2.10
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/status.h"
#include "smb/commands.h"

#define TREE_CONNECT_REQUEST_SIZE 9
#define TREE_CONNECT_REPLY_SIZE   16
#define REQUEST_FIXED_SIZE        8
#define EMPTY_BODY_SIZE           4

void smb2_tree_connect_encode(struct utf16_slice path, size_t header, struct writer *writer)
{
    size_t body = writer->size;

    writer_u16(writer, TREE_CONNECT_REQUEST_SIZE);
    writer_u16(writer, 0); /* Flags */
    writer_u16(writer, (uint16_t)(body - header + REQUEST_FIXED_SIZE));
    writer_u16(writer, (uint16_t)(path.length * 2));
    writer_bytes(writer, path.units, path.length * 2);
}

uint32_t smb2_tree_connect_decode(struct smb2_tree_connect_reply *reply, struct bytes message)
{
    struct reader reader = reader_over(message.data, message.size);
    uint16_t structure_size = 0;

    reader_skip(&reader, SMB2_HEADER_SIZE);
    structure_size = reader_u16(&reader);
    reply->share_type = reader_u8(&reader);
    reader_skip(&reader, 1);
    reply->share_flags = reader_u32(&reader);
    reader_skip(&reader, 4 + 4); /* Capabilities, MaximalAccess */
    return reader.failed || structure_size != TREE_CONNECT_REPLY_SIZE ? ERROR_BAD_NET_RESP
                                                                      : ERROR_SUCCESS;
}

void smb2_empty_encode(struct writer *writer)
{
    writer_u16(writer, EMPTY_BODY_SIZE);
    writer_u16(writer, 0);
}
