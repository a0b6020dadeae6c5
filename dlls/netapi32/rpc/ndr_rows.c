/*
 * NDR: rows of an information level that stay in their message until somebody looks at them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Structures of one level have one size, so those of all rows lie at equal distances; what they point
 * to lies behind them, row by row. A cursor goes along both: once to check everything, and whenever
 * rows are read.
 */
#include "rpc/ndr_rows.h"

#include <string.h>

#include "levels/list.h"
#include "levels/pack_rows.h"
#include "rpc/ndr_layout.h"

/* What of a structure becomes what of a row. */
struct step
{
    enum
    {
        STEP_NUMBERS, /* fields that follow each other on both sides */
        STEP_TEXT,
        STEP_BYTES,
    } kind;
    size_t packed; /* the bits of its size that count: all, or none of what is not packed */
    uint32_t wire_offset;
    uint32_t row_offset;
    uint32_t size;       /* STEP_NUMBERS */
    uint32_t size_place; /* STEP_BYTES: where the structure says how many */
};

struct layout
{
    size_t row_size;
    size_t structure_size;
    size_t alignment; /* of a structure */
};

/* Where a row begins. */
struct cursor
{
    size_t index;
    struct reader structures;
    struct reader pointed_to;
};

struct rows
{
    struct info_encoded encoded;
    struct layout layout;
    struct cursor first;
    struct cursor next;
    struct step *pointers; /* behind the numbers */
    struct step *steps_end;
    struct step steps[];
};

/* ---- The steps of a level -------------------------------------------------------------------- */

bool ndr_rows_can_stay(const struct info_level *level)
{
    for (size_t i = 0; i < level->field_count; i++)
    {
        if (level->fields[i].kind == INFO_ROWS)
        {
            return false;
        }
    }
    return true;
}

/* Where the structure has the number that the row has at `row_offset`. */
static size_t place_of_number(const struct info_level *level, size_t row_offset)
{
    size_t end = 0;
    size_t place = 0;

    for (size_t i = 0; i < level->field_count; i++)
    {
        const struct info_field *field = &level->fields[i];
        const size_t offset = ndr_field_offset(field, end);

        place = field->row_offset == row_offset ? offset : place;
        end = offset + ndr_field_size(field);
    }
    return place;
}

static struct step step_of_pointer(const struct info_level *level, const struct info_field *field,
                                   size_t offset)
{
    return (struct step){
        .kind = field->kind == INFO_BYTES ? STEP_BYTES : STEP_TEXT,
        .packed = field->kind == INFO_SECRET ? 0 : SIZE_MAX,
        .wire_offset = (uint32_t)offset,
        .row_offset = (uint32_t)field->row_offset,
        .size_place =
            field->kind == INFO_BYTES ? (uint32_t)place_of_number(level, field->size_offset) : 0,
    };
}

static void add_number(struct rows *rows, const struct info_field *field, size_t offset)
{
    const uint32_t size = (uint32_t)ndr_field_size(field);
    struct step *before = rows->pointers - 1;

    if (rows->pointers > rows->steps && offset == before->wire_offset + before->size &&
        field->row_offset == before->row_offset + before->size)
    {
        before->size += size;
        return;
    }
    *rows->pointers++ = (struct step){
        .kind = STEP_NUMBERS,
        .wire_offset = (uint32_t)offset,
        .row_offset = (uint32_t)field->row_offset,
        .size = size,
    };
}

/* Numbers first, then what has pointers, in the order in which it comes. */
static void set_steps(struct rows *rows, const struct info_level *level, bool pointers)
{
    size_t end = 0;

    for (size_t i = 0; i < level->field_count; i++)
    {
        const struct info_field *field = &level->fields[i];
        const size_t offset = ndr_field_offset(field, end);

        end = offset + ndr_field_size(field);
        if (pointers && ndr_has_pointer(field))
        {
            *rows->steps_end++ = step_of_pointer(level, field, offset);
        }
        else if (!pointers && !ndr_has_pointer(field))
        {
            add_number(rows, field, offset);
        }
    }
    rows->layout.structure_size = end;
}

/* ---- Checking -------------------------------------------------------------------------------- */

static uint32_t number_at(const uint8_t *structure, uint32_t offset)
{
    uint32_t number = 0;

    memcpy(&number, structure + offset, sizeof(number));
    return number;
}

static inline const uint8_t *next_structure(const struct layout *layout, struct reader *structures)
{
    return reader_aligned_bytes(structures, layout->alignment, layout->structure_size);
}

/* What a text takes behind the structures at most: it is not searched for an end before its last
 * unit. */
static inline size_t check_text(struct reader *pointed_to)
{
    const struct utf16_slice text = ndr_read_characters(pointed_to);
    const bool is_terminated = text.length && !utf16_unit(text, text.length - 1);

    return info_text_size(text.length - is_terminated);
}

/* Reads through a copy: what has its address taken is not kept in registers. */
static inline struct bytes get_bytes(struct reader *pointed_to)
{
    struct reader reader = *pointed_to;
    const struct bytes bytes = ndr_read_bytes(&reader);

    *pointed_to = reader;
    return bytes;
}

static inline size_t check_bytes(struct reader *pointed_to, bool is_there, uint32_t count)
{
    const struct bytes bytes = is_there ? get_bytes(pointed_to) : (struct bytes){ NULL, 0 };

    pointed_to->failed |= bytes.size != count;
    return info_bytes_size(bytes.size);
}

/* Moves on to the row at an index, or to the first one that breaks the rules. What those before it
 * take behind the structures of the API, at most. */
static size_t check_up_to(const struct rows *rows, size_t index, struct cursor *cursor)
{
    const struct layout layout = rows->layout;
    const struct step *const end = rows->steps_end;
    struct reader structures = cursor->structures;
    struct reader pointed_to = cursor->pointed_to;
    size_t i = cursor->index;
    size_t size = 0;

    for (; i < index && !pointed_to.failed; i++)
    {
        const uint8_t *structure = next_structure(&layout, &structures);

        for (const struct step *step = rows->pointers; structure && step < end; step++)
        {
            const bool is_there = number_at(structure, step->wire_offset) != 0;

            if (step->kind == STEP_BYTES)
            {
                size += check_bytes(&pointed_to, is_there, number_at(structure, step->size_place));
            }
            else
            {
                size += (is_there ? check_text(&pointed_to) : info_text_size(0)) & step->packed;
            }
        }
    }
    cursor->index = i;
    cursor->structures = structures;
    cursor->pointed_to = pointed_to;
    return size;
}

/* ---- Reading --------------------------------------------------------------------------------- */

/* Eight units at once, where the processor can. */
typedef uint16_t block_of_units __attribute__((vector_size(16)));
typedef uint64_t block_of_words __attribute__((vector_size(16)));

#define BLOCK_LENGTH (sizeof(block_of_units) / sizeof(uint16_t))

/* Whether one of the units of two blocks is 0. */
static inline bool has_zero(struct utf16_slice text, size_t first, size_t second)
{
    const uint8_t *units = text.units;
    const block_of_units zero = { 0 };
    block_of_units blocks[2];
    block_of_words zeros;

    memcpy(&blocks[0], units + first * sizeof(uint16_t), sizeof(blocks[0]));
    memcpy(&blocks[1], units + second * sizeof(uint16_t), sizeof(blocks[1]));
    zeros = (block_of_words)(blocks[0] == zero) | (block_of_words)(blocks[1] == zero);
    return (zeros[0] | zeros[1]) != 0;
}

/* Where a text ends: at the first unit that is 0. Names are short, and it is their last one. */
static inline size_t length_to_terminator(struct utf16_slice text)
{
    const size_t length = text.length - 1;

    if (length - BLOCK_LENGTH > BLOCK_LENGTH || utf16_unit(text, length) ||
        has_zero(text, 0, length - BLOCK_LENGTH))
    {
        return utf16_find(text, 0);
    }
    return length;
}

static inline void read_text(struct reader *pointed_to, bool is_there, uint8_t *place)
{
    struct utf16_slice text = { NULL, 0 };

    if (is_there)
    {
        text = ndr_read_characters(pointed_to);
        text.length = length_to_terminator(text);
    }
    memcpy(place, &text, sizeof(text));
}

static inline void read_bytes(struct reader *pointed_to, bool is_there, uint8_t *place)
{
    const struct bytes read = is_there ? get_bytes(pointed_to) : (struct bytes){ NULL, 0 };
    const struct info_bytes bytes = { read.data, read.size };

    memcpy(place, &bytes, sizeof(bytes));
}

static inline void read_numbers(const struct rows *rows, const uint8_t *structure, uint8_t *row)
{
    const struct step *const end = rows->pointers;

    for (const struct step *step = rows->steps; step < end; step++)
    {
        info_copy_run(row + step->row_offset, structure + step->wire_offset, step->size);
    }
}

static inline void read_pointers(const struct rows *rows, const uint8_t *structure,
                                 struct reader *pointed_to, uint8_t *row)
{
    const struct step *const end = rows->steps_end;

    for (const struct step *step = rows->pointers; step < end; step++)
    {
        const bool is_there = number_at(structure, step->wire_offset) != 0;

        if (step->kind == STEP_BYTES)
        {
            read_bytes(pointed_to, is_there, row + step->row_offset);
        }
        else
        {
            read_text(pointed_to, is_there, row + step->row_offset);
        }
    }
}

/* The cursor is in registers meanwhile. */
static void read_next(const struct rows *rows, size_t count, struct cursor *cursor, uint8_t *row)
{
    const struct layout layout = rows->layout;
    struct reader structures = cursor->structures;
    struct reader pointed_to = cursor->pointed_to;

    for (size_t i = 0; i < count; i++)
    {
        const uint8_t *structure = next_structure(&layout, &structures);

        if (!structure)
        {
            break;
        }
        read_numbers(rows, structure, row);
        read_pointers(rows, structure, &pointed_to, row);
        row += layout.row_size;
    }
    cursor->structures = structures;
    cursor->pointed_to = pointed_to;
    cursor->index += count;
}

static void read_rows(struct info_encoded *encoded, size_t index, size_t count)
{
    struct rows *rows = (struct rows *)encoded;

    if (index < rows->next.index)
    {
        rows->next = rows->first;
    }
    if (index > rows->next.index)
    {
        check_up_to(rows, index, &rows->next);
    }
    read_next(rows, count, &rows->next, encoded->rows);
}

/* ---- Decoding -------------------------------------------------------------------------------- */

static struct rows *make_rows(struct ndr_decoder *ndr, const struct info_family *family,
                              const struct info_level *level)
{
    struct rows *rows =
        arena_allocate(ndr->arena, sizeof(*rows) + level->field_count * sizeof(rows->steps[0]));
    void *space = arena_array(ndr->arena, INFO_ROWS_AT_ONCE, family->row_size);

    ndr->out_of_memory |= !rows || !space;
    if (rows)
    {
        rows->encoded = (struct info_encoded){ .level = level, .rows = space, .read = read_rows };
        rows->layout.row_size = family->row_size;
        rows->layout.alignment = ndr_level_alignment(level);
        rows->pointers = rows->steps;
        set_steps(rows, level, false);
        rows->steps_end = rows->pointers;
        set_steps(rows, level, true);
    }
    return ndr->out_of_memory ? NULL : rows;
}

/* The cursor at the first row. */
static struct cursor cursor_at_first(const struct rows *rows, struct reader stub, size_t count)
{
    struct cursor first = { 0, stub, stub };
    const size_t distance =
        (rows->layout.structure_size + rows->layout.alignment - 1) & ~(rows->layout.alignment - 1);

    if (!count)
    {
        return first;
    }
    reader_align(&first.structures, rows->layout.alignment);
    first.pointed_to = first.structures;
    if (count - 1 > reader_left(&first.pointed_to) / distance)
    {
        first.pointed_to.failed = true;
        return first;
    }
    reader_skip(&first.pointed_to, (count - 1) * distance);
    reader_skip(&first.pointed_to, rows->layout.structure_size);
    return first;
}

struct info_encoded *ndr_rows_decode(struct ndr_decoder *ndr, const struct info_family *family,
                                     const struct info_level *level, size_t count)
{
    struct rows *rows = make_rows(ndr, family, level);
    struct cursor cursor;

    if (ndr_get_u32(ndr) != count || !rows)
    {
        ndr_decode_fail(ndr);
        return NULL;
    }
    rows->first = cursor_at_first(rows, ndr->stub, count);
    rows->next = rows->first;
    rows->encoded.count = count;
    cursor = rows->first;
    rows->encoded.size_behind = check_up_to(rows, count, &cursor);
    ndr->stub = cursor.pointed_to;
    return ndr_decoder_failed(ndr) ? NULL : &rows->encoded;
}
