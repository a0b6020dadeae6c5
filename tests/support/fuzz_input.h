/*
 * What fuzz targets make of their input: numbers, text, structures of the API.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Each block ends where what is in it ends, so that AddressSanitizer sees whoever reads on. Behind the end
 * of the input there are zeros, and the first of the texts.
 */
#ifndef NETAPI32_TESTS_SUPPORT_FUZZ_INPUT_H
#define NETAPI32_TESTS_SUPPORT_FUZZ_INPUT_H

#include "base/wire.h"
#include "levels/level.h"

struct fuzz_block;

struct fuzz_input
{
    struct reader bytes;       /* what was not yet read */
    struct fuzz_block *blocks; /* of all below, until fuzz_input_free() */
};

struct fuzz_input fuzz_input_over(const uint8_t *data, size_t size);
void fuzz_input_free(struct fuzz_input *input);

uint8_t fuzz_u8(struct fuzz_input *input);
uint16_t fuzz_u16(struct fuzz_input *input);
uint32_t fuzz_u32(struct fuzz_input *input);
/* Below `limit`, of one byte or two. */
size_t fuzz_below(struct fuzz_input *input, size_t limit);
/* A block of zeros. */
void *fuzz_block(struct fuzz_input *input, size_t size);

/* The texts that families are called with, and that servers answer with: a byte of input stands for each.
 * They are as long as the program. */
struct utf16_slice fuzz_known_text(uint8_t number);

/* Text of a byte, which says what follows: one of the known ones (below 0x40); else its length in the
 * lowest five bits, and units of one byte, or, with 0x20, of two. Terminated text has no zero in it. */
struct utf16_slice fuzz_text(struct fuzz_input *input);
uint16_t *fuzz_terminated_text(struct fuzz_input *input);
/* The same, or NULL. */
uint16_t *fuzz_optional_text(struct fuzz_input *input);

/* A structure of the API, as a caller gives it: pointers to texts and bytes, or NULL. `bytes_size` is
 * the size of each INFO_BYTES, which is known elsewhere. NULL pointers for rows within. */
void *fuzz_structure(struct fuzz_input *input, const struct info_level *level, size_t bytes_size);

#endif
