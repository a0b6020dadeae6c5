/*
 * UTF-16 text as the wire and the API carry it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Text is held in little-endian byte order, which is also the order of every machine that this
 * code runs on (asserted in utf16.c). Lengths are code units, without a terminator.
 */
#ifndef NETAPI32_BASE_UTF16_H
#define NETAPI32_BASE_UTF16_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Text that belongs to somebody else. `units` is NULL for an absent string and may be unaligned:
 * it often points into a received message. Read single units through utf16_unit(). */
struct utf16_slice
{
    const void *units;
    size_t length;
};

/* The longest name (server, client, user, domain) that is accepted anywhere, in code units. */
#define NAME_LENGTH_MAX 256

/* A name kept by value. */
struct utf16_name
{
    uint16_t units[NAME_LENGTH_MAX + 1]; /* terminated */
    size_t length;
};

static inline uint16_t utf16_unit(struct utf16_slice text, size_t index)
{
    uint16_t unit = 0;

    memcpy(&unit, (const uint8_t *)text.units + index * sizeof(unit), sizeof(unit));
    return unit;
}

/* A slice over a terminated string; absent for NULL. */
struct utf16_slice utf16_from_terminated(const uint16_t *text);
struct utf16_slice utf16_from_name(const struct utf16_name *name);
/* `length` code units from `start`; both are cut to what is there. */
struct utf16_slice utf16_part(struct utf16_slice text, size_t start, size_t length);
/* Text that is empty is absent: units NULL. */
struct utf16_slice utf16_absent_if_empty(struct utf16_slice text);

/* The text between [ and ], or the text itself where it is not in brackets. */
struct utf16_slice utf16_without_brackets(struct utf16_slice text);

/* Makes a name of a slice. False, and an empty name, when it is longer than NAME_LENGTH_MAX. */
bool utf16_name_set(struct utf16_name *name, struct utf16_slice text);
/* Makes a name of ASCII text that is known to fit. */
struct utf16_name utf16_name_from_ascii(const char *text);
/* Adds ASCII text or a slice to a name. False, and an unchanged name, when it does not fit. */
bool utf16_name_append_ascii(struct utf16_name *name, const char *text);
bool utf16_name_append(struct utf16_name *name, struct utf16_slice text);

/* Orders by code units, case counting: negative, zero or positive. */
int utf16_compare(struct utf16_slice a, struct utf16_slice b);
/* The index of the first `unit` in the text, or its length. */
size_t utf16_find(struct utf16_slice text, uint16_t unit);

/* UTF-8 of the text, terminated; malformed units become U+FFFD. False when it does not fit. */
bool utf16_to_utf8(struct utf16_slice text, char *utf8, size_t size);
/* The inverse; malformed bytes become U+FFFD. False when it does not fit. */
bool utf16_name_from_utf8(struct utf16_name *name, const char *utf8);
/* The inverse for text that must be right: `units` has room for as many units as there are bytes, and
 * *length says how many there are. Returns how many bytes were read: all, or those before the first
 * that is malformed. */
size_t utf16_from_utf8(uint16_t *units, size_t *length, const char *utf8);

#endif
