/*
 * What the halves of the NDR encoder and of the decoder share with each other.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * [C706] 14.3.12: what an embedded pointer points to stands behind the structure or array that the
 * pointer is in. So each value has two parts, the fixed one and the deferred one.
 */
#ifndef NETAPI32_RPC_NDR_CODEC_H
#define NETAPI32_RPC_NDR_CODEC_H

#include <string.h>

#include "rpc/ndr.h"

/* Types do not nest deeper than this. */
#define NDR_DEPTH_MAX 16
/* Of a SID: SID_MAX_SUB_AUTHORITIES. */
#define NDR_SUB_AUTHORITIES_MAX 15

/* What governs a value from outside: resolved from its field and the structure around. */
struct ndr_extent
{
    uint32_t count;  /* of an array's elements or of bytes; a discriminant; a level */
    uint32_t length; /* of a varying array */
    bool has_count;
    bool has_length;
};

struct ndr_encoder
{
    struct writer *stub;
    uint32_t referents; /* that were given out */
    unsigned int depth;
    uint32_t status; /* the first failure */
};

struct ndr_decoder
{
    struct reader stub; /* it failed: RPC_X_BAD_STUB_DATA */
    struct arena *arena;
    unsigned int depth;
    bool out_of_memory;
    bool is_answer;  /* lists must be of the level that was asked for */
    bool lacks_arms; /* of levels nothing comes but their number */
};

struct ndr_extent ndr_extent_of(const struct ndr_field *field, const void *structure);
/* How many elements of an array come, by what was resolved from the structure around. */
uint32_t ndr_element_count(const struct ndr_type *type, struct ndr_extent extent);
/* Whether a NULL pointer to such a value is a lie: who counts elements that do not come would have
 * them looked for. */
bool ndr_lacks_elements(const struct ndr_type *type, struct ndr_extent extent);
/* On the wire: what its start is aligned to, and what it takes at least. */
size_t ndr_alignment(const struct ndr_type *type);
size_t ndr_least_size(const struct ndr_type *type);
/* Whether the pointer to such a value and the value share one place in memory. */
bool ndr_is_reference(const struct ndr_type *type);
/* [C706] 14.3.7.1: the array that a structure ends with, by value; NULL when there is none. Its
 * maximum count stands before the structure. */
const struct ndr_field *ndr_trailing_array(const struct ndr_type *structure);
/* NULL when the union has no arm for the tag. */
const struct ndr_field *ndr_arm(const struct ndr_type *type, uint32_t tag);

void ndr_put_u32(struct ndr_encoder *ndr, uint32_t value);
/* The referent id of a pointer that is not NULL, and a NULL pointer. */
void ndr_put_referent(struct ndr_encoder *ndr);
void ndr_put_null(struct ndr_encoder *ndr);
void ndr_put_string(struct ndr_encoder *ndr, struct utf16_slice text);
void ndr_put_bytes(struct ndr_encoder *ndr, struct bytes bytes);
void ndr_encode_fail(struct ndr_encoder *ndr, uint32_t status);

uint32_t ndr_get_u32(struct ndr_decoder *ndr);
/* So many characters, and a conformant and varying string; they are parts of the message. */
struct utf16_slice ndr_get_characters(struct ndr_decoder *ndr, uint32_t count);
struct utf16_slice ndr_get_string(struct ndr_decoder *ndr);
struct bytes ndr_get_bytes(struct ndr_decoder *ndr);
struct bytes ndr_read_bytes(struct reader *stub);
/* A conformant and varying string, with its terminator and what may stand behind that. */
static inline struct utf16_slice ndr_read_characters(struct reader *stub)
{
    struct utf16_slice text = { NULL, 0 };
    uint32_t maximum = 0;
    uint32_t offset = 0;
    uint32_t actual = 0;
    const uint8_t *counts = reader_aligned_bytes(stub, sizeof(maximum),
                                                 sizeof(maximum) + sizeof(offset) + sizeof(actual));

    if (stub->failed)
    {
        return text;
    }
    /* Little-endian, as every machine that this runs on. */
    memcpy(&maximum, counts, sizeof(maximum));
    memcpy(&offset, counts + sizeof(maximum), sizeof(offset));
    memcpy(&actual, counts + sizeof(maximum) + sizeof(offset), sizeof(actual));
    stub->failed = offset || actual > maximum;
    text.units = reader_units(stub, actual);
    text.length = stub->failed ? 0 : actual;
    return text;
}
/* Memory for `count` elements that take at least `least_size` bytes each on the wire: what did not
 * arrive is not allocated for. NULL, and a failed decoder, otherwise. */
void *ndr_get_memory(struct ndr_decoder *ndr, size_t count, size_t size, size_t least_size);
void ndr_decode_fail(struct ndr_decoder *ndr);
bool ndr_decoder_failed(const struct ndr_decoder *ndr);
/* What stands in place of a pointer between its fixed and its deferred part. */
void *ndr_to_be_read(void);

/* ---- Information levels (ndr_level.c); a structure is in two parts, as any other -------------- */

void ndr_encode_level_structure(struct ndr_encoder *ndr, const struct ndr_type *type,
                                const void *memory);
void ndr_encode_level_deferred(struct ndr_encoder *ndr, const struct ndr_type *type,
                               const void *memory);
void ndr_decode_level_structure(struct ndr_decoder *ndr, const struct ndr_type *type, void *memory);
void ndr_decode_level_deferred(struct ndr_decoder *ndr, const struct ndr_type *type, void *memory);
/* Where something governs a list, that is its level. */
void ndr_encode_level_list(struct ndr_encoder *ndr, const struct ndr_type *type, const void *memory,
                           struct ndr_extent extent);
void ndr_encode_level_row(struct ndr_encoder *ndr, const struct ndr_type *type, const void *memory,
                          uint32_t number);
void ndr_decode_level_list(struct ndr_decoder *ndr, const struct ndr_type *type, void *memory,
                           struct ndr_extent extent);
void ndr_decode_level_row(struct ndr_decoder *ndr, const struct ndr_type *type, void *memory,
                          uint32_t number);

#endif
