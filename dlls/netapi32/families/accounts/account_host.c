/*
 * What the system knows of this computer's accounts: LSA, and the token of the program.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <ntsecapi.h>

#include "api/debug.h"
#include "families/accounts/account_host.h"

static uint32_t keep_sid(PSID sid, struct sid *copy)
{
    return sid && CopySid(sizeof(copy->bytes), copy->bytes, sid) ? ERROR_SUCCESS
                                                                 : ERROR_INVALID_SID;
}

static uint32_t find_domain(struct sid *sid)
{
    LSA_OBJECT_ATTRIBUTES attributes = { .Length = sizeof(attributes) };
    POLICY_ACCOUNT_DOMAIN_INFO *domain = NULL;
    LSA_HANDLE policy = NULL;
    NTSTATUS status = LsaOpenPolicy(NULL, &attributes, POLICY_VIEW_LOCAL_INFORMATION, &policy);
    uint32_t result = LsaNtStatusToWinError(status);

    if (status)
    {
        return result;
    }
    status = LsaQueryInformationPolicy(policy, PolicyAccountDomainInformation, (void **)&domain);
    result = status ? LsaNtStatusToWinError(status) : keep_sid(domain->DomainSid, sid);
    LsaFreeMemory(domain);
    LsaClose(policy);
    return result;
}

static uint32_t find_user(struct sid *sid)
{
    union
    {
        TOKEN_USER user;
        BYTE bytes[sizeof(TOKEN_USER) + SECURITY_MAX_SID_SIZE];
    } token_user;
    HANDLE token = NULL;
    DWORD size = 0;
    uint32_t status = ERROR_SUCCESS;

    if (!OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token))
    {
        return GetLastError();
    }
    status = GetTokenInformation(token, TokenUser, &token_user, sizeof(token_user), &size)
                 ? keep_sid(token_user.user.User.Sid, sid)
                 : GetLastError();
    CloseHandle(token);
    return status;
}

static bool user_is_in(struct bytes group)
{
    BOOL is_in_token = FALSE;

    return CheckTokenMembership(NULL, (PSID)(uintptr_t)group.data, &is_in_token) && is_in_token;
}

static uint32_t find_name(struct bytes sid, struct account_name *name)
{
    WCHAR account[NAME_LENGTH_MAX + 1];
    WCHAR domain[NAME_LENGTH_MAX + 1];
    DWORD account_size = ARRAYSIZE(account);
    DWORD domain_size = ARRAYSIZE(domain);
    SID_NAME_USE use = SidTypeUnknown;

    if (!LookupAccountSidW(NULL, (PSID)(uintptr_t)sid.data, account, &account_size, domain,
                           &domain_size, &use))
    {
        return ERROR_NONE_MAPPED;
    }
    utf16_name_set(&name->name, slice_w(account));
    utf16_name_set(&name->domain, slice_w(domain));
    name->use = use;
    return ERROR_SUCCESS;
}

static uint32_t find_sid(struct utf16_slice name, struct sid *sid, uint32_t *use)
{
    struct utf16_name terminated;
    WCHAR domain[NAME_LENGTH_MAX + 1];
    DWORD domain_size = ARRAYSIZE(domain);
    DWORD size = sizeof(sid->bytes);
    SID_NAME_USE found = SidTypeUnknown;

    if (!name.length || !utf16_name_set(&terminated, name) ||
        !LookupAccountNameW(NULL, (const WCHAR *)terminated.units, sid->bytes, &size, domain,
                            &domain_size, &found))
    {
        return ERROR_NONE_MAPPED;
    }
    *use = found;
    return ERROR_SUCCESS;
}

const struct account_host this_account_host = {
    .find_domain = find_domain,
    .find_user = find_user,
    .user_is_in = user_is_in,
    .find_name = find_name,
    .find_sid = find_sid,
};
