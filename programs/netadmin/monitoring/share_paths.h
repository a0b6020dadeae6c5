/*
 * Which share an open file belongs to, as far as its path tells.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_SHARE_PATHS_H
#define NETADMIN_SHARE_PATHS_H

#include <windows.h>

#include "listing/listing.h"

/* The name of the share of a disk in whose folder a path of the server lies: that with the longest path where one
 * lies within another, and one that people made before one of the system's (C$). NULL where none has
 * it, and where several have the same folder: then nobody can tell. The shares are a listing of
 * level 2; at another level, which has no paths, the answer is NULL. A named pipe belongs to IPC$. */
const WCHAR *share_of_path(const struct listing *shares, const WCHAR *path);

#endif
