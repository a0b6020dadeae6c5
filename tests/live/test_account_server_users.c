/*
 * The users of a server, beside what Samba's own tools say of them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/sid.h"
#include "base/status.h"
#include "families/accounts/account_source.h"
#include "families/accounts/user_flags.h"
#include "remote/pool.h"
#include "support/live.h"

#define OUTPUT_SIZE 4096
#define TEXT_SIZE   512
#define TYPES       UF_ACCOUNT_TYPE_MASK

/* ---- Calls ----------------------------------------------------------------------------------- */

static struct account_call call;

static struct utf16_name text;

/* A text that is good until the next one. */
static struct utf16_slice text_of(const char *ascii)
{
    text = utf16_name_from_ascii(ascii);
    return utf16_from_name(&text);
}

static void begin(enum account_access access)
{
    assert_int_equal(account_call_begin(&call, text_of(SERVER), access), ERROR_SUCCESS);
}

static uint32_t find(const char *name, enum user_part part, struct user *user)
{
    return call.source->find_user(&call, text_of(name), part, user);
}

/* ---- What pdbedit says ----------------------------------------------------------------------- */

static char said[OUTPUT_SIZE];

static void ask_pdbedit(const char *user)
{
    char command[TEXT_SIZE];

    snprintf(command, sizeof(command), "pdbedit -v -u %s", user);
    assert_int_equal(bed_run(bed, command, said, sizeof(said)), 0);
}

/* What stands behind a label, up to the end of its line. */
static const char *said_of(const char *label)
{
    static char value[TEXT_SIZE];
    const char *line = strstr(said, label);

    assert_non_null(line);
    line += strlen(label);
    line += strspn(line, " ");
    snprintf(value, sizeof(value), "%.*s", (int)strcspn(line, "\n"), line);
    return value;
}

static const char *utf8(struct utf16_slice slice)
{
    static char value[TEXT_SIZE];

    assert_true(utf16_to_utf8(slice, value, sizeof(value)));
    return value;
}

static void set_by_pdbedit(const char *options)
{
    char command[TEXT_SIZE];

    snprintf(command, sizeof(command), "pdbedit %s", options);
    assert_int_equal(bed_run(bed, command, NULL, 0), 0);
}

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
    set_by_pdbedit("-u alice -f 'Alice Liddell' -h '\\\\home\\alice' -D Q: -S on.cmd "
                   "-p '\\\\profiles\\alice' -N 'In Wonderland' -K 1893456000 -c '[X]'");
    return 0;
}

static void users_are_those_that_pdbedit_lists(void **state)
{
    struct info_rows users;
    const struct user *rows = NULL;

    (void)state;
    begin(ACCOUNTS_READ);
    assert_int_equal(call.source->list_users(&call, TYPES, &users), ERROR_SUCCESS);
    assert_int_equal(users.count, 3);
    rows = users.rows;
    for (size_t i = 0; i < users.count; i++)
    {
        assert_true(!i || rows[i - 1].relative_id < rows[i].relative_id);
        ask_pdbedit(utf8(rows[i].name));
        assert_int_equal(strtoul(strrchr(said_of("User SID:"), '-') + 1, NULL, 10),
                         rows[i].relative_id);
    }
    account_call_end(&call);
}

static void types_of_accounts_are_told_apart(void **state)
{
    struct info_rows users;

    (void)state;
    begin(ACCOUNTS_READ);
    assert_int_equal(call.source->list_users(&call, UF_NORMAL_ACCOUNT, &users), ERROR_SUCCESS);
    assert_int_equal(users.count, 3);
    assert_int_equal(call.source->list_users(
                         &call, UF_WORKSTATION_TRUST_ACCOUNT | UF_SERVER_TRUST_ACCOUNT, &users),
                     ERROR_SUCCESS);
    assert_int_equal(users.count, 0);
    assert_int_equal(call.source->list_users(&call, 0, &users), ERROR_SUCCESS);
    assert_int_equal(users.count, 0);
    account_call_end(&call);
}

static void everything_of_a_user_is_what_pdbedit_says(void **state)
{
    struct user user;

    (void)state;
    begin(ACCOUNTS_READ);
    assert_int_equal(find("ALICE", USER_ALL, &user), ERROR_SUCCESS);
    ask_pdbedit("alice");
    assert_string_equal(utf8(user.name), said_of("Unix username:"));
    assert_string_equal(utf8(user.full_name), said_of("Full Name:"));
    assert_string_equal(utf8(user.home_folder), said_of("Home Directory:"));
    assert_string_equal(utf8(user.home_drive), said_of("HomeDir Drive:"));
    assert_string_equal(utf8(user.script_path), said_of("Logon Script:"));
    assert_string_equal(utf8(user.profile), said_of("Profile Path:"));
    assert_string_equal(utf8(user.comment), said_of("Account desc:"));
    assert_string_equal(sid_text(user.sid), said_of("User SID:"));
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
    account_call_end(&call);
}

static void member_of_domain_admins_is_an_administrator(void **state)
{
    struct user user;
    struct info_rows users;

    (void)state;
    begin(ACCOUNTS_READ);
    assert_int_equal(find("admin", USER_ALL, &user), ERROR_SUCCESS);
    assert_int_equal(user.privilege, USER_PRIV_ADMIN);
    assert_int_equal(call.source->list_users(&call, TYPES, &users), ERROR_SUCCESS);
    assert_int_equal(call.source->describe_users(&call, USER_ALL, users.rows, users.count),
                     ERROR_SUCCESS);
    assert_int_equal(((struct user *)users.rows)[0].relative_id, user.relative_id);
    assert_int_equal(((struct user *)users.rows)[0].privilege, USER_PRIV_ADMIN);
    assert_int_equal(((struct user *)users.rows)[1].privilege, USER_PRIV_USER);
    account_call_end(&call);
}

static void lists_show_what_everything_has(void **state)
{
    struct info_rows users;
    const struct user *rows = NULL;

    (void)state;
    begin(ACCOUNTS_READ);
    assert_int_equal(call.source->list_users(&call, UF_NORMAL_ACCOUNT, &users), ERROR_SUCCESS);
    assert_int_equal(call.source->describe_users(&call, USER_DISPLAY, users.rows, users.count),
                     ERROR_SUCCESS);
    rows = users.rows;
    for (size_t i = 0; i < users.count; i++)
    {
        struct user whole = { .relative_id = rows[i].relative_id };

        assert_int_equal(call.source->describe_users(&call, USER_ALL, &whole, 1), ERROR_SUCCESS);
        assert_int_equal(utf16_compare(rows[i].name, whole.name), 0);
        assert_int_equal(utf16_compare(rows[i].full_name, whole.full_name), 0);
        assert_int_equal(utf16_compare(rows[i].comment, whole.comment), 0);
        assert_int_equal(rows[i].flags, whole.flags);
        assert_int_equal(rows[i].sid.size, whole.sid.size);
        assert_memory_equal(rows[i].sid.data, whole.sid.data, whole.sid.size);
    }
    account_call_end(&call);
}

static void user_that_is_gone_keeps_what_it_has(void **state)
{
    struct user user = { .relative_id = 99999 };

    (void)state;
    begin(ACCOUNTS_READ);
    assert_int_equal(call.source->describe_users(&call, USER_ALL, &user, 1), ERROR_SUCCESS);
    assert_int_equal(user.flags, 0);
    account_call_end(&call);
}

static void who_is_no_user_is_not_found(void **state)
{
    struct user user;

    (void)state;
    begin(ACCOUNTS_READ);
    assert_int_equal(find("nobody-at-all", USER_ALL, &user), NERR_UserNotFound);
    assert_int_equal(find("Domain Admins", USER_NAMES, &user), NERR_UserNotFound);
    account_call_end(&call);
}

/* ---- Changes --------------------------------------------------------------------------------- */

static uint32_t set(const char *name, const struct user *values, uint32_t fields)
{
    uint32_t parameter = 0;
    uint32_t status = ERROR_SUCCESS;

    begin(ACCOUNTS_CHANGE);
    status = call.source->set_user(&call, text_of(name), values, fields, &parameter);
    account_call_end(&call);
    return status;
}

static void texts_are_set_one_by_one(void **state)
{
    static const struct
    {
        uint32_t field;
        size_t offset;
        const char *label;
    } texts[] = {
        { USER_FIELD_FULL_NAME, offsetof(struct user, full_name), "Full Name:" },
        { USER_FIELD_COMMENT, offsetof(struct user, comment), "Account desc:" },
        { USER_FIELD_HOME_FOLDER, offsetof(struct user, home_folder), "Home Directory:" },
        { USER_FIELD_HOME_DRIVE, offsetof(struct user, home_drive), "HomeDir Drive:" },
        { USER_FIELD_SCRIPT_PATH, offsetof(struct user, script_path), "Logon Script:" },
        { USER_FIELD_PROFILE, offsetof(struct user, profile), "Profile Path:" },
        { USER_FIELD_WORKSTATIONS, offsetof(struct user, workstations), "Workstations:" },
    };

    (void)state;
    for (size_t i = 0; i < INFO_COUNT(texts); i++)
    {
        const struct utf16_name value = utf16_name_from_ascii("Z:new");
        const struct utf16_slice slice = utf16_from_name(&value);
        struct user values = { .relative_id = 0 };

        memcpy((uint8_t *)&values + texts[i].offset, &slice, sizeof(slice));
        assert_int_equal(set("bob", &values, texts[i].field), ERROR_SUCCESS);
        ask_pdbedit("bob");
        assert_string_equal(said_of(texts[i].label), "Z:new");
    }
}

static void flags_are_set_and_cleared(void **state)
{
    struct user values = { .flags = UF_SCRIPT | UF_ACCOUNTDISABLE | UF_PASSWD_NOTREQD };

    (void)state;
    assert_int_equal(set("bob", &values, USER_FIELD_FLAGS), ERROR_SUCCESS);
    ask_pdbedit("bob");
    assert_string_equal(said_of("Account Flags:"), "[NDU        ]");
    values.flags = UF_SCRIPT | UF_NORMAL_ACCOUNT;
    assert_int_equal(set("bob", &values, USER_FIELD_FLAGS), ERROR_SUCCESS);
    ask_pdbedit("bob");
    assert_string_equal(said_of("Account Flags:"), "[U          ]");
}

static void account_is_unlocked_and_never_locked(void **state)
{
    struct user values = { .flags = UF_SCRIPT | UF_NORMAL_ACCOUNT | UF_LOCKOUT };

    (void)state;
    assert_int_equal(set("bob", &values, USER_FIELD_FLAGS), ERROR_SUCCESS);
    ask_pdbedit("bob");
    assert_string_equal(said_of("Account Flags:"), "[U          ]");
    set_by_pdbedit("-u bob -c '[L]'");
    assert_int_equal(set("bob", &values, USER_FIELD_FLAGS), ERROR_SUCCESS);
    ask_pdbedit("bob");
    assert_string_equal(said_of("Account Flags:"), "[UL         ]");
    values.flags = UF_SCRIPT | UF_NORMAL_ACCOUNT;
    assert_int_equal(set("bob", &values, USER_FIELD_FLAGS), ERROR_SUCCESS);
    ask_pdbedit("bob");
    assert_string_equal(said_of("Account Flags:"), "[U          ]");
}

static void right_to_change_the_password_is_taken_and_given(void **state)
{
    struct user values = { .flags = UF_SCRIPT | UF_NORMAL_ACCOUNT | UF_PASSWD_CANT_CHANGE };
    struct user user;

    (void)state;
    assert_int_equal(set("bob", &values, USER_FIELD_FLAGS), ERROR_SUCCESS);
    begin(ACCOUNTS_READ);
    assert_int_equal(find("bob", USER_ALL, &user), ERROR_SUCCESS);
    assert_int_equal(user.flags, UF_SCRIPT | UF_NORMAL_ACCOUNT | UF_PASSWD_CANT_CHANGE);
    account_call_end(&call);
    values.flags = UF_SCRIPT | UF_NORMAL_ACCOUNT;
    assert_int_equal(set("bob", &values, USER_FIELD_FLAGS), ERROR_SUCCESS);
    begin(ACCOUNTS_READ);
    assert_int_equal(find("bob", USER_ALL, &user), ERROR_SUCCESS);
    assert_int_equal(user.flags, UF_SCRIPT | UF_NORMAL_ACCOUNT);
    account_call_end(&call);
}

static void hours_and_the_end_of_an_account_are_set(void **state)
{
    static const uint8_t hours[21] = { 0x0F, 0xF0 };
    struct user values = {
        .expires = 1900000000,
        .units_per_week = 168,
        .logon_hours = { hours, sizeof(hours) },
    };
    struct user user;

    (void)state;
    assert_int_equal(set("bob", &values, USER_FIELD_EXPIRES | USER_FIELD_LOGON_HOURS),
                     ERROR_SUCCESS);
    ask_pdbedit("bob");
    assert_string_equal(said_of("Logon hours         :"),
                        "0FF000000000000000000000000000000000000000");
    begin(ACCOUNTS_READ);
    assert_int_equal(find("bob", USER_ALL, &user), ERROR_SUCCESS);
    assert_int_equal(user.expires, 1900000000);
    assert_memory_equal(user.logon_hours.data, hours, sizeof(hours));
    account_call_end(&call);
    values.expires = UINT32_MAX;
    assert_int_equal(set("bob", &values, USER_FIELD_EXPIRES), ERROR_SUCCESS);
    begin(ACCOUNTS_READ);
    assert_int_equal(find("bob", USER_ALL, &user), ERROR_SUCCESS);
    assert_int_equal(user.expires, UINT32_MAX);
    account_call_end(&call);
}

static void password_expires_at_once(void **state)
{
    const struct user values = { .password_expired = 1 };
    struct user user;

    (void)state;
    assert_int_equal(set("bob", &values, USER_FIELD_PASSWORD_EXPIRED), ERROR_SUCCESS);
    begin(ACCOUNTS_READ);
    assert_int_equal(find("bob", USER_ALL, &user), ERROR_SUCCESS);
    assert_int_equal(user.password_expired, 1);
    assert_int_equal(user.password_age, 0);
    account_call_end(&call);
}

static void who_is_not_allowed_changes_nothing(void **state)
{
    const struct utf16_name value = utf16_name_from_ascii("changed");
    const struct user values = { .comment = utf16_from_name(&value) };

    (void)state;
    pool_clear();
    bed_configure(bed, SERVER, "alice");
    assert_int_equal(set("bob", &values, USER_FIELD_COMMENT), ERROR_ACCESS_DENIED);
    pool_clear();
    bed_configure(bed, SERVER, "admin");
    ask_pdbedit("bob");
    assert_null(strstr(said, "changed"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(users_are_those_that_pdbedit_lists, describe_alice),
        cmocka_unit_test(types_of_accounts_are_told_apart),
        cmocka_unit_test(everything_of_a_user_is_what_pdbedit_says),
        cmocka_unit_test(member_of_domain_admins_is_an_administrator),
        cmocka_unit_test(lists_show_what_everything_has),
        cmocka_unit_test(user_that_is_gone_keeps_what_it_has),
        cmocka_unit_test(who_is_no_user_is_not_found),
        cmocka_unit_test(texts_are_set_one_by_one),
        cmocka_unit_test(flags_are_set_and_cleared),
        cmocka_unit_test(account_is_unlocked_and_never_locked),
        cmocka_unit_test(right_to_change_the_password_is_taken_and_given),
        cmocka_unit_test(hours_and_the_end_of_an_account_are_set),
        cmocka_unit_test(password_expires_at_once),
        cmocka_unit_test(who_is_not_allowed_changes_nothing),
    };

    return cmocka_run_group_tests(tests, start_server_as_admin, stop_server);
}
