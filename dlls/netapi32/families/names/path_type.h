/*
 * Finding the type of a path: [MS-SRVS] 3.1.4.29.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Paths are what LAN Manager knows: \\server\share\..., X:\..., devices, and the folders \PIPE,
 * \MAILSLOT and others of the local system. / separates as \ does, and any number of them is one.
 */
#ifndef NETAPI32_PATH_TYPE_H
#define NETAPI32_PATH_TYPE_H

#include "base/utf16.h"
#include "families/names/path_type_values.h"

/* A flag of path_type(): the rules of MS-DOS and OS/2 1.1, 128 characters and names of 8.3. */
#define PATH_OLD_STYLE 1
/* In code units. */
#define PATH_LENGTH_MAX     260
#define PATH_LENGTH_MAX_OLD 128

/* Whether the specification has this type. */
bool path_type_is_known(uint32_t type);

/* Finds the type of `path`, 3.1.4.29; *type is 0 after a failure.
 *
 *   ERROR_INVALID_PARAMETER    there is no such flag
 *   ERROR_INVALID_NAME         it can be no path, or is empty or too long; or there is no type for it:
 *                              wildcards in a folder of the system */
uint32_t path_type(struct utf16_slice path, uint32_t flags, uint32_t *type);

/* The same for a path of any length, which may be made of several; 0 for what is ERROR_INVALID_NAME
 * there. */
uint32_t path_find_type(struct utf16_slice path, bool is_old_style);

#endif
