/*
 * The little of ASN.1's encoding that SPNEGO and LDAP pings need: reading and writing one element at a time.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "auth/der.h"

#include <string.h>

#define LONG_FORM        0x80
#define LENGTH_BYTES_MAX 4
#define HEADER_SIZE_MAX  (2 + LENGTH_BYTES_MAX)

static size_t read_length(struct reader *reader)
{
    const uint8_t first = reader_u8(reader);
    const size_t count = first & 0x7F;
    size_t length = 0;

    if (first < LONG_FORM)
    {
        return first;
    }
    if (!count || count > LENGTH_BYTES_MAX)
    {
        reader->failed = true;
        return 0;
    }
    for (size_t i = 0; i < count; i++)
    {
        length = length << 8 | reader_u8(reader);
    }
    return length;
}

bool der_next(struct reader *reader, uint8_t *tag, struct bytes *contents)
{
    size_t length = 0;

    if (reader->failed || !reader_left(reader))
    {
        return false;
    }
    *tag = reader_u8(reader);
    length = read_length(reader);
    *contents = (struct bytes){ reader_bytes(reader, length), length };
    return !reader->failed;
}

struct bytes der_expect(struct reader *reader, uint8_t tag)
{
    struct bytes contents = { 0 };
    uint8_t found = 0;

    if (!der_next(reader, &found, &contents) || found != tag)
    {
        reader->failed = true;
        return (struct bytes){ 0 };
    }
    return contents;
}

size_t der_begin(const struct writer *writer)
{
    return writer->size;
}

void der_end(struct writer *writer, size_t start, uint8_t tag)
{
    const size_t length = writer->size - start;
    uint8_t header[HEADER_SIZE_MAX] = { tag };
    size_t header_size = 1;

    if (length < LONG_FORM)
    {
        header[header_size++] = (uint8_t)length;
    }
    else
    {
        size_t count = 1;

        while (count < LENGTH_BYTES_MAX && length >> (8 * count))
        {
            count++;
        }
        header[header_size++] = (uint8_t)(LONG_FORM | count);
        for (size_t i = count; i-- > 0;)
        {
            header[header_size++] = (uint8_t)(length >> (8 * i));
        }
    }
    /* The length is known only now: make room in front of the contents. */
    writer_zeros(writer, header_size);
    if (!writer->failed)
    {
        memmove(writer->data + start + header_size, writer->data + start, length);
        writer_patch_bytes(writer, start, header, header_size);
    }
}

void der_write(struct writer *writer, uint8_t tag, struct bytes contents)
{
    const size_t start = der_begin(writer);

    writer_bytes(writer, contents.data, contents.size);
    der_end(writer, start, tag);
}
