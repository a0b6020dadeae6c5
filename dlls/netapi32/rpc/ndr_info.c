/*
 * The containers in which MS-SRVS and its kin send information levels.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "rpc/ndr_info.h"

#include <stdlib.h>
#include <string.h>

#include "base/status.h"

/* The most memory that rows may take: NULL strings are 4 bytes on the wire and more in a row. */
#define ROWS_SIZE_MAX (512u << 20)
/* Numbers and referent ids alike. */
#define WIRE_FIELD_SIZE sizeof(uint32_t)

void ndr_put_empty_container(struct ndr_writer *ndr, uint32_t level)
{
    ndr_put_u32(ndr, level);
    ndr_put_u32(ndr, level); /* the union's tag */
    ndr_put_referent(ndr);
    ndr_put_u32(ndr, 0); /* EntriesRead */
    ndr_put_null(ndr);   /* Buffer */
}

/* The fixed part of a structure. A string that is not NULL is marked by a slice that is not absent
 * until its text is read. */
static void get_fixed_part(struct reader *stub, const struct info_level *level, uint8_t *row)
{
    static const uint16_t to_be_read[1];

    for (size_t i = 0; i < level->field_count; i++)
    {
        const struct info_field *field = &level->fields[i];
        struct utf16_slice text = { NULL, 0 };
        uint32_t number = ndr_get_u32(stub);

        switch (field->kind)
        {
        case INFO_U32: memcpy(row + field->row_offset, &number, sizeof(number)); break;
        case INFO_STRING:
            text.units = number ? to_be_read : NULL;
            memcpy(row + field->row_offset, &text, sizeof(text));
            break;
        case INFO_BYTES:
        case INFO_SECRET: break;
        }
    }
}

static void get_strings(struct reader *stub, const struct info_level *level, uint8_t *row)
{
    for (size_t i = 0; i < level->field_count; i++)
    {
        const struct info_field *field = &level->fields[i];
        struct utf16_slice text;

        if (field->kind != INFO_STRING)
        {
            continue;
        }
        memcpy(&text, row + field->row_offset, sizeof(text));
        if (text.units)
        {
            text = ndr_get_string(stub);
            memcpy(row + field->row_offset, &text, sizeof(text));
        }
    }
}

static uint32_t get_array(struct reader *stub, const struct info_family *family,
                          const struct info_level *level, size_t count, struct info_rows *rows)
{
    /* What did not arrive is not allocated for. */
    if (ndr_get_u32(stub) != count ||
        count > reader_left(stub) / (level->field_count * WIRE_FIELD_SIZE))
    {
        return RPC_X_BAD_STUB_DATA;
    }
    if (!count)
    {
        return ERROR_SUCCESS;
    }
    if (count > ROWS_SIZE_MAX / family->row_size)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    rows->rows = calloc(count, family->row_size);
    if (!rows->rows)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    rows->count = count;
    for (size_t i = 0; i < count; i++)
    {
        get_fixed_part(stub, level, info_row(family, rows, i));
    }
    for (size_t i = 0; i < count; i++)
    {
        get_strings(stub, level, info_row(family, rows, i));
    }
    return ERROR_SUCCESS;
}

uint32_t ndr_get_container(struct reader *stub, const struct info_family *family,
                           const struct info_level *level, struct info_rows *rows)
{
    uint32_t number = ndr_get_u32(stub);
    uint32_t tag = ndr_get_u32(stub);
    uint32_t count = 0;
    uint32_t status = ERROR_SUCCESS;

    *rows = (struct info_rows){ 0 };
    if (number != level->level || tag != level->level)
    {
        return RPC_X_BAD_STUB_DATA;
    }
    if (!ndr_get_referent(stub))
    {
        return stub->failed ? RPC_X_BAD_STUB_DATA : ERROR_SUCCESS;
    }
    count = ndr_get_u32(stub);
    if (ndr_get_referent(stub))
    {
        status = get_array(stub, family, level, count, rows);
    }
    else if (count)
    {
        status = RPC_X_BAD_STUB_DATA;
    }
    if (!status && stub->failed)
    {
        status = RPC_X_BAD_STUB_DATA;
    }
    if (status)
    {
        free(rows->rows);
        *rows = (struct info_rows){ 0 };
    }
    return status;
}
