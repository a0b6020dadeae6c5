/*
 * The transports of a server, and the names that it answers to on them: NetServerTransport* and
 * NetServerComputerName*, without Windows' types.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Results follow Microsoft's documentation of the functions and [MS-SRVS] 3.1.4.22 to 3.1.4.26. What
 * keeps a server from being asked is told as remote_call() tells it; ERROR_NOT_SUPPORTED where it has
 * no such operation, as Samba; NERR_ServerNotStarted where this computer has no server to change.
 */
#ifndef NETAPI32_FAMILIES_SERVER_TRANSPORTS_H
#define NETAPI32_FAMILIES_SERVER_TRANSPORTS_H

#include "families/server/server_host.h"
#include "levels/transport_levels.h"

/* SERVER_TRANSPORT_INFO_x, levels 0 to 3. This computer's are those of its server; the host's, where
 * that does not answer and LocalSource leaves it to the host. Results of remote_list_answer(). */
uint32_t transports_enumerate(const struct info_request *request, const struct server_host *host,
                              struct info_answer *answer);

/* What is done with one transport. */
enum transport_change
{
    TRANSPORT_ADD,    /* as NetServerTransportAdd does: level 0 */
    TRANSPORT_ADD_EX, /* levels 0 to 3 */
    TRANSPORT_DEL,    /* levels 0 to 3 */
};

/* Binds a server to a transport, or unbinds it. `structure` is the caller's SERVER_TRANSPORT_INFO_x.
 * ERROR_INVALID_LEVEL; ERROR_INVALID_PARAMETER where the structure, its name or the bytes of its
 * address are missing; errors of remote_call(). */
uint32_t transports_change(struct utf16_slice server, enum transport_change change, uint32_t level,
                           const void *structure);

/* Has a server answer to a further name, and as a member of `domain`, absent: of its own, on every
 * transport on which it answers. Where one refuses, those before it are taken back, if there
 * is time. ERROR_INVALID_PARAMETER for what can be no NetBIOS name of a computer: it is of 1 to 15
 * ASCII characters; ERROR_INVALID_DOMAINNAME for a longer domain; errors of remote_call(). */
uint32_t computer_names_add(struct utf16_slice server, struct utf16_slice domain,
                            struct utf16_slice name);
/* Has a server no longer answer to such a name. NERR_NetNameNotFound where it does on no transport;
 * errors as above. */
uint32_t computer_names_del(struct utf16_slice server, struct utf16_slice name);

#endif
