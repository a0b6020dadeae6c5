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

#define NAMES 3 /* of credentials: domain, user, password */

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
    const struct utf16_name *const names[NAMES] = { &credentials->domain, &credentials->user,
                                                    &credentials->password };
    /* The lengths go first, so that no two credentials run together to the same bytes. */
    uint32_t head[1 + NAMES] = { credentials->kind };
    struct bytes parts[1 + NAMES] = { { (const uint8_t *)head, sizeof(head) } };
    uint8_t key[SHA256_SIZE];
    uint32_t status = fingerprint_key(key);

    for (size_t i = 0; i < NAMES; i++)
    {
        head[1 + i] = (uint32_t)names[i]->length;
        parts[1 + i] =
            (struct bytes){ (const uint8_t *)names[i]->units, names[i]->length * sizeof(uint16_t) };
    }
    if (!status)
    {
        status =
            crypto_hmac_sha256((struct bytes){ key, sizeof(key) }, parts, 1 + NAMES, fingerprint);
    }
    wipe(key, sizeof(key));
    return status;
}
