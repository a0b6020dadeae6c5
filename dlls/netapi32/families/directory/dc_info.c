/*
 * What is known of a domain controller, and the structure in which callers get it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/directory/dc_info.h"

#include <dsgetdc.h>
#include <stddef.h>
#include <string.h>

#include "platform/platform.h"

_Static_assert(sizeof(DOMAIN_CONTROLLER_INFOA) == sizeof(DOMAIN_CONTROLLER_INFOW), "one layout");

/* Where the strings of enum dc_text are. */
static const size_t text_offsets[DC_TEXT_COUNT] = {
    [DC_NAME] = offsetof(DOMAIN_CONTROLLER_INFOW, DomainControllerName),
    [DC_ADDRESS] = offsetof(DOMAIN_CONTROLLER_INFOW, DomainControllerAddress),
    [DC_DOMAIN] = offsetof(DOMAIN_CONTROLLER_INFOW, DomainName),
    [DC_FOREST] = offsetof(DOMAIN_CONTROLLER_INFOW, DnsForestName),
    [DC_SITE] = offsetof(DOMAIN_CONTROLLER_INFOW, DcSiteName),
    [DC_CLIENT_SITE] = offsetof(DOMAIN_CONTROLLER_INFOW, ClientSiteName),
};

/* The bytes that a string takes, with its terminator. */
static size_t text_size(const WCHAR *text, BOOL is_wide)
{
    if (!text)
    {
        return 0;
    }
    return is_wide ? (wcslen(text) + 1) * sizeof(*text)
                   : (size_t)WideCharToMultiByte(CP_ACP, 0, text, -1, NULL, 0, NULL, NULL);
}

static void place_text(const WCHAR *text, BOOL is_wide, BYTE *place, size_t size)
{
    if (is_wide)
    {
        memcpy(place, text, size);
    }
    else
    {
        WideCharToMultiByte(CP_ACP, 0, text, -1, (char *)place, (int)size, NULL, NULL);
    }
}

DWORD dc_info_pack(const struct dc_info *info, BOOL is_wide, void **buffer)
{
    size_t size = sizeof(DOMAIN_CONTROLLER_INFOW);
    DOMAIN_CONTROLLER_INFOW *packed = NULL;
    BYTE *place = NULL;

    for (size_t i = 0; i < DC_TEXT_COUNT; i++)
    {
        size += text_size(info->texts[i], is_wide);
    }
    packed = platform_api_allocate(size);
    if (!packed)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    memset(packed, 0, sizeof(*packed));
    packed->DomainControllerAddressType = info->address_type;
    packed->DomainGuid = info->domain_guid;
    packed->Flags = info->flags;
    place = (BYTE *)(packed + 1);
    for (size_t i = 0; i < DC_TEXT_COUNT; i++)
    {
        if (info->texts[i])
        {
            size = text_size(info->texts[i], is_wide);
            place_text(info->texts[i], is_wide, place, size);
            memcpy((BYTE *)packed + text_offsets[i], &place, sizeof(place));
            place += size;
        }
    }
    *buffer = packed;
    return ERROR_SUCCESS;
}
