/*
 * The little of ASN.1's encoding that SPNEGO and LDAP pings need: reading and writing one element at a time.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Tags are single bytes and lengths definite (X.690 8.1). Reading is strict about bounds but takes
 * a length in more bytes than it needs, as some servers write it; writing is DER.
 */
#ifndef NETAPI32_AUTH_DER_H
#define NETAPI32_AUTH_DER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/wire.h"

enum der_tag
{
    DER_BOOLEAN = 0x01,
    DER_INTEGER = 0x02,
    DER_OCTET_STRING = 0x04,
    DER_OBJECT_IDENTIFIER = 0x06,
    DER_ENUMERATED = 0x0A,
    DER_SEQUENCE = 0x30,
    DER_SET = 0x31,
    DER_APPLICATION_0 = 0x60,
};

/* The constructed application tag [APPLICATION number]. */
#define DER_APPLICATION(number) ((uint8_t)(DER_APPLICATION_0 + (number)))

/* The constructed context-specific tag [number]. */
#define DER_CONTEXT(number) ((uint8_t)(0xA0 + (number)))

/* Takes the next element, whatever it is. False at the end, and when it is malformed, which also
 * fails the reader. */
bool der_next(struct reader *reader, uint8_t *tag, struct bytes *contents);
/* Takes the next element, which must have this tag; else the reader fails and nothing is given. */
struct bytes der_expect(struct reader *reader, uint8_t tag);

/* Writes an element around what is written between the two calls; der_begin() gives the place that
 * der_end() wants. */
size_t der_begin(const struct writer *writer);
void der_end(struct writer *writer, size_t start, uint8_t tag);
/* An element with these contents. */
void der_write(struct writer *writer, uint8_t tag, struct bytes contents);

#endif
