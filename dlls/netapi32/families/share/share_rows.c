/*
 * Shares as servers tell them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/share/share_rows.h"

#include "base/security_descriptor.h"
#include "base/status.h"

static const struct paging_key share_keys[] = {
    { PAGING_KEY_TEXT, offsetof(struct share, name) },
    { PAGING_KEY_TEXT, offsetof(struct share, server) },
    { PAGING_KEY_TEXT, offsetof(struct share, path) },
    { PAGING_KEY_NUMBER, offsetof(struct share, type) },
};

const struct paging_order share_order = {
    .family = &share_list_family,
    .keys = share_keys,
    .count = INFO_COUNT(share_keys),
    .identity_count = 2, /* the name, on that server */
};

uint32_t share_check(const void *row)
{
    const struct share *share = row;
    const struct bytes descriptor = { share->descriptor.data, share->descriptor.size };

    return !descriptor.size || security_descriptor_is_valid(descriptor) ? ERROR_SUCCESS
                                                                        : RPC_X_BAD_STUB_DATA;
}

void share_normalise(void *row)
{
    static const uint16_t every_name[] = { '*' };
    struct share *share = row;

    if (!share->server.length)
    {
        share->server = (struct utf16_slice){ every_name, INFO_COUNT(every_name) };
    }
    if (!share->descriptor.size)
    {
        share->descriptor.data = NULL;
    }
}

/* Samba says ERROR_INVALID_NAME of a name that is looked up, and ERROR_BAD_NET_NAME of one that is to
 * be removed. */
uint32_t share_result(const struct remote *remote, uint32_t status, uint32_t result)
{
    if (status && status == result &&
        (status == ERROR_INVALID_NAME || status == ERROR_BAD_NET_NAME))
    {
        return NERR_NetNameNotFound;
    }
    return remote_result(remote, status, NERR_NetNameNotFound);
}
