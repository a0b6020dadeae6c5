/*
 * The memory of libgcrypt, and a reserve of it for when it starts.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_CRYPTO_MEMORY_H
#define NETAPI32_CRYPTO_MEMORY_H

#include <stdbool.h>
#include <stddef.h>

/* While it is open, what there is no other memory for comes from the reserve; what was taken stays taken.
 * Called inside the monitor of platform.h, by the one thread that starts libgcrypt. */
void gcrypt_open_reserve(bool is_open);

/* As malloc(), realloc() and free() do it. What came from the reserve cannot be made larger: NULL. */
void *gcrypt_allocate(size_t size);
void *gcrypt_reallocate(void *block, size_t size);
void gcrypt_release(void *block);

#endif
