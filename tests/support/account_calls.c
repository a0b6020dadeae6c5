/*
 * Calls about the accounts of the test's server, and what Samba's own tools say of them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/account_calls.h"

#include <stdio.h>

#include "base/status.h"
#include "support/live.h"

#define OUTPUT_SIZE 8192
#define TEXT_SIZE   1024

struct account_call account_call;

/* ---- Calls ----------------------------------------------------------------------------------- */

void begin_call(enum account_access access)
{
    assert_int_equal(account_call_begin(&account_call, text_of(SERVER), access), ERROR_SUCCESS);
}

uint32_t call_find_user(const char *name, enum user_part part, struct user *user)
{
    return account_call.source->find_user(&account_call, text_of(name), part, user);
}

void call_read_user(const char *name, struct user *user)
{
    begin_call(ACCOUNTS_READ);
    assert_int_equal(call_find_user(name, USER_ALL, user), ERROR_SUCCESS);
    account_call_end(&account_call);
}

uint32_t call_set_user(const char *name, const struct user *values, uint32_t fields)
{
    uint32_t parameter = 0;
    uint32_t status = ERROR_SUCCESS;

    begin_call(ACCOUNTS_CHANGE);
    status =
        account_call.source->set_user(&account_call, text_of(name), values, fields, &parameter);
    account_call_end(&account_call);
    return status;
}

uint32_t call_add_user(const struct user *values, uint32_t fields)
{
    uint32_t parameter = 0;
    uint32_t status = ERROR_SUCCESS;

    begin_call(ACCOUNTS_CHANGE);
    status = account_call.source->add_user(&account_call, values, fields, &parameter);
    account_call_end(&account_call);
    return status;
}

uint32_t call_remove_user(const char *name)
{
    uint32_t status = ERROR_SUCCESS;

    begin_call(ACCOUNTS_CHANGE);
    status = account_call.source->remove_user(&account_call, text_of(name));
    account_call_end(&account_call);
    return status;
}

uint32_t call_change_password(const char *name, const char *old_password, const char *new_password)
{
    uint32_t status = ERROR_SUCCESS;

    begin_call(ACCOUNTS_CHANGE);
    status = account_call.source->change_password(&account_call, text_of(name),
                                                  text_of(old_password), text_of(new_password));
    account_call_end(&account_call);
    return status;
}

/* ---- pdbedit --------------------------------------------------------------------------------- */

static char said[OUTPUT_SIZE];

void pdbedit(const char *options)
{
    char command[TEXT_SIZE];

    snprintf(command, sizeof(command), "pdbedit %s", options);
    assert_int_equal(bed_run(bed, command, said, sizeof(said)), 0);
}

void pdbedit_show(const char *user)
{
    char options[TEXT_SIZE];

    snprintf(options, sizeof(options), "-v -u '%s'", user);
    pdbedit(options);
}

const char *pdbedit_said(const char *label)
{
    static char value[TEXT_SIZE];
    const char *line = strstr(said, label);

    assert_non_null(line);
    line += strlen(label);
    line += strspn(line, " ");
    snprintf(value, sizeof(value), "%.*s", (int)strcspn(line, "\n"), line);
    return value;
}

bool pdbedit_knows(const char *user)
{
    char command[TEXT_SIZE];

    snprintf(command, sizeof(command), "pdbedit -u '%s' 2>/dev/null", user);
    return bed_run(bed, command, NULL, 0) == 0;
}

const char *utf8(struct utf16_slice text)
{
    static char value[TEXT_SIZE];

    assert_true(utf16_to_utf8(text, value, sizeof(value)));
    return value;
}
