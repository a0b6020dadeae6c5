/*
 * What role this computer has in a domain: DsRole*. Documented with dsrole.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>
#include <ntsecapi.h>

#include <dsrole.h>
#include <lmcons.h>
#include <string.h>

#include "debug.h"
#include "target.h"

NTSYSAPI BOOLEAN NTAPI RtlGetNtProductType(DWORD *product_type);

static BOOL is_server(void)
{
    DWORD product_type = VER_NT_WORKSTATION;

    return RtlGetNtProductType(&product_type) && product_type != VER_NT_WORKSTATION;
}

/* A domain's account database has a SID; a workgroup has none. */
static DSROLE_MACHINE_ROLE machine_role(const POLICY_DNS_DOMAIN_INFO *domain)
{
    if (is_server())
    {
        return domain->Sid ? DsRole_RoleMemberServer : DsRole_RoleStandaloneServer;
    }
    return domain->Sid ? DsRole_RoleMemberWorkstation : DsRole_RoleStandaloneWorkstation;
}

/* Puts a string at `*place` and moves it behind; an empty one is NULL. */
static WCHAR *place_string(const LSA_UNICODE_STRING *string, BYTE **place)
{
    WCHAR *text = (WCHAR *)(void *)*place;
    size_t length = string->Length / sizeof(WCHAR);

    if (!length)
    {
        return NULL;
    }
    memcpy(text, string->Buffer, string->Length);
    text[length] = 0;
    *place += string->Length + sizeof(WCHAR);
    return text;
}

static DWORD get_basic_info(BYTE **buffer)
{
    LSA_OBJECT_ATTRIBUTES attributes = { .Length = sizeof(attributes) };
    LSA_HANDLE policy = NULL;
    POLICY_DNS_DOMAIN_INFO *domain = NULL;
    DSROLE_PRIMARY_DOMAIN_INFO_BASIC *info = NULL;
    NTSTATUS status = LsaOpenPolicy(NULL, &attributes, POLICY_VIEW_LOCAL_INFORMATION, &policy);

    if (!status)
    {
        status = LsaQueryInformationPolicy(policy, PolicyDnsDomainInformation, (void **)&domain);
        LsaClose(policy);
    }
    if (status)
    {
        return LsaNtStatusToWinError(status);
    }
    info =
        platform_api_allocate(sizeof(*info) + domain->Name.Length + domain->DnsDomainName.Length +
                              domain->DnsForestName.Length + 3 * sizeof(WCHAR));
    if (info)
    {
        static const GUID no_guid;
        BYTE *place = (BYTE *)(info + 1);

        info->MachineRole = machine_role(domain);
        info->DomainNameFlat = place_string(&domain->Name, &place);
        info->DomainNameDns = place_string(&domain->DnsDomainName, &place);
        info->DomainForestName = place_string(&domain->DnsForestName, &place);
        info->DomainGuid = domain->DomainGuid;
        info->Flags = memcmp(&domain->DomainGuid, &no_guid, sizeof(no_guid))
                          ? DSROLE_PRIMARY_DOMAIN_GUID_PRESENT
                          : 0;
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
    struct target target;
    DWORD status = ERROR_SUCCESS;

    TRACE("(%s, %d, %p)\n", debugstr_w(lpServer).text, (int)InfoLevel, (void *)Buffer);

    if (!Buffer)
    {
        return ERROR_INVALID_PARAMETER;
    }
    *Buffer = NULL;
    if (InfoLevel < DsRolePrimaryDomainInfoBasic || InfoLevel > DsRoleOperationState)
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = target_parse(slice_w(lpServer), &target);
    if (status)
    {
        return status;
    }
    if (!target.is_this_computer)
    {
        FIXME("the role of another computer (%s) is not asked for\n", debugstr_w(lpServer).text);
        return ERROR_NOT_SUPPORTED;
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
    TRACE("(%p)\n", Buffer);

    platform_api_free(Buffer);
}
