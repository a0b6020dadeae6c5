/*
 * The accounts of this process: their lock, and how they begin.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/accounts/accounts_lock.h"

#include "families/accounts/built_in.h"

/* Relative identifiers of accounts that are not built in begin here. */
#define FIRST_RELATIVE_ID 1000

static SRWLOCK lock = SRWLOCK_INIT;
static struct accounts store;
static BOOL is_filled;

static void clear(struct accounts *accounts)
{
    while (accounts->users.count)
    {
        accounts_remove_user(accounts, accounts->users.rows);
    }
    for (enum group_kind kind = 0; kind < GROUP_KINDS; kind++)
    {
        while (accounts->groups[kind].count)
        {
            accounts_remove_group(accounts, kind, accounts->groups[kind].rows);
        }
    }
}

struct accounts *accounts_enter(void)
{
    AcquireSRWLockExclusive(&lock);
    if (is_filled)
    {
        return &store;
    }
    store.next_relative_id = FIRST_RELATIVE_ID;
    is_filled = !accounts_add_built_in(&store);
    if (is_filled)
    {
        return &store;
    }
    clear(&store);
    ReleaseSRWLockExclusive(&lock);
    return NULL;
}

void accounts_leave(void)
{
    ReleaseSRWLockExclusive(&lock);
}
