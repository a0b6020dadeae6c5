/*
 * The AV pairs of NTLM. [MS-NLMP] 2.2.2.1
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "auth/ntlm_target_info.h"

#include <limits.h>

#include "base/status.h"

/* [MS-NLMP] 3.1.5.1.2: zeros where the caller binds to no channel. */
#define CHANNEL_BINDINGS_SIZE 16

static void write_pair_header(struct writer *info, enum ntlm_av_id id, size_t size)
{
    writer_u16(info, (uint16_t)id);
    writer_u16(info, (uint16_t)size);
}

static void write_pair(struct writer *info, uint16_t id, struct bytes value)
{
    writer_u16(info, id);
    writer_u16(info, (uint16_t)value.size);
    writer_bytes(info, value.data, value.size);
}

uint32_t ntlm_extend_target_info(struct bytes server_info, struct utf16_slice target_name,
                                 struct writer *info, bool *has_timestamp, uint64_t *timestamp)
{
    struct reader reader = reader_over(server_info.data, server_info.size);
    uint32_t flags = 0;
    uint32_t seen = 0;
    uint16_t id = MsvAvEOL;

    *has_timestamp = false;
    *timestamp = 0;
    if (server_info.size > NTLM_TARGET_INFO_MAX)
    {
        return ERROR_BAD_NET_RESP;
    }
    do
    {
        struct bytes value = { 0 };
        struct reader contents = { 0 };

        id = reader_u16(&reader);
        value.size = reader_u16(&reader);
        value.data = reader_bytes(&reader, value.size);
        if (reader.failed)
        {
            return ERROR_BAD_NET_RESP;
        }
        if (id < sizeof(seen) * CHAR_BIT)
        {
            if (seen & (uint32_t)1 << id)
            {
                return ERROR_BAD_NET_RESP;
            }
            seen |= (uint32_t)1 << id;
        }
        contents = reader_over(value.data, value.size);
        switch (id)
        {
        case MsvAvEOL:
        case MsvAvSingleHost:
        case MsvAvTargetName:
        case MsvAvChannelBindings: break;
        case MsvAvFlags: flags = reader_u32(&contents); break;
        case MsvAvTimestamp:
            *timestamp = reader_u64(&contents);
            *has_timestamp = true;
            write_pair(info, id, value);
            break;
        default: write_pair(info, id, value); break;
        }
        if (contents.failed)
        {
            return ERROR_BAD_NET_RESP;
        }
    } while (id != MsvAvEOL);

    write_pair_header(info, MsvAvFlags, sizeof(flags));
    writer_u32(info, flags | MSV_AV_FLAG_MIC);
    write_pair_header(info, MsvAvChannelBindings, CHANNEL_BINDINGS_SIZE);
    writer_zeros(info, CHANNEL_BINDINGS_SIZE);
    write_pair(info, MsvAvTargetName,
               (struct bytes){ target_name.units, target_name.length * sizeof(uint16_t) });
    write_pair_header(info, MsvAvEOL, 0);
    return info->failed ? ERROR_NOT_ENOUGH_MEMORY : ERROR_SUCCESS;
}
