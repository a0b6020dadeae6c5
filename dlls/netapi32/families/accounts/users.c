/*
 * Users of this computer or of a server: what the exported functions do, without Windows' types.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/accounts/users.h"

#include "base/status.h"
#include "families/accounts/account_source.h"
#include "families/accounts/user_flags.h"

/* The longest password that the API and [MS-SAMR] 2.2.6.21 carry. */
#define PASSWORD_LENGTH_MAX 256
/* [MS-SAMR] 2.2.6.5: as many as there are minutes in a week. */
#define UNITS_PER_WEEK_MAX 10080

/* ---- Reading --------------------------------------------------------------------------------- */

/* What of a user a level shows. */
static enum user_part part_of_level(const struct info_level *level)
{
    static const struct info_field shown[] = {
        { .kind = INFO_STRING, .row_offset = offsetof(struct user, name) },
        { .kind = INFO_STRING, .row_offset = offsetof(struct user, full_name) },
        { .kind = INFO_STRING, .row_offset = offsetof(struct user, comment) },
        { .kind = INFO_U32, .row_offset = offsetof(struct user, flags) },
        { .kind = INFO_U32, .row_offset = offsetof(struct user, relative_id) },
        { .kind = INFO_BYTES, .row_offset = offsetof(struct user, sid) },
    };
    static const struct info_level display = { .fields = shown, .field_count = INFO_COUNT(shown) };
    static const struct info_level names = { .fields = shown, .field_count = 1 };

    if (info_level_covers(&names, level))
    {
        return USER_NAMES;
    }
    return info_level_covers(&display, level) ? USER_DISPLAY : USER_ALL;
}

uint32_t users_get_info(struct utf16_slice server, struct utf16_slice name, uint32_t level,
                        void **buffer)
{
    const struct info_level *layout = info_find_level(&user_info_family, level);
    struct account_call call;
    struct user user = { .relative_id = 0 };
    struct info_rows rows = { &user, 1 };
    struct info_buffer packed = { NULL, 0 };
    uint32_t status = ERROR_SUCCESS;

    *buffer = NULL;
    if (!layout)
    {
        return ERROR_INVALID_LEVEL;
    }
    status = account_call_begin(&call, server, ACCOUNTS_READ);
    if (!status)
    {
        status = name.length ? call.source->find_user(&call, name, part_of_level(layout), &user)
                             : NERR_UserNotFound;
    }
    if (!status)
    {
        status = info_pack(&user_info_family, layout, &rows, &packed);
        *buffer = packed.buffer;
    }
    account_call_end(&call);
    return status;
}

/* The index of the first user behind a relative identifier. */
static size_t index_behind(const struct info_rows *users, uint32_t relative_id)
{
    const struct user *rows = users->rows;
    size_t index = 0;

    while (relative_id && index < users->count && rows[index].relative_id <= relative_id)
    {
        index++;
    }
    return index;
}

static uint32_t answer_with(struct account_call *call, const struct info_request *request,
                            const struct info_rows *users, struct info_answer *answer)
{
    const struct info_level *layout = info_find_level(&user_list_family, request->level);
    struct user *rows = users->rows;
    size_t start = index_behind(users, request->resume_handle);
    size_t wanted = info_count_at_most(layout, request->preferred_length, users->count - start);
    uint32_t status = ERROR_SUCCESS;

    if (part_of_level(layout) != USER_NAMES && wanted)
    {
        status = call->source->describe_users(call, part_of_level(layout), rows + start, wanted);
    }
    if (!status)
    {
        status = info_answer_from(&user_list_family, layout, users, start,
                                  request->preferred_length, answer);
    }
    if (answer->resume_handle)
    {
        answer->resume_handle = rows[answer->resume_handle - 1].relative_id;
    }
    return status;
}

uint32_t users_enumerate(const struct info_request *request, uint32_t filter,
                         struct info_answer *answer)
{
    struct account_call call;
    struct info_rows users = { NULL, 0 };
    uint32_t status = ERROR_SUCCESS;

    *answer = (struct info_answer){ NULL, 0, 0, 0 };
    if (!info_find_level(&user_list_family, request->level))
    {
        return ERROR_INVALID_LEVEL;
    }
    status = account_call_begin(&call, request->server, ACCOUNTS_READ);
    if (!status)
    {
        status = call.source->list_users(&call, user_types_of_filter(filter), &users);
    }
    if (!status)
    {
        status = answer_with(&call, request, &users, answer);
    }
    account_call_end(&call);
    return status;
}

/* ---- What callers give ----------------------------------------------------------------------- */

/* Nobody but the source says what these are. */
#define FIELDS_OF_SOURCE (USER_FIELD_AUTH_FLAGS | USER_FIELD_PRIVILEGE)

/* A structure of a caller, as far as it says something. */
struct given_user
{
    struct user user;
    uint32_t fields;
};

static uint32_t blame(uint32_t field, uint32_t *parameter)
{
    *parameter = account_field_parameter(user_fields, field);
    return ERROR_INVALID_PARAMETER;
}

/* Hours are as many bytes as the units need. */
static uint32_t read_hours(struct given_user *given, uint32_t *parameter)
{
    struct user *user = &given->user;

    if (!(given->fields & USER_FIELD_LOGON_HOURS))
    {
        return ERROR_SUCCESS;
    }
    if (!user->units_per_week || user->units_per_week > UNITS_PER_WEEK_MAX)
    {
        return blame(USER_FIELD_LOGON_HOURS, parameter);
    }
    user->logon_hours.size = (user->units_per_week + 7u) / 8u;
    return ERROR_SUCCESS;
}

static uint32_t read_given(const struct info_level *level, const void *structure,
                           struct given_user *given, uint32_t *parameter)
{
    *given = (struct given_user){ .fields = account_fields_given(user_fields, level, structure) };
    info_read(level, structure, &given->user);
    if (given->fields & USER_FIELD_FLAGS)
    {
        given->user.flags = user_flags_complete(given->user.flags);
    }
    if (given->fields & USER_FIELD_PASSWORD && given->user.password.length > PASSWORD_LENGTH_MAX)
    {
        return NERR_PasswordTooShort; /* the documented code for all that break the rules */
    }
    return read_hours(given, parameter);
}

/* ---- Adding ---------------------------------------------------------------------------------- */

static uint32_t check_added(const struct given_user *given, uint32_t *parameter)
{
    if (!given->user.name.units)
    {
        return blame(USER_FIELD_NAME, parameter);
    }
    if (!given->user.name.length)
    {
        return NERR_BadUsername;
    }
    return given->user.privilege == USER_PRIV_USER ? ERROR_SUCCESS
                                                   : blame(USER_FIELD_PRIVILEGE, parameter);
}

/* The name of a group, of whatever kind, is told by one code. */
static uint32_t add_user(struct account_call *call, const struct given_user *given,
                         uint32_t *parameter)
{
    const uint32_t chosen_by_source = FIELDS_OF_SOURCE | USER_FIELD_PRIMARY_GROUP;
    const uint32_t status =
        call->source->add_user(call, &given->user, given->fields & ~chosen_by_source, parameter);

    return status == ERROR_ALIAS_EXISTS ? NERR_GroupExists : status;
}

uint32_t users_add(struct utf16_slice server, uint32_t level, const void *structure,
                   uint32_t *parameter)
{
    const struct info_level *layout = info_find_level(&user_add_family, level);
    struct account_call call;
    struct given_user given;
    uint32_t status = ERROR_SUCCESS;

    *parameter = ACCOUNT_PARAMETER_UNKNOWN;
    if (!layout)
    {
        return ERROR_INVALID_LEVEL;
    }
    if (!structure)
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = account_call_begin(&call, server, ACCOUNTS_CHANGE);
    if (!status)
    {
        *parameter = ACCOUNT_PARAMETER_NONE;
        status = read_given(layout, structure, &given, parameter);
        status = status ? status : check_added(&given, parameter);
        status = status ? status : add_user(&call, &given, parameter);
    }
    account_call_end(&call);
    return status;
}

/* ---- Changing -------------------------------------------------------------------------------- */

/* As documented, the privilege must be what NetUserGetInfo says. */
static uint32_t check_privilege(struct account_call *call, struct utf16_slice name,
                                const struct given_user *given, uint32_t *parameter)
{
    struct user user = { .relative_id = 0 };
    uint32_t status = ERROR_SUCCESS;

    if (!(given->fields & USER_FIELD_PRIVILEGE))
    {
        return ERROR_SUCCESS;
    }
    status = call->source->find_user(call, name, USER_ALL, &user);
    if (!status && user.privilege != given->user.privilege)
    {
        return blame(USER_FIELD_PRIVILEGE, parameter);
    }
    return status;
}

static uint32_t set_info(struct account_call *call, struct utf16_slice name,
                         const struct info_level *layout, const void *structure,
                         uint32_t *parameter)
{
    struct given_user given;
    uint32_t status = read_given(layout, structure, &given, parameter);

    if (!status)
    {
        status = check_privilege(call, name, &given, parameter);
    }
    if (status)
    {
        return status;
    }
    /* Level 0 is a new name; in all others the name says nothing. */
    given.fields &= layout->level ? ~(uint32_t)(FIELDS_OF_SOURCE | USER_FIELD_NAME) : UINT32_MAX;
    return call->source->set_user(call, name, &given.user, given.fields, parameter);
}

uint32_t users_set_info(struct utf16_slice server, struct utf16_slice name, uint32_t level,
                        const void *structure, uint32_t *parameter)
{
    const struct info_level *layout = info_find_level(&user_set_family, level);
    struct account_call call;
    uint32_t status = ERROR_SUCCESS;

    *parameter = ACCOUNT_PARAMETER_UNKNOWN;
    if (!layout)
    {
        return ERROR_INVALID_LEVEL;
    }
    if (!structure)
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = account_call_begin(&call, server, ACCOUNTS_CHANGE);
    if (!status)
    {
        *parameter = ACCOUNT_PARAMETER_NONE;
        status =
            name.length ? set_info(&call, name, layout, structure, parameter) : NERR_UserNotFound;
    }
    account_call_end(&call);
    return status;
}

uint32_t users_delete(struct utf16_slice server, struct utf16_slice name)
{
    struct account_call call;
    uint32_t status = account_call_begin(&call, server, ACCOUNTS_CHANGE);

    if (!status)
    {
        status = name.length ? call.source->remove_user(&call, name) : NERR_UserNotFound;
    }
    account_call_end(&call);
    return status;
}

uint32_t users_change_password(struct utf16_slice server, struct utf16_slice name,
                               struct utf16_slice old_password, struct utf16_slice new_password)
{
    struct account_call call;
    uint32_t status = ERROR_SUCCESS;

    if (!old_password.units || !new_password.units)
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = account_call_begin(&call, server, ACCOUNTS_CHANGE);
    if (!status && new_password.length > PASSWORD_LENGTH_MAX)
    {
        status = NERR_PasswordTooShort; /* the documented code for all that break the rules */
    }
    if (!status)
    {
        status = call.source->change_password(&call, name, old_password, new_password);
    }
    account_call_end(&call);
    return status;
}
