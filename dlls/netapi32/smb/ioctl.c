/*
 * SMB2 IOCTL. [MS-SMB2] 2.2.31, 2.2.32
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/status.h"
#include "smb/commands.h"

#define IOCTL_REQUEST_SIZE 57
#define IOCTL_REPLY_SIZE   49
#define REQUEST_FIXED_SIZE 56

void smb2_ioctl_encode(uint32_t control_code, struct smb2_file_id file_id, struct bytes input,
                       uint32_t output_size_max, size_t header, struct writer *writer)
{
    uint32_t input_offset = (uint32_t)(writer->size - header + REQUEST_FIXED_SIZE);

    writer_u16(writer, IOCTL_REQUEST_SIZE);
    writer_u16(writer, 0); /* Reserved */
    writer_u32(writer, control_code);
    writer_u64(writer, file_id.persistent);
    writer_u64(writer, file_id.transient);
    writer_u32(writer, input_offset);
    writer_u32(writer, (uint32_t)input.size);
    writer_u32(writer, 0); /* MaxInputResponse */
    writer_u32(writer, 0); /* OutputOffset */
    writer_u32(writer, 0); /* OutputCount */
    writer_u32(writer, output_size_max);
    writer_u32(writer, SMB2_0_IOCTL_IS_FSCTL);
    writer_u32(writer, 0); /* Reserved2 */
    writer_bytes(writer, input.data, input.size);
}

uint32_t smb2_ioctl_decode(struct bytes *output, uint32_t control_code, struct bytes message)
{
    struct reader reader = reader_over(message.data, message.size);
    uint16_t structure_size = 0;
    uint32_t reply_code = 0;
    uint32_t output_offset = 0;
    uint32_t output_size = 0;

    reader_skip(&reader, SMB2_HEADER_SIZE);
    structure_size = reader_u16(&reader);
    reader_skip(&reader, 2);
    reply_code = reader_u32(&reader);
    reader_skip(&reader, 16 + 4 + 4); /* FileId, InputOffset, InputCount */
    output_offset = reader_u32(&reader);
    output_size = reader_u32(&reader);
    *output = reader_slice(&reader, output_offset, output_size);
    return reader.failed || structure_size != IOCTL_REPLY_SIZE || reply_code != control_code
               ? ERROR_BAD_NET_RESP
               : ERROR_SUCCESS;
}
