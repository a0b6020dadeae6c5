/*
 * All that is secret about a logon, as a test knows it from elsewhere than from the library.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_SUPPORT_SECRETS_H
#define NETAPI32_TESTS_SUPPORT_SECRETS_H

#include <stddef.h>
#include <stdint.h>

#include "support/bed.h"

#define SECRET_SIZE_MAX 128

enum secret_id
{
    SECRET_PASSWORD, /* in UTF-8 */
    SECRET_PASSWORD_UTF16,
    SECRET_NT_HASH,
    SECRET_RESPONSE_KEY, /* of NTLMv2: as good as the password, for this user */
    SECRET_SESSION_KEY,  /* what the keys below are derived from */
    SECRET_SIGNING_KEY,
    SECRET_ENCRYPTION_KEY,
    SECRET_DECRYPTION_KEY,
    SECRETS,
};

struct secret
{
    const char *name;
    uint8_t data[SECRET_SIZE_MAX];
    size_t size;
};

/* Makes the secrets up to SECRET_RESPONSE_KEY. The domain is the empty one. */
void secrets_of_user(struct secret secrets[SECRETS], const char *user, const char *password);
/* Reads the others, those of the latest connection, from the server's log. The server must have
 * been started with the option SECRETS_SERVER_OPTION. */
#define SECRETS_SERVER_OPTION "debug encryption = yes"
void secrets_of_connection(struct secret secrets[SECRETS], const struct bed *bed);

#endif
