/*
 * NDR: what the decoder reads values with.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "rpc/ndr_codec.h"

/* ---- The decoder ----------------------------------------------------------------------------- */

void ndr_decode_fail(struct ndr_decoder *ndr)
{
    ndr->stub.failed = true;
}

bool ndr_decoder_failed(const struct ndr_decoder *ndr)
{
    return ndr->stub.failed || ndr->out_of_memory;
}

void *ndr_get_memory(struct ndr_decoder *ndr, size_t count, size_t size, size_t least_size)
{
    void *memory = NULL;

    if (ndr_decoder_failed(ndr) ||
        count > reader_left(&ndr->stub) / (least_size ? least_size : sizeof(uint8_t)))
    {
        ndr_decode_fail(ndr);
        return NULL;
    }
    memory = arena_array(ndr->arena, count, size);
    ndr->out_of_memory = !memory;
    return memory;
}

void *ndr_to_be_read(void)
{
    static uint16_t place;

    return &place;
}

/* ---- Simple values --------------------------------------------------------------------------- */

uint32_t ndr_get_u32(struct ndr_decoder *ndr)
{
    reader_align(&ndr->stub, sizeof(uint32_t));
    return reader_u32(&ndr->stub);
}

struct utf16_slice ndr_get_characters(struct ndr_decoder *ndr, uint32_t count)
{
    struct utf16_slice text = { NULL, 0 };

    text.units = reader_units(&ndr->stub, count);
    text.length = text.units ? count : 0;
    return text;
}

struct utf16_slice ndr_get_string(struct ndr_decoder *ndr)
{
    const struct utf16_slice text = ndr_read_characters(&ndr->stub);

    /* The string ends at its terminator, which the count includes. */
    return utf16_part(text, 0, utf16_find(text, 0));
}

struct bytes ndr_read_bytes(struct reader *stub)
{
    struct bytes bytes = { NULL, 0 };

    reader_align(stub, sizeof(uint32_t));
    bytes.size = reader_u32(stub);
    bytes.data = reader_bytes(stub, bytes.size);
    return bytes.data ? bytes : (struct bytes){ NULL, 0 };
}

struct bytes ndr_get_bytes(struct ndr_decoder *ndr)
{
    return ndr_read_bytes(&ndr->stub);
}
