/*
 * What the files over libgcrypt share.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_CRYPTO_GCRYPT_H
#define NETAPI32_CRYPTO_GCRYPT_H

#include <gcrypt.h>
#include <stdint.h>

/* A tag that does not match gives ERROR_BAD_NET_RESP; what libgcrypt refuses,
 * ERROR_NOT_SUPPORTED. */
uint32_t win32_from_gcrypt(gcry_error_t error);

#endif
