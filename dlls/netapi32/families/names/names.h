/*
 * Paths and names as a computer sees them, without Windows' types: [MS-SRVS] 3.1.4.29 to 3.1.4.34.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * This computer answers by path_type.h, path_canonicalize.h and name_rules.h, where the contracts
 * are; another is asked, and one that lacks the operation, as Samba does, has the same answer from
 * here. What no computer could take, absent or too long, is refused before anything is asked. The
 * errors are those of the functions there, what a server answers, and those of remote_call().
 */
#ifndef NETAPI32_NAMES_H
#define NETAPI32_NAMES_H

#include "families/names/name_rules.h"
#include "families/names/path_canonicalize.h"
#include "remote/target.h"

uint32_t names_path_type(const struct target *target, struct utf16_slice path, uint32_t flags,
                         uint32_t *type);
uint32_t names_path_canonicalize(const struct target *target, struct utf16_slice path,
                                 struct utf16_slice prefix, uint32_t flags, size_t size,
                                 uint32_t *type, struct canonical_path *canonical);
int32_t names_path_compare(const struct target *target, struct utf16_slice first,
                           struct utf16_slice second, uint32_t type, uint32_t flags);

uint32_t names_validate(const struct target *target, struct utf16_slice name, uint32_t type,
                        uint32_t flags);
uint32_t names_canonicalize(const struct target *target, struct utf16_slice name, uint32_t type,
                            uint32_t flags, size_t size, struct canonical_name *canonical);
int32_t names_compare(const struct target *target, struct utf16_slice first,
                      struct utf16_slice second, uint32_t type, uint32_t flags);

#endif
