/*
 * The accounts in memory: finding, adding, changing, removing.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmaccess.h>

#include <stdlib.h>
#include <string.h>

#include "base/wipe.h"
#include "families/accounts/accounts.h"
#include "families/accounts/sid.h"
#include "platform/platform.h"
#include "platform/utf16_equal.h"

/* ---- Memory ---------------------------------------------------------------------------------- */

static void free_text(struct utf16_slice *text)
{
    free((void *)text->units);
    *text = (struct utf16_slice){ NULL, 0 };
}

static void free_secret(struct utf16_slice *text)
{
    if (text->units)
    {
        wipe((void *)text->units, text->length * sizeof(WCHAR));
    }
    free_text(text);
}

static void free_bytes(struct info_bytes *bytes)
{
    free((void *)bytes->data);
    *bytes = (struct info_bytes){ NULL, 0 };
}

static void *copy_block(const void *data, size_t size, BOOL *failed)
{
    void *copy = NULL;

    if (!data)
    {
        return NULL;
    }
    copy = malloc(size ? size : 1);
    if (!copy)
    {
        *failed = TRUE;
        return NULL;
    }
    memcpy(copy, data, size);
    return copy;
}

/* Makes text or bytes that point elsewhere the account's own. */
static void own_text(struct utf16_slice *text, BOOL *failed)
{
    text->units = copy_block(text->units, text->length * sizeof(WCHAR), failed);
}

static void own_bytes(struct info_bytes *bytes, BOOL *failed)
{
    bytes->data = copy_block(bytes->data, bytes->size, failed);
}

/* Makes room for one more element of an array. */
static void *grow(void **array, size_t *count, size_t element_size)
{
    void *grown = realloc(*array, (*count + 1) * element_size);

    if (!grown)
    {
        return NULL;
    }
    *array = grown;
    *count += 1;
    return (BYTE *)grown + (*count - 1) * element_size;
}

static void shrink(void *array, size_t *count, size_t element_size, void *element)
{
    BYTE *next = (BYTE *)element + element_size;
    BYTE *end = (BYTE *)array + *count * element_size;

    memmove(element, next, (size_t)(end - next));
    *count -= 1;
}

/* ---- Users ----------------------------------------------------------------------------------- */

static struct utf16_slice *user_text(struct user *user, size_t index)
{
    struct utf16_slice *const texts[] = {
        &user->name,        &user->full_name,    &user->comment,      &user->user_comment,
        &user->home_folder, &user->home_drive,   &user->script_path,  &user->profile,
        &user->parameters,  &user->workstations, &user->logon_server,
    };

    return index < ARRAYSIZE(texts) ? texts[index] : NULL;
}

static void free_user(struct user *user)
{
    for (size_t i = 0; user_text(user, i); i++)
    {
        free_text(user_text(user, i));
    }
    free_secret(&user->password);
    free_bytes(&user->sid);
    free_bytes(&user->logon_hours);
}

/* Turns a user whose contents belong to others into one with copies. */
static DWORD own_user(struct user *user)
{
    BOOL failed = FALSE;

    for (size_t i = 0; user_text(user, i); i++)
    {
        own_text(user_text(user, i), &failed);
    }
    own_text(&user->password, &failed);
    own_bytes(&user->sid, &failed);
    own_bytes(&user->logon_hours, &failed);
    if (failed)
    {
        free_user(user);
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    return ERROR_SUCCESS;
}

struct user *accounts_find_user(const struct accounts *accounts, struct utf16_slice name)
{
    struct user *users = accounts->users.rows;

    for (size_t i = 0; i < accounts->users.count; i++)
    {
        if (utf16_equal(users[i].name, name))
        {
            return &users[i];
        }
    }
    return NULL;
}

static BOOL same_sid(struct info_bytes a, struct info_bytes b)
{
    return a.size == b.size && !memcmp(a.data, b.data, a.size);
}

struct user *accounts_find_user_by_sid(const struct accounts *accounts, struct info_bytes sid)
{
    struct user *users = accounts->users.rows;

    for (size_t i = 0; i < accounts->users.count; i++)
    {
        if (same_sid(users[i].sid, sid))
        {
            return &users[i];
        }
    }
    return NULL;
}

static DWORD join_primary_group(struct accounts *accounts, const struct user *user)
{
    struct group *groups = accounts->groups[GLOBAL_GROUP].rows;

    for (size_t i = 0; i < accounts->groups[GLOBAL_GROUP].count; i++)
    {
        if (groups[i].relative_id == user->primary_group)
        {
            return group_add_member(&groups[i], user->sid);
        }
    }
    return ERROR_SUCCESS;
}

DWORD accounts_add_user(struct accounts *accounts, const struct user *user)
{
    struct user copy = *user;
    struct user *added = NULL;
    struct sid_value sid;
    DWORD status = ERROR_SUCCESS;

    if (!copy.sid.data)
    {
        copy.relative_id = accounts->next_relative_id++;
        copy.sid = sid_with_relative_id(accounts->domain, copy.relative_id, &sid);
    }
    status = own_user(&copy);
    if (status)
    {
        return status;
    }
    added = grow(&accounts->users.rows, &accounts->users.count, sizeof(copy));
    if (!added)
    {
        free_user(&copy);
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    *added = copy;
    status = join_primary_group(accounts, added);
    if (status)
    {
        accounts_remove_user(accounts, added);
    }
    return status;
}

DWORD accounts_change_user(struct user *user, const struct user *values)
{
    struct user copy = *values;
    DWORD status = ERROR_SUCCESS;

    copy.sid = user->sid;
    copy.relative_id = user->relative_id;
    copy.is_built_in = user->is_built_in;
    status = own_user(&copy);
    if (!status)
    {
        free_user(user);
        *user = copy;
    }
    return status;
}

void accounts_remove_user(struct accounts *accounts, struct user *user)
{
    for (size_t kind = 0; kind < GROUP_KINDS; kind++)
    {
        struct group *groups = accounts->groups[kind].rows;

        for (size_t i = 0; i < accounts->groups[kind].count; i++)
        {
            group_remove_member(&groups[i], user->sid);
        }
    }
    free_user(user);
    shrink(accounts->users.rows, &accounts->users.count, sizeof(*user), user);
}

/* ---- Groups ---------------------------------------------------------------------------------- */

static void free_group(struct group *group)
{
    free_text(&group->name);
    free_text(&group->comment);
    free_bytes(&group->sid);
    for (size_t i = 0; i < group->member_count; i++)
    {
        free_bytes(&group->members[i]);
    }
    free(group->members);
}

struct group *accounts_find_group(const struct accounts *accounts, enum group_kind kind,
                                  struct utf16_slice name)
{
    struct group *groups = accounts->groups[kind].rows;

    for (size_t i = 0; i < accounts->groups[kind].count; i++)
    {
        if (utf16_equal(groups[i].name, name))
        {
            return &groups[i];
        }
    }
    return NULL;
}

static DWORD own_group(struct group *group)
{
    BOOL failed = FALSE;

    own_text(&group->name, &failed);
    own_text(&group->comment, &failed);
    own_bytes(&group->sid, &failed);
    if (failed)
    {
        free_group(group);
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    return ERROR_SUCCESS;
}

DWORD accounts_add_group(struct accounts *accounts, enum group_kind kind, const struct group *group)
{
    struct info_rows *groups = &accounts->groups[kind];
    struct group copy = *group;
    struct group *added = NULL;
    struct sid_value sid;

    copy.members = NULL;
    copy.member_count = 0;
    if (!copy.sid.data)
    {
        copy.relative_id = accounts->next_relative_id++;
        copy.sid = sid_with_relative_id(accounts->domain, copy.relative_id, &sid);
    }
    if (own_group(&copy))
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    added = grow(&groups->rows, &groups->count, sizeof(copy));
    if (!added)
    {
        free_group(&copy);
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    *added = copy;
    return ERROR_SUCCESS;
}

DWORD accounts_change_group(struct group *group, const struct group *values)
{
    struct group copy = { .name = values->name, .comment = values->comment };
    DWORD status = own_group(&copy);

    if (!status)
    {
        free_text(&group->name);
        free_text(&group->comment);
        group->name = copy.name;
        group->comment = copy.comment;
        group->attributes = values->attributes;
    }
    return status;
}

void accounts_remove_group(struct accounts *accounts, enum group_kind kind, struct group *group)
{
    struct info_rows *groups = &accounts->groups[kind];

    free_group(group);
    shrink(groups->rows, &groups->count, sizeof(*group), group);
}

/* ---- Members --------------------------------------------------------------------------------- */

static struct info_bytes *find_member(const struct group *group, struct info_bytes sid)
{
    for (size_t i = 0; i < group->member_count; i++)
    {
        if (same_sid(group->members[i], sid))
        {
            return &group->members[i];
        }
    }
    return NULL;
}

BOOL group_has_member(const struct group *group, struct info_bytes sid)
{
    return find_member(group, sid) != NULL;
}

DWORD group_add_member(struct group *group, struct info_bytes sid)
{
    BOOL failed = FALSE;
    void *members = group->members;
    struct info_bytes *added = NULL;

    own_bytes(&sid, &failed);
    if (!failed)
    {
        added = grow(&members, &group->member_count, sizeof(*added));
    }
    if (!added)
    {
        free_bytes(&sid);
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    group->members = members;
    *added = sid;
    return ERROR_SUCCESS;
}

void group_remove_member(struct group *group, struct info_bytes sid)
{
    struct info_bytes *member = find_member(group, sid);

    if (member)
    {
        free_bytes(member);
        shrink(group->members, &group->member_count, sizeof(*member), member);
    }
}

/* ---- What follows from other things ---------------------------------------------------------- */

static BOOL is_in_built_in_group(const struct accounts *accounts, const struct user *user,
                                 uint32_t relative_id)
{
    const struct group *groups = accounts->groups[LOCAL_GROUP].rows;

    for (size_t i = 0; i < accounts->groups[LOCAL_GROUP].count; i++)
    {
        if (groups[i].is_built_in && groups[i].relative_id == relative_id)
        {
            return group_has_member(&groups[i], user->sid);
        }
    }
    return FALSE;
}

static uint32_t privilege_of(const struct accounts *accounts, const struct user *user)
{
    if (is_in_built_in_group(accounts, user, DOMAIN_ALIAS_RID_ADMINS))
    {
        return USER_PRIV_ADMIN;
    }
    return is_in_built_in_group(accounts, user, DOMAIN_ALIAS_RID_GUESTS) ? USER_PRIV_GUEST
                                                                         : USER_PRIV_USER;
}

void accounts_refresh(struct accounts *accounts)
{
    struct user *users = accounts->users.rows;

    for (size_t i = 0; i < accounts->users.count; i++)
    {
        struct user *user = &users[i];

        user->privilege = privilege_of(accounts, user);
        user->password_age =
            user->password_set ? (uint32_t)((platform_now() - user->password_set) / 1000) : 0;
    }
}
