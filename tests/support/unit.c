/*
 * What every native test needs.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/unit.h"

#include "crypto/crypto.h"

int start_cryptography(void **state)
{
    (void)state;
    return (int)crypto_start();
}
