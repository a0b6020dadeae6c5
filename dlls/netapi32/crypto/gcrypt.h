/*
 * What the files over libgcrypt share.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_CRYPTO_GCRYPT_H
#define NETAPI32_CRYPTO_GCRYPT_H

#include <gcrypt.h>
#include <stdint.h>

#include "base/wire.h"

/* A tag that does not match gives ERROR_BAD_NET_RESP; what libgcrypt refuses,
 * ERROR_NOT_SUPPORTED. */
uint32_t win32_from_gcrypt(gcry_error_t error);

/* The digest of the concatenation of `count` parts; of more than GCRYPT_PARTS_MAX
 * ERROR_NOT_SUPPORTED. */
#define GCRYPT_PARTS_MAX 8
uint32_t gcrypt_digest(int algorithm, const struct bytes *parts, size_t count, uint8_t *digest);

#endif
