/*
 * Domains that trust each other, as a computer of one of them knows them: [MS-NRPC] 3.5.4.7, without
 * Windows' types.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Errors of all functions, besides their own: those of netlogon_call(); RPC_X_BAD_STUB_DATA for an
 * answer that cannot be. *buffer belongs to the caller (platform_api_free()); it is NULL after an
 * error.
 */
#ifndef NETAPI32_DIRECTORY_TRUSTS_H
#define NETAPI32_DIRECTORY_TRUSTS_H

#include "families/directory/directory_text.h"
#include "remote/target.h"

/* The trusts that have one of the flags (DS_DOMAIN_*): DS_DOMAIN_TRUSTS, as many as *count. */
uint32_t trusts_enumerate(const struct target *target, uint32_t flags, directory_text make,
                          uint32_t *count, void **buffer);

/* The NetBIOS names of trusted domains: terminated strings, and a terminator behind the last.
 * *ntstatus is what the server returned, where it answered, and else STATUS_SUCCESS. */
uint32_t trusts_get_names(const struct target *target, uint32_t *ntstatus, void **buffer);

/* What the namespaces of a forest are: LSA_FOREST_TRUST_INFORMATION in one block. `domain` is the one
 * that is trusted; absent: that of the server. */
uint32_t trusts_get_forest(const struct target *target, struct utf16_slice domain, uint32_t flags,
                           void **buffer);

#endif
