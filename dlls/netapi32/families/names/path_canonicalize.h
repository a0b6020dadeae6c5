/*
 * The canonical form of paths, and their comparison: [MS-SRVS] 3.1.4.30 and 3.1.4.31.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The canonical form has single backslashes, none at the end but that of a root, no "." and no "..",
 * drives and devices in upper case, and devices without \DEV\ and without a colon. It is its own
 * canonical form.
 */
#ifndef NETAPI32_PATH_CANONICALIZE_H
#define NETAPI32_PATH_CANONICALIZE_H

#include "families/names/path_type.h"

/* A flag of path_compare(): both paths are canonical. */
#define PATH_IS_CANONICAL 1

struct canonical_path
{
    uint16_t units[PATH_LENGTH_MAX + 1]; /* terminated */
    size_t length;
};

/* Writes the canonical form of `path`, or of prefix\path where there is a prefix. `size` is what the
 * caller's buffer holds, in code units with the terminator. *type says what the path is, or is 0 when
 * that is to be found out; afterwards it is the type of the canonical form, which may be another.
 * After a failure *type is as it was and *canonical is empty.
 *
 *   ERROR_INVALID_PARAMETER    a flag is set; there is no such type
 *   ERROR_INVALID_NAME         path, prefix or both together can be no path, are too long, or lead to
 *                              what is above their beginning, or to nothing
 *   NERR_BufTooSmall           it would not fit */
uint32_t path_canonicalize(struct utf16_slice path, struct utf16_slice prefix, uint32_t flags,
                           size_t size, uint32_t *type, struct canonical_path *canonical);

/* Compares the canonical forms without case: -1, 0 or 1. Paths that cannot be compared give an error
 * of path_canonicalize() instead. `type` is that of both, or 0. */
int32_t path_compare(struct utf16_slice first, struct utf16_slice second, uint32_t type,
                     uint32_t flags);

#endif
