/*
 * The structure in which callers get what is known of a domain controller.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/directory/dc_pack.h"

#include <dsgetdc.h>
#include <stddef.h>
#include <string.h>
#include <wchar.h>

#include "platform/platform.h"

_Static_assert(sizeof(DOMAIN_CONTROLLER_INFOA) == sizeof(DOMAIN_CONTROLLER_INFOW), "one layout");
_Static_assert(sizeof(GUID) == DC_GUID_SIZE, "as on the wire");

#define TEXT_MAX (2 + NAME_LENGTH_MAX + 1)

/* Where the strings are, on both sides; names of computers have backslashes in front. */
static const struct text
{
    size_t from;
    size_t to;
    BOOL is_computer;
} texts[] = {
    { offsetof(struct dc_info, controller), offsetof(DOMAIN_CONTROLLER_INFOW, DomainControllerName),
      TRUE },
    { offsetof(struct dc_info, address), offsetof(DOMAIN_CONTROLLER_INFOW, DomainControllerAddress),
      TRUE },
    { offsetof(struct dc_info, domain), offsetof(DOMAIN_CONTROLLER_INFOW, DomainName), FALSE },
    { offsetof(struct dc_info, forest), offsetof(DOMAIN_CONTROLLER_INFOW, DnsForestName), FALSE },
    { offsetof(struct dc_info, site), offsetof(DOMAIN_CONTROLLER_INFOW, DcSiteName), FALSE },
    { offsetof(struct dc_info, client_site), offsetof(DOMAIN_CONTROLLER_INFOW, ClientSiteName),
      FALSE },
};

/* The string with its terminator, as it is given out. FALSE for one that is not known. */
static BOOL take_text(const struct dc_info *info, const struct text *text, WCHAR taken[TEXT_MAX])
{
    const struct utf16_name *name = (const void *)((const BYTE *)info + text->from);
    const size_t slashes = text->is_computer ? 2 : 0;

    taken[0] = taken[1] = '\\';
    memcpy(taken + slashes, name->units, (name->length + 1) * sizeof(*taken));
    return name->length != 0;
}

static size_t text_size(const WCHAR *text, BOOL is_wide)
{
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
    WCHAR text[TEXT_MAX];

    for (size_t i = 0; i < ARRAYSIZE(texts); i++)
    {
        size += take_text(info, &texts[i], text) ? text_size(text, is_wide) : 0;
    }
    packed = platform_api_allocate(size);
    *buffer = packed;
    if (!packed)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    memset(packed, 0, sizeof(*packed));
    packed->DomainControllerAddressType = info->address_type;
    memcpy(&packed->DomainGuid, info->domain_guid, sizeof(packed->DomainGuid));
    packed->Flags = info->flags;
    place = (BYTE *)(packed + 1);
    for (size_t i = 0; i < ARRAYSIZE(texts); i++)
    {
        if (take_text(info, &texts[i], text))
        {
            size = text_size(text, is_wide);
            place_text(text, is_wide, place, size);
            memcpy((BYTE *)packed + texts[i].to, &place, sizeof(place));
            place += size;
        }
    }
    return ERROR_SUCCESS;
}
