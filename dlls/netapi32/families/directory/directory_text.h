/*
 * Texts that controllers tell, on their way into API buffers.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_DIRECTORY_DIRECTORY_TEXT_H
#define NETAPI32_DIRECTORY_DIRECTORY_TEXT_H

#include "base/arena.h"
#include "levels/level.h"

/* Makes what a row has of a text (levels/directory_levels.h) in the arena: an absent text stays
 * absent. False when there is no memory. */
typedef bool (*directory_text)(struct arena *arena, struct utf16_slice text,
                               struct info_bytes *bytes);
/* The text as it is, terminated. */
bool directory_text_wide(struct arena *arena, struct utf16_slice text, struct info_bytes *bytes);

/* Copies one text, which is not absent, into a buffer of its own: as directory_pack_texts(). */
uint32_t directory_copy_text(struct utf16_slice text, directory_text make, void **buffer);
/* Packs texts into one buffer, an array of pointers with the texts behind it: *buffer belongs to the
 * caller (platform_api_free()), and is NULL where there are none and after an error.
 * ERROR_NOT_ENOUGH_MEMORY. */
uint32_t directory_pack_texts(const struct utf16_slice *texts, size_t count, directory_text make,
                              void **buffer);

#endif
