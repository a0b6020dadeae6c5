/*
 * What Windows calls this computer's user, domain, workgroup and version.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "api/system_names.h"

#include <lmcons.h>
#include <ntsecapi.h>

#include "api/debug.h"

NTSYSAPI NTSTATUS NTAPI RtlGetVersion(OSVERSIONINFOW *version);

/* Where Windows 95 kept the workgroup's name, and Wine still does. */
#define WORKGROUP_KEY L"System\\CurrentControlSet\\Services\\VxD\\VNETSUP"

void system_user(struct utf16_name *name)
{
    WCHAR text[UNLEN + 1];
    DWORD size = ARRAYSIZE(text);

    if (!GetUserNameW(text, &size))
    {
        text[0] = 0;
    }
    utf16_name_set(name, slice_w(text));
}

BOOL system_domain(struct utf16_name *name)
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

void system_workgroup(struct utf16_name *name)
{
    WCHAR text[DNLEN + 1];
    DWORD size = sizeof(text);

    if (!RegGetValueW(HKEY_LOCAL_MACHINE, WORKGROUP_KEY, L"Workgroup", RRF_RT_REG_SZ, NULL, text,
                      &size) &&
        text[0])
    {
        utf16_name_set(name, slice_w(text));
    }
}

void system_version(uint32_t *major, uint32_t *minor)
{
    OSVERSIONINFOW version = { .dwOSVersionInfoSize = sizeof(version) };

    RtlGetVersion(&version);
    *major = version.dwMajorVersion;
    *minor = version.dwMinorVersion;
}
