/*
 * NDR: rows of an information level that stay in their message until somebody looks at them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_RPC_NDR_ROWS_H
#define NETAPI32_RPC_NDR_ROWS_H

#include "rpc/ndr_codec.h"

/* Whether rows of a level can stay: there are no further rows within them. */
bool ndr_rows_can_stay(const struct info_level *level);
/* Checks a conformant array of so many structures, moves on behind it, and says how to read them, from
 * the arena. NULL, and a failed decoder, for what breaks the rules. */
struct info_encoded *ndr_rows_decode(struct ndr_decoder *ndr, const struct info_family *family,
                                     const struct info_level *level, size_t count);

#endif
