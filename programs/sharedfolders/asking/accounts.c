/*
 * Names of accounts and their SIDs, as servers tell them.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "asking/accounts.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <lm.h>
#include <sddl.h>

#include "asking/netapi.h"
#include "base/memory.h"

#define NAME_CAPACITY 512

/* ---- Accounts that every system knows -------------------------------------------------------- */

/* Those of a domain or a computer are not: this computer's are not the server's. */
static bool is_well_known(SID *sid)
{
    static const SID_IDENTIFIER_AUTHORITY authority = { SECURITY_NT_AUTHORITY };

    return memcmp(GetSidIdentifierAuthority(sid), &authority, sizeof(authority)) ||
           *GetSidSubAuthority(sid, 0) != SECURITY_NT_NON_UNIQUE;
}

/* To be freed; NULL where it is none. */
static WCHAR *well_known_name(SID *sid)
{
    WCHAR name[NAME_CAPACITY];
    WCHAR domain[NAME_CAPACITY];
    DWORD name_length = NAME_CAPACITY;
    DWORD domain_length = NAME_CAPACITY;
    SID_NAME_USE use;
    struct text text = { 0 };

    if (!is_well_known(sid) ||
        !LookupAccountSidW(NULL, sid, name, &name_length, domain, &domain_length, &use))
    {
        return NULL;
    }
    if (*domain)
    {
        text_append(&text, domain);
        text_append(&text, u"\\");
    }
    text_append(&text, name);
    return text.units;
}

static SID *well_known_sid(const WCHAR *name)
{
    SID *sid = memory_zeros(SECURITY_MAX_SID_SIZE, 1);
    WCHAR domain[NAME_CAPACITY];
    DWORD size = SECURITY_MAX_SID_SIZE;
    DWORD domain_length = NAME_CAPACITY;
    SID_NAME_USE use;

    if (LookupAccountNameW(NULL, name, sid, &size, domain, &domain_length, &use) &&
        is_well_known(sid))
    {
        return sid;
    }
    free(sid);
    return NULL;
}

/* ---- Accounts of a server -------------------------------------------------------------------- */

static SID *copy(const void *sid)
{
    const DWORD length = GetLengthSid((PSID)(ULONG_PTR)sid);

    return memcpy(memory_resize(NULL, length, 1), sid, length);
}

/* The number of an account where it is one of the domain, else 0. */
static DWORD number_in(SID *domain, SID *sid)
{
    const UCHAR parts = *GetSidSubAuthorityCount(domain);

    return *GetSidSubAuthorityCount(sid) == parts + 1 &&
                   !memcmp(sid->IdentifierAuthority.Value, domain->IdentifierAuthority.Value,
                           sizeof(domain->IdentifierAuthority)) &&
                   !memcmp(sid->SubAuthority, domain->SubAuthority,
                           parts * sizeof(*domain->SubAuthority))
               ? *GetSidSubAuthority(sid, parts)
               : 0;
}

static void name_entry(struct permissions *permissions, SID *domain, DWORD number,
                       const WCHAR *name)
{
    for (size_t i = 0; name && i < permissions->count; i++)
    {
        struct permission *entry = &permissions->entries[i];

        if (number_in(domain, entry->sid) == number)
        {
            free(entry->account);
            entry->account = string_copy(name);
        }
    }
}

static void name_users(struct permissions *permissions, const WCHAR *server, SID *domain)
{
    DWORD index = 0;
    DWORD error;
    DWORD count;

    do
    {
        BYTE *buffer;
        const NET_DISPLAY_USER *users;

        error = netapi_display(server, 1, index, &buffer, &count);
        users = (const NET_DISPLAY_USER *)buffer;
        for (DWORD i = 0; i < count; i++)
        {
            name_entry(permissions, domain, users[i].usri1_user_id, users[i].usri1_name);
            index = users[i].usri1_next_index;
        }
        netapi_free(buffer);
    } while (error == ERROR_MORE_DATA && count);
}

static void name_groups(struct permissions *permissions, const WCHAR *server, SID *domain)
{
    DWORD index = 0;
    DWORD error;
    DWORD count;

    do
    {
        BYTE *buffer;
        const NET_DISPLAY_GROUP *groups;

        error = netapi_display(server, 3, index, &buffer, &count);
        groups = (const NET_DISPLAY_GROUP *)buffer;
        for (DWORD i = 0; i < count; i++)
        {
            name_entry(permissions, domain, groups[i].grpi3_group_id, groups[i].grpi3_name);
            index = groups[i].grpi3_next_index;
        }
        netapi_free(buffer);
    } while (error == ERROR_MORE_DATA && count);
}

/* Names those of the well-known ones. Returns whether others are left. */
static bool name_well_known(struct permissions *permissions)
{
    bool are_left = false;

    for (size_t i = 0; i < permissions->count; i++)
    {
        struct permission *entry = &permissions->entries[i];
        WCHAR *name = well_known_name(entry->sid);

        if (name)
        {
            free(entry->account);
            entry->account = name;
        }
        are_left = are_left || !name;
    }
    return are_left;
}

void permissions_name(struct permissions *permissions, const WCHAR *server)
{
    BYTE *modals;

    if (name_well_known(permissions) && !netapi_modals(server, 2, &modals))
    {
        SID *domain = ((USER_MODALS_INFO_2 *)modals)->usrmod2_domain_id;

        if (domain && IsValidSid(domain))
        {
            name_users(permissions, server, domain);
            name_groups(permissions, server, domain);
        }
        netapi_free(modals);
    }
}

/* ---- The way back ---------------------------------------------------------------------------- */

static DWORD find_on_server(const WCHAR *server, const WCHAR *account, SID **sid)
{
    BYTE *info;
    DWORD error = netapi_user_get(server, account, 4, &info);

    if (!error)
    {
        *sid = copy(((USER_INFO_4 *)info)->usri4_user_sid);
        netapi_free(info);
        return ERROR_SUCCESS;
    }
    if (!netapi_group_get(server, account, 3, &info))
    {
        *sid = copy(((GROUP_INFO_3 *)info)->grpi3_group_sid);
        netapi_free(info);
        return ERROR_SUCCESS;
    }
    return error;
}

DWORD account_find(const WCHAR *server, const WCHAR *account, SID **sid)
{
    PSID converted;
    DWORD error;

    *sid = NULL;
    if (ConvertStringSidToSidW(account, &converted))
    {
        *sid = copy(converted);
        LocalFree(converted);
        return ERROR_SUCCESS;
    }
    error = find_on_server(server, account, sid);
    if (error)
    {
        *sid = well_known_sid(account);
    }
    return *sid ? ERROR_SUCCESS : error;
}
