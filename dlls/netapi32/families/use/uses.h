/*
 * The functions of the API for uses of remote resources, without Windows' types: what NetUseAdd,
 * NetUseDel, NetUseEnum and NetUseGetInfo do once their pointers are checked.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The one resource that can be used is a server's IPC$: to use it is to log on to the server with
 * credentials that this process then keeps for all its calls to that name. There are no drives
 * and no printers.
 */
#ifndef NETAPI32_USE_USES_H
#define NETAPI32_USE_USES_H

#include <stdint.h>

#include "base/utf16.h"
#include "levels/level.h"

struct uses_request
{
    struct utf16_slice local;    /* absent or empty: no device */
    struct utf16_slice remote;   /* \\server\IPC$ or \\server */
    struct utf16_slice password; /* absent: none is given; empty: it is empty */
    uint32_t type;               /* enum use_type or USE_WILDCARD */
    struct utf16_slice user;   /* name, DOMAIN\name or name@realm; absent: the current user; empty:
                                    anonymous */
    struct utf16_slice domain; /* absent or empty: none, or what `user` has */
};

/* Whether `server` is this computer, the only one whose uses can be managed. ERROR_NOT_SUPPORTED
 * for another one, ERROR_INVALID_NAME. */
uint32_t uses_check_server(struct utf16_slice server);
/* Logs on, and keeps the credentials. Neither user nor password: those of the current user are
 * used, now and later. A user without a password: the one that the system keeps for this user and
 * server, or ERROR_INVALID_PASSWORD. ERROR_INVALID_PARAMETER, with *parameter (enum use_parameter),
 * ERROR_BAD_DEV_TYPE for IPC$ as a device, ERROR_BAD_NET_NAME for any other share,
 * ERROR_SESSION_CREDENTIAL_CONFLICT when the server is in use with other credentials, and what
 * keeps a connection from being opened. */
uint32_t uses_add(const struct uses_request *request, uint32_t *parameter);
/* Takes one addition back, with USE_LOTS_OF_FORCE all. With the last one the connection ends and
 * the password is wiped. NERR_UseNotFound, ERROR_INVALID_PARAMETER. */
uint32_t uses_delete(struct utf16_slice name, uint32_t force /* enum use_force */);
/* ERROR_SUCCESS; ERROR_MORE_DATA, with what fits; or an error. The structures are USE_INFO_x. */
uint32_t uses_enumerate(uint32_t level, uint32_t preferred_length, uint32_t resume_handle,
                        struct info_answer *answer);
uint32_t uses_get_info(struct utf16_slice name, uint32_t level, void **buffer);

#endif
