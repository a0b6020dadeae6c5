/*
 * SMB2 READ and WRITE. [MS-SMB2] 2.2.19 to 2.2.22
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/status.h"
#include "smb/commands.h"

#define READ_REQUEST_SIZE        49
#define READ_REPLY_SIZE          17
#define WRITE_REQUEST_SIZE       49
#define WRITE_REPLY_SIZE         17
#define WRITE_REQUEST_FIXED_SIZE 48

void smb2_read_encode(struct smb2_file_id file_id, uint32_t size, struct writer *writer)
{
    writer_u16(writer, READ_REQUEST_SIZE);
    writer_u8(writer, 0); /* Padding: where the data may begin; a hint */
    writer_u8(writer, 0); /* Flags */
    writer_u32(writer, size);
    writer_u64(writer, 0); /* Offset: pipes have none */
    writer_u64(writer, file_id.persistent);
    writer_u64(writer, file_id.transient);
    writer_u32(writer, 0); /* MinimumCount */
    writer_u32(writer, 0); /* Channel */
    writer_u32(writer, 0); /* RemainingBytes */
    writer_u16(writer, 0); /* ReadChannelInfoOffset */
    writer_u16(writer, 0); /* ReadChannelInfoLength */
    writer_u8(writer, 0);  /* Buffer holds at least one byte */
}

uint32_t smb2_read_decode(struct bytes *data, struct bytes message)
{
    struct reader reader = reader_over(message.data, message.size);
    uint16_t structure_size = 0;
    uint8_t offset = 0;
    uint32_t size = 0;

    reader_skip(&reader, SMB2_HEADER_SIZE);
    structure_size = reader_u16(&reader);
    offset = reader_u8(&reader);
    reader_skip(&reader, 1);
    size = reader_u32(&reader);
    reader_skip(&reader, 8); /* DataRemaining, Flags */
    *data = reader_slice(&reader, offset, size);
    return reader.failed || structure_size != READ_REPLY_SIZE ? ERROR_BAD_NET_RESP : ERROR_SUCCESS;
}

void smb2_write_encode(struct smb2_file_id file_id, struct bytes data, size_t header,
                       struct writer *writer)
{
    uint16_t data_offset = (uint16_t)(writer->size - header + WRITE_REQUEST_FIXED_SIZE);

    writer_u16(writer, WRITE_REQUEST_SIZE);
    writer_u16(writer, data_offset);
    writer_u32(writer, (uint32_t)data.size);
    writer_u64(writer, 0); /* Offset */
    writer_u64(writer, file_id.persistent);
    writer_u64(writer, file_id.transient);
    writer_u32(writer, 0); /* Channel */
    writer_u32(writer, 0); /* RemainingBytes */
    writer_u16(writer, 0); /* WriteChannelInfoOffset */
    writer_u16(writer, 0); /* WriteChannelInfoLength */
    writer_u32(writer, 0); /* Flags */
    writer_bytes(writer, data.data, data.size);
}

uint32_t smb2_write_decode(uint32_t *written, struct bytes message)
{
    struct reader reader = reader_over(message.data, message.size);
    uint16_t structure_size = 0;

    reader_skip(&reader, SMB2_HEADER_SIZE);
    structure_size = reader_u16(&reader);
    reader_skip(&reader, 2);
    *written = reader_u32(&reader);
    return reader.failed || structure_size != WRITE_REPLY_SIZE ? ERROR_BAD_NET_RESP : ERROR_SUCCESS;
}
