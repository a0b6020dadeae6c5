/*
 * Who a call is made as.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_AUTH_CREDENTIALS_H
#define NETAPI32_AUTH_CREDENTIALS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/utf16.h"
#include "crypto/crypto.h"

enum credentials_kind
{
    CREDENTIALS_ANONYMOUS,
    CREDENTIALS_PASSWORD,
    CREDENTIALS_CURRENT, /* whom the process runs as: the user's Kerberos ticket; else anonymous */
};

struct credentials
{
    enum credentials_kind kind;
    struct utf16_name domain; /* empty for a local account and for name@realm */
    struct utf16_name user;
    struct utf16_name password; /* secret */
};

/* Splits `user` as a person writes it: name, DOMAIN\name, name@realm (which stays whole, with an
 * empty domain, as [MS-NLMP] wants a user principal name). An empty user is anonymous.
 * ERROR_INVALID_PARAMETER, and wiped credentials, when there is a domain without a name, or a part
 * is longer than NAME_LENGTH_MAX. Wipe the result with credentials_wipe(). */
uint32_t credentials_set(struct credentials *credentials, struct utf16_slice user,
                         struct utf16_slice password);
void credentials_wipe(struct credentials *credentials);

/* A value that is equal for equal credentials and tells nothing about them: keyed with a random
 * key of this process. Not to be called inside the monitor of platform.h. */
uint32_t credentials_fingerprint(const struct credentials *credentials,
                                 uint8_t fingerprint[SHA256_SIZE]);

#endif
