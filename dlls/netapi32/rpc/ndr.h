/*
 * NDR 2.0: the representation of parameters on the wire. [C706] chapter 14, [MS-RPCE] 2.2.4
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Readers and writers begin at the start of the stub data, from which alignment counts.
 */
#ifndef NETAPI32_RPC_NDR_H
#define NETAPI32_RPC_NDR_H

#include <stdbool.h>
#include <stdint.h>

#include "base/utf16.h"
#include "base/wire.h"

/* Writes what NDR marshals, with referent ids of its own counting. */
struct ndr_writer
{
    struct writer stub;
    uint32_t referents;
};

void ndr_put_u32(struct ndr_writer *ndr, uint32_t value);
/* A unique pointer that is not NULL: its referent id. */
void ndr_put_referent(struct ndr_writer *ndr);
void ndr_put_null(struct ndr_writer *ndr);
/* [in, string, unique] wchar_t *: a parameter. An absent string is a NULL pointer. */
void ndr_put_unique_string(struct ndr_writer *ndr, struct utf16_slice text);
/* [in, unique] DWORD * */
void ndr_put_unique_u32(struct ndr_writer *ndr, uint32_t value);

uint32_t ndr_get_u32(struct reader *stub);
/* True when the unique pointer is not NULL. */
bool ndr_get_referent(struct reader *stub);
/* A conformant and varying string, without its terminator; it points into the stub. */
struct utf16_slice ndr_get_string(struct reader *stub);
/* [out, unique] DWORD *; 0 for a NULL pointer. */
uint32_t ndr_get_unique_u32(struct reader *stub);

#endif
