/*
 * Fuzz target: SPNEGO with NTLM, from the server's hint to its last token.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stddef.h>
#include <stdint.h>

#include "auth/ntlm.h"
#include "auth/spnego.h"
#include "base/status.h"
#include "crypto/crypto.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The input is a series of tokens, each behind its length in two bytes; the first is the hint. */
static struct bytes next_token(struct reader *input)
{
    size_t size = reader_u16(input);

    if (size > reader_left(input))
    {
        size = reader_left(input);
    }
    return (struct bytes){ reader_bytes(input, size), size };
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct utf16_name name = utf16_name_from_ascii("cifs/server");
    struct reader input = reader_over(data, size);
    struct credentials credentials;
    struct mechanism *mechanism = NULL;
    struct spnego *spnego = NULL;
    struct writer answer = { 0 };
    uint32_t status = 0;
    bool done = false;

    if (crypto_start())
    {
        return 0;
    }
    credentials_set(&credentials, utf16_from_name(&name), utf16_from_name(&name));
    if (ntlm_create(&credentials, utf16_from_name(&name), &mechanism))
    {
        return 0;
    }
    if (spnego_create(&mechanism, 1, next_token(&input), &spnego))
    {
        return 0;
    }
    status = spnego_step(spnego, (struct bytes){ 0 }, &answer, &done);
    while (!status && reader_left(&input))
    {
        writer_free(&answer);
        status = spnego_step(spnego, next_token(&input), &answer, &done);
    }
    writer_free(&answer);
    spnego_free(spnego);
    return 0;
}
