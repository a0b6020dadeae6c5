/*
 * Shares: SHARE_INFO_*.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "families/share_family.h"

#include <stdbool.h>
#include <lmcons.h>
#include <lmerr.h>
#include <lmshare.h>

#include "families/family.h"

#define TYPE_BITS 0xff

const struct word share_types[] = {
    { TYPE_BITS, STYPE_DISKTREE, L"disk" },
    { TYPE_BITS, STYPE_PRINTQ, L"printer" },
    { TYPE_BITS, STYPE_DEVICE, L"device" },
    { TYPE_BITS, STYPE_IPC, L"IPC" },
    /* [MS-SRVS] 2.2.2.4 */
    BITS(0x02000000, L"cluster"),
    BITS(0x04000000, L"scale-out cluster"),
    BITS(0x08000000, L"DFS in a cluster"),
    BITS(STYPE_TEMPORARY, L"temporary"),
    BITS(STYPE_SPECIAL, L"special"),
    { 0 },
};

static const struct word share_flags[] = {
    BITS(SHI1005_FLAGS_DFS, L"DFS"),
    BITS(SHI1005_FLAGS_DFS_ROOT, L"DFS root"),
    { CSC_MASK, CSC_CACHE_MANUAL_REINT, L"manual caching" },
    { CSC_MASK, CSC_CACHE_AUTO_REINT, L"automatic caching" },
    { CSC_MASK, CSC_CACHE_VDO, L"programs cached" },
    { CSC_MASK, CSC_CACHE_NONE, L"no caching" },
    BITS(SHI1005_FLAGS_RESTRICT_EXCLUSIVE_OPENS, L"no exclusive opens"),
    BITS(SHI1005_FLAGS_FORCE_SHARED_DELETE, L"shared delete"),
    BITS(SHI1005_FLAGS_ALLOW_NAMESPACE_CACHING, L"names cached"),
    BITS(SHI1005_FLAGS_ACCESS_BASED_DIRECTORY_ENUM, L"access-based"),
    { 0 },
};

static const struct field share_fields_0[] = {
    FIELD(SHARE_INFO_0, shi0_netname, L"Share", FIELD_STRING),
};

static const struct field share_fields_1[] = {
    FIELD(SHARE_INFO_1, shi1_netname, L"Share", FIELD_STRING),
    FIELD(SHARE_INFO_1, shi1_type, L"Type", FIELD_WORDS, .words = share_types),
    FIELD(SHARE_INFO_1, shi1_remark, L"Remark", FIELD_STRING),
};

/* Permissions and passwords are of servers that had a password for each share; a password is nothing
 * to show. */
#define NAME_FIELDS(structure, prefix)                                                             \
    FIELD(structure, prefix##_netname, L"Share", FIELD_STRING),                                    \
        FIELD(structure, prefix##_type, L"Type", FIELD_WORDS, .words = share_types)
#define USE_FIELDS(structure, prefix)                                                              \
    FIELD(structure, prefix##_current_uses, L"Users", FIELD_USES,                                  \
          .other = offsetof(structure, prefix##_max_uses)),                                        \
        FIELD(structure, prefix##_max_uses, NULL, FIELD_NUMBER)
#define PATH_FIELDS(structure, prefix)                                                             \
    FIELD(structure, prefix##_permissions, NULL, FIELD_NUMBER),                                    \
        FIELD(structure, prefix##_path, L"Path", FIELD_STRING),                                    \
        FIELD(structure, prefix##_remark, L"Remark", FIELD_STRING)

static const struct field share_fields_2[] = {
    NAME_FIELDS(SHARE_INFO_2, shi2),
    USE_FIELDS(SHARE_INFO_2, shi2),
    PATH_FIELDS(SHARE_INFO_2, shi2),
};

static const struct field share_fields_501[] = {
    FIELD(SHARE_INFO_501, shi501_netname, L"Share", FIELD_STRING),
    FIELD(SHARE_INFO_501, shi501_type, L"Type", FIELD_WORDS, .words = share_types),
    FIELD(SHARE_INFO_501, shi501_flags, L"Flags", FIELD_WORDS, .words = share_flags),
    FIELD(SHARE_INFO_501, shi501_remark, L"Remark", FIELD_STRING),
};

static const struct field share_fields_502[] = {
    NAME_FIELDS(SHARE_INFO_502, shi502),
    USE_FIELDS(SHARE_INFO_502, shi502),
    PATH_FIELDS(SHARE_INFO_502, shi502),
    FIELD(SHARE_INFO_502, shi502_security_descriptor, L"Security", FIELD_SECURITY),
};

/* Level 502 of a server that makes the number of users up. */
static const struct field share_fields_502_meant[] = {
    NAME_FIELDS(SHARE_INFO_502, shi502),
    PATH_FIELDS(SHARE_INFO_502, shi502),
    FIELD(SHARE_INFO_502, shi502_security_descriptor, L"Security", FIELD_SECURITY),
};

static const struct level share_levels[] = {
    LEVEL(0, SHARE_INFO_0, share_fields_0),       LEVEL(1, SHARE_INFO_1, share_fields_1),
    LEVEL(2, SHARE_INFO_2, share_fields_2),       LEVEL(501, SHARE_INFO_501, share_fields_501),
    LEVEL(502, SHARE_INFO_502, share_fields_502),
};

static const struct level share_level_502_meant =
    LEVEL(502, SHARE_INFO_502, share_fields_502_meant);

/* Samba has one user of each share at this level, and no limit, whatever it says at level 2. */
static void share_review(struct listing *listing)
{
    bool all = listing->count > 1 && listing->level->number == 502;

    for (size_t i = 0; all && i < listing->count; i++)
    {
        const SHARE_INFO_502 *share = listing_record(listing, i);

        all = share->shi502_current_uses == 1 && share->shi502_max_uses == SHI_USES_UNLIMITED;
    }
    if (all)
    {
        listing->level = &share_level_502_meant;
        listing->origin = L"how many use them, this server says at level 2 only";
    }
}

static DWORD share_enumerate(struct api_call *call)
{
    return NetShareEnum(call->server, call->level, &call->buffer, MAX_PREFERRED_LENGTH,
                        &call->count, &call->total, &call->resume.number);
}

const struct family share_family = {
    .records = { RECORDS(L"share", L"shares", share_levels), .keys = { L"Share" } },
    .level = 2,
    .level_for_all = 1,
    .enumerate = share_enumerate,
    .review = share_review,
};

DWORD share_get(struct api_call *call)
{
    return call_count_one(
        call, NetShareGetInfo(call->server, call->names[0], call->level, &call->buffer));
}

DWORD share_add(struct api_call *call)
{
    return NetShareAdd(call->server, 2, call->info, &call->wrong_parameter);
}

DWORD share_set_remark(struct api_call *call)
{
    return NetShareSetInfo(call->server, call->names[0], 1004, call->info, &call->wrong_parameter);
}

DWORD share_set(struct api_call *call)
{
    return NetShareSetInfo(call->server, call->names[0], 2, call->info, &call->wrong_parameter);
}

DWORD share_remove(struct api_call *call)
{
    return NetShareDel(call->server, call->names[0], 0);
}
