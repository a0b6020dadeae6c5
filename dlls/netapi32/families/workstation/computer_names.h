/*
 * The names that a computer is known by: [MS-WKST] 3.2.4.21.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_COMPUTER_NAMES_H
#define NETAPI32_COMPUTER_NAMES_H

#include "base/arena.h"
#include "remote/target.h"

/* NET_COMPUTER_NAME_TYPE */
enum computer_name_type
{
    COMPUTER_NAME_PRIMARY,
    COMPUTER_NAME_ALTERNATE,
    COMPUTER_NAME_ALL,
};

/* Asks a server for its names. One that lacks the operation, as Samba does, is asked for the one name
 * that every server tells, by NetBIOS, where that is enough. *names and what it holds belong to the
 * arena; after a failure there are none. Errors: what a server answers, those of remote_call(), and
 *
 *   ERROR_NOT_SUPPORTED    the server lacks the operation, and more than its primary name is wanted */
uint32_t computer_names_of_server(const struct target *target, uint32_t type, struct arena *arena,
                                  struct utf16_slice **names, uint32_t *count);

#endif
