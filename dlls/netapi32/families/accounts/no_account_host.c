/*
 * Accounts where there is no LSA: those of a computer that is made up, for the native build.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Its user is 1000 of its domain, an administrator. It has the groups that Wine has had for long, and
 * knows Everyone.
 */
#include "base/status.h"
#include "families/accounts/account_host.h"
#include "platform/platform.h"
#include "platform/utf16_equal.h"

static const uint8_t domain[] = { 1, 4, 0, 0, 0, 0, 0, 5, 21, 0, 0, 0,
                                  1, 0, 0, 0, 2, 0, 0, 0, 3,  0, 0, 0 };
static const uint8_t everyone[] = { 1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0 };

static const struct
{
    uint32_t relative_id;
    const char *name;
    bool has_user;
} groups[] = {
    { 544, "Administrators", true },
    { 545, "Users", true },
    { 546, "Guests", false },
    { 547, "Power Users", false },
};

static uint32_t find_domain(struct sid *sid)
{
    memcpy(sid->bytes, domain, sizeof(domain));
    return ERROR_SUCCESS;
}

static uint32_t find_user(struct sid *sid)
{
    sid_join((struct bytes){ domain, sizeof(domain) }, 1000, sid);
    return ERROR_SUCCESS;
}

static bool user_is_in(struct bytes group)
{
    uint32_t relative_id = 0;

    for (size_t i = 0; i < sizeof(groups) / sizeof(groups[0]); i++)
    {
        if (sid_is_in_domain(group, sid_built_in_domain(), &relative_id) &&
            groups[i].relative_id == relative_id)
        {
            return groups[i].has_user;
        }
    }
    return false;
}

static uint32_t find_name(struct bytes sid, struct account_name *name)
{
    uint32_t relative_id = 0;

    *name = (struct account_name){ .use = ACCOUNT_USE_WELL_KNOWN_GROUP };
    if (sid_equal(sid, (struct bytes){ everyone, sizeof(everyone) }))
    {
        name->name = utf16_name_from_ascii("Everyone");
        return ERROR_SUCCESS;
    }
    for (size_t i = 0; i < sizeof(groups) / sizeof(groups[0]); i++)
    {
        if (sid_is_in_domain(sid, sid_built_in_domain(), &relative_id) &&
            groups[i].relative_id == relative_id)
        {
            name->domain = utf16_name_from_ascii("BUILTIN");
            name->name = utf16_name_from_ascii(groups[i].name);
            name->use = ACCOUNT_USE_ALIAS;
            return ERROR_SUCCESS;
        }
    }
    return ERROR_NONE_MAPPED;
}

static uint32_t find_sid(struct utf16_slice name, struct sid *sid, uint32_t *use)
{
    struct utf16_slice account = name;

    if (utf16_equal_ascii(name, "Everyone"))
    {
        memcpy(sid->bytes, everyone, sizeof(everyone));
        *use = ACCOUNT_USE_WELL_KNOWN_GROUP;
        return ERROR_SUCCESS;
    }
    if (utf16_equal_ascii(utf16_part(name, 0, utf16_find(name, '\\')), "BUILTIN"))
    {
        account = utf16_part(name, utf16_find(name, '\\') + 1, name.length);
    }
    for (size_t i = 0; i < sizeof(groups) / sizeof(groups[0]); i++)
    {
        if (utf16_equal_ascii(account, groups[i].name))
        {
            sid_join(sid_built_in_domain(), groups[i].relative_id, sid);
            *use = ACCOUNT_USE_ALIAS;
            return ERROR_SUCCESS;
        }
    }
    return ERROR_NONE_MAPPED;
}

const struct account_host this_account_host = {
    .find_domain = find_domain,
    .find_user = find_user,
    .user_is_in = user_is_in,
    .find_name = find_name,
    .find_sid = find_sid,
};
