/*
 * Memory that is there or ends the program.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_MEMORY_H
#define NETADMIN_MEMORY_H

#include <stddef.h>

/* Grows (or, with NULL, makes) an array of count elements of size bytes; the caller frees it with
 * free(). Where that cannot be, the program says so and ends. */
void *memory_resize(void *array, size_t count, size_t size);

#endif
