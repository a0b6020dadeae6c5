/*
 * One user of a server: [MS-SAMR] 3.1.5.5.6, 3.1.5.12.2.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/accounts/account_server_user.h"

#include "base/sid.h"
#include "base/sid_use.h"
#include "base/status.h"
#include "families/accounts/account_server_dacl.h"
#include "families/accounts/account_server_values.h"
#include "platform/platform.h"

#define DACL_SECURITY_INFORMATION 4u
#define HOURS_SIZE                (USER_UNITS_PER_WEEK / 8)

/* Each hour of the week: who has no hours may log on at any. */
static const uint8_t all_hours[HOURS_SIZE] = {
    0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
    0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
};
static const uint16_t any_server[] = { '\\', '\\', '*' };

uint32_t account_server_find_user_rid(struct account_call *call, struct utf16_slice name,
                                      uint32_t *rid)
{
    uint32_t use = 0;
    uint32_t status = account_server_find_names(call, ACCOUNT_DOMAIN, &name, 1, rid, &use);

    return status || use == SID_USE_USER || use == SID_USE_COMPUTER ? status : NERR_UserNotFound;
}

/* ---- What the server tells ------------------------------------------------------------------- */

struct text_field
{
    uint32_t which;
    size_t from; /* in struct samr_user */
    size_t to;   /* in struct user */
};

#define TEXT(which, from, to)                                                                      \
    {                                                                                              \
        SAMR_FIELD_##which, offsetof(struct samr_user, from), offsetof(struct user, to)            \
    }
static const struct text_field text_fields[] = {
    TEXT(USER_NAME, user_name, name),
    TEXT(FULL_NAME, full_name, full_name),
    TEXT(ADMIN_COMMENT, admin_comment, comment),
    TEXT(USER_COMMENT, user_comment, user_comment),
    TEXT(HOME_DIRECTORY, home_directory, home_folder),
    TEXT(HOME_DIRECTORY_DRIVE, home_directory_drive, home_drive),
    TEXT(SCRIPT_PATH, script_path, script_path),
    TEXT(PROFILE_PATH, profile_path, profile),
    TEXT(WORKSTATIONS, workstations, workstations),
    TEXT(PARAMETERS, parameters, parameters),
};

/* What is not told is not known: empty. */
static bool keep_texts(struct account_call *call, const struct samr_user *from, struct user *user)
{
    for (size_t i = 0; i < INFO_COUNT(text_fields); i++)
    {
        struct utf16_slice text = { 0 };

        if (from->which_fields & text_fields[i].which)
        {
            memcpy(&text, (const uint8_t *)from + text_fields[i].from, sizeof(text));
        }
        text = utf16_absent_if_empty(text);
        if (!account_call_keep_text(call, &text))
        {
            return false;
        }
        memcpy((uint8_t *)user + text_fields[i].to, &text, sizeof(text));
    }
    return true;
}

static bool keep_hours(struct account_call *call, const struct samr_user *from, struct user *user)
{
    struct info_bytes hours = {
        from->logon_hours.hours,
        ((size_t)from->logon_hours.units_per_week + 7) / 8,
    };

    user->units_per_week = from->logon_hours.units_per_week;
    if (!hours.data || !hours.size)
    {
        user->units_per_week = USER_UNITS_PER_WEEK;
        user->logon_hours = (struct info_bytes){ all_hours, sizeof(all_hours) };
        return true;
    }
    if (!account_call_keep_bytes(call, &hours))
    {
        return false;
    }
    user->logon_hours = hours;
    return true;
}

static bool password_has_expired(const struct samr_user *from, uint64_t now)
{
    if (from->user_account_control & USER_PASSWORD_EXPIRED ||
        (from->which_fields & SAMR_FIELD_PASSWORD_EXPIRED && from->password_expired))
    {
        return true;
    }
    if (!(from->which_fields & SAMR_FIELD_PASSWORD_LAST_SET) ||
        from->user_account_control & USER_DONT_EXPIRE_PASSWORD)
    {
        return false;
    }
    return !from->password_last_set || (from->which_fields & SAMR_FIELD_PASSWORD_MUST_CHANGE &&
                                        from->password_must_change < now);
}

static void take_numbers(const struct samr_user *from, struct user *user)
{
    const uint64_t now = platform_filetime();

    user->flags = user_flags_of_control(from->user_account_control);
    user->primary_group = from->primary_group_id;
    user->last_logon = user_time_of_samr(from->last_logon, 0);
    user->last_logoff = user_time_of_samr(from->last_logoff, 0);
    user->expires = user_time_of_samr(from->account_expires, UINT32_MAX);
    user->password_age = user_age_of_samr(from->password_last_set, now);
    user->password_expired = password_has_expired(from, now);
    user->bad_password_count = from->bad_password_count;
    user->logon_count = from->logon_count;
    user->country_code = from->country_code;
    user->code_page = from->code_page;
    user->storage_max = UINT32_MAX;
    user->logon_server = (struct utf16_slice){ any_server, INFO_COUNT(any_server) };
}

static uint32_t query_all(struct account_call *call, const struct context_handle *handle,
                          struct user *user)
{
    struct samr_query_user parameters = { .user = *handle, .information_class = SAMR_USER_ALL };
    struct rpc_reply reply;
    uint32_t status = account_server_ask(call, SAMR_QUERY_INFORMATION_USER, &parameters, &reply);

    if (!status && !parameters.information)
    {
        status = RPC_S_PROTOCOL_ERROR;
    }
    if (!status)
    {
        const struct samr_user *from = &parameters.information->user;

        take_numbers(from, user);
        status = keep_texts(call, from, user) && keep_hours(call, from, user)
                     ? ERROR_SUCCESS
                     : ERROR_NOT_ENOUGH_MEMORY;
    }
    rpc_reply_free(&reply);
    return status;
}

/* ---- What its security descriptor tells ------------------------------------------------------ */

/* Who may not read it is not told, and nothing else fails for that. */
static uint32_t query_dacl(struct account_call *call, const struct context_handle *handle,
                           struct user *user)
{
    struct samr_query_security_object parameters = {
        .object = *handle,
        .security_information = DACL_SECURITY_INFORMATION,
    };
    const struct bytes sid = { user->sid.data, user->sid.size };
    struct rpc_reply reply;
    uint32_t status = account_server_ask(call, SAMR_QUERY_SECURITY_OBJECT, &parameters, &reply);
    const bool is_answer = reply.stub.data || call->remote.lacks_operation;

    if (!status && parameters.security_descriptor &&
        !user_dacl_lets_change_password(parameters.security_descriptor->descriptor, sid))
    {
        user->flags |= UF_PASSWD_CANT_CHANGE;
    }
    rpc_reply_free(&reply);
    return is_answer ? ERROR_SUCCESS : status;
}

static bool make_sid(struct account_call *call, struct user *user)
{
    const struct account_domain *domain = &account_server_of(call)->domains[ACCOUNT_DOMAIN];
    struct sid sid;
    const struct bytes joined = sid_join(domain->sid, user->relative_id, &sid);

    user->sid = (struct info_bytes){ joined.data, joined.size };
    return account_call_keep_bytes(call, &user->sid);
}

uint32_t account_server_query_user(struct account_call *call, enum user_part part,
                                   const struct context_handle *handle, struct user *user)
{
    uint32_t status = query_all(call, handle, user);

    if (!status && !make_sid(call, user))
    {
        status = ERROR_NOT_ENOUGH_MEMORY;
    }
    return status || part != USER_ALL ? status : query_dacl(call, handle, user);
}
