/*
 * The users of this computer, added, changed and removed.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "base/status.h"
#include "families/accounts/account_store.h"
#include "families/accounts/user_flags.h"
#include "platform/platform.h"
#include "platform/utf16_equal.h"

/* ---- Fields ---------------------------------------------------------------------------------- */

/* What is taken over as it is. The server that logs a user on is not anybody's to choose, nor are the
 * units of a week, as documented. */
static const struct
{
    uint32_t bit;
    size_t offset;
} texts[] = {
    { USER_FIELD_HOME_FOLDER, offsetof(struct user, home_folder) },
    { USER_FIELD_COMMENT, offsetof(struct user, comment) },
    { USER_FIELD_SCRIPT_PATH, offsetof(struct user, script_path) },
    { USER_FIELD_FULL_NAME, offsetof(struct user, full_name) },
    { USER_FIELD_USER_COMMENT, offsetof(struct user, user_comment) },
    { USER_FIELD_PARAMETERS, offsetof(struct user, parameters) },
    { USER_FIELD_WORKSTATIONS, offsetof(struct user, workstations) },
    { USER_FIELD_PROFILE, offsetof(struct user, profile) },
    { USER_FIELD_HOME_DRIVE, offsetof(struct user, home_drive) },
}, numbers[] = {
    { USER_FIELD_EXPIRES, offsetof(struct user, expires) },
    { USER_FIELD_STORAGE_MAX, offsetof(struct user, storage_max) },
    { USER_FIELD_COUNTRY_CODE, offsetof(struct user, country_code) },
    { USER_FIELD_CODE_PAGE, offsetof(struct user, code_page) },
};

static uint32_t blame(uint32_t field, uint32_t *parameter)
{
    *parameter = account_field_parameter(user_fields, field);
    return ERROR_INVALID_PARAMETER;
}

static uint32_t take_texts(struct user *row, const struct user *values, uint32_t fields,
                           uint32_t *parameter)
{
    for (size_t i = 0; i < INFO_COUNT(texts); i++)
    {
        struct utf16_slice text;

        if (!(fields & texts[i].bit))
        {
            continue;
        }
        memcpy(&text, (const uint8_t *)values + texts[i].offset, sizeof(text));
        if (text.length > ACCOUNT_TEXT_LENGTH_MAX)
        {
            return blame(texts[i].bit, parameter);
        }
        memcpy((uint8_t *)row + texts[i].offset, &text, sizeof(text));
    }
    return ERROR_SUCCESS;
}

static void take_numbers(struct user *row, const struct user *values, uint32_t fields)
{
    for (size_t i = 0; i < INFO_COUNT(numbers); i++)
    {
        if (fields & numbers[i].bit)
        {
            memcpy((uint8_t *)row + numbers[i].offset, (const uint8_t *)values + numbers[i].offset,
                   sizeof(uint32_t));
        }
    }
}

/* A flag that only says how things stand is not kept. */
static uint32_t take_flags(struct stored_user *user, const struct user *values, uint32_t *parameter)
{
    uint32_t flags = user_flags_complete(values->flags) & ~(uint32_t)UF_PASSWORD_EXPIRED;
    uint32_t type = flags & UF_ACCOUNT_TYPE_MASK;

    if (type & (type - 1))
    {
        return blame(USER_FIELD_FLAGS, parameter);
    }
    if (!(flags & UF_LOCKOUT))
    {
        user->lockout_time = 0; /* how a user is let in again */
    }
    user->row.flags = (flags & ~(uint32_t)UF_LOCKOUT) | UF_SCRIPT;
    return ERROR_SUCCESS;
}

static uint32_t take_logon_hours(struct user *row, const struct user *values, uint32_t *parameter)
{
    if (!values->logon_hours.data)
    {
        return ERROR_SUCCESS;
    }
    if (values->logon_hours.size < LOGON_HOURS_SIZE)
    {
        return blame(USER_FIELD_LOGON_HOURS, parameter);
    }
    row->logon_hours = (struct info_bytes){ values->logon_hours.data, LOGON_HOURS_SIZE };
    return ERROR_SUCCESS;
}

/* Takes over all that needs no look at other accounts. */
static uint32_t take_fields(struct stored_user *user, const struct user *values, uint32_t fields,
                            uint32_t *parameter)
{
    uint32_t status = take_texts(&user->row, values, fields, parameter);

    take_numbers(&user->row, values, fields);
    if (!status && fields & USER_FIELD_FLAGS)
    {
        status = take_flags(user, values, parameter);
    }
    if (!status && fields & USER_FIELD_LOGON_HOURS)
    {
        status = take_logon_hours(&user->row, values, parameter);
    }
    if (!status && fields & USER_FIELD_PASSWORD_EXPIRED)
    {
        user->must_change_password = values->password_expired != 0;
    }
    return status;
}

/* ---- Adding ---------------------------------------------------------------------------------- */

static uint32_t check_new(const struct account_store *store, const struct user *user,
                          uint32_t fields, uint32_t *parameter)
{
    if (!(fields & USER_FIELD_NAME) || !user->name.units)
    {
        return blame(USER_FIELD_NAME, parameter);
    }
    if (!account_name_is_valid_for(user->name, USER_NAME_LENGTH_MAX))
    {
        return NERR_BadUsername;
    }
    if (fields & USER_FIELD_PRIVILEGE && user->privilege != USER_PRIV_USER)
    {
        return blame(USER_FIELD_PRIVILEGE, parameter); /* as documented: groups say it */
    }
    return account_store_check_free(store, user->name);
}

uint32_t account_store_add_user(struct account_call *call, const struct user *user, uint32_t fields,
                                uint32_t *parameter)
{
    struct account_store *store = account_store_of(call);
    struct stored_user new = { .row = account_store_first_user() };
    const struct utf16_slice none = { u"", 0 };
    struct stored_user *added = NULL;
    uint32_t status = check_new(store, user, fields, parameter);

    if (!status)
    {
        status = take_fields(&new, user, fields, parameter);
    }
    if (!status)
    {
        status = account_store_check_password(store, new.row.flags,
                                              fields & USER_FIELD_PASSWORD ? user->password : none);
    }
    if (status)
    {
        return status;
    }
    new.row.name = user->name;
    new.row.sid = account_store_next_sid(store);
    added = new.row.sid.data ? account_store_new_user(store) : NULL;
    if (!added)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    new.row.relative_id = sid_rid(sid_of(new.row.sid));
    *added = new;
    status = stored_user_set_password(store, added,
                                      fields & USER_FIELD_PASSWORD ? user->password : none);
    added->must_change_password = new.must_change_password;
    return status ? status : account_store_save(store);
}

/* ---- Changing -------------------------------------------------------------------------------- */

static uint32_t change_name(const struct account_store *store, struct stored_user *user,
                            struct utf16_slice name)
{
    uint32_t status = ERROR_SUCCESS;

    if (user->is_built_in)
    {
        return utf16_equal(user->row.name, name) ? ERROR_SUCCESS : ERROR_SPECIAL_ACCOUNT;
    }
    if (!account_name_is_valid_for(name, USER_NAME_LENGTH_MAX))
    {
        return NERR_BadUsername;
    }
    if (!utf16_equal(user->row.name, name))
    {
        status = account_store_check_free(store, name);
    }
    if (!status)
    {
        user->row.name = name;
    }
    return status;
}

/* A user stays in the group that was his primary one. */
static uint32_t change_primary_group(struct account_store *store, struct stored_user *user,
                                     uint32_t relative_id)
{
    struct stored_groups *all = &store->groups[GLOBAL_GROUP];
    struct stored_group *old = NULL;
    struct stored_group *new = NULL;
    uint32_t status = ERROR_SUCCESS;

    for (size_t i = 0; i < all->count; i++)
    {
        struct stored_group *group = all->groups[i].is_absent ? NULL : &all->groups[i];

        old = group && group->row.relative_id == user->row.primary_group ? group : old;
        new = group && group->row.relative_id == relative_id ? group : new;
    }
    if (!new || new == old)
    {
        return new ? ERROR_SUCCESS : NERR_GroupNotFound;
    }
    if (!stored_group_has(new, user->row.sid))
    {
        return NERR_UserNotInGroup;
    }
    status = old ? stored_group_add(store->arena, old, user->row.sid) : ERROR_SUCCESS;
    if (!status)
    {
        status = stored_group_remove(store->arena, new, user->row.sid);
    }
    if (!status)
    {
        user->row.primary_group = relative_id;
    }
    return status;
}

static uint32_t change(struct account_call *call, struct stored_user *user,
                       const struct user *values, uint32_t fields, uint32_t *parameter)
{
    struct account_store *store = account_store_of(call);
    struct user now;
    uint32_t status = account_store_find_user(call, user->row.name, USER_ALL, &now);

    if (!status && fields & USER_FIELD_PRIVILEGE && values->privilege != now.privilege)
    {
        return blame(USER_FIELD_PRIVILEGE, parameter); /* as documented: groups say it */
    }
    if (!status && fields & USER_FIELD_NAME)
    {
        status = change_name(store, user, values->name);
    }
    if (!status)
    {
        status = take_fields(user, values, fields, parameter);
    }
    if (!status && fields & USER_FIELD_PRIMARY_GROUP)
    {
        status = change_primary_group(store, user, values->primary_group);
    }
    if (!status && fields & USER_FIELD_PASSWORD)
    {
        status = account_store_check_password(store, user->row.flags, values->password);
    }
    if (!status && fields & USER_FIELD_PASSWORD)
    {
        const bool must_change = fields & USER_FIELD_PASSWORD_EXPIRED && user->must_change_password;

        status = stored_user_set_password(store, user, values->password);
        user->must_change_password = must_change;
    }
    return status;
}

uint32_t account_store_set_user(struct account_call *call, struct utf16_slice name,
                                const struct user *values, uint32_t fields, uint32_t *parameter)
{
    struct account_store *store = account_store_of(call);
    struct stored_user *user = account_store_user(store, name);
    const size_t administrators = account_store_count_administrators(store);
    uint32_t status = user ? change(call, user, values, fields, parameter) : NERR_UserNotFound;

    if (!status && administrators && !account_store_count_administrators(store))
    {
        status = NERR_LastAdmin;
    }
    if (status)
    {
        return status;
    }
    user->is_changed = true;
    return account_store_save(store);
}

uint32_t account_store_remove_user(struct account_call *call, struct utf16_slice name)
{
    struct account_store *store = account_store_of(call);
    struct stored_user *user = account_store_user(store, name);
    const size_t administrators = account_store_count_administrators(store);
    uint32_t status = ERROR_SUCCESS;

    if (!user || user->is_built_in)
    {
        return user ? ERROR_SPECIAL_ACCOUNT : NERR_UserNotFound;
    }
    for (enum group_kind kind = 0; kind < GROUP_KINDS; kind++)
    {
        for (size_t i = 0; i < store->groups[kind].count && !status; i++)
        {
            status =
                stored_group_remove(store->arena, &store->groups[kind].groups[i], user->row.sid);
        }
    }
    if (status)
    {
        return status;
    }
    account_store_drop_user(store, user);
    return administrators && !account_store_count_administrators(store) ? NERR_LastAdmin
                                                                        : account_store_save(store);
}

/* ---- The user's own way ---------------------------------------------------------------------- */

/* A wrong password is counted, which is a change. */
static uint32_t check_old(struct account_store *store, struct stored_user *user,
                          struct utf16_slice password, uint64_t now)
{
    bool is_right = false;
    uint32_t status = stored_user_had_password(user, password, 1, &is_right);

    if (status || is_right)
    {
        return status;
    }
    stored_user_count_wrong_password(&store->rules, user, now);
    user->is_changed = true;
    status = account_store_save(store);
    return status ? status : ERROR_INVALID_PASSWORD;
}

/* [MS-SAMR] 3.1.1.7.1: the password's age, length and history. */
static uint32_t check_change(const struct account_store *store, const struct stored_user *user,
                             struct utf16_slice password, uint64_t now)
{
    bool had = false;
    uint32_t status = ERROR_SUCCESS;

    if (store->rules.password_age_min && !user->must_change_password &&
        stored_user_password_age(user, now) < store->rules.password_age_min)
    {
        return NERR_PasswordTooRecent;
    }
    status = account_store_check_password(store, user->row.flags, password);
    if (!status)
    {
        status = stored_user_had_password(user, password, store->rules.password_history, &had);
    }
    return had ? NERR_PasswordHistConflict : status;
}

uint32_t account_store_change_password(struct account_call *call, struct utf16_slice name,
                                       struct utf16_slice old_password,
                                       struct utf16_slice new_password)
{
    struct account_store *store = account_store_of(call);
    struct stored_user *user = name.units ? account_store_user(store, name) : store->users;
    const uint64_t now = platform_filetime();
    uint32_t status = ERROR_SUCCESS;

    if (!user)
    {
        return NERR_UserNotFound;
    }
    if (user->row.flags & UF_PASSWD_CANT_CHANGE || !user->password_count)
    {
        return ERROR_ACCESS_DENIED; /* or it is the system's, which is not asked here */
    }
    if (stored_user_is_locked_out(&store->rules, user, now))
    {
        return ERROR_ACCOUNT_LOCKED_OUT;
    }
    status = check_old(store, user, old_password, now);
    if (!status)
    {
        status = check_change(store, user, new_password, now);
    }
    if (!status)
    {
        status = stored_user_set_password(store, user, new_password);
    }
    if (status)
    {
        return status;
    }
    user->row.bad_password_count = 0;
    user->is_changed = true;
    return account_store_save(store);
}
