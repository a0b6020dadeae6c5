/*
 * The two cursors through which every byte of a message is read and written.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/wire.h"

#include <stdlib.h>
#include <string.h>

#include "base/wipe.h"

#define WRITER_FIRST_CAPACITY 256

struct reader reader_over(const void *data, size_t size)
{
    return (struct reader){ .data = data, .size = size };
}

static uint64_t reader_number(struct reader *reader, size_t size)
{
    const uint8_t *bytes = reader_bytes(reader, size);
    uint64_t value = 0;

    for (size_t i = 0; bytes && i < size; i++)
    {
        value |= (uint64_t)bytes[i] << (8 * i);
    }
    return value;
}

static uint32_t reader_number_big_endian(struct reader *reader, size_t size)
{
    const uint8_t *bytes = reader_bytes(reader, size);
    uint32_t value = 0;

    for (size_t i = 0; bytes && i < size; i++)
    {
        value = value << 8 | bytes[i];
    }
    return value;
}

uint8_t reader_u8(struct reader *reader)
{
    return (uint8_t)reader_number(reader, 1);
}

uint16_t reader_u16(struct reader *reader)
{
    return (uint16_t)reader_number(reader, 2);
}

uint64_t reader_u64(struct reader *reader)
{
    return reader_number(reader, 8);
}

uint16_t reader_u16_big_endian(struct reader *reader)
{
    return (uint16_t)reader_number_big_endian(reader, 2);
}

uint32_t reader_u24_big_endian(struct reader *reader)
{
    return reader_number_big_endian(reader, 3);
}

void reader_copy(struct reader *reader, void *destination, size_t size)
{
    const uint8_t *bytes = reader_bytes(reader, size);

    if (bytes && size)
    {
        memcpy(destination, bytes, size);
    }
    else if (size)
    {
        memset(destination, 0, size);
    }
}

void reader_seek(struct reader *reader, size_t offset)
{
    if (offset > reader->size)
    {
        reader->failed = true;
        return;
    }
    reader->offset = offset;
}

struct bytes reader_slice(struct reader *reader, size_t offset, size_t size)
{
    if (!size)
    {
        return (struct bytes){ 0 };
    }
    if (reader->failed || offset > reader->size || size > reader->size - offset)
    {
        reader->failed = true;
        return (struct bytes){ 0 };
    }
    return (struct bytes){ reader->data + offset, size };
}

struct bytes reader_until(struct reader *reader, uint8_t end)
{
    const size_t left = reader->failed ? 0 : reader_left(reader);
    const uint8_t *data = left ? reader_bytes(reader, left) : NULL;
    const uint8_t *found = data ? memchr(data, end, left) : NULL;
    const struct bytes run = { data, found ? (size_t)(found - data) : left };

    if (found)
    {
        reader->offset -= left - run.size - 1;
    }
    return run;
}

void writer_reserve(struct writer *writer, size_t size)
{
    uint8_t *data = NULL;

    if (writer->failed || size <= writer->capacity)
    {
        return;
    }
    /* Not realloc: the old block may hold a secret and must be wiped. */
    data = malloc(size);
    if (!data)
    {
        writer->failed = true;
        return;
    }
    if (writer->size)
    {
        memcpy(data, writer->data, writer->size);
        wipe(writer->data, writer->size);
    }
    free(writer->data);
    writer->data = data;
    writer->capacity = size;
}

/* Room for `size` more bytes; they count as written. NULL when there is no memory. */
static uint8_t *writer_extend(struct writer *writer, size_t size)
{
    if (writer->failed)
    {
        return NULL;
    }
    if (!writer->data || size > writer->capacity - writer->size)
    {
        size_t capacity = writer->capacity ? writer->capacity : WRITER_FIRST_CAPACITY;

        while (capacity - writer->size < size)
        {
            if (capacity > SIZE_MAX / 2)
            {
                writer->failed = true;
                return NULL;
            }
            capacity *= 2;
        }
        writer_reserve(writer, capacity);
        if (writer->failed)
        {
            return NULL;
        }
    }
    writer->size += size;
    return writer->data + writer->size - size;
}

static void store(uint8_t *destination, uint64_t value, size_t size)
{
    for (size_t i = 0; i < size; i++)
    {
        destination[i] = (uint8_t)(value >> (8 * i));
    }
}

static void writer_number(struct writer *writer, uint64_t value, size_t size)
{
    uint8_t *destination = writer_extend(writer, size);

    if (destination)
    {
        store(destination, value, size);
    }
}

void writer_u8(struct writer *writer, uint8_t value)
{
    writer_number(writer, value, 1);
}

void writer_u16(struct writer *writer, uint16_t value)
{
    writer_number(writer, value, 2);
}

void writer_u32(struct writer *writer, uint32_t value)
{
    writer_number(writer, value, 4);
}

void writer_u64(struct writer *writer, uint64_t value)
{
    writer_number(writer, value, 8);
}

void writer_u16_big_endian(struct writer *writer, uint16_t value)
{
    writer_u8(writer, (uint8_t)(value >> 8));
    writer_u8(writer, (uint8_t)value);
}

void writer_u24_big_endian(struct writer *writer, uint32_t value)
{
    writer_u8(writer, (uint8_t)(value >> 16));
    writer_u16_big_endian(writer, (uint16_t)value);
}

void writer_bytes(struct writer *writer, const void *data, size_t size)
{
    uint8_t *destination = writer_extend(writer, size);

    if (destination && size)
    {
        memcpy(destination, data, size);
    }
}

void writer_zeros(struct writer *writer, size_t size)
{
    uint8_t *destination = writer_extend(writer, size);

    if (destination && size)
    {
        memset(destination, 0, size);
    }
}

void writer_align(struct writer *writer, size_t origin, size_t alignment)
{
    writer_zeros(writer, (alignment - (writer->size - origin) % alignment) % alignment);
}

void writer_patch_bytes(struct writer *writer, size_t offset, const void *data, size_t size)
{
    if (writer->failed || offset > writer->size || size > writer->size - offset)
    {
        writer->failed = true;
        return;
    }
    if (size)
    {
        memcpy(writer->data + offset, data, size);
    }
}

void writer_patch_u16(struct writer *writer, size_t offset, uint16_t value)
{
    uint8_t bytes[2];

    store(bytes, value, sizeof(bytes));
    writer_patch_bytes(writer, offset, bytes, sizeof(bytes));
}

void writer_patch_u32(struct writer *writer, size_t offset, uint32_t value)
{
    uint8_t bytes[4];

    store(bytes, value, sizeof(bytes));
    writer_patch_bytes(writer, offset, bytes, sizeof(bytes));
}

void writer_clear(struct writer *writer)
{
    if (writer->capacity > WRITER_KEPT_MAX)
    {
        writer_free(writer);
        return;
    }
    if (writer->size)
    {
        wipe(writer->data, writer->size);
    }
    writer->size = 0;
    writer->failed = false;
}

void writer_free(struct writer *writer)
{
    if (writer->data)
    {
        wipe(writer->data, writer->size);
    }
    free(writer->data);
    *writer = (struct writer){ 0 };
}
