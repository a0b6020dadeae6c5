/*
 * The containers in which MS-SRVS and its kin send information levels.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_RPC_NDR_INFO_H
#define NETAPI32_RPC_NDR_INFO_H

#include "levels/level.h"
#include "rpc/ndr.h"

/* Writes an enumeration structure with an empty container: what a call passes in.
 * ([MS-SRVS] 2.2.4.21 and its kin: level, union tag, container) */
void ndr_put_empty_container(struct ndr_writer *ndr, uint32_t level);

/* Reads an enumeration structure of `level` into rows, which the caller frees; their strings point
 * into the stub. ERROR_NOT_ENOUGH_MEMORY; RPC_X_BAD_STUB_DATA for what is malformed. */
uint32_t ndr_get_container(struct reader *stub, const struct info_family *family,
                           const struct info_level *level, struct info_rows *rows);

#endif
