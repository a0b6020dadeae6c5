/*
 * What names of users, computers, shares and others may be: [MS-SRVS] 2.2.2.8.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_NAME_RULES_H
#define NETAPI32_NAME_RULES_H

#include "base/utf16.h"

enum name_type
{
    NAMETYPE_USER = 1,
    NAMETYPE_PASSWORD,
    NAMETYPE_GROUP,
    NAMETYPE_COMPUTER,
    NAMETYPE_EVENT,
    NAMETYPE_DOMAIN,
    NAMETYPE_SERVICE,
    NAMETYPE_NET,
    NAMETYPE_SHARE,
    NAMETYPE_MESSAGE,
    NAMETYPE_MESSAGEDEST,
    NAMETYPE_SHAREPASSWORD,
    NAMETYPE_WORKGROUP,
};

/* Of name_canonicalize() and name_compare(): as LAN Manager 2.x has it, whose names are shorter (the
 * LM20_* constants of lmcons.h) and in upper case. */
#define NAME_LM2X_COMPATIBLE 0x80000000
/* Of name_canonicalize(): the buffer must be large enough for any name of the type. */
#define NAME_BUFFER_FOR_ANY 1
/* Of name_compare(): both names are canonical. */
#define NAME_IS_CANONICAL 1

/* The longest name of any type, in code units. */
#define NAME_TYPE_LENGTH_MAX 260

/* A canonical name. May be a password: wipe it. */
struct canonical_name
{
    uint16_t units[NAME_TYPE_LENGTH_MAX + 1]; /* terminated */
    size_t length;
};

/* Says whether `name` can be one of the type, 3.1.4.32.
 *
 *   ERROR_INVALID_PARAMETER    the name is absent; there is no such type; a flag is set
 *   ERROR_INVALID_NAME */
uint32_t name_validate(struct utf16_slice name, uint32_t type, uint32_t flags);

/* Writes the canonical form of `name`, 3.1.4.33: names of NetBIOS (computers, domains, workgroups,
 * messages) in upper case, everything else as it is. `size` is what the caller's buffer holds, in
 * code units with the terminator. After a failure *canonical is empty.
 *
 *   ERROR_INVALID_PARAMETER    the name is absent; there is no such type, no such flag
 *   ERROR_INVALID_NAME
 *   NERR_BufTooSmall           it would not fit */
uint32_t name_canonicalize(struct utf16_slice name, uint32_t type, uint32_t flags, size_t size,
                           struct canonical_name *canonical);

/* Whether a name has none of the ASCII characters in `forbidden`, and none below the blank. */
bool name_is_permitted(struct utf16_slice name, const char *forbidden);
/* Whether it has nothing else; so has an empty one. */
bool name_is_dots_and_blanks(struct utf16_slice name);

/* Compares without case, unless the names are passwords, 3.1.4.34: -1, 0 or 1. Names that cannot be
 * compared give an error of name_canonicalize() instead. */
int32_t name_compare(struct utf16_slice first, struct utf16_slice second, uint32_t type,
                     uint32_t flags);

/* -1, 0 or 1, without case. */
int32_t name_order(struct utf16_slice first, struct utf16_slice second);

#endif
