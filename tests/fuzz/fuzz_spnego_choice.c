/*
 * Fuzz target: SPNEGO with several mechanisms, of which the server chooses, with checks over the choice.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The input: how many mechanisms, what each is like; then tokens, each behind its length in two bytes; the
 * first is the hint. Mechanisms do what their byte says. Nobody is taken to another mechanism than the first
 * without a check of the list that was offered, where the mechanism has a key.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "auth/spnego.h"
#include "base/status.h"
#include "support/fuzz_input.h"

#define HAS_KEY    0x01
#define CANNOT_BE  0x02 /* its first step says so */
#define ONE_STEP   0x04 /* done with it */
#define REFUSES    0x08 /* each token of the server's */
#define TOKENS_MAX 8
#define KINDS      3
#define SIGNATURE  "signed"

/* What the mechanisms have seen together. */
struct witness
{
    const struct mechanism_operations *first; /* whose token went with the list */
    const struct mechanism_operations *latest;
    bool is_checked; /* the list, by what the server signed */
};

struct fake
{
    struct mechanism mechanism; /* first */
    uint8_t manner;
    unsigned int steps;
    struct witness *witness;
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static uint32_t fake_step(struct mechanism *mechanism, struct bytes token, struct writer *answer,
                          bool *done)
{
    struct fake *fake = (struct fake *)mechanism;

    if (fake->steps++ == 0 && fake->manner & CANNOT_BE)
    {
        return ERROR_NOT_SUPPORTED;
    }
    if (token.size && fake->manner & REFUSES)
    {
        return ERROR_BAD_NET_RESP;
    }
    fake->witness->first = fake->witness->first ? fake->witness->first : mechanism->operations;
    fake->witness->latest = mechanism->operations;
    writer_u8(answer, (uint8_t)fake->steps);
    *done = fake->manner & ONE_STEP || fake->steps > 1;
    return ERROR_SUCCESS;
}

static uint32_t fake_session_key(struct mechanism *mechanism, struct session_key *key)
{
    memset(key, 0, sizeof(*key));
    key->size = ((struct fake *)mechanism)->manner & HAS_KEY ? 16 : 0;
    return ERROR_SUCCESS;
}

static uint32_t fake_sign(struct mechanism *mechanism, struct bytes data, struct writer *mic)
{
    (void)data;
    if (!(((struct fake *)mechanism)->manner & HAS_KEY))
    {
        return ERROR_NOT_SUPPORTED;
    }
    writer_bytes(mic, SIGNATURE, strlen(SIGNATURE));
    return ERROR_SUCCESS;
}

static uint32_t fake_verify(struct mechanism *mechanism, struct bytes data, struct bytes mic)
{
    struct fake *fake = (struct fake *)mechanism;

    (void)data;
    if (!(fake->manner & HAS_KEY))
    {
        return ERROR_NOT_SUPPORTED;
    }
    if (mic.size != strlen(SIGNATURE) || memcmp(mic.data, SIGNATURE, mic.size) != 0)
    {
        return ERROR_BAD_NET_RESP;
    }
    fake->witness->is_checked = true;
    return ERROR_SUCCESS;
}

static void fake_free(struct mechanism *mechanism)
{
    free(mechanism);
}

#define OPERATIONS(mechanism_name, ...)                                                            \
    {                                                                                              \
        .name = mechanism_name,                                                                    \
        .object_id = { (const uint8_t[]){ __VA_ARGS__ },                                           \
                       sizeof((const uint8_t[]){ __VA_ARGS__ }) },                                 \
        .step = fake_step, .session_key = fake_session_key, .sign = fake_sign,                     \
        .verify = fake_verify, .free = fake_free                                                   \
    }

/* The second and the third are Kerberos and NTLM. */
static const struct mechanism_operations kinds[KINDS] = {
    OPERATIONS("first", 0x2A, 0x01),
    OPERATIONS("second", 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x12, 0x01, 0x02, 0x02),
    OPERATIONS("third", 0x2B, 0x06, 0x01, 0x04, 0x01, 0x82, 0x37, 0x02, 0x02, 0x0A),
};

static struct mechanism *make_mechanism(struct fuzz_input *input, size_t kind,
                                        struct witness *witness)
{
    struct fake *fake = malloc(sizeof(*fake));

    if (!fake)
    {
        abort();
    }
    *fake = (struct fake){ { &kinds[kind] }, fuzz_u8(input), 0, witness };
    return &fake->mechanism;
}

static struct bytes next_token(struct fuzz_input *input)
{
    size_t size = fuzz_u16(input);

    size = size < reader_left(&input->bytes) ? size : reader_left(&input->bytes);
    return (struct bytes){ reader_bytes(&input->bytes, size), size };
}

static void negotiate(struct fuzz_input *input, struct spnego *spnego,
                      const struct witness *witness)
{
    struct writer answer = { 0 };
    struct session_key key;
    bool done = false;
    uint32_t status = spnego_step(spnego, (struct bytes){ 0 }, &answer, &done);

    for (size_t i = 0; i < TOKENS_MAX && !status && reader_left(&input->bytes); i++)
    {
        writer_clear(&answer);
        status = spnego_step(spnego, next_token(input), &answer, &done);
    }
    if (!status && done && !spnego_session_key(spnego, &key) && key.size &&
        witness->latest != witness->first && !witness->is_checked)
    {
        abort();
    }
    writer_free(&answer);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz_input input = fuzz_input_over(data, size);
    struct mechanism *mechanisms[KINDS];
    const size_t count = 1 + fuzz_below(&input, KINDS);
    struct spnego *spnego = NULL;
    struct witness witness = { .is_checked = false };

    for (size_t i = 0; i < count; i++)
    {
        mechanisms[i] = make_mechanism(&input, i, &witness);
    }
    if (!spnego_create(mechanisms, count, next_token(&input), &spnego))
    {
        negotiate(&input, spnego, &witness);
        spnego_free(spnego);
    }
    fuzz_input_free(&input);
    return 0;
}
