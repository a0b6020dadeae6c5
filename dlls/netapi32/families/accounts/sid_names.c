/*
 * The names that belong to SIDs.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/accounts/sid_names.h"

#include <sddl.h>

#include "api/debug.h"
#include "platform/platform.h"
#include "platform/utf16_equal.h"

/* "computer\name" without the computer. */
static struct utf16_slice without_own_domain(struct utf16_slice name)
{
    size_t backslash = utf16_find(name, '\\');
    struct utf16_name computer;

    platform_computer_name(&computer);
    if (backslash < name.length &&
        utf16_equal(utf16_part(name, 0, backslash), utf16_from_name(&computer)))
    {
        return utf16_part(name, backslash + 1, name.length);
    }
    return name;
}

DWORD sid_of_name(const struct accounts *accounts, const WCHAR *name, struct sid_value *value)
{
    const struct user *user = accounts_find_user(accounts, without_own_domain(slice_w(name)));
    const struct group *group =
        accounts_find_group(accounts, GLOBAL_GROUP, without_own_domain(slice_w(name)));
    struct info_bytes sid = user ? user->sid : group ? group->sid : (struct info_bytes){ NULL, 0 };
    WCHAR domain[NAME_LENGTH_MAX];
    DWORD domain_size = ARRAYSIZE(domain);
    DWORD size = sizeof(value->bytes);
    SID_NAME_USE use = SidTypeUnknown;

    if (sid.data)
    {
        return sid_copy(sid.data, value);
    }
    return name && *name &&
                   LookupAccountNameW(NULL, name, value->bytes, &size, domain, &domain_size, &use)
               ? ERROR_SUCCESS
               : ERROR_NO_SUCH_MEMBER;
}

static void set_name(struct sid_name *name, struct utf16_slice domain, struct utf16_slice account,
                     SID_NAME_USE use)
{
    utf16_name_set(&name->name, account);
    utf16_name_set(&name->domain_name, domain);
    if (domain.length)
    {
        utf16_name_append_ascii(&name->domain_name, "\\");
    }
    utf16_name_append(&name->domain_name, account);
    name->use = use;
}

static void set_unknown_name(struct sid_name *name, struct info_bytes sid)
{
    WCHAR *text = NULL;

    if (!ConvertSidToStringSidW((PSID)sid.data, &text))
    {
        text = NULL;
    }
    set_name(name, (struct utf16_slice){ NULL, 0 }, slice_w(text), SidTypeUnknown);
    LocalFree(text);
}

void name_of_sid(const struct accounts *accounts, struct info_bytes sid, struct sid_name *name)
{
    const struct user *user = accounts_find_user_by_sid(accounts, sid);
    struct utf16_name computer;
    WCHAR account[NAME_LENGTH_MAX];
    WCHAR domain[NAME_LENGTH_MAX];
    DWORD account_size = ARRAYSIZE(account);
    DWORD domain_size = ARRAYSIZE(domain);
    SID_NAME_USE use = SidTypeUnknown;

    if (user)
    {
        platform_computer_name(&computer);
        set_name(name, utf16_from_name(&computer), user->name, SidTypeUser);
    }
    else if (LookupAccountSidW(NULL, (PSID)sid.data, account, &account_size, domain, &domain_size,
                               &use))
    {
        set_name(name, slice_w(domain), slice_w(account), use);
    }
    else
    {
        set_unknown_name(name, sid);
    }
}
