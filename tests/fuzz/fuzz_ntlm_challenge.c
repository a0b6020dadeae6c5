/*
 * Fuzz target: NTLM's answer to whatever a server sends as its challenge.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "auth/ntlm.h"
#include "base/status.h"
#include "crypto/crypto.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The first byte says who asks; the rest is the challenge. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct utf16_name target = utf16_name_from_ascii("cifs/server");
    struct utf16_name user = utf16_name_from_ascii("CORP\\alice");
    const struct utf16_name password = utf16_name_from_ascii("secret");
    struct credentials credentials;
    struct mechanism *mechanism = NULL;
    struct writer answer = { 0 };
    bool done = false;

    if (crypto_start() || !size)
    {
        return 0;
    }
    if (data[0] & 1)
    {
        user.length = 0;
    }
    credentials_set(&credentials, utf16_from_name(&user), utf16_from_name(&password));
    if (ntlm_create(&credentials, utf16_from_name(&target), &mechanism))
    {
        return 0;
    }
    if (!mechanism->operations->step(mechanism, (struct bytes){ 0 }, &answer, &done))
    {
        const struct bytes challenge = { data + 1, size - 1 };
        uint32_t status = 0;

        writer_free(&answer);
        status = mechanism->operations->step(mechanism, challenge, &answer, &done);
        if (done != (status == ERROR_SUCCESS))
        {
            abort();
        }
    }
    writer_free(&answer);
    mechanism->operations->free(mechanism);
    return 0;
}
