/*
 * Memory that is there or ends the program.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef SHAREDFOLDERS_MEMORY_H
#define SHAREDFOLDERS_MEMORY_H

#include <stddef.h>

/* Grows (or, with NULL, makes) an array of count elements of size bytes; the caller frees it with
 * free(). */
void *memory_resize(void *array, size_t count, size_t size);

/* An array of zeros, to be freed with free(). */
void *memory_zeros(size_t count, size_t size);

#endif
