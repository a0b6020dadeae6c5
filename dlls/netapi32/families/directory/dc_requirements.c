/*
 * What a caller of DsGetDcName() demands of a controller, and whether one has it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/directory/dc_requirements.h"

#include <stddef.h>

#include "families/directory/dc_flags.h"

/* What is required, and the flags of which a controller then has to have one. */
static const struct
{
    uint32_t required;
    uint32_t any_of;
} requirements[] = {
    { DS_DIRECTORY_SERVICE_REQUIRED, DS_DS_FLAG },
    { DS_GC_SERVER_REQUIRED, DS_GC_FLAG },
    { DS_PDC_REQUIRED, DS_PDC_FLAG },
    { DS_KDC_REQUIRED, DS_KDC_FLAG },
    { DS_TIMESERV_REQUIRED, DS_TIMESERV_FLAG },
    { DS_WRITABLE_REQUIRED, DS_WRITABLE_FLAG },
    { DS_ONLY_LDAP_NEEDED, DS_LDAP_FLAG },
    { DS_DIRECTORY_SERVICE_6_REQUIRED,
      DS_SELECT_SECRET_DOMAIN_6_FLAG | DS_FULL_SECRET_DOMAIN_6_FLAG },
    { DS_WEB_SERVICE_REQUIRED, DS_WS_FLAG },
    { DS_DIRECTORY_SERVICE_8_REQUIRED,
      DS_DS_8_FLAG | DS_DS_9_FLAG | DS_DS_10_FLAG | DS_DS_13_FLAG },
    { DS_DIRECTORY_SERVICE_9_REQUIRED, DS_DS_9_FLAG | DS_DS_10_FLAG | DS_DS_13_FLAG },
    { DS_DIRECTORY_SERVICE_10_REQUIRED, DS_DS_10_FLAG | DS_DS_13_FLAG },
    { DS_KEY_LIST_SUPPORT_REQUIRED, DS_KEY_LIST_FLAG },
    { DS_DIRECTORY_SERVICE_13_REQUIRED, DS_DS_13_FLAG },
};

static const struct
{
    uint32_t preferred;
    uint32_t flag;
} preferences[] = {
    { DS_DIRECTORY_SERVICE_PREFERRED, DS_DS_FLAG },
    { DS_GOOD_TIMESERV_PREFERRED, DS_GOOD_TIMESERV_FLAG },
};

/* Those that require and prefer nothing. */
#define OTHER_FLAGS                                                                                \
    (DS_FORCE_REDISCOVERY | DS_BACKGROUND_ONLY | DS_IP_REQUIRED | DS_AVOID_SELF |                  \
     DS_IS_FLAT_NAME | DS_IS_DNS_NAME | DS_TRY_NEXTCLOSEST_SITE | DS_RETURN_DNS_NAME |             \
     DS_RETURN_FLAT_NAME)

/* Flags of which at most one may be given. */
static const uint32_t exclusive_flags[] = {
    DS_GC_SERVER_REQUIRED | DS_PDC_REQUIRED | DS_KDC_REQUIRED,
    DS_IS_FLAT_NAME | DS_IS_DNS_NAME,
    DS_RETURN_FLAT_NAME | DS_RETURN_DNS_NAME,
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

uint32_t dc_flags_of_requirements(uint32_t flags)
{
    uint32_t known = 0;

    for (size_t i = 0; i < COUNT(requirements); i++)
    {
        known |= requirements[i].required;
    }
    for (size_t i = 0; i < COUNT(preferences); i++)
    {
        known |= preferences[i].preferred;
    }
    return flags & known;
}

bool dc_flags_are_valid(uint32_t flags, struct utf16_slice site)
{
    if (flags & ~(OTHER_FLAGS | dc_flags_of_requirements(UINT32_MAX)))
    {
        return false;
    }
    for (size_t i = 0; i < COUNT(exclusive_flags); i++)
    {
        const uint32_t given = flags & exclusive_flags[i];

        if (given & (given - 1))
        {
            return false;
        }
    }
    return !(flags & DS_TRY_NEXTCLOSEST_SITE) || !site.length;
}

uint32_t dc_flags_effective(uint32_t flags)
{
    if (flags & DS_ONLY_LDAP_NEEDED)
    {
        flags &=
            ~(DS_PDC_REQUIRED | DS_TIMESERV_REQUIRED | DS_GOOD_TIMESERV_PREFERRED |
              DS_DIRECTORY_SERVICE_PREFERRED | DS_DIRECTORY_SERVICE_REQUIRED | DS_KDC_REQUIRED);
    }
    if (flags & (DS_PDC_REQUIRED | DS_RETURN_FLAT_NAME))
    {
        flags &= ~DS_TRY_NEXTCLOSEST_SITE;
    }
    return flags;
}

enum dc_fit dc_flags_fit(uint32_t controller_flags, uint32_t flags)
{
    for (size_t i = 0; i < COUNT(requirements); i++)
    {
        if (flags & requirements[i].required && !(controller_flags & requirements[i].any_of))
        {
            return DC_UNFIT;
        }
    }
    for (size_t i = 0; i < COUNT(preferences); i++)
    {
        if (flags & preferences[i].preferred && !(controller_flags & preferences[i].flag))
        {
            return DC_FIT;
        }
    }
    return DC_PREFERRED;
}
