/*
 * Fuzz target: the answer of a server that is asked for a referral.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/status.h"
#include "smb/dfs_referral.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Each string is read to its end. */
static void read_all(struct utf16_slice text)
{
    for (size_t i = 0; i < text.length; i++)
    {
        if (!utf16_unit(text, i))
        {
            abort(); /* it ends before its terminator */
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = { 0 };
    struct dfs_referral referral;
    const uint32_t status = dfs_referral_decode((struct bytes){ data, size }, &arena, &referral);

    if (status && referral.count)
    {
        abort();
    }
    /* Entries may share their strings, so a look at a few has to do. */
    for (size_t i = 0; i < referral.count && i < 16; i++)
    {
        read_all(referral.entries[i].dfs_path);
        read_all(referral.entries[i].network_address);
    }
    arena_free(&arena);
    return 0;
}
