/*
 * SIDs.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_ACCOUNTS_SID_H
#define NETAPI32_ACCOUNTS_SID_H

#include <windows.h>

#include "levels/level.h"

/* A SID kept by value. */
struct sid_value
{
    BYTE bytes[SECURITY_MAX_SID_SIZE];
};

/* A SID as bytes of its length; absent for NULL or for what is none. */
struct info_bytes sid_bytes(const void *sid);
/* ERROR_INVALID_MEMBER for what is none. */
DWORD sid_copy(const void *sid, struct sid_value *value);
/* `domain` with one more relative identifier. */
struct info_bytes sid_with_relative_id(struct info_bytes domain, uint32_t relative_id,
                                       struct sid_value *value);
/* S-1-5-32-`relative_id` */
struct info_bytes sid_built_in(uint32_t relative_id, struct sid_value *value);
uint32_t sid_relative_id(struct info_bytes sid);

#endif
