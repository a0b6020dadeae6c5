/*
 * Where the static libgcrypt has memory from before anybody can tell it, in place of its own functions.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whatever is called first, gcry_set_allocation_handler() too, makes it start, and where it gets no memory
 * for that it ends the program. As these symbols are defined here, the linker leaves libgcrypt's object
 * (stdmem.o) in its archive. There is no secure memory: keys are wiped.
 */
#include "crypto/memory.h"

void _gcry_private_enable_m_guard(void);
void *_gcry_private_malloc(size_t size);
void *_gcry_private_malloc_secure(size_t size);
void *_gcry_private_realloc(void *block, size_t size);
void _gcry_private_free(void *block);

void _gcry_private_enable_m_guard(void)
{
    /* It has no guards. */
}

void *_gcry_private_malloc(size_t size)
{
    return gcrypt_allocate(size);
}

void *_gcry_private_malloc_secure(size_t size)
{
    return gcrypt_allocate(size);
}

void *_gcry_private_realloc(void *block, size_t size)
{
    return gcrypt_reallocate(block, size);
}

void _gcry_private_free(void *block)
{
    gcrypt_release(block);
}
