/*
 * The flags of users that the API and sources speak of: lmaccess.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/accounts/user_flags.h"

#include <stddef.h>

uint32_t user_types_of_filter(uint32_t filter)
{
    static const struct
    {
        uint32_t filter; /* FILTER_ */
        uint32_t type;
    } types[] = {
        { 0x01, UF_TEMP_DUPLICATE_ACCOUNT },    { 0x02, UF_NORMAL_ACCOUNT },
        { 0x08, UF_INTERDOMAIN_TRUST_ACCOUNT }, { 0x10, UF_WORKSTATION_TRUST_ACCOUNT },
        { 0x20, UF_SERVER_TRUST_ACCOUNT },
    };
    uint32_t named = filter ? 0 : UF_ACCOUNT_TYPE_MASK;

    for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
    {
        named |= filter & types[i].filter ? types[i].type : 0;
    }
    return named;
}

uint32_t user_flags_complete(uint32_t flags)
{
    return flags & UF_ACCOUNT_TYPE_MASK ? flags : flags | UF_NORMAL_ACCOUNT;
}
