/*
 * Accounts of this computer for tests: a folder of their own, and calls in one line.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_SUPPORT_ACCOUNTS_H
#define NETAPI32_TESTS_SUPPORT_ACCOUNTS_H

#include "families/accounts/account_source.h"

/* Fixtures: a new empty folder for the accounts, and its end. */
int accounts_set_up(void **state);
int accounts_tear_down(void **state);

/* What is kept, which the caller frees; no bytes where nothing is. And the other way round. */
struct bytes accounts_kept(void);
void accounts_keep(struct bytes encoded);

/* Each is a call of its own, from its beginning to its end. */
uint32_t store_add_user(const char *name, const char *password);
uint32_t store_set_user(const char *name, const struct user *values, uint32_t fields);
uint32_t store_remove_user(const char *name);
uint32_t store_change_password(const char *name, const char *old, const char *new);
uint32_t store_add_group(enum group_kind kind, const char *name);
uint32_t store_remove_group(enum group_kind kind, const char *name);
/* By names, up to a NULL. */
uint32_t store_change_members(enum group_kind kind, const char *group, enum member_change change,
                              ...);
uint32_t store_set_rules(const struct account_rules *rules, uint32_t fields);

/* What is found; the text in it is gone. */
uint32_t store_find_user(const char *name, struct user *user);
bool store_user_exists(const char *name);
/* How many there are; -1 for a call that failed. */
int store_count_users(void);
int store_count_members(enum group_kind kind, const char *group);
int store_count_groups_of(enum group_kind kind, const char *user, bool indirect);
bool store_is_member(enum group_kind kind, const char *group, const char *name);
/* The parameter that was blamed last. */
uint32_t blamed_parameter(void);

#endif
