/*
 * NDR 2.0: the representation of parameters on the wire.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "rpc/ndr.h"

#define NDR_U32_ALIGNMENT 4
/* Any numbers will do, if they differ and are not 0. */
#define FIRST_REFERENT 0x00020000u
#define REFERENT_STEP  4

void ndr_put_u32(struct ndr_writer *ndr, uint32_t value)
{
    writer_align(&ndr->stub, 0, NDR_U32_ALIGNMENT);
    writer_u32(&ndr->stub, value);
}

void ndr_put_referent(struct ndr_writer *ndr)
{
    ndr_put_u32(ndr, FIRST_REFERENT + REFERENT_STEP * ndr->referents++);
}

void ndr_put_null(struct ndr_writer *ndr)
{
    ndr_put_u32(ndr, 0);
}

void ndr_put_unique_string(struct ndr_writer *ndr, struct utf16_slice text)
{
    uint32_t size = (uint32_t)text.length + 1;

    if (!text.units)
    {
        ndr_put_null(ndr);
        return;
    }
    ndr_put_referent(ndr);
    ndr_put_u32(ndr, size); /* maximum count */
    ndr_put_u32(ndr, 0);    /* offset */
    ndr_put_u32(ndr, size); /* actual count */
    writer_bytes(&ndr->stub, text.units, text.length * sizeof(uint16_t));
    writer_u16(&ndr->stub, 0);
}

void ndr_put_unique_u32(struct ndr_writer *ndr, uint32_t value)
{
    ndr_put_referent(ndr);
    ndr_put_u32(ndr, value);
}

uint32_t ndr_get_u32(struct reader *stub)
{
    reader_align(stub, NDR_U32_ALIGNMENT);
    return reader_u32(stub);
}

bool ndr_get_referent(struct reader *stub)
{
    return ndr_get_u32(stub) != 0;
}

struct utf16_slice ndr_get_string(struct reader *stub)
{
    uint32_t maximum = ndr_get_u32(stub);
    uint32_t offset = ndr_get_u32(stub);
    uint32_t actual = ndr_get_u32(stub);
    struct utf16_slice text = { NULL, 0 };

    if (offset != 0 || actual > maximum || actual > reader_left(stub) / sizeof(uint16_t))
    {
        stub->failed = true;
        return text;
    }
    text.units = reader_bytes(stub, actual * sizeof(uint16_t));
    text.length = text.units ? actual : 0;
    /* The string ends at its terminator, which the count includes. */
    return utf16_part(text, 0, utf16_find(text, 0));
}

uint32_t ndr_get_unique_u32(struct reader *stub)
{
    return ndr_get_referent(stub) ? ndr_get_u32(stub) : 0;
}
