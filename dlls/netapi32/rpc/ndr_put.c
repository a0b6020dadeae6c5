/*
 * NDR: what the encoder writes values with.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "rpc/ndr_codec.h"

/* Any numbers will do, if they differ and are not 0. */
#define FIRST_REFERENT 0x00020000u
#define REFERENT_STEP  4

void ndr_encode_fail(struct ndr_encoder *ndr, uint32_t status)
{
    ndr->status = ndr->status ? ndr->status : status;
}

void ndr_put_u32(struct ndr_encoder *ndr, uint32_t value)
{
    writer_align(ndr->stub, 0, sizeof(value));
    writer_u32(ndr->stub, value);
}

void ndr_put_referent(struct ndr_encoder *ndr)
{
    ndr_put_u32(ndr, FIRST_REFERENT + REFERENT_STEP * ndr->referents++);
}

void ndr_put_null(struct ndr_encoder *ndr)
{
    ndr_put_u32(ndr, 0);
}

void ndr_put_string(struct ndr_encoder *ndr, struct utf16_slice text)
{
    const uint32_t size = (uint32_t)text.length + 1;

    ndr_put_u32(ndr, size); /* maximum count */
    ndr_put_u32(ndr, 0);    /* offset */
    ndr_put_u32(ndr, size); /* actual count */
    writer_bytes(ndr->stub, text.units, text.length * sizeof(uint16_t));
    writer_u16(ndr->stub, 0);
}

void ndr_put_bytes(struct ndr_encoder *ndr, struct bytes bytes)
{
    ndr_put_u32(ndr, (uint32_t)bytes.size);
    writer_bytes(ndr->stub, bytes.data, bytes.size);
}
