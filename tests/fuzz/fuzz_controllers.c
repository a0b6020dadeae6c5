/*
 * Fuzz target: the search for a domain controller, of whatever name servers and controllers answer.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The input: what is asked for, once, again after a while, and something else, so that later requests can
 * be answered with what was found before; and what the network does (support/fuzzed_network.h).
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/status.h"
#include "families/directory/dc_cache.h"
#include "families/directory/dc_find.h"
#include "families/directory/dc_flags.h"
#include "families/directory/dc_list.h"
#include "families/directory/dc_requirements.h"
#include "platform/platform.h"
#include "platform/posix.h"
#include "support/fixed_platform.h"
#include "support/fuzzed_network.h"

#define HAS_SITE     0x01
#define HAS_ACCOUNT  0x02
#define HAS_GUID     0x04
#define HAS_DOMAIN   0x08
#define LISTS        0x10
#define AGAIN        0x20
#define CONFIGURED   0x40
#define ANOTHER      0x80
#define AGE_UNIT     500000 /* ms */
#define SERVICES_MAX 64

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds)
    {
        abort();
    }
}

static void configure(bool has_address)
{
    static int configured = -1;

    if (configured != has_address)
    {
        posix_config_clear();
        posix_config_set(NULL, "NameServers", "192.0.2.53 2001:db8::53");
        posix_config_set(NULL, "DomainMembership", "BED/bed.example");
        if (has_address)
        {
            posix_config_set("bed.example", "Address", "192.0.2.9");
        }
        configured = has_address;
    }
}

static void check_name(const struct utf16_name *name)
{
    require(name->length <= NAME_LENGTH_MAX && !name->units[name->length]);
}

static void check_info(const struct dc_request *request, const struct dc_info *info)
{
    check_name(&info->controller);
    check_name(&info->address);
    check_name(&info->domain);
    check_name(&info->forest);
    check_name(&info->site);
    check_name(&info->client_site);
    require(info->controller.length && info->domain.length);
    require(dc_flags_fit(info->flags, dc_flags_of_requirements(request->flags)) != DC_UNFIT);
}

static void find(struct fuzz_input *input, uint8_t manner, const uint8_t *guid)
{
    static const uint32_t common_flags[] = { 0,
                                             DS_IS_DNS_NAME,
                                             DS_IS_FLAT_NAME,
                                             DS_RETURN_DNS_NAME,
                                             DS_FORCE_REDISCOVERY,
                                             DS_PDC_REQUIRED,
                                             DS_GC_SERVER_REQUIRED,
                                             DS_KDC_REQUIRED,
                                             DS_TRY_NEXTCLOSEST_SITE };
    const uint8_t which = fuzz_u8(input);
    struct dc_request request = {
        .flags = which < 0xF0 ? common_flags[which % (sizeof(common_flags) / sizeof(uint32_t))]
                              : fuzz_u32(input),
        .domain_guid = manner & HAS_GUID ? guid : NULL,
    };
    struct dc_info info;

    if (manner & HAS_DOMAIN)
    {
        request.domain = fuzz_text(input);
    }
    if (manner & HAS_SITE)
    {
        request.site = fuzz_text(input);
    }
    if (manner & HAS_ACCOUNT)
    {
        request.account = fuzz_text(input);
        request.account_control = fuzz_u16(input);
    }
    if (dc_request_check(&request))
    {
        return;
    }
    if (!dc_find(&request, &info))
    {
        check_info(&request, &info);
    }
    if (manner & AGAIN)
    {
        fixed_platform_pass((uint64_t)fuzz_u8(input) * AGE_UNIT);
        request.flags |= fuzz_u8(input) == 1 ? DS_BACKGROUND_ONLY : 0;
        if (!dc_request_check(&request) && !dc_find(&request, &info))
        {
            check_info(&request, &info);
        }
    }
}

static void list(struct fuzz_input *input, uint8_t manner, const uint8_t *guid)
{
    struct dc_list_request request = {
        .domain = fuzz_text(input),
        .options = fuzz_u8(input) & 3u,
        .flags = fuzz_u8(input),
        .domain_guid = manner & HAS_GUID ? guid : NULL,
        .forest = guid && manner & HAS_GUID ? fuzz_text(input) : (struct utf16_slice){ NULL, 0 },
    };
    struct dc_list *opened = NULL;
    uint32_t status = ERROR_SUCCESS;

    if (manner & HAS_SITE)
    {
        request.site = fuzz_text(input);
    }
    if (dc_list_open(&request, &opened))
    {
        require(!opened);
        return;
    }
    for (size_t i = 0; i < SERVICES_MAX && (!status || status == ERROR_FILEMARK_DETECTED); i++)
    {
        struct dns_service *service = NULL;

        status = dc_list_next(opened, &service);
        if (!status)
        {
            dc_list_find_addresses(opened, service);
            require(service->address_count <= DNS_ADDRESSES_MAX);
        }
    }
    dc_list_close(opened);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const uint8_t guid[NETLOGON_GUID_SIZE] = { 0xAB, 0xCD };
    struct fuzz_input input = fuzz_input_over(data, size);
    const uint8_t manner = fuzz_u8(&input);

    fixed_platform_reset(1);
    configure(manner & CONFIGURED);
    dc_cache_forget();
    fuzzed_network_set(&input);
    if (manner & LISTS)
    {
        list(&input, manner, guid);
    }
    else
    {
        find(&input, manner, guid);
    }
    if (manner & ANOTHER)
    {
        find(&input, fuzz_u8(&input), guid);
    }
    require(fuzzed_network_is_closed());
    dc_cache_forget();
    fuzz_input_free(&input);
    return 0;
}
