/*
 * Starting what a call to a server needs.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "remote/start.h"

#include "crypto/crypto.h"
#include "platform/platform.h"

uint32_t library_start(void)
{
    uint32_t status = platform_start();

    return status ? status : crypto_start();
}
