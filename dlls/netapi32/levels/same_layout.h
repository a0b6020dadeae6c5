/*
 * Compile-time proof that the structures which the level tables fill are Windows' own.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_LEVELS_SAME_LAYOUT_H
#define NETAPI32_LEVELS_SAME_LAYOUT_H

#include <stddef.h>

#define ASSERT_SAME_SIZE(structure, windows_structure)                                             \
    _Static_assert(sizeof(struct structure) == sizeof(windows_structure), #structure)
#define ASSERT_SAME_PLACE(structure, field, windows_structure, windows_field)                      \
    _Static_assert(offsetof(struct structure, field) ==                                            \
                           offsetof(windows_structure, windows_field) &&                           \
                       sizeof(((struct structure *)0)->field) ==                                   \
                           sizeof(((windows_structure *)0)->windows_field),                        \
                   #windows_field)

#endif
