/*
 * What the functions that only know this computer have in common.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "api/this_computer.h"

#include <lmcons.h>
#include <lmerr.h>
#include <ntsecapi.h>

#include "api/debug.h"

NTSYSAPI NTSTATUS NTAPI RtlGetVersion(OSVERSIONINFOW *version);

/* Where Windows 95 kept the workgroup's name, and Wine still does. */
#define WORKGROUP_KEY L"System\\CurrentControlSet\\Services\\VxD\\VNETSUP"

DWORD target_from_name(const WCHAR *server, struct target *target)
{
    return target_result(target_parse(slice_w(server), target), slice_w(server));
}

DWORD server_name_check(const WCHAR *server)
{
    struct target target;

    return target_from_name(server, &target);
}

DWORD this_computer_check(const WCHAR *server, DWORD other_computer)
{
    struct target target;
    DWORD status = target_from_name(server, &target);

    if (status)
    {
        return status;
    }
    return target.is_this_computer ? NERR_Success : other_computer;
}

void this_computer_user(struct utf16_name *name)
{
    WCHAR text[UNLEN + 1];
    DWORD size = ARRAYSIZE(text);

    if (!GetUserNameW(text, &size))
    {
        text[0] = 0;
    }
    utf16_name_set(name, slice_w(text));
}

/* The name of the domain, if this computer is a member of one. */
static BOOL get_domain(struct utf16_name *name)
{
    LSA_OBJECT_ATTRIBUTES attributes = { .Length = sizeof(attributes) };
    POLICY_PRIMARY_DOMAIN_INFO *domain = NULL;
    LSA_HANDLE policy = NULL;
    BOOL is_member = FALSE;

    if (LsaOpenPolicy(NULL, &attributes, POLICY_VIEW_LOCAL_INFORMATION, &policy))
    {
        return FALSE;
    }
    if (!LsaQueryInformationPolicy(policy, PolicyPrimaryDomainInformation, (void **)&domain))
    {
        is_member =
            domain->Sid && utf16_name_set(name, (struct utf16_slice){ domain->Name.Buffer,
                                                                      domain->Name.Length / 2 });
        LsaFreeMemory(domain);
    }
    LsaClose(policy);
    return is_member;
}

/* `name` is what the host calls it: what the prefix says goes before that. */
static void get_workgroup(struct utf16_name *name)
{
    WCHAR text[DNLEN + 1];
    DWORD size = sizeof(text);

    if (!RegGetValueW(HKEY_LOCAL_MACHINE, WORKGROUP_KEY, L"Workgroup", RRF_RT_REG_SZ, NULL, text,
                      &size) &&
        text[0])
    {
        utf16_name_set(name, slice_w(text));
    }
    else if (!name->length)
    {
        *name = utf16_name_from_ascii("WORKGROUP");
    }
}

void this_computer_membership(struct membership *membership)
{
    membership_read(membership);
    if (!membership->is_member && membership->source == MEMBERSHIP_NOBODY &&
        get_domain(&membership->flat_name))
    {
        membership->is_member = true;
        membership->source = MEMBERSHIP_SYSTEM;
    }
    if (!membership->is_member)
    {
        get_workgroup(&membership->flat_name);
    }
}

void this_computer_version(uint32_t *major, uint32_t *minor)
{
    OSVERSIONINFOW version = { .dwOSVersionInfoSize = sizeof(version) };

    RtlGetVersion(&version);
    *major = version.dwMajorVersion;
    *minor = version.dwMinorVersion;
}
