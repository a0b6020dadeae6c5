/*
 * Trusts between domains and between forests: DsEnumerateDomainTrusts, NetEnumerateTrustedDomains,
 * DsGetForestTrustInformation. Documented with dsgetdc.h and lmaccess.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#define _DSGETDCAPI_
#include <windows.h>
#include <ntsecapi.h>

#include <dsgetdc.h>
#include <lmcons.h>
#include <lmaccess.h>

#include <stddef.h>

#include "api/answer.h"
#include "api/debug.h"
#include "api/text.h"
#include "api/this_computer.h"
#include "families/directory/ansi_text.h"
#include "families/directory/dc_find.h"
#include "families/directory/forest_trust.h"
#include "families/directory/trusts.h"
#include "levels/directory_levels.h"

_Static_assert(sizeof(struct ds_domain_trusts) == sizeof(DS_DOMAIN_TRUSTSW), "DS_DOMAIN_TRUSTSW");
_Static_assert(sizeof(struct ds_domain_trusts) == sizeof(DS_DOMAIN_TRUSTSA), "DS_DOMAIN_TRUSTSA");
_Static_assert(offsetof(struct ds_domain_trusts, domain_sid) ==
                   offsetof(DS_DOMAIN_TRUSTSW, DomainSid),
               "DomainSid");
_Static_assert(offsetof(struct ds_domain_trusts, domain_guid) ==
                   offsetof(DS_DOMAIN_TRUSTSW, DomainGuid),
               "DomainGuid");

_Static_assert(sizeof(struct forest_trust_information) == sizeof(LSA_FOREST_TRUST_INFORMATION),
               "LSA_FOREST_TRUST_INFORMATION");
_Static_assert(sizeof(struct forest_trust_record) == sizeof(LSA_FOREST_TRUST_RECORD),
               "LSA_FOREST_TRUST_RECORD");
#define SAME_PLACE(member, api_member)                                                             \
    _Static_assert(offsetof(struct forest_trust_record, member) ==                                 \
                       offsetof(LSA_FOREST_TRUST_RECORD, api_member),                              \
                   #api_member)
SAME_PLACE(time, Time);
SAME_PLACE(data.top_level_name.units, ForestTrustData.TopLevelName.Buffer);
SAME_PLACE(data.domain_info.dns_name.units, ForestTrustData.DomainInfo.DnsName.Buffer);
SAME_PLACE(data.domain_info.netbios_name, ForestTrustData.DomainInfo.NetbiosName);
SAME_PLACE(data.binary.data, ForestTrustData.Data.Buffer);

/* A computer of the domain that is asked about: for this one, which is no controller, a controller of
 * its domain. */
static DWORD find_member(const WCHAR *server, struct target *target)
{
    const struct dc_request request = { .flags = 0 };
    struct dc_info controller;
    DWORD status = target_from_name(server, target);

    if (status || !target->is_this_computer)
    {
        return status;
    }
    status = dc_find(&request, &controller);
    if (!status)
    {
        status = target_parse(utf16_from_name(&controller.controller), target);
    }
    return status && status != ERROR_NOT_ENOUGH_MEMORY ? ERROR_NO_LOGON_SERVERS : status;
}

/* ---- DsEnumerateDomainTrusts ----------------------------------------------------------------- */

static DWORD enumerate_trusts(const WCHAR *server, ULONG flags, directory_text make, void **domains,
                              ULONG *count)
{
    struct target target;
    uint32_t found = 0;
    DWORD status = ERROR_SUCCESS;

    if (!api_list_begin(domains, count))
    {
        return ERROR_INVALID_PARAMETER;
    }
    if (flags & ~(ULONG)DS_DOMAIN_VALID_FLAGS)
    {
        return ERROR_INVALID_FLAGS;
    }
    status = find_member(server, &target);
    if (!status)
    {
        status = trusts_enumerate(&target, flags, make, &found, domains);
        *count = found;
    }
    return status;
}

DWORD WINAPI DsEnumerateDomainTrustsW(LPWSTR ServerName, ULONG Flags, PDS_DOMAIN_TRUSTSW *Domains,
                                      PULONG DomainCount)
{
    return enumerate_trusts(ServerName, Flags, directory_text_wide, (void **)Domains, DomainCount);
}

DWORD WINAPI DsEnumerateDomainTrustsA(LPSTR ServerName, ULONG Flags, PDS_DOMAIN_TRUSTSA *Domains,
                                      PULONG DomainCount)
{
    WCHAR *server = NULL;
    DWORD status = ERROR_NOT_ENOUGH_MEMORY;

    api_list_begin((void **)Domains, DomainCount);
    if (api_text_widen(ServerName, &server))
    {
        status =
            enumerate_trusts(server, Flags, directory_text_ansi, (void **)Domains, DomainCount);
    }
    platform_api_free(server);
    return status;
}

/* ---- NetEnumerateTrustedDomains -------------------------------------------------------------- */

/* [MS-ERREF] 2.3: those for which there is one, and the rest with the facility of Win32. */
static NTSTATUS ntstatus_from_win32(DWORD status)
{
    static const struct
    {
        DWORD win32;
        DWORD ntstatus;
    } map[] = {
        { ERROR_SUCCESS, 0 },
        { ERROR_ACCESS_DENIED, 0xC0000022 },     /* STATUS_ACCESS_DENIED */
        { ERROR_NOT_ENOUGH_MEMORY, 0xC0000017 }, /* STATUS_NO_MEMORY */
        { ERROR_NOT_SUPPORTED, 0xC00000BB },     /* STATUS_NOT_SUPPORTED */
        { ERROR_BAD_NETPATH, 0xC00000BE },       /* STATUS_BAD_NETWORK_PATH */
        { ERROR_INVALID_PARAMETER, 0xC000000D }, /* STATUS_INVALID_PARAMETER */
        { ERROR_SEM_TIMEOUT, 0xC00000B5 },       /* STATUS_IO_TIMEOUT */
        { ERROR_NO_LOGON_SERVERS, 0xC000005E },  /* STATUS_NO_LOGON_SERVERS */
    };

    for (size_t i = 0; i < ARRAYSIZE(map); i++)
    {
        if (map[i].win32 == status)
        {
            return (NTSTATUS)map[i].ntstatus;
        }
    }
    return (NTSTATUS)(0xC0070000 | (status & 0xFFFF)); /* NTSTATUS_FROM_WIN32 */
}

NTSTATUS WINAPI NetEnumerateTrustedDomains(LPWSTR ServerName, LPWSTR *DomainNames)
{
    struct target target;
    uint32_t ntstatus = 0;
    DWORD status = ERROR_INVALID_PARAMETER;

    if (DomainNames)
    {
        *DomainNames = NULL;
        status = find_member(ServerName, &target);
    }
    if (!status)
    {
        status = trusts_get_names(&target, &ntstatus, (void **)DomainNames);
    }
    return status && ntstatus ? (NTSTATUS)ntstatus : ntstatus_from_win32(status);
}

/* ---- DsGetForestTrustInformation ------------------------------------------------------------- */

DWORD WINAPI DsGetForestTrustInformationW(LPCWSTR ServerName, LPCWSTR TrustedDomainName,
                                          DWORD Flags,
                                          PLSA_FOREST_TRUST_INFORMATION *ForestTrustInfo)
{
    struct target target;
    DWORD status = ERROR_SUCCESS;

    if (!ForestTrustInfo)
    {
        return ERROR_INVALID_PARAMETER;
    }
    *ForestTrustInfo = NULL;
    if (Flags & ~(DWORD)DS_GFTI_VALID_FLAGS)
    {
        return ERROR_INVALID_FLAGS;
    }
    if (Flags & DS_GFTI_UPDATE_TDO && !TrustedDomainName)
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = target_from_name(ServerName, &target);
    if (status)
    {
        return status;
    }
    /* This computer is no domain controller. */
    return target.is_this_computer ? ERROR_NOT_SUPPORTED
                                   : trusts_get_forest(&target, slice_w(TrustedDomainName), Flags,
                                                       (void **)ForestTrustInfo);
}
