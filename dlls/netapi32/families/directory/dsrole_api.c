/*
 * What role this computer has in a domain: DsRole*. Documented with dsrole.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>
#include <ntsecapi.h>

#include <dsrole.h>
#include <lmcons.h>
#include <string.h>

#include "api/debug.h"
#include "api/this_computer.h"

NTSYSAPI BOOLEAN NTAPI RtlGetNtProductType(DWORD *product_type);

static BOOL is_server(void)
{
    DWORD product_type = VER_NT_WORKSTATION;

    return RtlGetNtProductType(&product_type) && product_type != VER_NT_WORKSTATION;
}

static DSROLE_MACHINE_ROLE machine_role(BOOL is_member)
{
    if (is_server())
    {
        return is_member ? DsRole_RoleMemberServer : DsRole_RoleStandaloneServer;
    }
    return is_member ? DsRole_RoleMemberWorkstation : DsRole_RoleStandaloneWorkstation;
}

/* What only a member of a domain has; NULL in a workgroup. */
static POLICY_DNS_DOMAIN_INFO *get_domain(BOOL is_member)
{
    LSA_OBJECT_ATTRIBUTES attributes = { .Length = sizeof(attributes) };
    LSA_HANDLE policy = NULL;
    POLICY_DNS_DOMAIN_INFO *domain = NULL;

    if (is_member && !LsaOpenPolicy(NULL, &attributes, POLICY_VIEW_LOCAL_INFORMATION, &policy))
    {
        LsaQueryInformationPolicy(policy, PolicyDnsDomainInformation, (void **)&domain);
        LsaClose(policy);
    }
    return domain;
}

/* Puts a string at `*place` and moves it behind; an empty one is NULL. */
static WCHAR *place_string(const void *units, size_t length, BYTE **place)
{
    WCHAR *text = (WCHAR *)(void *)*place;

    if (!length)
    {
        return NULL;
    }
    memcpy(text, units, length * sizeof(*text));
    text[length] = 0;
    *place += (length + 1) * sizeof(*text);
    return text;
}

static DWORD get_basic_info(BYTE **buffer)
{
    static const GUID no_guid;
    struct membership membership;
    POLICY_DNS_DOMAIN_INFO *domain = NULL;
    DSROLE_PRIMARY_DOMAIN_INFO_BASIC *info = NULL;
    size_t size = 0;

    this_computer_membership(&membership);
    domain = get_domain(membership.is_member);
    size = (membership.flat_name.length + 3) * sizeof(WCHAR);
    size += domain ? domain->DnsDomainName.Length + domain->DnsForestName.Length : 0;
    info = platform_api_allocate(sizeof(*info) + size);
    if (info)
    {
        BYTE *place = (BYTE *)(info + 1);

        memset(info, 0, sizeof(*info));
        info->MachineRole = machine_role(membership.is_member);
        info->DomainNameFlat =
            place_string(membership.flat_name.units, membership.flat_name.length, &place);
        if (domain)
        {
            info->DomainNameDns = place_string(
                domain->DnsDomainName.Buffer, domain->DnsDomainName.Length / sizeof(WCHAR), &place);
            info->DomainForestName = place_string(
                domain->DnsForestName.Buffer, domain->DnsForestName.Length / sizeof(WCHAR), &place);
            info->DomainGuid = domain->DomainGuid;
        }
        if (memcmp(&info->DomainGuid, &no_guid, sizeof(no_guid)))
        {
            info->Flags = DSROLE_PRIMARY_DOMAIN_GUID_PRESENT;
        }
        *buffer = (BYTE *)info;
    }
    LsaFreeMemory(domain);
    return info ? ERROR_SUCCESS : ERROR_NOT_ENOUGH_MEMORY;
}

/* This computer is no domain controller on the way from an older Windows. */
static DWORD get_upgrade_status(BYTE **buffer)
{
    DSROLE_UPGRADE_STATUS_INFO *info = platform_api_allocate(sizeof(*info));

    if (!info)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    *info = (DSROLE_UPGRADE_STATUS_INFO){ 0, DsRoleServerUnknown };
    *buffer = (BYTE *)info;
    return ERROR_SUCCESS;
}

/* And it is not about to become one. */
static DWORD get_operation_state(BYTE **buffer)
{
    DSROLE_OPERATION_STATE_INFO *info = platform_api_allocate(sizeof(*info));

    if (!info)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    info->OperationState = DsRoleOperationIdle;
    *buffer = (BYTE *)info;
    return ERROR_SUCCESS;
}

DWORD WINAPI DsRoleGetPrimaryDomainInformation(LPCWSTR lpServer,
                                               DSROLE_PRIMARY_DOMAIN_INFO_LEVEL InfoLevel,
                                               PBYTE *Buffer)
{
    DWORD status = ERROR_SUCCESS;

    if (!Buffer)
    {
        return ERROR_INVALID_PARAMETER;
    }
    *Buffer = NULL;
    if (InfoLevel < DsRolePrimaryDomainInfoBasic || InfoLevel > DsRoleOperationState)
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = this_computer_check(lpServer, ERROR_NOT_SUPPORTED);
    if (status)
    {
        return status;
    }
    switch (InfoLevel)
    {
    case DsRolePrimaryDomainInfoBasic: return get_basic_info(Buffer);
    case DsRoleUpgradeStatus: return get_upgrade_status(Buffer);
    default: return get_operation_state(Buffer);
    }
}

VOID WINAPI DsRoleFreeMemory(PVOID Buffer)
{
    platform_api_free(Buffer);
}
