/*
 * The servers that this process uses with credentials of its own choice: what NetUseAdd keeps.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Servers are told apart by the names that the process calls them by, without case. All functions
 * may be called by many threads.
 */
#ifndef NETAPI32_REMOTE_USE_TABLE_H
#define NETAPI32_REMOTE_USE_TABLE_H

#include <stdbool.h>
#include <stdint.h>

#include "auth/credentials.h"

/* What may be told of an entry. */
struct use_entry
{
    struct utf16_name server;
    struct utf16_name domain;
    struct utf16_name user;
    uint32_t count; /* how often it was added and not removed */
};

/* Keeps a copy of `credentials` for `server`. Of CREDENTIALS_CURRENT only the names count, as what
 * use_table_list() tells. An entry that is there already is counted once more.
 * ERROR_SESSION_CREDENTIAL_CONFLICT when it has other credentials, ERROR_INVALID_PARAMETER when the
 * name is too long. */
uint32_t use_table_add(struct utf16_slice server, const struct credentials *credentials);
/* What use_table_add() would say of the credentials. */
uint32_t use_table_check(struct utf16_slice server, const struct credentials *credentials);
/* Takes back one addition, or all. With the last one the entry goes, and its password is wiped; *is_gone
 * says so. NERR_UseNotFound. */
uint32_t use_table_remove(struct utf16_slice server, bool all, bool *is_gone);
/* The credentials chosen for `server`; false, and nothing, when there are none or they are those of
 * the current user. */
bool use_table_find(struct utf16_slice server, struct credentials *credentials);
/* A number that grows with each change of the table. */
uint64_t use_table_generation(void);
/* Whether the entry for `server` went after use_table_generation() had said `generation`. It may say so
 * of a server whose entry did not go, and never misses one. To be called inside the monitor. */
bool use_table_went_since(const struct utf16_name *server, uint64_t generation);
/* All entries in the order in which they were added. The caller frees *entries. */
uint32_t use_table_list(struct use_entry **entries, size_t *count);
/* Removes all entries, and wipes their passwords, before the library is unloaded. */
void use_table_clear(void);

#endif
