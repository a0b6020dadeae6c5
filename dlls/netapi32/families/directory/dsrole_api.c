/*
 * What role this computer has in a domain: DsRole*. Documented with dsrole.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>
#include <ntsecapi.h>

#include <dsrole.h>
#include <lmcons.h>
#include <stddef.h>
#include <string.h>

#include "api/debug.h"
#include "api/this_computer.h"
#include "families/directory/machine_role.h"

_Static_assert(sizeof(struct dsrole_info_1) == sizeof(DSROLE_PRIMARY_DOMAIN_INFO_BASIC),
               "DSROLE_PRIMARY_DOMAIN_INFO_BASIC");
_Static_assert(offsetof(struct dsrole_info_1, domain_name_flat) ==
                   offsetof(DSROLE_PRIMARY_DOMAIN_INFO_BASIC, DomainNameFlat),
               "DomainNameFlat");
_Static_assert(offsetof(struct dsrole_info_1, domain_guid) ==
                   offsetof(DSROLE_PRIMARY_DOMAIN_INFO_BASIC, DomainGuid),
               "DomainGuid");
_Static_assert(sizeof(struct dsrole_info_2) == sizeof(DSROLE_UPGRADE_STATUS_INFO),
               "DSROLE_UPGRADE_STATUS_INFO");
_Static_assert(sizeof(uint32_t) == sizeof(DSROLE_OPERATION_STATE_INFO),
               "DSROLE_OPERATION_STATE_INFO");

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

/* As is documented: NULL where there is none. */
static struct info_bytes text_of(const UNICODE_STRING *text)
{
    return (struct info_bytes){ text->Length ? text->Buffer : NULL,
                                text->Length + sizeof(*text->Buffer) };
}

static struct info_bytes name_of(const struct utf16_name *name)
{
    return (struct info_bytes){ name->length ? name->units : NULL,
                                (name->length + 1) * sizeof(*name->units) };
}

/* All are terminated: those of the policy too, as Wine's LSA gives them. */
static DWORD pack_own_role(DWORD level, const struct membership *membership,
                           const POLICY_DNS_DOMAIN_INFO *domain, void **buffer)
{
    static const uint8_t no_guid[INFO_GUID_SIZE];
    struct machine_role role = {
        .machine_role = machine_role(membership->is_member),
        .domain_name_flat = name_of(&membership->flat_name),
        .domain_name_dns = name_of(&membership->dns_name),
        /* This computer is no domain controller on the way from an older Windows, */
        .previous_server_state = DsRoleServerUnknown,
        .operation_state = DsRoleOperationIdle, /* and it is not about to become one. */
    };

    if (domain)
    {
        role.domain_name_dns =
            role.domain_name_dns.data ? role.domain_name_dns : text_of(&domain->DnsDomainName);
        role.domain_forest_name = text_of(&domain->DnsForestName);
        memcpy(role.domain_guid, &domain->DomainGuid, sizeof(role.domain_guid));
    }
    if (memcmp(role.domain_guid, no_guid, sizeof(no_guid)))
    {
        role.flags = DSROLE_PRIMARY_DOMAIN_GUID_PRESENT;
    }
    return machine_role_pack(level, &role, buffer);
}

static DWORD get_own_role(DWORD level, void **buffer)
{
    struct membership membership;
    POLICY_DNS_DOMAIN_INFO *domain = NULL;
    DWORD status = this_computer_membership(&membership);

    if (status)
    {
        return status;
    }
    domain = get_domain(membership.is_member);
    status = pack_own_role(level, &membership, domain, buffer);
    LsaFreeMemory(domain);
    return status;
}

DWORD WINAPI DsRoleGetPrimaryDomainInformation(LPCWSTR lpServer,
                                               DSROLE_PRIMARY_DOMAIN_INFO_LEVEL InfoLevel,
                                               PBYTE *Buffer)
{
    struct target target;
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
    status = target_from_name(lpServer, &target);
    if (status)
    {
        return status;
    }
    return target.is_this_computer ? get_own_role(InfoLevel, (void **)Buffer)
                                   : machine_role_of_server(&target, InfoLevel, (void **)Buffer);
}

VOID WINAPI DsRoleFreeMemory(PVOID Buffer)
{
    platform_api_free(Buffer);
}
