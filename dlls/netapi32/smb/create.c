/*
 * SMB2 CREATE and CLOSE, as far as named pipes need them. [MS-SMB2] 2.2.13 to 2.2.15
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "base/status.h"
#include "smb/commands.h"

#define CREATE_REQUEST_SIZE 57
#define CREATE_REPLY_SIZE   89
#define REQUEST_FIXED_SIZE  56
#define CLOSE_REQUEST_SIZE  24

/* 2.2.13 */
#define IMPERSONATION_LEVEL_IMPERSONATION 2
#define FILE_OPEN                         1
/* 2.2.13.1.1: read and write data, attributes and extended attributes, READ_CONTROL, SYNCHRONIZE */
#define PIPE_ACCESS      0x0012019Fu
#define FILE_SHARE_READ  1
#define FILE_SHARE_WRITE 2

const struct smb2_file_id smb2_related_file_id = { UINT64_MAX, UINT64_MAX };

void smb2_create_pipe_encode(const char *pipe_name, size_t header, struct writer *writer)
{
    size_t body = writer->size;
    size_t length = strlen(pipe_name);

    writer_u16(writer, CREATE_REQUEST_SIZE);
    writer_u8(writer, 0); /* SecurityFlags */
    writer_u8(writer, 0); /* RequestedOplockLevel: none */
    writer_u32(writer, IMPERSONATION_LEVEL_IMPERSONATION);
    writer_u64(writer, 0); /* SmbCreateFlags */
    writer_u64(writer, 0); /* Reserved */
    writer_u32(writer, PIPE_ACCESS);
    writer_u32(writer, 0); /* FileAttributes */
    writer_u32(writer, FILE_SHARE_READ | FILE_SHARE_WRITE);
    writer_u32(writer, FILE_OPEN);
    writer_u32(writer, 0); /* CreateOptions */
    writer_u16(writer, (uint16_t)(body - header + REQUEST_FIXED_SIZE));
    writer_u16(writer, (uint16_t)(length * 2));
    writer_u32(writer, 0); /* CreateContextsOffset */
    writer_u32(writer, 0); /* CreateContextsLength */
    for (size_t i = 0; i < length; i++)
    {
        writer_u16(writer, (uint8_t)pipe_name[i]);
    }
}

uint32_t smb2_create_decode(struct smb2_file_id *file_id, struct bytes message)
{
    struct reader reader = reader_over(message.data, message.size);
    uint16_t structure_size = 0;

    reader_skip(&reader, SMB2_HEADER_SIZE);
    structure_size = reader_u16(&reader);
    reader_skip(&reader, 62); /* oplock, action, times, sizes and attributes */
    file_id->persistent = reader_u64(&reader);
    file_id->transient = reader_u64(&reader);
    return reader.failed || structure_size != CREATE_REPLY_SIZE ? ERROR_BAD_NET_RESP
                                                                : ERROR_SUCCESS;
}

void smb2_close_encode(struct smb2_file_id file_id, struct writer *writer)
{
    writer_u16(writer, CLOSE_REQUEST_SIZE);
    writer_u16(writer, 0); /* Flags */
    writer_u32(writer, 0); /* Reserved */
    writer_u64(writer, file_id.persistent);
    writer_u64(writer, file_id.transient);
}
