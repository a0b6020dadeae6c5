/*
 * Kerberos with the ticket of the user whom this process runs as. RFC 4121, [MS-KILE]
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * On Windows by SSPI (sspi.c), natively by GSSAPI (gssapi.c), or there is none (no_kerberos.c).
 */
#ifndef NETAPI32_AUTH_KERBEROS_H
#define NETAPI32_AUTH_KERBEROS_H

#include "auth/mechanism.h"
#include "base/utf16.h"

/* Gets a ticket for `target_name`, the SPN of the server (cifs/server), which may ask the key
 * distribution centre over the network; without a ticket-granting ticket it asks nobody. The
 * caller owns *mechanism (operations->free). The server must prove who it is (mutual
 * authentication), or the last step fails.
 * ERROR_NOT_SUPPORTED when there is no ticket, no Kerberos, or a Kerberos that keeps the session
 * key to itself; ERROR_TIME_SKEW where there is one, and clocks differ too much for it;
 * ERROR_SEM_TIMEOUT when the deadline passes; ERROR_NOT_ENOUGH_MEMORY. */
uint32_t kerberos_create(struct utf16_slice target_name, uint64_t deadline,
                         struct mechanism **mechanism);

/* Lets go of what is only kept for the next kerberos_create(): to be called when there may be none for
 * a while. It keeps this library from being unloaded. */
void kerberos_rest(void);

#endif
