/*
 * Domains that trust each other.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/directory/trusts.h"

#include <string.h>

#include "base/status.h"
#include "families/directory/forest_trust.h"
#include "families/directory/netlogon_call.h"
#include "levels/directory_levels.h"
#include "platform/platform.h"
#include "rpc/netlogon.h"

/* dsgetdc.h */
#define DS_DOMAIN_DIRECT_OUTBOUND 0x0002

/* ---- DsEnumerateDomainTrusts ----------------------------------------------------------------- */

static bool make_row(const struct netlogon_domain_trust *trust, directory_text make,
                     struct arena *arena, struct domain_trust *row)
{
    *row = (struct domain_trust){
        .flags = trust->flags,
        .parent_index = trust->parent_index,
        .trust_type = trust->trust_type,
        .trust_attributes = trust->trust_attributes,
        .domain_sid = { trust->domain_sid.data, trust->domain_sid.size },
    };
    memcpy(row->domain_guid, trust->domain_guid, sizeof(row->domain_guid));
    return make(arena, trust->netbios_domain_name, &row->netbios_domain_name) &&
           make(arena, trust->dns_domain_name, &row->dns_domain_name);
}

static uint32_t pack_trusts(const struct netlogon_domain_trusts *trusts, directory_text make,
                            struct info_buffer *packed)
{
    struct arena arena = { 0 };
    struct domain_trust *rows = arena_array(&arena, trusts->count, sizeof(*rows));
    uint32_t status = rows ? ERROR_SUCCESS : ERROR_NOT_ENOUGH_MEMORY;

    for (uint32_t i = 0; !status && i < trusts->count; i++)
    {
        status = make_row(&trusts->domains[i], make, &arena, &rows[i]) ? ERROR_SUCCESS
                                                                       : ERROR_NOT_ENOUGH_MEMORY;
    }
    if (!status)
    {
        status = info_pack(&domain_trust_family, info_find_level(&domain_trust_family, 0),
                           &(const struct info_rows){ rows, trusts->count }, packed);
    }
    arena_free(&arena);
    return status;
}

uint32_t trusts_enumerate(const struct target *target, uint32_t flags, directory_text make,
                          uint32_t *count, void **buffer)
{
    struct netlogon_enumerate_trusts parameters = { .flags = flags };
    struct info_buffer packed = { .buffer = NULL };
    struct netlogon_call call;
    uint32_t status =
        netlogon_call(&call, target, &netlogon_interface, DSR_ENUMERATE_DOMAIN_TRUSTS, &parameters);

    if (!status && parameters.trusts.count && !parameters.trusts.domains)
    {
        status = RPC_X_BAD_STUB_DATA;
    }
    if (!status)
    {
        status = pack_trusts(&parameters.trusts, make, &packed);
    }
    netlogon_call_end(&call);
    *count = packed.entries;
    *buffer = packed.buffer;
    return status;
}

/* ---- NetEnumerateTrustedDomains -------------------------------------------------------------- */

/* Whether the bytes are terminated strings and a terminator. A list of none is one terminator, or
 * two. */
static bool is_list_of_names(struct bytes names)
{
    const struct utf16_slice text = { names.data, names.size / sizeof(uint16_t) };

    return names.size % sizeof(uint16_t) == 0 && text.length &&
           !utf16_unit(text, text.length - 1) &&
           (text.length == 1 || !utf16_unit(text, text.length - 2));
}

/* Two terminators more do no harm, and make a list of one that is empty. */
#define TERMINATORS_SIZE (2 * sizeof(uint16_t))

static uint32_t copy_names(struct bytes names, void **buffer)
{
    uint8_t *copy = platform_api_allocate(names.size + TERMINATORS_SIZE);

    if (!copy)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    if (names.size)
    {
        memcpy(copy, names.data, names.size);
    }
    memset(copy + names.size, 0, TERMINATORS_SIZE);
    *buffer = copy;
    return ERROR_SUCCESS;
}

/* Samba has no such method. What it is told to give is the names of what another method lists. */
static uint32_t names_of(const struct netlogon_domain_trusts *trusts, void **buffer)
{
    struct writer names = { 0 };
    uint32_t status = ERROR_SUCCESS;

    for (uint32_t i = 0; i < trusts->count; i++)
    {
        const struct utf16_slice name = trusts->domains[i].netbios_domain_name;

        if (name.length)
        {
            writer_bytes(&names, name.units, name.length * sizeof(uint16_t));
            writer_u16(&names, 0);
        }
    }
    status = names.failed ? ERROR_NOT_ENOUGH_MEMORY
                          : copy_names((struct bytes){ names.data, names.size }, buffer);
    writer_free(&names);
    return status;
}

static uint32_t get_names_of_trusts(struct netlogon_call *call, void **buffer)
{
    struct netlogon_enumerate_trusts parameters = { .flags = DS_DOMAIN_DIRECT_OUTBOUND };
    uint32_t status =
        netlogon_call_again(call, &netlogon_interface, DSR_ENUMERATE_DOMAIN_TRUSTS, &parameters);

    if (!status && parameters.trusts.count && !parameters.trusts.domains)
    {
        status = RPC_X_BAD_STUB_DATA;
    }
    return status ? status : names_of(&parameters.trusts, buffer);
}

uint32_t trusts_get_names(const struct target *target, uint32_t *ntstatus, void **buffer)
{
    struct netlogon_enumerate_trusted_domains parameters = { .server = { NULL, 0 } };
    struct netlogon_call call;
    uint32_t status = netlogon_call(&call, target, &netlogon_interface,
                                    NETR_ENUMERATE_TRUSTED_DOMAINS, &parameters);

    *ntstatus = parameters.result;
    *buffer = NULL;
    if (!status && parameters.result)
    {
        /* The specification lists Win32 codes, which are no errors as NTSTATUS. */
        status = remote_result(&call.remote, parameters.result, parameters.result);
        *ntstatus = STATUS_SUCCESS;
    }
    if (!status && parameters.names.names.size && !is_list_of_names(parameters.names.names))
    {
        status = RPC_X_BAD_STUB_DATA;
    }
    if (!status)
    {
        status = copy_names(parameters.names.names, buffer);
    }
    if (call.remote.lacks_operation)
    {
        status = get_names_of_trusts(&call, buffer);
    }
    netlogon_call_end(&call);
    return status;
}

/* ---- DsGetForestTrustInformation ------------------------------------------------------------- */

uint32_t trusts_get_forest(const struct target *target, struct utf16_slice domain, uint32_t flags,
                           void **buffer)
{
    struct netlogon_get_forest_trust parameters = { .trusted_domain_name = domain, .flags = flags };
    struct netlogon_call call;
    uint32_t status = netlogon_call(&call, target, &netlogon_interface,
                                    DSR_GET_FOREST_TRUST_INFORMATION, &parameters);

    *buffer = NULL;
    if (!status && !parameters.information)
    {
        status = RPC_X_BAD_STUB_DATA;
    }
    if (!status)
    {
        status = forest_trust_pack(parameters.information, buffer);
    }
    netlogon_call_end(&call);
    return status;
}
