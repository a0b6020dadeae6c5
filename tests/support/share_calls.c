/*
 * The functions for shares as tests call them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/share_calls.h"

#include <stdlib.h>
#include <string.h>

#include "base/wire.h"
#include "platform/utf16_equal.h"

/* A text of a call, as UTF-16. */
static struct utf16_slice slice_of(const char *text, struct utf16_name *name)
{
    if (!text)
    {
        return (struct utf16_slice){ NULL, 0 };
    }
    if (!utf16_name_from_utf8(name, text))
    {
        abort();
    }
    return utf16_from_name(name);
}

uint32_t enum_shares(const char *server, uint32_t level, uint32_t preferred_length,
                     uint32_t resume_handle, struct info_answer *answer)
{
    struct utf16_name name;
    const struct info_request request = {
        .server = slice_of(server, &name),
        .level = level,
        .preferred_length = preferred_length,
        .resume_handle = resume_handle,
    };

    return shares_enumerate(&request, answer);
}

uint32_t get_share(const char *server, const char *name, uint32_t level, void **buffer)
{
    struct utf16_name names[2];

    return shares_get_info(slice_of(server, &names[0]), slice_of(name, &names[1]), level, buffer);
}

uint32_t check_share(const char *server, const char *device, uint32_t *type)
{
    struct utf16_name names[2];

    return shares_check(slice_of(server, &names[0]), slice_of(device, &names[1]), type);
}

uint32_t delete_share(const char *server, const char *name)
{
    struct utf16_name names[2];

    return shares_delete(slice_of(server, &names[0]), slice_of(name, &names[1]), 0);
}

struct share share_at(uint32_t level, const void *buffer, uint32_t index)
{
    const struct info_level *read_as = info_find_level(&share_family, level);
    struct share share = { .type = 0 };

    info_read(read_as, (const uint8_t *)buffer + index * read_as->api_size, &share);
    share.descriptor.size = share.descriptor_size;
    return share;
}

bool find_share(uint32_t level, const struct info_answer *answer, const char *name,
                struct share *share)
{
    for (uint32_t i = 0; i < answer->entries; i++)
    {
        *share = share_at(level, answer->buffer, i);
        if (utf16_equal_ascii(share->name, name))
        {
            return true;
        }
    }
    return false;
}

struct share_change change_of(const char *server, const char *name, uint32_t level)
{
    static struct utf16_name names[2];

    return (struct share_change){ .server = slice_of(server, &names[0]),
                                  .name = slice_of(name, &names[1]),
                                  .level = level,
                                  .parameter_error = UINT32_MAX };
}

void set_texts(struct share *share, const char *name, const char *remark, const char *path)
{
    static struct utf16_name names[3];

    share->name = slice_of(name, &names[0]);
    share->remark = slice_of(remark, &names[1]);
    share->path = slice_of(path, &names[2]);
}

void make_descriptor(uint8_t descriptor[DESCRIPTOR_SIZE], uint32_t mask)
{
    static const uint8_t administrators[] = { 1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 0x20, 2, 0, 0 };
    static const uint8_t everybody[] = { 1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0 };
    struct writer writer = { .data = NULL };

    writer_u16(&writer, 1);
    writer_u16(&writer, 0x8004);
    writer_u32(&writer, 0x14);
    writer_u32(&writer, 0x24);
    writer_u32(&writer, 0);
    writer_u32(&writer, 0x34);
    writer_bytes(&writer, administrators, sizeof(administrators));
    writer_bytes(&writer, administrators, sizeof(administrators));
    writer_u16(&writer, 2);
    writer_u16(&writer, 0x34);
    writer_u32(&writer, 2);
    writer_u32(&writer, 0x180000);
    writer_u32(&writer, 0x001f01ff);
    writer_bytes(&writer, administrators, sizeof(administrators));
    writer_u32(&writer, 0x140000);
    writer_u32(&writer, mask);
    writer_bytes(&writer, everybody, sizeof(everybody));
    if (writer.failed || writer.size != DESCRIPTOR_SIZE)
    {
        abort();
    }
    memcpy(descriptor, writer.data, DESCRIPTOR_SIZE);
    writer_free(&writer);
}
