/*
 * Security identifiers: [MS-DTYP] 2.4.2.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_BASE_SID_H
#define NETAPI32_BASE_SID_H

#include "base/utf16.h"
#include "base/wire.h"

#define SID_SUB_AUTHORITIES_MAX 15
#define SID_SIZE_MAX            (8 + 4 * SID_SUB_AUTHORITIES_MAX)

/* A SID kept by value. */
struct sid
{
    uint8_t bytes[SID_SIZE_MAX];
};

/* Whether the bytes are exactly one SID, of revision 1. */
bool sid_is_valid(struct bytes sid);
/* A caller's SID as bytes of its own length, which is what it says; absent for NULL, and for what is
 * none. */
struct bytes sid_of_caller(const void *sid);
/* Whether it is a SID in which there is room for accounts: sid_join(). */
bool sid_can_be_domain(struct bytes sid);
bool sid_equal(struct bytes a, struct bytes b);
/* `domain` with one more sub-authority; absent where there is no room for it. */
struct bytes sid_join(struct bytes domain, uint32_t relative_id, struct sid *sid);
/* Whether the SID is `domain` with one more sub-authority, which becomes *relative_id. */
bool sid_is_in_domain(struct bytes sid, struct bytes domain, uint32_t *relative_id);
/* The last sub-authority of a valid SID; 0 of one that has none. */
uint32_t sid_rid(struct bytes sid);
/* A SID without its last sub-authority. */
struct bytes sid_split(struct bytes sid, struct sid *domain);
/* S-1-5-32, the domain of the built-in groups. */
struct bytes sid_built_in_domain(void);
/* S-1-..., as [MS-DTYP] 2.4.2.1 has it. */
void sid_to_text(struct bytes sid, struct utf16_name *text);

#endif
