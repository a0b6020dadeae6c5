/*
 * Domain names on the wire, compressed or not.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "dns/dns_name.h"

#include <string.h>

#define LABEL_KIND_MASK    0xC0
#define LABEL_KIND_POINTER 0xC0
#define POINTER_MASK       0x3FFF

bool dns_name_write(struct writer *writer, const char *name)
{
    size_t length = strlen(name);

    /* On the wire a byte is added in front and one behind. */
    if (length + 2 > DNS_NAME_SIZE - 1)
    {
        return false;
    }
    while (length)
    {
        const char *dot = memchr(name, '.', length);
        const size_t label = dot ? (size_t)(dot - name) : length;

        if (!label || label > DNS_LABEL_MAX || label + 1 == length)
        {
            return false;
        }
        writer_u8(writer, (uint8_t)label);
        writer_bytes(writer, name, label);
        name += label + (dot ? 1 : 0);
        length -= label + (dot ? 1 : 0);
    }
    writer_u8(writer, 0);
    return !writer->failed;
}

/* Adds a label of the reader's to the name. */
static bool add_label(struct reader *reader, size_t label, char *name, size_t *length)
{
    const uint8_t *bytes = reader_bytes(reader, label);
    const size_t dot = *length ? 1 : 0;

    if (!bytes || *length + dot + label >= DNS_NAME_SIZE - 1 || memchr(bytes, 0, label) ||
        memchr(bytes, '.', label))
    {
        return false;
    }
    if (dot)
    {
        name[(*length)++] = '.';
    }
    memcpy(name + *length, bytes, label);
    *length += label;
    return true;
}

/* Reads the labels from where the reader is; *end is the first place behind the name. */
static bool read_labels(struct reader *reader, char *name, size_t *end)
{
    size_t earliest = reader->offset; /* that was gone to */
    size_t length = 0;

    *end = 0;
    for (;;)
    {
        const uint8_t kind = reader_u8(reader);
        size_t target = 0;

        if (reader->failed)
        {
            return false;
        }
        if (!kind)
        {
            name[length] = 0;
            *end = *end ? *end : reader->offset;
            return true;
        }
        if (!(kind & LABEL_KIND_MASK))
        {
            if (!add_label(reader, kind, name, &length))
            {
                return false;
            }
            continue;
        }
        target = (size_t)kind << 8 | reader_u8(reader);
        if ((kind & LABEL_KIND_MASK) != LABEL_KIND_POINTER || (target & POINTER_MASK) >= earliest)
        {
            return false;
        }
        *end = *end ? *end : reader->offset;
        earliest = target & POINTER_MASK;
        reader_seek(reader, earliest);
    }
}

bool dns_name_read(struct reader *reader, char name[DNS_NAME_SIZE])
{
    size_t end = 0;

    *name = 0;
    if (reader->failed || !read_labels(reader, name, &end))
    {
        reader->failed = true;
        *name = 0;
        return false;
    }
    reader_seek(reader, end);
    return true;
}

static unsigned char lower(char letter)
{
    return (unsigned char)(letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter);
}

bool dns_name_equal(const char *a, const char *b)
{
    while (*a && lower(*a) == lower(*b))
    {
        a++;
        b++;
    }
    return !*a && !*b;
}

bool dns_name_from_utf16(char name[DNS_NAME_SIZE], struct utf16_slice text)
{
    if (text.length && utf16_unit(text, text.length - 1) == '.')
    {
        text.length--;
    }
    if (!text.length)
    {
        *name = 0;
        return true;
    }
    return utf16_to_utf8(text, name, DNS_NAME_SIZE);
}
