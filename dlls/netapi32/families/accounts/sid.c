/*
 * SIDs.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/accounts/sid.h"

#include <string.h>

struct info_bytes sid_bytes(const void *sid)
{
    if (!sid || !IsValidSid((PSID)sid))
    {
        return (struct info_bytes){ NULL, 0 };
    }
    return (struct info_bytes){ sid, GetLengthSid((PSID)sid) };
}

DWORD sid_copy(const void *sid, struct sid_value *value)
{
    struct info_bytes bytes = sid_bytes(sid);

    if (!bytes.data)
    {
        return ERROR_INVALID_MEMBER;
    }
    memcpy(value->bytes, bytes.data, bytes.size);
    return ERROR_SUCCESS;
}

struct info_bytes sid_with_relative_id(struct info_bytes domain, uint32_t relative_id,
                                       struct sid_value *value)
{
    BYTE *count = NULL;

    memcpy(value->bytes, domain.data, domain.size);
    count = GetSidSubAuthorityCount(value->bytes);
    *count += 1;
    *GetSidSubAuthority(value->bytes, *count - 1u) = relative_id;
    return sid_bytes(value->bytes);
}

struct info_bytes sid_built_in(uint32_t relative_id, struct sid_value *value)
{
    static const SID built_in = {
        SID_REVISION, 1, { SECURITY_NT_AUTHORITY }, { SECURITY_BUILTIN_DOMAIN_RID }
    };

    return sid_with_relative_id(sid_bytes(&built_in), relative_id, value);
}

uint32_t sid_relative_id(struct info_bytes sid)
{
    PSID bytes = (PSID)sid.data;

    return *GetSidSubAuthority(bytes, *GetSidSubAuthorityCount(bytes) - 1u);
}
