/*
 * Files of sections and settings, as Samba, SSSD and Kerberos have them on a host.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 *     [section]
 *     ; a comment, and # another
 *     key = value
 *
 * A line that ends with a backslash goes on in the next (smb.conf(5)). Nothing is an error: what has
 * none of these forms is passed over.
 */
#ifndef NETAPI32_MEMBERSHIP_INI_H
#define NETAPI32_MEMBERSHIP_INI_H

#include <stdbool.h>

#include "base/utf16.h"
#include "base/wire.h"

/* All are parts of the file, without the blanks around them: not terminated, of any bytes. */
struct ini_setting
{
    struct bytes section; /* empty before the first section */
    struct bytes key;
    struct bytes value;
};

struct ini_reader
{
    struct reader file;
    struct bytes section;
};

/* Reads a file that outlives the reader, and what it gave. */
struct ini_reader ini_over(struct bytes file);
/* The next setting; false at the end of the file. */
bool ini_next(struct ini_reader *reader, struct ini_setting *setting);

/* Whether it is that text: ASCII, without counting case and blanks, as smb.conf(5) has names. */
bool ini_is(struct bytes text, const char *expected);
/* The next of the words of a list, which are set apart by commas; false when there is none
 * left. */
bool ini_next_word(struct reader *list, struct bytes *word);
/* A value as UTF-16. False, and an empty name, where it is empty or too long, has control characters,
 * or is no UTF-8. */
bool ini_name(struct bytes value, struct utf16_name *name);

#endif
