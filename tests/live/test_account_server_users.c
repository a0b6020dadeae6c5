/*
 * The users of a server, beside what Samba's own tools say of them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdlib.h>

#include "base/sid.h"
#include "base/status.h"
#include "families/accounts/account_server_user.h"
#include "families/accounts/user_flags.h"
#include "support/account_calls.h"
#include "support/live.h"

#define TYPES              UF_ACCOUNT_TYPE_MASK
#define RID_ADMINISTRATORS 544

static const char *sid_text(struct info_bytes sid)
{
    struct utf16_name name;

    sid_to_text((struct bytes){ sid.data, sid.size }, &name);
    return utf8(utf16_from_name(&name));
}

/* ---- Reading --------------------------------------------------------------------------------- */

static int describe_alice(void **state)
{
    (void)state;
    pdbedit("-u alice -f 'Alice Liddell' -h '\\\\home\\alice' -D Q: -S on.cmd "
            "-p '\\\\profiles\\alice' -N 'In Wonderland' -K 1893456000 -c '[X]'");
    return 0;
}

static void users_are_those_that_pdbedit_lists(void **state)
{
    struct info_rows users;
    const struct user *rows = NULL;

    (void)state;
    begin_call(ACCOUNTS_READ);
    assert_int_equal(account_call.source->list_users(&account_call, TYPES, &users), ERROR_SUCCESS);
    assert_int_equal(users.count, 3);
    rows = users.rows;
    for (size_t i = 0; i < users.count; i++)
    {
        assert_true(!i || rows[i - 1].relative_id < rows[i].relative_id);
        pdbedit_show(utf8(rows[i].name));
        assert_int_equal(strtoul(strrchr(pdbedit_said("User SID:"), '-') + 1, NULL, 10),
                         rows[i].relative_id);
    }
    account_call_end(&account_call);
}

static void types_of_accounts_are_told_apart(void **state)
{
    struct info_rows users;

    (void)state;
    begin_call(ACCOUNTS_READ);
    assert_int_equal(account_call.source->list_users(&account_call, UF_NORMAL_ACCOUNT, &users),
                     ERROR_SUCCESS);
    assert_int_equal(users.count, 3);
    assert_int_equal(
        account_call.source->list_users(
            &account_call, UF_WORKSTATION_TRUST_ACCOUNT | UF_SERVER_TRUST_ACCOUNT, &users),
        ERROR_SUCCESS);
    assert_int_equal(users.count, 0);
    assert_int_equal(account_call.source->list_users(&account_call, 0, &users), ERROR_SUCCESS);
    assert_int_equal(users.count, 0);
    account_call_end(&account_call);
}

static void everything_of_a_user_is_what_pdbedit_says(void **state)
{
    struct user user;

    (void)state;
    begin_call(ACCOUNTS_READ);
    assert_int_equal(call_find_user("ALICE", USER_ALL, &user), ERROR_SUCCESS);
    pdbedit_show("alice");
    assert_string_equal(utf8(user.name), pdbedit_said("Unix username:"));
    assert_string_equal(utf8(user.full_name), pdbedit_said("Full Name:"));
    assert_string_equal(utf8(user.home_folder), pdbedit_said("Home Directory:"));
    assert_string_equal(utf8(user.home_drive), pdbedit_said("HomeDir Drive:"));
    assert_string_equal(utf8(user.script_path), pdbedit_said("Logon Script:"));
    assert_string_equal(utf8(user.profile), pdbedit_said("Profile Path:"));
    assert_string_equal(utf8(user.comment), pdbedit_said("Account desc:"));
    assert_string_equal(sid_text(user.sid), pdbedit_said("User SID:"));
    assert_int_equal(user.primary_group, 513);
    assert_int_equal(user.expires, 1893456000);
    assert_int_equal(user.flags, UF_SCRIPT | UF_NORMAL_ACCOUNT | UF_DONT_EXPIRE_PASSWD);
    assert_int_equal(user.units_per_week, USER_UNITS_PER_WEEK);
    assert_int_equal(user.logon_hours.size, USER_UNITS_PER_WEEK / 8);
    assert_int_equal(user.privilege, USER_PRIV_USER);
    assert_int_equal(user.auth_flags, 0);
    assert_int_equal(user.password_expired, 0);
    assert_in_range(user.password_age, 0, 600);
    assert_int_equal(user.storage_max, UINT32_MAX);
    assert_string_equal(utf8(user.logon_server), "\\\\*");
    account_call_end(&account_call);
}

static void member_of_domain_admins_is_an_administrator(void **state)
{
    struct user user;
    struct info_rows users;

    (void)state;
    begin_call(ACCOUNTS_READ);
    assert_int_equal(call_find_user("admin", USER_ALL, &user), ERROR_SUCCESS);
    assert_int_equal(user.privilege, USER_PRIV_ADMIN);
    assert_int_equal(account_call.source->list_users(&account_call, TYPES, &users), ERROR_SUCCESS);
    assert_int_equal(
        account_call.source->describe_users(&account_call, USER_ALL, users.rows, users.count),
        ERROR_SUCCESS);
    assert_int_equal(((struct user *)users.rows)[0].relative_id, user.relative_id);
    assert_int_equal(((struct user *)users.rows)[0].privilege, USER_PRIV_ADMIN);
    assert_int_equal(((struct user *)users.rows)[1].privilege, USER_PRIV_USER);
    account_call_end(&account_call);
}

/* Makes alice a member of BUILTIN\\Administrators, or takes it back. */
static void change_administrators(enum samr_operation operation)
{
    struct samr_change_alias_member parameters = { .result = 0 };
    struct user user;
    struct rpc_reply reply;

    begin_call(ACCOUNTS_CHANGE);
    assert_int_equal(call_find_user("alice", USER_DISPLAY, &user), ERROR_SUCCESS);
    assert_int_equal(account_server_open(&account_call, SAMR_OPEN_ALIAS, BUILT_IN_DOMAIN,
                                         RID_ADMINISTRATORS, SAMR_MAXIMUM_ALLOWED,
                                         &parameters.handle),
                     ERROR_SUCCESS);
    parameters.member_id = (struct bytes){ user.sid.data, user.sid.size };
    assert_int_equal(account_server_ask(&account_call, operation, &parameters, &reply),
                     ERROR_SUCCESS);
    rpc_reply_free(&reply);
    account_server_close(&account_call, &parameters.handle);
    account_call_end(&account_call);
}

static uint32_t privilege_of_alice_in_a_list(void)
{
    struct info_rows users;
    uint32_t privilege = 0;

    begin_call(ACCOUNTS_READ);
    assert_int_equal(account_call.source->list_users(&account_call, TYPES, &users), ERROR_SUCCESS);
    assert_int_equal(account_server_find_privileges(&account_call, users.rows, users.count),
                     ERROR_SUCCESS);
    privilege = ((struct user *)users.rows)[1].privilege;
    account_call_end(&account_call);
    return privilege;
}

static void member_of_administrators_is_one(void **state)
{
    struct user user;

    (void)state;
    change_administrators(SAMR_ADD_MEMBER_TO_ALIAS);
    call_read_user("alice", &user);
    assert_int_equal(user.privilege, USER_PRIV_ADMIN);
    assert_int_equal(privilege_of_alice_in_a_list(), USER_PRIV_ADMIN);
    change_administrators(SAMR_REMOVE_MEMBER_FROM_ALIAS);
    call_read_user("alice", &user);
    assert_int_equal(user.privilege, USER_PRIV_USER);
    assert_int_equal(privilege_of_alice_in_a_list(), USER_PRIV_USER);
}

static void lists_show_what_everything_has(void **state)
{
    struct info_rows users;
    const struct user *rows = NULL;

    (void)state;
    begin_call(ACCOUNTS_READ);
    assert_int_equal(account_call.source->list_users(&account_call, UF_NORMAL_ACCOUNT, &users),
                     ERROR_SUCCESS);
    assert_int_equal(
        account_call.source->describe_users(&account_call, USER_DISPLAY, users.rows, users.count),
        ERROR_SUCCESS);
    rows = users.rows;
    for (size_t i = 0; i < users.count; i++)
    {
        struct user whole = { .relative_id = rows[i].relative_id };

        assert_int_equal(account_call.source->describe_users(&account_call, USER_ALL, &whole, 1),
                         ERROR_SUCCESS);
        assert_int_equal(utf16_compare(rows[i].name, whole.name), 0);
        assert_int_equal(utf16_compare(rows[i].full_name, whole.full_name), 0);
        assert_int_equal(utf16_compare(rows[i].comment, whole.comment), 0);
        assert_int_equal(rows[i].flags, whole.flags);
        assert_int_equal(rows[i].sid.size, whole.sid.size);
        assert_memory_equal(rows[i].sid.data, whole.sid.data, whole.sid.size);
    }
    account_call_end(&account_call);
}

static void user_that_is_gone_keeps_what_it_has(void **state)
{
    struct user user = { .relative_id = 99999 };

    (void)state;
    begin_call(ACCOUNTS_READ);
    assert_int_equal(account_call.source->describe_users(&account_call, USER_ALL, &user, 1),
                     ERROR_SUCCESS);
    assert_int_equal(user.flags, 0);
    account_call_end(&account_call);
}

static void who_is_no_user_is_not_found(void **state)
{
    struct user user;

    (void)state;
    begin_call(ACCOUNTS_READ);
    assert_int_equal(call_find_user("nobody-at-all", USER_ALL, &user), NERR_UserNotFound);
    assert_int_equal(call_find_user("Domain Admins", USER_NAMES, &user), NERR_UserNotFound);
    account_call_end(&account_call);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(users_are_those_that_pdbedit_lists, describe_alice),
        cmocka_unit_test(types_of_accounts_are_told_apart),
        cmocka_unit_test(everything_of_a_user_is_what_pdbedit_says),
        cmocka_unit_test(member_of_domain_admins_is_an_administrator),
        cmocka_unit_test(member_of_administrators_is_one),
        cmocka_unit_test(lists_show_what_everything_has),
        cmocka_unit_test(user_that_is_gone_keeps_what_it_has),
        cmocka_unit_test(who_is_no_user_is_not_found),
    };

    return cmocka_run_group_tests(tests, start_server_as_admin, stop_server);
}
