/*
 * Adds, changes and removes a user of a server with the native library. A program for scripts, not a
 * test.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 *     change_users SERVER USER
 *
 * The password is the first line of standard input. Prints a line for each step that was done, "ok:" and
 * what it is; the last one is "ok: done". A step that fails is a line on standard error with its code,
 * and exit status 1. The server is a domain controller, of which USER is an administrator; passwords may be
 * changed at any age afterwards.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/status.h"
#include "families/accounts/account_source.h"
#include "families/accounts/user_flags.h"
#include "platform/posix.h"
#include "remote/pool.h"
#include "support/utf16_literal.h"

#define PASSWORD_SIZE  512
#define NAME           "netapi32-carol"
#define NEW_NAME       "netapi32-dave"
#define PASSWORD       "Carols-1st-Passw0rd"
#define NEW_PASSWORD   "Carols-2nd-Passw0rd"
#define LAST_PASSWORD  "Carols-3rd-Passw0rd"
#define EXPIRES        1900000000
#define DAY            86400u
#define FLAGS          (UF_SCRIPT | UF_NORMAL_ACCOUNT | UF_DONT_EXPIRE_PASSWD)
#define FLAGS_DISABLED (UF_SCRIPT | UF_NORMAL_ACCOUNT | UF_ACCOUNTDISABLE)

static const char *server;

/* Good until the fourth call after it. */
static struct utf16_slice text_of(const char *ascii)
{
    static struct utf16_name names[4];
    static unsigned int next;
    struct utf16_name *name = &names[next++ % 4];

    *name = utf16_name_from_ascii(ascii);
    return utf16_from_name(name);
}

static void check(const char *what, uint32_t status, uint32_t expected)
{
    if (status != expected)
    {
        fprintf(stderr, "change_users: %s: %u, not %u\n", what, status, expected);
        exit(EXIT_FAILURE);
    }
    printf("ok: %s\n", what);
}

static void check_that(const char *what, bool holds)
{
    check(what, holds ? 0 : 1, 0);
}

static void begin(struct account_call *call, enum account_access access)
{
    const uint32_t status = account_call_begin(call, text_of(server), access);

    if (status)
    {
        check("begins", status, ERROR_SUCCESS);
    }
}

static uint32_t find(const char *name, struct user *user)
{
    struct account_call call;
    uint32_t status = ERROR_SUCCESS;

    begin(&call, ACCOUNTS_READ);
    status = call.source->find_user(&call, text_of(name), USER_ALL, user);
    account_call_end(&call);
    return status;
}

static uint32_t set(const char *name, const struct user *values, uint32_t fields)
{
    struct account_call call;
    uint32_t parameter = 0;
    uint32_t status = ERROR_SUCCESS;

    begin(&call, ACCOUNTS_CHANGE);
    status = call.source->set_user(&call, text_of(name), values, fields, &parameter);
    account_call_end(&call);
    return status;
}

static uint32_t add(const struct user *values, uint32_t fields)
{
    struct account_call call;
    uint32_t parameter = 0;
    uint32_t status = ERROR_SUCCESS;

    begin(&call, ACCOUNTS_CHANGE);
    status = call.source->add_user(&call, values, fields, &parameter);
    account_call_end(&call);
    return status;
}

static uint32_t remove_user(const char *name)
{
    struct account_call call;
    uint32_t status = ERROR_SUCCESS;

    begin(&call, ACCOUNTS_CHANGE);
    status = call.source->remove_user(&call, text_of(name));
    account_call_end(&call);
    return status;
}

static uint32_t change(const char *old_password, const char *new_password)
{
    struct account_call call;
    uint32_t status = ERROR_SUCCESS;

    begin(&call, ACCOUNTS_CHANGE);
    status = call.source->change_password(&call, text_of(NEW_NAME), text_of(old_password),
                                          text_of(new_password));
    account_call_end(&call);
    return status;
}

/* Everything of everybody, and the new user is there once. */
static void check_lists(void)
{
    struct account_call call;
    struct info_rows users;
    const struct user *rows = NULL;
    size_t found = 0;

    begin(&call, ACCOUNTS_READ);
    check("lists users", call.source->list_users(&call, UF_NORMAL_ACCOUNT, &users), ERROR_SUCCESS);
    check("describes users for display",
          call.source->describe_users(&call, USER_DISPLAY, users.rows, users.count), ERROR_SUCCESS);
    check("lists all accounts", call.source->list_users(&call, UF_ACCOUNT_TYPE_MASK, &users),
          ERROR_SUCCESS);
    check("describes users whole",
          call.source->describe_users(&call, USER_ALL, users.rows, users.count), ERROR_SUCCESS);
    rows = users.rows;
    for (size_t i = 0; i < users.count; i++)
    {
        const struct utf16_slice name = U(NAME);

        found += !utf16_compare(rows[i].name, name) && rows[i].flags == FLAGS &&
                 rows[i].privilege == USER_PRIV_USER;
    }
    check_that("the new user is listed once", found == 1);
    account_call_end(&call);
}

/* Passwords may be changed at once from now on. */
static void check_rules(void)
{
    const struct account_rules wanted = { .password_age_min = 0 };
    struct account_call call;
    struct account_rules rules;
    uint32_t parameter = 0;

    begin(&call, ACCOUNTS_READ);
    check("asks for the rules", call.source->get_rules(&call, UINT32_MAX, &rules), ERROR_SUCCESS);
    check_that("the rules are those of a domain", rules.password_age_max >= DAY &&
                                                      rules.password_length_min >= 7 &&
                                                      rules.domain_sid.size == 24);
    account_call_end(&call);
    begin(&call, ACCOUNTS_CHANGE);
    check("sets a rule",
          call.source->set_rules(&call, &wanted, RULE_FIELD_PASSWORD_AGE_MIN, &parameter),
          ERROR_SUCCESS);
    check("asks for the rules", call.source->get_rules(&call, UINT32_MAX, &rules), ERROR_SUCCESS);
    check_that("the rule is set, the others stay",
               !rules.password_age_min && rules.password_length_min >= 7);
    account_call_end(&call);
}

static void check_changes(void)
{
    const struct user values = { .flags = FLAGS_DISABLED, .expires = EXPIRES };
    const struct user renamed = { .name = U(NEW_NAME) };
    const struct user enabled = { .flags = FLAGS, .password = U(NEW_PASSWORD) };
    struct user user;

    check("sets flags and end", set(NAME, &values, USER_FIELD_FLAGS | USER_FIELD_EXPIRES),
          ERROR_SUCCESS);
    check("finds the user", find(NAME, &user), ERROR_SUCCESS);
    check_that("flags and end are set", user.flags == FLAGS_DISABLED && user.expires == EXPIRES);
    check("renames", set(NAME, &renamed, USER_FIELD_NAME), ERROR_SUCCESS);
    check("does not find the old name", find(NAME, &user), NERR_UserNotFound);
    check("enables, with a password",
          set(NEW_NAME, &enabled, USER_FIELD_FLAGS | USER_FIELD_PASSWORD), ERROR_SUCCESS);
    check("knows a wrong password", change(PASSWORD, LAST_PASSWORD), ERROR_INVALID_PASSWORD);
    check("refuses a short password", change(NEW_PASSWORD, "abc"), NERR_PasswordTooShort);
    check("changes the password", change(NEW_PASSWORD, LAST_PASSWORD), ERROR_SUCCESS);
    check("knows the old one no more", change(NEW_PASSWORD, PASSWORD), ERROR_INVALID_PASSWORD);
}

int main(int argc, char **argv)
{
    const struct user values = {
        .name = U(NAME),
        .password = U(PASSWORD),
        .full_name = U("Carol Carroll"),
        .comment = U("new here"),
        .flags = FLAGS,
    };
    char password[PASSWORD_SIZE] = "";

    if (argc != 3 || !fgets(password, sizeof(password), stdin))
    {
        fputs("usage: change_users SERVER USER, with the password on standard input\n", stderr);
        return 2;
    }
    server = argv[1];
    password[strcspn(password, "\n")] = '\0';
    posix_credential_set(server, argv[2], password);
    check("adds a user",
          add(&values, USER_FIELD_NAME | USER_FIELD_PASSWORD | USER_FIELD_FULL_NAME |
                           USER_FIELD_COMMENT | USER_FIELD_FLAGS),
          ERROR_SUCCESS);
    check("does not add it twice", add(&values, USER_FIELD_NAME), NERR_UserExists);
    check_lists();
    check_rules();
    check_changes();
    check("removes it", remove_user(NEW_NAME), ERROR_SUCCESS);
    check("does not find it", remove_user(NEW_NAME), NERR_UserNotFound);
    pool_clear();
    puts("ok: done");
    return 0;
}
