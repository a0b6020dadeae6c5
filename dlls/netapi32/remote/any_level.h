/*
 * Questions at an information level that a server may lack.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_REMOTE_ANY_LEVEL_H
#define NETAPI32_REMOTE_ANY_LEVEL_H

#include "levels/level.h"
#include "remote/call.h"

/* An operation that takes a level. */
struct level_question
{
    const struct rpc_interface *interface;
    uint16_t operation;
    const struct info_family *family; /* the levels that the operation knows */
    uint32_t level;                   /* that is wanted */
    uint32_t (*ask)(void *context, uint32_t level);
    void *context;
    /* Set by `ask` where ERROR_INVALID_LEVEL may be of this question alone; NULL: it never is. */
    const bool *is_of_this_question;
};

/* Asks at the wanted level; where the server does not know it, at those that cover it, one after the
 * other. What a server lacks is remembered, but for what may be of this question alone. Results are those of `ask`; ERROR_INVALID_LEVEL when
 * there is no level left to ask at. */
uint32_t remote_ask_at_levels(struct remote *remote, const struct level_question *question);

/* A GetInfo operation. `level_place` leads into the structure of its parameters, in which the rest is
 * set. */
struct remote_get
{
    const struct rpc_interface *interface;
    uint16_t operation;
    void *parameters;
    uint32_t *level_place;
    size_t row_offset; /* where the parameters have the pointer to the row */
    const struct info_family *family;
    uint32_t level;
    /* Refuses a row that cannot be right, and gives it the form that the API promises; or NULL. */
    uint32_t (*check)(const void *row);
    void (*normalise)(void *row);
};

/* Asks for one row and packs it: *buffer belongs to the caller (platform_api_free()), and is NULL
 * after an error. Errors of remote_ask_at_levels(), remote_call() and `check`;
 * RPC_X_BAD_STUB_DATA when a server sends no row; ERROR_NOT_ENOUGH_MEMORY. */
uint32_t remote_get_info(struct remote *remote, const struct remote_get *call, void **buffer);

#endif
