/*
 * What two calls must have in common to use the same connection.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_REMOTE_SERVER_KEY_H
#define NETAPI32_REMOTE_SERVER_KEY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/utf16.h"
#include "crypto/crypto.h"

struct server_key
{
    struct utf16_name name; /* as called: authentication is bound to it */
    struct utf16_name address;
    uint16_t port;
    bool require_encryption;
    bool allow_guest;
    uint8_t credentials[SHA256_SIZE]; /* credentials_fingerprint() */
};

#endif
