/*
 * The accounts that are always there: who and what they are.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/accounts/built_in.h"

#include <lmcons.h>
#include <lmaccess.h>
#include <ntsecapi.h>

#include <stdlib.h>

#include "api/debug.h"
#include "api/this_computer.h"
#include "families/accounts/sid.h"
#include "families/accounts/user_defaults.h"

#define GROUP_ATTRIBUTES (SE_GROUP_MANDATORY | SE_GROUP_ENABLED_BY_DEFAULT | SE_GROUP_ENABLED)

/* In Windows' order; the names are LSA's, in its language. */
static const struct
{
    uint32_t relative_id;
    const WCHAR *comment;
} built_in_groups[] = {
    { DOMAIN_ALIAS_RID_ADMINS, L"Members may do everything on this computer" },
    { DOMAIN_ALIAS_RID_BACKUP_OPS, L"Members may read and restore all files to back them up" },
    { DOMAIN_ALIAS_RID_GUESTS, L"Members have the least of rights" },
    { DOMAIN_ALIAS_RID_NETWORK_CONFIGURATION_OPS, L"Members may configure the network" },
    { DOMAIN_ALIAS_RID_POWER_USERS, L"Members have some rights of administrators" },
    { DOMAIN_ALIAS_RID_REMOTE_DESKTOP_USERS, L"Members may log on remotely" },
    { DOMAIN_ALIAS_RID_REPLICATOR, L"For the replication of files in a domain" },
    { DOMAIN_ALIAS_RID_USERS, L"Members may run programs" },
    { DOMAIN_ALIAS_RID_MONITORING_USERS, L"Members may read performance counters" },
    { DOMAIN_ALIAS_RID_LOGGING_USERS, L"Members may log performance counters" },
};

/* The name that LSA has for a SID, or else the one that Windows has in English. */
static void name_account(struct info_bytes sid, const char *english, struct utf16_name *name)
{
    WCHAR account[NAME_LENGTH_MAX];
    WCHAR domain[NAME_LENGTH_MAX];
    DWORD account_size = ARRAYSIZE(account);
    DWORD domain_size = ARRAYSIZE(domain);
    SID_NAME_USE use = SidTypeUnknown;

    *name = utf16_name_from_ascii(english);
    if (LookupAccountSidW(NULL, (PSID)sid.data, account, &account_size, domain, &domain_size, &use))
    {
        utf16_name_set(name, slice_w(account));
    }
}

/* ---- The domain of the accounts -------------------------------------------------------------- */

static DWORD keep_domain(struct accounts *accounts, PSID sid)
{
    struct info_bytes bytes = sid_bytes(sid);
    void *copy = malloc(SECURITY_MAX_SID_SIZE);

    if (!copy || !bytes.data)
    {
        free(copy);
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    memcpy(copy, bytes.data, bytes.size);
    accounts->domain = (struct info_bytes){ copy, bytes.size };
    return ERROR_SUCCESS;
}

static DWORD add_domain(struct accounts *accounts)
{
    LSA_OBJECT_ATTRIBUTES attributes = { .Length = sizeof(attributes) };
    POLICY_ACCOUNT_DOMAIN_INFO *domain = NULL;
    LSA_HANDLE policy = NULL;
    NTSTATUS status = LsaOpenPolicy(NULL, &attributes, POLICY_VIEW_LOCAL_INFORMATION, &policy);
    DWORD result = LsaNtStatusToWinError(status);

    if (status)
    {
        return result;
    }
    status = LsaQueryInformationPolicy(policy, PolicyAccountDomainInformation, (void **)&domain);
    result = status ? LsaNtStatusToWinError(status) : keep_domain(accounts, domain->DomainSid);
    LsaFreeMemory(domain);
    LsaClose(policy);
    return result;
}

/* ---- Groups ---------------------------------------------------------------------------------- */

static DWORD add_group(struct accounts *accounts, enum group_kind kind, struct info_bytes sid,
                       const char *english, const WCHAR *comment)
{
    struct utf16_name name;
    struct group group = {
        .comment = slice_w(comment),
        .sid = sid,
        .relative_id = sid_relative_id(sid),
        .attributes = GROUP_ATTRIBUTES,
        .is_built_in = TRUE,
    };

    name_account(sid, english, &name);
    group.name = utf16_from_name(&name);
    /* LSA of Wine and of older Windows do not know all of them. */
    return name.length ? accounts_add_group(accounts, kind, &group) : ERROR_SUCCESS;
}

static DWORD add_groups(struct accounts *accounts)
{
    struct sid_value sid;
    DWORD status = add_group(accounts, GLOBAL_GROUP,
                             sid_with_relative_id(accounts->domain, DOMAIN_GROUP_RID_USERS, &sid),
                             "None", L"All users of this computer");

    for (size_t i = 0; i < ARRAYSIZE(built_in_groups) && !status; i++)
    {
        status =
            add_group(accounts, LOCAL_GROUP, sid_built_in(built_in_groups[i].relative_id, &sid), "",
                      built_in_groups[i].comment);
    }
    return status;
}

static DWORD join(struct accounts *accounts, uint32_t relative_id, struct info_bytes member)
{
    struct group *groups = accounts->groups[LOCAL_GROUP].rows;

    for (size_t i = 0; i < accounts->groups[LOCAL_GROUP].count; i++)
    {
        if (groups[i].relative_id == relative_id)
        {
            return group_add_member(&groups[i], member);
        }
    }
    return ERROR_SUCCESS;
}

/* ---- Users ----------------------------------------------------------------------------------- */

static DWORD add_user(struct accounts *accounts, struct info_bytes sid, struct utf16_slice name,
                      const WCHAR *comment, uint32_t flags)
{
    struct user user = user_defaults();

    if (accounts_find_user(accounts, name))
    {
        return ERROR_SUCCESS;
    }
    user.name = name;
    user.comment = slice_w(comment);
    user.sid = sid;
    user.relative_id = sid_relative_id(sid);
    user.flags = UF_SCRIPT | UF_NORMAL_ACCOUNT | UF_DONT_EXPIRE_PASSWD | flags;
    user.is_built_in = TRUE;
    return accounts_add_user(accounts, &user);
}

static BOOL is_member(struct info_bytes group)
{
    BOOL is_in_token = FALSE;

    return CheckTokenMembership(NULL, (PSID)group.data, &is_in_token) && is_in_token;
}

/* The groups of the program's user are those of its token. */
static DWORD join_groups_of_token(struct accounts *accounts, struct info_bytes user)
{
    const struct group *groups = accounts->groups[LOCAL_GROUP].rows;
    DWORD status = ERROR_SUCCESS;

    for (size_t i = 0; i < accounts->groups[LOCAL_GROUP].count && !status; i++)
    {
        if (is_member(groups[i].sid))
        {
            status = join(accounts, groups[i].relative_id, user);
        }
    }
    return status;
}

/* The SID of the user that runs the program. */
static DWORD own_sid(struct sid_value *value)
{
    union
    {
        TOKEN_USER user;
        BYTE bytes[sizeof(TOKEN_USER) + SECURITY_MAX_SID_SIZE];
    } token_user;
    HANDLE token = NULL;
    DWORD size = 0;
    DWORD status = ERROR_SUCCESS;

    if (!OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token))
    {
        return GetLastError();
    }
    if (!GetTokenInformation(token, TokenUser, &token_user, sizeof(token_user), &size) ||
        !CopySid(sizeof(value->bytes), value->bytes, token_user.user.User.Sid))
    {
        status = GetLastError();
    }
    CloseHandle(token);
    return status;
}

static DWORD add_own_user(struct accounts *accounts)
{
    struct utf16_name name;
    struct sid_value sid;
    DWORD status = own_sid(&sid);

    this_computer_user(&name);
    if (!status)
    {
        status = add_user(accounts, sid_bytes(sid.bytes), utf16_from_name(&name), NULL, 0);
    }
    if (!status)
    {
        accounts->next_relative_id =
            max(accounts->next_relative_id, sid_relative_id(sid_bytes(sid.bytes)) + 1);
        status = join_groups_of_token(accounts, sid_bytes(sid.bytes));
    }
    return status;
}

static DWORD add_standard_user(struct accounts *accounts, uint32_t relative_id, const char *english,
                               const WCHAR *comment, uint32_t flags, uint32_t group)
{
    struct sid_value value;
    struct info_bytes sid = sid_with_relative_id(accounts->domain, relative_id, &value);
    struct utf16_name name;
    DWORD status = ERROR_SUCCESS;

    if (accounts_find_user_by_sid(accounts, sid))
    {
        return ERROR_SUCCESS;
    }
    name_account(sid, english, &name);
    status = add_user(accounts, sid, utf16_from_name(&name), comment, flags);
    return status ? status : join(accounts, group, sid);
}

DWORD accounts_add_built_in(struct accounts *accounts)
{
    DWORD status = accounts->domain.data ? ERROR_SUCCESS : add_domain(accounts);

    if (!status)
    {
        status = add_groups(accounts);
    }
    if (!status)
    {
        status = add_own_user(accounts);
    }
    if (!status)
    {
        status = add_standard_user(accounts, DOMAIN_USER_RID_ADMIN, "Administrator",
                                   L"The account for administering this computer", 0,
                                   DOMAIN_ALIAS_RID_ADMINS);
    }
    if (!status)
    {
        status = add_standard_user(accounts, DOMAIN_USER_RID_GUEST, "Guest",
                                   L"The account for guests of this computer", UF_ACCOUNTDISABLE,
                                   DOMAIN_ALIAS_RID_GUESTS);
    }
    return status;
}
