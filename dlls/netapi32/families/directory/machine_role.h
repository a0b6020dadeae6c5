/*
 * The role of a computer in its domain: [MS-DSSP], without Windows' types.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_DIRECTORY_MACHINE_ROLE_H
#define NETAPI32_DIRECTORY_MACHINE_ROLE_H

#include "levels/directory_levels.h"
#include "remote/target.h"

/* Packs what the level tells of a role. *buffer belongs to the caller (platform_api_free()), and is
 * NULL after an error. ERROR_INVALID_PARAMETER for an unknown level, as is documented;
 * ERROR_NOT_ENOUGH_MEMORY. */
uint32_t machine_role_pack(uint32_t level, const struct machine_role *role, void **buffer);

/* The same of a server's role. Errors of netlogon_call() too; RPC_X_BAD_STUB_DATA where the server
 * tells nothing. */
uint32_t machine_role_of_server(const struct target *target, uint32_t level, void **buffer);

#endif
