/*
 * Starting libgcrypt, once in a process.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Some of what libgcrypt does once ends the program where it gets no memory. And a cipher tests itself
 * when it is first given a key: without memory it has failed, and stays refused as long as the process
 * runs. So all of that happens here, with memory that is always there.
 */
#include <gcrypt.h>

#include "base/status.h"
#include "crypto/crypto.h"
#include "crypto/gcrypt.h"
#include "crypto/memory.h"
#include "platform/platform.h"

/* The first version that has everything used here. */
#define GCRYPT_VERSION_NEEDED "1.8.0"

static bool started; /* the monitor guards it */

static int is_secure(const void *block)
{
    (void)block;
    return 0;
}

static uint32_t test_cipher(int algorithm, size_t key_size)
{
    static const uint8_t key[16] = { 1, 2, 3, 4, 5, 6, 7, 8 };
    gcry_cipher_hd_t handle = NULL;
    gcry_error_t error = gcry_cipher_open(&handle, algorithm, GCRY_CIPHER_MODE_ECB, 0);

    if (!error)
    {
        error = gcry_cipher_setkey(handle, key, key_size);
    }
    gcry_cipher_close(handle);
    return win32_from_gcrypt(error);
}

/* What libgcrypt leaves to one thread. Who has started it before us has given it memory, too. */
static uint32_t start_gcrypt(void)
{
    uint32_t status = ERROR_SUCCESS;

    if (!gcry_control(GCRYCTL_ANY_INITIALIZATION_P))
    {
        gcry_set_allocation_handler(gcrypt_allocate, gcrypt_allocate, is_secure, gcrypt_reallocate,
                                    gcrypt_release);
    }
    if (!gcry_check_version(GCRYPT_VERSION_NEEDED))
    {
        return ERROR_NOT_SUPPORTED;
    }
    if (!gcry_control(GCRYCTL_INITIALIZATION_FINISHED_P))
    {
        /* Locked memory is scarce and its pool is a global; keys are wiped after use instead. */
        gcry_control(GCRYCTL_DISABLE_SECMEM, 0);
        gcry_control(GCRYCTL_INITIALIZATION_FINISHED, 0);
    }
    status = test_cipher(GCRY_CIPHER_AES128, 16);
    return status ? status : test_cipher(GCRY_CIPHER_DES, 8);
}

uint32_t crypto_start(void)
{
    uint32_t status = ERROR_SUCCESS;

    platform_monitor_enter();
    if (!started)
    {
        gcrypt_open_reserve(true);
        status = start_gcrypt();
        gcrypt_open_reserve(false);
        started = !status;
    }
    platform_monitor_leave();
    return status;
}
