/*
 * Calls about the accounts of the test's server, and what Samba's own tools say of them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_SUPPORT_ACCOUNT_CALLS_H
#define NETAPI32_TESTS_SUPPORT_ACCOUNT_CALLS_H

#include "families/accounts/account_source.h"
#include "support/hosts.h"

/* The call of the test; each test has one at a time. */
extern struct account_call account_call;

/* Begins it for the server called SERVER; account_call_end() is due. */
void begin_call(enum account_access access);
/* What the source says of one user, in the call that has begun. */
uint32_t call_find_user(const char *name, enum user_part part, struct user *user);
/* Each a call of its own. */
void call_read_user(const char *name, struct user *user); /* whose texts are gone: numbers only */
uint32_t call_set_user(const char *name, const struct user *values, uint32_t fields);
uint32_t call_add_user(const struct user *values, uint32_t fields);
uint32_t call_remove_user(const char *name);
uint32_t call_change_password(const char *name, const char *old_password, const char *new_password);

/* "pdbedit OPTIONS" in the bed, which succeeds. What it says, up to the next. */
void pdbedit(const char *options);
/* "pdbedit -v -u USER" */
void pdbedit_show(const char *user);
/* What stands behind a label of what it said, up to the end of the line; good until the next. */
const char *pdbedit_said(const char *label);
bool pdbedit_knows(const char *user);

/* UTF-8, good until the next. */
const char *utf8(struct utf16_slice text);

#endif
