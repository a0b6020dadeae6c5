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
#include "platform/platform.h"

#define SERVER_GUID_SIZE 16

/* Who answers there: another computer may have taken over the name, or the address. */
struct server_identity
{
    struct ip_endpoint peer;
    uint8_t guid[SERVER_GUID_SIZE]; /* [MS-SMB2] 2.2.4, ServerGuid */
};

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
