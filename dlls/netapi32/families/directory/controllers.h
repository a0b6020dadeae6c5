/*
 * Domain controllers, asked of a server: [MS-NRPC] 3.5.4.3, without Windows' types.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_DIRECTORY_CONTROLLERS_H
#define NETAPI32_DIRECTORY_CONTROLLERS_H

#include "remote/target.h"

/* \\controller of a domain (absent: the server's own), as the server finds it: the primary one, or
 * any. *name belongs to the caller (platform_api_free()); it is NULL after an error. Errors of
 * netlogon_call(), what the server says (NERR_DCNotFound, ERROR_NO_SUCH_DOMAIN, ...);
 * RPC_X_BAD_STUB_DATA where it tells nothing. */
uint32_t controllers_get_name(const struct target *target, struct utf16_slice domain,
                              bool is_primary, void **name);

/* Has a controller take the records of another one out of the DNS. `domain` may be absent, a GUID
 * (16 bytes, as on the wire) NULL; `host` is there. Errors of netlogon_call(). */
uint32_t controllers_deregister_dns(const struct target *target, struct utf16_slice domain,
                                    const uint8_t *domain_guid, const uint8_t *dsa_guid,
                                    struct utf16_slice host);

#endif
