/*
 * Accounts of this computer for tests.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/accounts.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "platform/platform.h"
#include "platform/posix.h"
#include "platform/utf16_equal.h"
#include "support/hosts.h"
#include "support/unit.h"

static char folder[64];
static uint32_t blamed;

int accounts_set_up(void **state)
{
    (void)state;
    snprintf(folder, sizeof(folder), "/tmp/netapi32-accounts-XXXXXX");
    assert_non_null(mkdtemp(folder));
    posix_accounts_folder(folder);
    return 0;
}

int accounts_tear_down(void **state)
{
    static const char *const files[] = { "accounts", "accounts.new", "accounts.lock" };
    char path[128];

    (void)state;
    posix_accounts_folder(NULL);
    for (size_t i = 0; i < COUNT(files); i++)
    {
        snprintf(path, sizeof(path), "%s/%s", folder, files[i]);
        unlink(path);
    }
    return rmdir(folder);
}

struct bytes accounts_kept(void)
{
    uint8_t *data = NULL;
    size_t size = 0;

    platform_accounts_read((size_t)1 << 30, &data, &size);
    return (struct bytes){ data, size };
}

void accounts_keep(struct bytes encoded)
{
    assert_int_equal(platform_accounts_write(encoded.data, encoded.size), ERROR_SUCCESS);
}

/* ---- Calls ----------------------------------------------------------------------------------- */

static uint32_t begin(struct account_call *call, enum account_access access)
{
    blamed = 0;
    return account_call_begin(call, text_of(NULL), access);
}

uint32_t store_add_user(const char *name, const char *password)
{
    const struct user user = { .name = text_of(name), .password = text_of(password) };
    struct account_call call;
    uint32_t status = begin(&call, ACCOUNTS_CHANGE);

    if (!status)
    {
        status = call.source->add_user(
            &call, &user, USER_FIELD_NAME | (password ? USER_FIELD_PASSWORD : 0), &blamed);
    }
    account_call_end(&call);
    return status;
}

uint32_t store_set_user(const char *name, const struct user *values, uint32_t fields)
{
    struct account_call call;
    uint32_t status = begin(&call, ACCOUNTS_CHANGE);

    if (!status)
    {
        status = call.source->set_user(&call, text_of(name), values, fields, &blamed);
    }
    account_call_end(&call);
    return status;
}

uint32_t store_remove_user(const char *name)
{
    struct account_call call;
    uint32_t status = begin(&call, ACCOUNTS_CHANGE);

    if (!status)
    {
        status = call.source->remove_user(&call, text_of(name));
    }
    account_call_end(&call);
    return status;
}

uint32_t store_change_password(const char *name, const char *old, const char *new)
{
    struct account_call call;
    uint32_t status = begin(&call, ACCOUNTS_CHANGE);

    if (!status)
    {
        status = call.source->change_password(&call, text_of(name), text_of(old), text_of(new));
    }
    account_call_end(&call);
    return status;
}

uint32_t store_add_group(enum group_kind kind, const char *name)
{
    const struct group group = { .name = text_of(name) };
    struct account_call call;
    uint32_t status = begin(&call, ACCOUNTS_CHANGE);

    if (!status)
    {
        status = call.source->add_group(&call, kind, &group, GROUP_FIELD_NAME, &blamed);
    }
    account_call_end(&call);
    return status;
}

uint32_t store_remove_group(enum group_kind kind, const char *name)
{
    struct account_call call;
    uint32_t status = begin(&call, ACCOUNTS_CHANGE);

    if (!status)
    {
        status = call.source->remove_group(&call, kind, text_of(name));
    }
    account_call_end(&call);
    return status;
}

uint32_t store_change_members(enum group_kind kind, const char *group, enum member_change change,
                              ...)
{
    struct utf16_name texts[8];
    struct member members[COUNT(texts)];
    struct account_call call;
    size_t count = 0;
    va_list names;
    uint32_t status = begin(&call, ACCOUNTS_CHANGE);

    va_start(names, change);
    for (const char *name = va_arg(names, const char *); name; name = va_arg(names, const char *))
    {
        assert_in_range(count, 0, COUNT(texts) - 1);
        texts[count] = utf16_name_from_ascii(name);
        members[count] = (struct member){ .name = utf16_from_name(&texts[count]),
                                          .domain_name = utf16_from_name(&texts[count]) };
        count++;
    }
    va_end(names);
    if (!status)
    {
        status = call.source->change_members(&call, kind, text_of(group), change, members, count);
    }
    account_call_end(&call);
    return status;
}

uint32_t store_set_rules(const struct account_rules *rules, uint32_t fields)
{
    struct account_call call;
    uint32_t status = begin(&call, ACCOUNTS_CHANGE);

    if (!status)
    {
        status = call.source->set_rules(&call, rules, fields, &blamed);
    }
    account_call_end(&call);
    return status;
}

uint32_t store_find_user(const char *name, struct user *user)
{
    struct account_call call;
    uint32_t status = begin(&call, ACCOUNTS_READ);

    if (!status)
    {
        status = call.source->find_user(&call, text_of(name), USER_ALL, user);
    }
    account_call_end(&call);
    return status;
}

bool store_user_exists(const char *name)
{
    struct user user;

    return store_find_user(name, &user) == ERROR_SUCCESS;
}

int store_count_users(void)
{
    struct info_rows rows = { NULL, 0 };
    struct account_call call;
    uint32_t status = begin(&call, ACCOUNTS_READ);

    if (!status)
    {
        status = call.source->list_users(&call, UINT32_MAX, &rows);
    }
    account_call_end(&call);
    return status ? -1 : (int)rows.count;
}

int store_count_members(enum group_kind kind, const char *group)
{
    struct info_rows rows = { NULL, 0 };
    struct account_call call;
    uint32_t status = begin(&call, ACCOUNTS_READ);

    if (!status)
    {
        status = call.source->list_members(&call, kind, text_of(group), true, &rows);
    }
    account_call_end(&call);
    return status ? -1 : (int)rows.count;
}

int store_count_groups_of(enum group_kind kind, const char *user, bool indirect)
{
    struct info_rows rows = { NULL, 0 };
    struct account_call call;
    uint32_t status = begin(&call, ACCOUNTS_READ);

    if (!status)
    {
        status = call.source->list_groups_of(&call, kind, text_of(user), indirect, &rows);
    }
    account_call_end(&call);
    return status ? -1 : (int)rows.count;
}

bool store_is_member(enum group_kind kind, const char *group, const char *name)
{
    struct info_rows rows = { NULL, 0 };
    struct account_call call;
    bool found = false;

    assert_int_equal(begin(&call, ACCOUNTS_READ), ERROR_SUCCESS);
    assert_int_equal(call.source->list_members(&call, kind, text_of(group), true, &rows),
                     ERROR_SUCCESS);
    for (size_t i = 0; i < rows.count; i++)
    {
        const struct member *member = (const struct member *)rows.rows + i;

        found |= utf16_equal_ascii(member->name, name);
    }
    account_call_end(&call);
    return found;
}

uint32_t blamed_parameter(void)
{
    return blamed;
}
