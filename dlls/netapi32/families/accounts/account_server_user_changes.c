/*
 * Changes of the users of a server: [MS-SAMR] 3.1.5.4.4, 3.1.5.6.4, 3.1.5.7.3.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/sid.h"
#include "base/status.h"
#include "families/accounts/account_server_dacl.h"
#include "families/accounts/account_server_user.h"
#include "families/accounts/account_server_values.h"

#define DACL_SECURITY_INFORMATION 4u

/* [MS-SAMR] 2.2.1.1, 2.2.1.7 */
#define DELETE                     0x00010000u
#define WRITE_DAC                  0x00040000u
#define USER_WRITE_PREFERENCES     0x00000004u
#define USER_READ_ACCOUNT          0x00000010u
#define USER_WRITE_ACCOUNT         0x00000020u
#define USER_FORCE_PASSWORD_CHANGE 0x00000080u
#define USER_READ_ALL              0x0002001Bu /* with the security descriptor */

/* What is computed, and what only a wrong password sets: nobody sets these. */
#define CONTROL_NEVER_SET (USER_PASSWORD_EXPIRED | USER_ACCOUNT_AUTO_LOCKED)

/* ---- What is to be set ----------------------------------------------------------------------- */

/* A change of a user that is open. */
struct user_change
{
    struct context_handle handle;
    struct bytes sid;
    const struct user *values;
    uint32_t fields;          /* USER_FIELD_ */
    uint32_t control;         /* the account control that there is */
    bool may_change_password; /* the user itself, as things are */
};

struct changed_text
{
    uint32_t field;
    uint32_t which;
    size_t from; /* in struct user */
    size_t to;   /* in struct samr_user */
};

#define TEXT(field, which, from, to)                                                               \
    {                                                                                              \
        USER_FIELD_##field, SAMR_FIELD_##which, offsetof(struct user, from),                       \
            offsetof(struct samr_user, to)                                                         \
    }
static const struct changed_text changed_texts[] = {
    TEXT(NAME, USER_NAME, name, user_name),
    TEXT(FULL_NAME, FULL_NAME, full_name, full_name),
    TEXT(COMMENT, ADMIN_COMMENT, comment, admin_comment),
    TEXT(USER_COMMENT, USER_COMMENT, user_comment, user_comment),
    TEXT(HOME_FOLDER, HOME_DIRECTORY, home_folder, home_directory),
    TEXT(HOME_DRIVE, HOME_DIRECTORY_DRIVE, home_drive, home_directory_drive),
    TEXT(SCRIPT_PATH, SCRIPT_PATH, script_path, script_path),
    TEXT(PROFILE, PROFILE_PATH, profile, profile_path),
    TEXT(WORKSTATIONS, WORKSTATIONS, workstations, workstations),
    TEXT(PARAMETERS, PARAMETERS, parameters, parameters),
};

static void put_texts(const struct user_change *change, struct samr_user *to)
{
    static const uint16_t nothing[1];

    for (size_t i = 0; i < INFO_COUNT(changed_texts); i++)
    {
        struct utf16_slice text = { 0 };

        if (change->fields & changed_texts[i].field)
        {
            memcpy(&text, (const uint8_t *)change->values + changed_texts[i].from, sizeof(text));
            text.units = text.units ? text.units : nothing;
            memcpy((uint8_t *)to + changed_texts[i].to, &text, sizeof(text));
            to->which_fields |= changed_texts[i].which;
        }
    }
}

/* The account control that the flags ask for: an account that is locked can be unlocked, no more, and
 * without a type it stays what it is. */
static uint32_t wanted_control(const struct user_change *change)
{
    const uint32_t asked = user_control_of_flags(change->values->flags);
    const uint32_t type = asked & USER_ACCOUNT_TYPE_MASK ? asked : change->control;

    return (asked & ~(CONTROL_NEVER_SET | USER_ACCOUNT_TYPE_MASK)) |
           (type & USER_ACCOUNT_TYPE_MASK) | (asked & change->control & USER_ACCOUNT_AUTO_LOCKED);
}

static void put_numbers(const struct user_change *change, struct samr_user *to)
{
    const struct user *values = change->values;

    if (change->fields & USER_FIELD_FLAGS &&
        wanted_control(change) != (change->control & ~USER_PASSWORD_EXPIRED))
    {
        to->user_account_control = wanted_control(change);
        to->which_fields |= SAMR_FIELD_USER_ACCOUNT_CONTROL;
    }
    if (change->fields & USER_FIELD_EXPIRES)
    {
        to->account_expires = samr_time_of_user(values->expires);
        to->which_fields |= SAMR_FIELD_ACCOUNT_EXPIRES;
    }
    if (change->fields & USER_FIELD_LOGON_HOURS)
    {
        to->logon_hours.units_per_week = (uint16_t)values->units_per_week;
        to->logon_hours.hours = (uint8_t *)(uintptr_t)values->logon_hours.data;
        to->which_fields |= SAMR_FIELD_LOGON_HOURS;
    }
    if (change->fields & USER_FIELD_COUNTRY_CODE)
    {
        to->country_code = (uint16_t)values->country_code;
        to->which_fields |= SAMR_FIELD_COUNTRY_CODE;
    }
    if (change->fields & USER_FIELD_CODE_PAGE)
    {
        to->code_page = (uint16_t)values->code_page;
        to->which_fields |= SAMR_FIELD_CODE_PAGE;
    }
    if (change->fields & USER_FIELD_PRIMARY_GROUP)
    {
        to->primary_group_id = values->primary_group;
        to->which_fields |= SAMR_FIELD_PRIMARY_GROUP_ID;
    }
    /* A password that has expired is not made good by saying so, as documented. */
    if (change->fields & USER_FIELD_PASSWORD_EXPIRED &&
        (values->password_expired || change->fields & USER_FIELD_PASSWORD))
    {
        to->password_expired = values->password_expired != 0;
        to->which_fields |= SAMR_FIELD_PASSWORD_EXPIRED;
    }
}

/* ---- Setting --------------------------------------------------------------------------------- */

static uint32_t set_fields(struct account_call *call, const struct user_change *change)
{
    struct samr_set_user parameters = {
        .user = change->handle,
        .information_class = SAMR_USER_ALL,
    };
    struct samr_user *user = &parameters.information.user;
    struct rpc_reply reply;
    uint32_t status = ERROR_SUCCESS;

    put_texts(change, user);
    put_numbers(change, user);
    if (change->fields & USER_FIELD_PASSWORD)
    {
        return account_server_set_password(call, &change->handle, user, change->values->password);
    }
    if (!user->which_fields)
    {
        return ERROR_SUCCESS;
    }
    status = account_server_ask(call, SAMR_SET_INFORMATION_USER2, &parameters, &reply);
    rpc_reply_free(&reply);
    return status;
}

static uint32_t set_dacl(struct account_call *call, const struct user_change *change,
                         bool may_change_password)
{
    struct samr_set_security_object parameters = {
        .object = change->handle,
        .security_information = DACL_SECURITY_INFORMATION,
    };
    struct writer writer = { 0 };
    struct rpc_reply reply = { .stub = { .data = NULL } };
    uint32_t status = ERROR_NOT_ENOUGH_MEMORY;

    user_dacl_write(&writer, change->sid, may_change_password);
    if (!writer.failed)
    {
        parameters.security_descriptor.length = (uint32_t)writer.size;
        parameters.security_descriptor.descriptor = (struct bytes){ writer.data, writer.size };
        status = account_server_ask(call, SAMR_SET_SECURITY_OBJECT, &parameters, &reply);
    }
    rpc_reply_free(&reply);
    writer_free(&writer);
    return status;
}

/* The DACL first, for it is what can be put back. */
static uint32_t set_all(struct account_call *call, const struct user_change *change)
{
    const bool may = !(change->values->flags & UF_PASSWD_CANT_CHANGE);
    const bool differs = change->fields & USER_FIELD_FLAGS && may != change->may_change_password;
    uint32_t status = differs ? set_dacl(call, change, may) : ERROR_SUCCESS;

    if (!status)
    {
        status = set_fields(call, change);
        if (status && differs)
        {
            set_dacl(call, change, !may);
        }
    }
    return status;
}

/* A server does not say which of the parameters it does not like: it is known where there is one. */
static uint32_t blame(uint32_t status, uint32_t fields, uint32_t *parameter)
{
    if (status == ERROR_INVALID_PARAMETER && fields && !(fields & (fields - 1)))
    {
        *parameter = account_field_parameter(user_fields, fields);
    }
    return status;
}

/* What does not fit in what a server is sent. */
static uint32_t check_numbers(const struct user *values, uint32_t fields, uint32_t *parameter)
{
    const struct
    {
        uint32_t field;
        uint32_t value;
    } limited[] = {
        { USER_FIELD_COUNTRY_CODE, values->country_code },
        { USER_FIELD_CODE_PAGE, values->code_page },
    };

    for (size_t i = 0; i < INFO_COUNT(limited); i++)
    {
        if (fields & limited[i].field && limited[i].value > UINT16_MAX)
        {
            *parameter = account_field_parameter(user_fields, limited[i].field);
            return ERROR_INVALID_PARAMETER;
        }
    }
    return ERROR_SUCCESS;
}

/* What a password needs: ERROR_NOT_SUPPORTED where the connection is not protected. */
static uint32_t check_protection(struct account_call *call, uint32_t fields)
{
    uint32_t status = ERROR_SUCCESS;

    if (fields & USER_FIELD_PASSWORD)
    {
        status = account_server_connect(call);
        if (!status)
        {
            status = remote_loss(&call->remote);
        }
        if (!status && !remote_is_protected(&call->remote))
        {
            status = ERROR_NOT_SUPPORTED;
        }
    }
    return status;
}

/* ---- Adding ---------------------------------------------------------------------------------- */

static uint32_t create(struct account_call *call, const struct user *user, uint32_t fields,
                       struct user_change *change, uint32_t *rid)
{
    const uint32_t type =
        fields & USER_FIELD_FLAGS ? user_control_of_flags(user->flags) & USER_ACCOUNT_TYPE_MASK : 0;
    const struct account_domain *domain = NULL;
    struct samr_create_user_2 parameters = {
        .name = user->name,
        .account_type = type ? type : USER_NORMAL_ACCOUNT,
        .desired_access = SAMR_MAXIMUM_ALLOWED,
    };
    struct rpc_reply reply;
    uint32_t status = account_server_open_domain(call, ACCOUNT_DOMAIN, &domain);

    if (status)
    {
        return status;
    }
    parameters.domain = domain->handle;
    status = account_server_ask(call, SAMR_CREATE_USER2_IN_DOMAIN, &parameters, &reply);
    if (!status)
    {
        change->handle = parameters.user;
        *rid = parameters.rid;
    }
    rpc_reply_free(&reply);
    return status;
}

static uint32_t delete_opened(struct account_call *call, struct context_handle *handle)
{
    struct samr_delete_object parameters = { .handle = *handle };
    struct rpc_reply reply;
    const uint32_t status = account_server_ask(call, SAMR_DELETE_USER, &parameters, &reply);

    if (!status)
    {
        *handle = parameters.handle;
    }
    rpc_reply_free(&reply);
    return status;
}

/* What an account is created as: disabled, with the right of its user to change the password. */
static uint32_t learn_created(struct account_call *call, struct user_change *change, uint32_t rid)
{
    struct user user = { .relative_id = rid };
    uint32_t status = account_server_query_user(call, USER_ALL, &change->handle, &user);

    change->sid = (struct bytes){ user.sid.data, user.sid.size };
    change->control = user_control_of_flags(user.flags);
    change->may_change_password = !(user.flags & UF_PASSWD_CANT_CHANGE);
    return status;
}

uint32_t account_server_add_user(struct account_call *call, const struct user *user,
                                 uint32_t fields, uint32_t *parameter)
{
    static const uint32_t default_flags = UF_SCRIPT | UF_NORMAL_ACCOUNT;
    struct user values = *user;
    struct user_change change = { .values = &values, .fields = fields };
    uint32_t rid = 0;
    uint32_t status = check_numbers(user, fields, parameter);

    if (status)
    {
        return status;
    }
    status = check_protection(call, fields);
    if (!status)
    {
        status = create(call, user, fields, &change, &rid);
    }
    if (status)
    {
        return blame(status, USER_FIELD_NAME, parameter);
    }
    /* An account that nobody says more of is one that can be used. */
    values.flags = fields & USER_FIELD_FLAGS ? user->flags : default_flags;
    change.fields = (fields | USER_FIELD_FLAGS) & ~(uint32_t)USER_FIELD_NAME;
    status = learn_created(call, &change, rid);
    if (!status)
    {
        status = set_all(call, &change);
    }
    if (status)
    {
        delete_opened(call, &change.handle);
    }
    account_server_close(call, &change.handle);
    return blame(status, fields & ~(uint32_t)USER_FIELD_NAME, parameter);
}

/* ---- Changing -------------------------------------------------------------------------------- */

/* [MS-SAMR] 3.1.5.6.4.2: what the members ask for, and no more. */
static uint32_t access_for(uint32_t fields)
{
    const uint32_t preferences =
        USER_FIELD_USER_COMMENT | USER_FIELD_COUNTRY_CODE | USER_FIELD_CODE_PAGE;
    const uint32_t password = USER_FIELD_PASSWORD | USER_FIELD_PASSWORD_EXPIRED;
    uint32_t access = fields & ~(preferences | password) ? USER_WRITE_ACCOUNT : 0;

    access |= fields & preferences ? USER_WRITE_PREFERENCES : 0;
    access |= fields & password ? USER_FORCE_PASSWORD_CHANGE : 0;
    return access | (fields & USER_FIELD_FLAGS ? USER_READ_ALL | WRITE_DAC : 0);
}

/* Samba wants more rights for SAMPR_USER_ALL_INFORMATION, whatever is in there; who has these has others. It gives
 * everybody enough of them, on the other hand, who asks for MAXIMUM_ALLOWED. */
static uint32_t open_to_change(struct account_call *call, struct utf16_slice name, uint32_t fields,
                               struct context_handle *handle, uint32_t *rid)
{
    const uint32_t access = access_for(fields);
    uint32_t status = account_server_find_user_rid(call, name, rid);

    *handle = (struct context_handle){ 0 };
    if (!status)
    {
        status = account_server_open(
            call, SAMR_OPEN_USER, ACCOUNT_DOMAIN, *rid,
            access | USER_WRITE_ACCOUNT | USER_READ_ACCOUNT | USER_FORCE_PASSWORD_CHANGE, handle);
    }
    if (status == ERROR_ACCESS_DENIED)
    {
        status = account_server_open(call, SAMR_OPEN_USER, ACCOUNT_DOMAIN, *rid, access, handle);
    }
    return status;
}

uint32_t account_server_set_user(struct account_call *call, struct utf16_slice name,
                                 const struct user *values, uint32_t fields, uint32_t *parameter)
{
    struct user_change change = { .values = values, .fields = fields };
    uint32_t rid = 0;
    uint32_t status = check_numbers(values, fields, parameter);

    if (status)
    {
        return status;
    }
    status = check_protection(call, fields);
    if (!status)
    {
        status = open_to_change(call, name, fields, &change.handle, &rid);
    }
    if (!status && fields & USER_FIELD_FLAGS)
    {
        status = learn_created(call, &change, rid);
    }
    if (!status)
    {
        status = set_all(call, &change);
    }
    account_server_close(call, &change.handle);
    return blame(status, fields, parameter);
}

/* ---- Removing -------------------------------------------------------------------------------- */

/* Aliases keep the SIDs of accounts that have gone; that this fails is no reason to say that the account
 * is still there. */
static void leave_aliases(struct account_call *call, enum server_domain which, struct bytes sid)
{
    const struct account_domain *domain = NULL;
    struct samr_change_alias_member parameters = { .member_id = sid };
    struct rpc_reply reply;

    if (!account_server_open_domain(call, which, &domain))
    {
        parameters.handle = domain->handle;
        account_server_ask_if_offered(call, SAMR_REMOVE_MEMBER_FROM_FOREIGN_DOMAIN, &parameters,
                                      &reply);
        rpc_reply_free(&reply);
    }
}

uint32_t account_server_remove_user(struct account_call *call, struct utf16_slice name)
{
    struct context_handle handle = { 0 };
    struct sid sid;
    uint32_t rid = 0;
    uint32_t status = account_server_find_user_rid(call, name, &rid);

    if (!status)
    {
        status = account_server_open(call, SAMR_OPEN_USER, ACCOUNT_DOMAIN, rid, DELETE, &handle);
    }
    if (!status)
    {
        status = delete_opened(call, &handle);
    }
    account_server_close(call, &handle);
    if (!status)
    {
        const struct bytes domain = account_server_of(call)->domains[ACCOUNT_DOMAIN].sid;

        leave_aliases(call, BUILT_IN_DOMAIN, sid_join(domain, rid, &sid));
    }
    return status;
}
