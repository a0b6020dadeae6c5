/*
 * Domain names on the wire, compressed or not: [RFC 1035] 3.1, 4.1.4. The answers of LDAP pings have
 * them, too ([MS-ADTS] 6.3.7).
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_DNS_NAME_H
#define NETAPI32_DNS_NAME_H

#include <stdbool.h>
#include <stddef.h>

#include "base/utf16.h"
#include "base/wire.h"

#define DNS_LABEL_MAX 63
/* Room for any name as text, with its terminator: labels in UTF-8 with dots between them, without one
 * at the end. The root is the empty text. */
#define DNS_NAME_SIZE 256

/* Writes a name. False when it can be none: it is too long, or has a label that is empty or too long.
 */
bool dns_name_write(struct writer *writer, const char *name);

/* Reads a name of the message that the reader is over, and passes over it. A pointer leads to an
 * earlier place each time, so that there is an end to it. The reader fails for a name that breaks the
 * rules, and for one that would be another as text: with a zero or a dot in a label. */
bool dns_name_read(struct reader *reader, char name[DNS_NAME_SIZE]);

/* Whether two names are the same: letters of ASCII without case ([RFC 4343]). */
bool dns_name_equal(const char *a, const char *b);

/* A name as the wire has it, in UTF-8 and without a dot at its end. False when it does not fit. */
bool dns_name_from_utf16(char name[DNS_NAME_SIZE], struct utf16_slice text);

#endif
