/*
 * What fuzz targets make of their input: numbers, text, structures of the API.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/fuzz_input.h"

#include <stdlib.h>
#include <string.h>

#define KNOWN_TEXTS   0x40
#define WIDE_UNITS    0x20
#define LENGTH_MASK   0x1F
#define IS_NULL(byte) ((byte) == 0xFF)

/* Goes before what it is about, at an end of the block that nobody reads beyond. */
struct fuzz_block
{
    struct fuzz_block *next;
    void *data;
};

static const struct utf16_slice known_texts[] = {
#define TEXT(text)                                                                                 \
    {                                                                                              \
        u"" text, sizeof(u"" text) / sizeof(uint16_t) - 1                                          \
    }
    TEXT("server"),
    TEXT(""),
    TEXT("alice"),
    TEXT("Administrators"),
    TEXT("BUILTIN"),
    TEXT("BED"),
    TEXT("carol"),
    TEXT("Domain Admins"),
    TEXT("Domain Users"),
    TEXT("Users"),
    TEXT("None"),
    TEXT("new group"),
    TEXT("Guest"),
    TEXT("BED\\alice"),
    TEXT("alice@bed.example"),
    TEXT("\\\\server"),
    TEXT("\\\\client"),
    TEXT("client"),
    TEXT("IPC$"),
    TEXT("\\\\server\\IPC$"),
    TEXT("\\\\server\\share"),
    TEXT("\\\\server\\root\\link"),
    TEXT("\\server\\root"),
    TEXT("share"),
    TEXT("bed.example"),
    TEXT("Default-First-Site-Name"),
    TEXT("192.0.2.1"),
    TEXT("192.0.2.0/24"),
    TEXT("C:"),
    TEXT("C:\\folder\\file"),
    TEXT("LPT1"),
    TEXT("*"),
    TEXT("\\Device\\NetbiosSmb"),
    TEXT("FIXED"),
    TEXT("localhost"),
    TEXT("S-1-5-32-544"),
    TEXT("\xD800 odd"),
#undef TEXT
};

/* ---- Numbers and blocks ---------------------------------------------------------------------- */

struct fuzz_input fuzz_input_over(const uint8_t *data, size_t size)
{
    return (struct fuzz_input){ .bytes = reader_over(data, size) };
}

void fuzz_input_free(struct fuzz_input *input)
{
    while (input->blocks)
    {
        struct fuzz_block *next = input->blocks->next;

        free(input->blocks->data);
        free(input->blocks);
        input->blocks = next;
    }
}

uint8_t fuzz_u8(struct fuzz_input *input)
{
    return reader_u8(&input->bytes);
}

uint16_t fuzz_u16(struct fuzz_input *input)
{
    return reader_u16(&input->bytes);
}

uint32_t fuzz_u32(struct fuzz_input *input)
{
    return reader_u32(&input->bytes);
}

size_t fuzz_below(struct fuzz_input *input, size_t limit)
{
    return (limit > 0x100 ? fuzz_u16(input) : fuzz_u8(input)) % limit;
}

void *fuzz_block(struct fuzz_input *input, size_t size)
{
    struct fuzz_block *block = malloc(sizeof(*block));

    if (!block)
    {
        abort();
    }
    *block = (struct fuzz_block){ .next = input->blocks, .data = calloc(1, size ? size : 1) };
    if (!block->data)
    {
        abort();
    }
    input->blocks = block;
    return block->data;
}

/* ---- Text ------------------------------------------------------------------------------------ */

struct utf16_slice fuzz_known_text(uint8_t number)
{
    return known_texts[number % (sizeof(known_texts) / sizeof(known_texts[0]))];
}

static uint16_t next_unit(struct fuzz_input *input, bool is_wide)
{
    return is_wide ? fuzz_u16(input) : fuzz_u8(input);
}

/* Fills in a text that `size` units are for, or as many as it has; how many that are. */
static size_t read_text(struct fuzz_input *input, uint8_t manner, uint16_t *units)
{
    const size_t length = manner & LENGTH_MASK;

    for (size_t i = 0; i < length; i++)
    {
        units[i] = next_unit(input, manner & WIDE_UNITS);
    }
    return length;
}

struct utf16_slice fuzz_text(struct fuzz_input *input)
{
    const uint8_t manner = fuzz_u8(input);
    struct utf16_slice text = fuzz_known_text(manner);
    uint16_t *units = NULL;

    if (manner < KNOWN_TEXTS)
    {
        units = fuzz_block(input, text.length * sizeof(*units));
        memcpy(units, text.units, text.length * sizeof(*units));
        text.units = units;
        return text;
    }
    units = fuzz_block(input, (manner & LENGTH_MASK) * sizeof(*units));
    return (struct utf16_slice){ units, read_text(input, manner, units) };
}

uint16_t *fuzz_terminated_text(struct fuzz_input *input)
{
    const struct utf16_slice text = fuzz_text(input);
    size_t length = 0;
    uint16_t *units = NULL;

    while (length < text.length && utf16_unit(text, length))
    {
        length++;
    }
    units = fuzz_block(input, (length + 1) * sizeof(*units));
    memcpy(units, text.units, length * sizeof(*units));
    return units;
}

uint16_t *fuzz_optional_text(struct fuzz_input *input)
{
    return IS_NULL(fuzz_u8(input)) ? NULL : fuzz_terminated_text(input);
}

/* ---- Structures ------------------------------------------------------------------------------ */

static void fill_bytes(struct fuzz_input *input, uint8_t *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++)
    {
        bytes[i] = fuzz_u8(input);
    }
}

static void *optional_bytes(struct fuzz_input *input, size_t size)
{
    uint8_t *bytes = NULL;

    if (!IS_NULL(fuzz_u8(input)))
    {
        bytes = fuzz_block(input, size);
        fill_bytes(input, bytes, size);
    }
    return bytes;
}

void *fuzz_structure(struct fuzz_input *input, const struct info_level *level, size_t bytes_size)
{
    uint8_t *structure = fuzz_block(input, level->api_size);

    for (size_t i = 0; i < level->field_count; i++)
    {
        const struct info_field *field = &level->fields[i];
        uint8_t *place = structure + field->api_offset;
        const void *pointer = NULL;
        uintptr_t word = 0;

        switch (field->kind)
        {
        case INFO_STRING:
        case INFO_SECRET:
            pointer = fuzz_optional_text(input);
            memcpy(place, &pointer, sizeof(pointer));
            break;
        case INFO_BYTES:
            pointer = optional_bytes(input, bytes_size);
            memcpy(place, &pointer, sizeof(pointer));
            break;
        case INFO_WORD:
            word = fuzz_u32(input);
            memcpy(place, &word, sizeof(word));
            break;
        case INFO_ROWS: break;
        default: fill_bytes(input, place, info_plain_size(field)); break;
        }
    }
    return structure;
}
