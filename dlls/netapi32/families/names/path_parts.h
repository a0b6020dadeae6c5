/*
 * What a path consists of: where it begins, and its components.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_PATH_PARTS_H
#define NETAPI32_PATH_PARTS_H

#include "base/utf16.h"

enum path_root
{
    PATH_RELATIVE,       /* a\b */
    PATH_ABSOLUTE,       /* \a\b */
    PATH_DRIVE_RELATIVE, /* X:a\b */
    PATH_DRIVE_ABSOLUTE, /* X:\a\b */
    PATH_LOCAL_DEVICE,   /* \\.\a\b */
    PATH_UNC,            /* \\server\share\a\b: the first two components are server and share */
};

struct path_parts
{
    enum path_root root;
    uint16_t drive;          /* its letter, in upper case, or 0 */
    struct utf16_slice rest; /* behind the root: components and separators */
};

/* Any text has parts; whether they may be such is not looked at. */
struct path_parts path_split(struct utf16_slice path);

/* Takes the next component off `rest`, with the separators before it. False when there is none. */
bool path_next(struct utf16_slice *rest, struct utf16_slice *component);

bool path_is_separator(uint16_t unit);
/* Whether it ends with a separator. */
bool path_ends_open(struct utf16_slice path);
/* Whether there is a * or ? in it. */
bool path_has_wildcard(struct utf16_slice component);
/* "." and ".." */
bool path_is_dot(struct utf16_slice component);
bool path_is_dot_dot(struct utf16_slice component);

#endif
