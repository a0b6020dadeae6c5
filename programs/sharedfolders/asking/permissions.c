/*
 * Who may do what.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "asking/permissions.h"

#include <stdlib.h>
#include <string.h>
#include <sddl.h>

#include "base/memory.h"

/* Rights that stand for others, [MS-DTYP] 2.4.3: servers show some lists with them. */
static const struct
{
    DWORD generic;
    DWORD access;
} generic_rights[] = {
    { GENERIC_ALL, SHARE_FULL_CONTROL },
    { GENERIC_READ | GENERIC_WRITE | GENERIC_EXECUTE | DELETE, SHARE_CHANGE },
    { GENERIC_READ | GENERIC_EXECUTE, SHARE_READ },
};

static const struct
{
    DWORD access;
    const char16_t *name;
} names[] = {
    { SHARE_FULL_CONTROL, u"Full Control" },
    { SHARE_CHANGE, u"Change" },
    { SHARE_READ, u"Read" },
};

void access_append(struct text *text, DWORD access)
{
    for (size_t i = 0; i < ARRAYSIZE(names); i++)
    {
        if (access == names[i].access)
        {
            text_append(text, names[i].name);
            return;
        }
    }
    text_append(text, u"Special (0x");
    text_append_hexadecimal(text, access, 8);
    text_append(text, u")");
}

/* ---- Reading --------------------------------------------------------------------------------- */

static SID *sid_copy(const SID *sid)
{
    const DWORD length = GetLengthSid((PSID)(ULONG_PTR)sid);

    return memcpy(memory_resize(NULL, length, 1), sid, length);
}

static WCHAR *sid_letters(const SID *sid)
{
    WCHAR *letters = NULL;
    WCHAR *copy;

    if (!ConvertSidToStringSidW((PSID)(ULONG_PTR)sid, &letters))
    {
        return string_copy(u"?");
    }
    copy = string_copy(letters);
    LocalFree(letters);
    return copy;
}

static DWORD plain_access(DWORD access)
{
    for (size_t i = 0; i < ARRAYSIZE(generic_rights); i++)
    {
        if (access == generic_rights[i].generic)
        {
            return generic_rights[i].access;
        }
    }
    return access;
}

static void append_entry(struct permissions *permissions, SID *sid, const WCHAR *account,
                         bool is_denied, DWORD access, BYTE flags)
{
    permissions->entries =
        memory_resize(permissions->entries, permissions->count + 1, sizeof(*permissions->entries));
    permissions->entries[permissions->count++] = (struct permission){
        .sid = sid,
        .account = account ? string_copy(account) : sid_letters(sid),
        .is_denied = is_denied,
        .flags = flags,
        .access = access,
    };
}

static void read_entry(struct permissions *permissions, const ACE_HEADER *header)
{
    /* Both kinds have the same layout. */
    const ACCESS_ALLOWED_ACE *entry = (const ACCESS_ALLOWED_ACE *)header;
    const SID *sid = (const SID *)&entry->SidStart;

    if ((header->AceType != ACCESS_ALLOWED_ACE_TYPE && header->AceType != ACCESS_DENIED_ACE_TYPE) ||
        !IsValidSid((PSID)(ULONG_PTR)sid))
    {
        permissions->are_strange = true;
        return;
    }
    append_entry(permissions, sid_copy(sid), NULL, header->AceType == ACCESS_DENIED_ACE_TYPE,
                 plain_access(entry->Mask), header->AceFlags);
}

void permissions_read(struct permissions *permissions, SECURITY_DESCRIPTOR *descriptor)
{
    BOOL is_present = FALSE;
    BOOL is_default;
    ACL *list = NULL;

    if (!descriptor || !IsValidSecurityDescriptor(descriptor) ||
        !GetSecurityDescriptorDacl(descriptor, &is_present, &list, &is_default))
    {
        return;
    }
    permissions->are_told = true;
    permissions->have_list = is_present && list;
    for (DWORD i = 0; permissions->have_list && i < list->AceCount; i++)
    {
        void *entry;

        if (GetAce(list, i, &entry))
        {
            read_entry(permissions, entry);
        }
    }
}

/* ---- Writing --------------------------------------------------------------------------------- */

static void add_entries(ACL *list, const struct permissions *permissions, bool denied)
{
    for (size_t i = 0; i < permissions->count; i++)
    {
        const struct permission *entry = &permissions->entries[i];

        if (entry->is_denied == denied)
        {
            (denied ? AddAccessDeniedAceEx : AddAccessAllowedAceEx)(
                list, ACL_REVISION, entry->flags, entry->access, entry->sid);
        }
    }
}

static ACL *make_list(const struct permissions *permissions)
{
    DWORD size = sizeof(ACL);
    ACL *list;

    for (size_t i = 0; i < permissions->count; i++)
    {
        size += (DWORD)sizeof(ACCESS_ALLOWED_ACE) + GetLengthSid(permissions->entries[i].sid);
    }
    list = memory_zeros(size, 1);
    InitializeAcl(list, size, ACL_REVISION);
    add_entries(list, permissions, true);
    add_entries(list, permissions, false);
    return list;
}

SECURITY_DESCRIPTOR *permissions_write(const struct permissions *permissions)
{
    ACL *list = make_list(permissions);
    SECURITY_DESCRIPTOR absolute;
    SECURITY_DESCRIPTOR *relative = NULL;
    DWORD size = 0;

    if (InitializeSecurityDescriptor(&absolute, SECURITY_DESCRIPTOR_REVISION) &&
        SetSecurityDescriptorDacl(&absolute, TRUE, permissions->have_list ? list : NULL, FALSE))
    {
        MakeSelfRelativeSD(&absolute, NULL, &size);
        relative = memory_zeros(size, 1);
        if (!MakeSelfRelativeSD(&absolute, relative, &size))
        {
            free(relative);
            relative = NULL;
        }
    }
    free(list);
    return relative;
}

/* ---- Changing -------------------------------------------------------------------------------- */

void permissions_add(struct permissions *permissions, SID *sid, const WCHAR *account,
                     bool is_denied, DWORD access)
{
    permissions->have_list = true;
    append_entry(permissions, sid, account, is_denied, access, 0);
}

void permissions_remove(struct permissions *permissions, size_t index)
{
    struct permission *entries = permissions->entries;

    free(entries[index].sid);
    free(entries[index].account);
    memmove(entries + index, entries + index + 1,
            (permissions->count - index - 1) * sizeof(*entries));
    permissions->count--;
}

bool permissions_are_same(const struct permissions *a, const struct permissions *b)
{
    if (a->count != b->count || a->have_list != b->have_list)
    {
        return false;
    }
    for (size_t i = 0; i < a->count; i++)
    {
        const struct permission *left = &a->entries[i];
        const struct permission *right = &b->entries[i];

        if (!EqualSid(left->sid, right->sid) || left->is_denied != right->is_denied ||
            left->access != right->access)
        {
            return false;
        }
    }
    return true;
}

void permissions_copy(struct permissions *permissions, const struct permissions *from)
{
    *permissions = *from;
    permissions->entries = NULL;
    permissions->count = 0;
    for (size_t i = 0; i < from->count; i++)
    {
        const struct permission *entry = &from->entries[i];

        append_entry(permissions, sid_copy(entry->sid), entry->account, entry->is_denied,
                     entry->access, entry->flags);
    }
}

void permissions_free(struct permissions *permissions)
{
    while (permissions->count)
    {
        permissions_remove(permissions, permissions->count - 1);
    }
    free(permissions->entries);
    *permissions = (struct permissions){ 0 };
}
