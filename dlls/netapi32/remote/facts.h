/*
 * What was learnt of a server, and is remembered beyond a connection.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_REMOTE_FACTS_H
#define NETAPI32_REMOTE_FACTS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/utf16.h"

/* Who cuts answers to the preferred length. Once known it never changes, for resume handles that
 * programs hold depend on it. */
enum paging
{
    PAGING_UNKNOWN,
    PAGING_BY_SERVER, /* the resume handle is the server's: opaque */
    PAGING_HERE,      /* the server sends everything; the resume handle is an index of ours */
};

/* What is known; everything unknown for a server that was not seen before. */
bool server_lacks_level(const struct utf16_name *server, uint32_t level);
enum paging server_paging(const struct utf16_name *server);

void server_learn_lacks_level(const struct utf16_name *server, uint32_t level);
/* Does nothing when the paging is known already. Gives what holds now. */
enum paging server_learn_paging(const struct utf16_name *server, enum paging paging);

#endif
