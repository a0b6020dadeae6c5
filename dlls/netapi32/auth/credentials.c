/*
 * Who a call is made as.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "auth/credentials.h"

#include <string.h>

#include "base/status.h"
#include "base/wipe.h"
#include "platform/platform.h"

uint32_t credentials_set(struct credentials *credentials, struct utf16_slice user,
                         struct utf16_slice password)
{
    const size_t backslash = utf16_find(user, '\\');
    struct utf16_slice domain = { 0 };
    struct utf16_slice name = user;

    if (backslash < user.length)
    {
        domain = utf16_part(user, 0, backslash);
        name = utf16_part(user, backslash + 1, user.length);
    }
    memset(credentials, 0, sizeof(*credentials));
    if (!user.length)
    {
        credentials->kind = CREDENTIALS_ANONYMOUS;
        return ERROR_SUCCESS;
    }
    if (!name.length)
    {
        return ERROR_INVALID_PARAMETER;
    }
    credentials->kind = CREDENTIALS_PASSWORD;
    if (!utf16_name_set(&credentials->domain, domain) ||
        !utf16_name_set(&credentials->user, name) ||
        !utf16_name_set(&credentials->password, password))
    {
        credentials_wipe(credentials);
        return ERROR_INVALID_PARAMETER;
    }
    return ERROR_SUCCESS;
}

void credentials_wipe(struct credentials *credentials)
{
    wipe(credentials, sizeof(*credentials));
}

/* The key of this process, made when it is first needed. */
static uint32_t fingerprint_key(uint8_t key[SHA256_SIZE])
{
    static uint8_t process_key[SHA256_SIZE];
    static bool made;
    uint32_t status = ERROR_SUCCESS;

    platform_monitor_enter();
    if (!made)
    {
        status = platform_random(process_key, sizeof(process_key));
        made = !status;
    }
    memcpy(key, process_key, sizeof(process_key));
    platform_monitor_leave();
    return status;
}

uint32_t credentials_fingerprint(const struct credentials *credentials,
                                 uint8_t fingerprint[SHA256_SIZE])
{
    const struct utf16_name *const names[] = { &credentials->domain, &credentials->user,
                                               &credentials->password };
    struct writer input = { 0 };
    uint8_t key[SHA256_SIZE];
    uint32_t status = fingerprint_key(key);

    writer_u32(&input, credentials->kind);
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
    {
        /* With its length, so that no two credentials run together to the same bytes. */
        writer_u32(&input, (uint32_t)names[i]->length);
        writer_bytes(&input, names[i]->units, names[i]->length * sizeof(uint16_t));
    }
    if (!status && input.failed)
    {
        status = ERROR_NOT_ENOUGH_MEMORY;
    }
    if (!status)
    {
        const struct bytes part = { input.data, input.size };

        status = crypto_hmac_sha256((struct bytes){ key, sizeof(key) }, &part, 1, fingerprint);
    }
    wipe(key, sizeof(key));
    writer_free(&input);
    return status;
}
