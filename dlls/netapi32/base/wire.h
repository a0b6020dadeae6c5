/*
 * The two cursors through which every byte of a message is read and written.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Numbers are little-endian unless the name says otherwise. Both cursors remember a failure:
 * a caller may do a series of calls and look at `failed` once at the end. After a failure
 * readers give zeros and writers do nothing, so no call in between can do harm.
 */
#ifndef NETAPI32_BASE_WIRE_H
#define NETAPI32_BASE_WIRE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A read-only run of bytes that belongs to somebody else. */
struct bytes
{
    const uint8_t *data;
    size_t size;
};

/* Reads bytes that belong to the caller and outlive the reader. */
struct reader
{
    const uint8_t *data;
    size_t size;
    size_t offset; /* never beyond size */
    bool failed;   /* something beyond the end was asked for */
};

struct reader reader_over(const void *data, size_t size);
static inline size_t reader_left(const struct reader *reader)
{
    return reader->size - reader->offset;
}

/* The next `size` bytes, in place. NULL, and a failed reader, if there are fewer. */
static inline const uint8_t *reader_bytes(struct reader *reader, size_t size)
{
    const uint8_t *start = NULL;

    if (reader->failed || size > reader_left(reader))
    {
        reader->failed = true;
        return NULL;
    }
    start = reader->data + reader->offset;
    reader->offset += size;
    return start;
}

uint8_t reader_u8(struct reader *reader);
uint16_t reader_u16(struct reader *reader);
static inline uint32_t reader_u32(struct reader *reader)
{
    const uint8_t *bytes = reader_bytes(reader, sizeof(uint32_t));

    return bytes ? bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 |
                       (uint32_t)bytes[3] << 24
                 : 0;
}
uint64_t reader_u64(struct reader *reader);
uint16_t reader_u16_big_endian(struct reader *reader);
uint32_t reader_u24_big_endian(struct reader *reader);

void reader_copy(struct reader *reader, void *destination, size_t size);
static inline void reader_skip(struct reader *reader, size_t size)
{
    reader_bytes(reader, size);
}
/* The next `size` bytes from the next multiple of `alignment` on, in place. */
static inline const uint8_t *reader_aligned_bytes(struct reader *reader, size_t alignment,
                                                  size_t size)
{
    const size_t padding = (0 - reader->offset) & (alignment - 1);
    const uint8_t *start = NULL;

    if (reader->failed || padding + size > reader_left(reader))
    {
        reader->failed = true;
        return NULL;
    }
    start = reader->data + reader->offset + padding;
    reader->offset += padding + size;
    return start;
}
/* The next `count` units of UTF-16, in place. */
static inline const uint8_t *reader_units(struct reader *reader, size_t count)
{
    const uint8_t *start = NULL;

    if (reader->failed || count > reader_left(reader) / sizeof(uint16_t))
    {
        reader->failed = true;
        return NULL;
    }
    start = reader->data + reader->offset;
    reader->offset += count * sizeof(uint16_t);
    return start;
}
/* Moves on to the next multiple of `alignment` (a power of two), counted from the start of the data. */
static inline void reader_align(struct reader *reader, size_t alignment)
{
    reader_skip(reader, (0 - reader->offset) & (alignment - 1));
}
void reader_seek(struct reader *reader, size_t offset);
/* The `size` bytes at `offset`, without moving. {NULL, 0}, and a failed reader, if they are not
 * all there. An empty run is never a failure. */
struct bytes reader_slice(struct reader *reader, size_t offset, size_t size);
/* The bytes up to the next `end`, which is passed over, or all that are left; never a failure. */
struct bytes reader_until(struct reader *reader, uint8_t end);

/* Writes to a buffer of its own that grows; writer_free() wipes and releases it. */
struct writer
{
    uint8_t *data;
    size_t size;
    size_t capacity;
    bool failed; /* memory ran out, or a patch lay outside */
};

void writer_u8(struct writer *writer, uint8_t value);
void writer_u16(struct writer *writer, uint16_t value);
void writer_u32(struct writer *writer, uint32_t value);
void writer_u64(struct writer *writer, uint64_t value);
void writer_u16_big_endian(struct writer *writer, uint16_t value);
void writer_u24_big_endian(struct writer *writer, uint32_t value);
void writer_bytes(struct writer *writer, const void *data, size_t size);
/* Makes room for `size` bytes altogether, and no more; they are still to be written. Who knows how much
 * comes spares the copies, and the memory, of a buffer that grows. */
void writer_reserve(struct writer *writer, size_t size);
void writer_zeros(struct writer *writer, size_t size);
/* Adds zeros up to the next multiple of `alignment`, counted from `origin`. */
void writer_align(struct writer *writer, size_t origin, size_t alignment);
/* Overwrites what was written before at `offset`. */
void writer_patch_u16(struct writer *writer, size_t offset, uint16_t value);
void writer_patch_u32(struct writer *writer, size_t offset, uint32_t value);
void writer_patch_bytes(struct writer *writer, size_t offset, const void *data, size_t size);
/* Wipes what was written and makes the writer empty; it keeps its room, up to WRITER_KEPT_MAX. */
#define WRITER_KEPT_MAX 16384
void writer_clear(struct writer *writer);
/* Wipes, releases, and makes the writer empty and usable again. */
void writer_free(struct writer *writer);

#endif
