/*
 * DFS: DFS_INFO_*.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "families/family.h"

#include <stdlib.h>
#include <wchar.h>
#include <lmcons.h>
#include <lmapibuf.h>
#include <lmdfs.h>

#include "base/text.h"

static const struct word volume_states[] = {
    { DFS_VOLUME_STATES, DFS_VOLUME_STATE_OK, L"ok" },
    { DFS_VOLUME_STATES, DFS_VOLUME_STATE_INCONSISTENT, L"inconsistent" },
    { DFS_VOLUME_STATES, DFS_VOLUME_STATE_OFFLINE, L"offline" },
    { DFS_VOLUME_STATES, DFS_VOLUME_STATE_ONLINE, L"online" },
    { DFS_VOLUME_FLAVORS, DFS_VOLUME_FLAVOR_STANDALONE, L"standalone" },
    { DFS_VOLUME_FLAVORS, DFS_VOLUME_FLAVOR_AD_BLOB, L"of a domain" },
    { 0 },
};

static const struct word storage_states[] = {
    { DFS_STORAGE_STATES, DFS_STORAGE_STATE_OFFLINE, L"offline" },
    { DFS_STORAGE_STATES, DFS_STORAGE_STATE_ONLINE, L"online" },
    BITS(DFS_STORAGE_STATE_ACTIVE, L"active"),
    { 0 },
};

static const struct word properties[] = {
    BITS(DFS_PROPERTY_FLAG_INSITE_REFERRALS, L"in-site referrals"),
    BITS(DFS_PROPERTY_FLAG_ROOT_SCALABILITY, L"root scalability"),
    BITS(DFS_PROPERTY_FLAG_SITE_COSTING, L"site costing"),
    BITS(DFS_PROPERTY_FLAG_TARGET_FAILBACK, L"target failback"),
    BITS(DFS_PROPERTY_FLAG_CLUSTER_ENABLED, L"cluster"),
    BITS(DFS_PROPERTY_FLAG_ABDE, L"access-based"),
    { 0 },
};

static const struct field storage_fields[] = {
    FIELD(DFS_STORAGE_INFO, State, L"State", FIELD_WORDS, .words = storage_states),
    FIELD(DFS_STORAGE_INFO, ServerName, L"Server", FIELD_STRING),
    FIELD(DFS_STORAGE_INFO, ShareName, L"Share", FIELD_STRING),
};

static const struct level storage = LEVEL(0, DFS_STORAGE_INFO, storage_fields);

static const struct field storage_fields_1[] = {
    FIELD(DFS_STORAGE_INFO_1, State, L"State", FIELD_WORDS, .words = storage_states),
    FIELD(DFS_STORAGE_INFO_1, ServerName, L"Server", FIELD_STRING),
    FIELD(DFS_STORAGE_INFO_1, ShareName, L"Share", FIELD_STRING),
    FIELD(DFS_STORAGE_INFO_1, TargetPriority.TargetPriorityClass, L"Class", FIELD_SIGNED),
    FIELD(DFS_STORAGE_INFO_1, TargetPriority.TargetPriorityRank, L"Rank", FIELD_SHORT),
};

static const struct level storage_1 = LEVEL(1, DFS_STORAGE_INFO_1, storage_fields_1);

static const struct field dfs_fields_1[] = {
    FIELD(DFS_INFO_1, EntryPath, L"Path", FIELD_STRING),
};

#define VOLUME_FIELDS(structure)                                                                   \
    FIELD(structure, EntryPath, L"Path", FIELD_STRING),                                            \
        FIELD(structure, Comment, L"Comment", FIELD_STRING),                                       \
        FIELD(structure, State, L"State", FIELD_WORDS, .words = volume_states)
#define TARGET_FIELDS(structure, element_)                                                         \
    FIELD(structure, NumberOfStorages, NULL, FIELD_NUMBER),                                        \
        FIELD(structure, Storage, L"Targets", FIELD_RECORDS, .element = element_,                  \
              .other = offsetof(structure, NumberOfStorages))
#define CACHED_FIELDS(structure)                                                                   \
    FIELD(structure, Timeout, L"Cached for", FIELD_SECONDS),                                       \
        FIELD(structure, Guid, NULL, FIELD_GUID)
#define PROPERTY_FIELDS(structure)                                                                 \
    FIELD(structure, PropertyFlags, L"Properties", FIELD_WORDS, .words = properties),              \
        FIELD(structure, MetadataSize, NULL, FIELD_NUMBER)

static const struct field dfs_fields_2[] = {
    VOLUME_FIELDS(DFS_INFO_2),
    FIELD(DFS_INFO_2, NumberOfStorages, L"Targets", FIELD_NUMBER),
};

static const struct field dfs_fields_3[] = {
    VOLUME_FIELDS(DFS_INFO_3),
    TARGET_FIELDS(DFS_INFO_3, &storage),
};

static const struct field dfs_fields_4[] = {
    VOLUME_FIELDS(DFS_INFO_4),
    CACHED_FIELDS(DFS_INFO_4),
    TARGET_FIELDS(DFS_INFO_4, &storage),
};

static const struct field dfs_fields_5[] = {
    VOLUME_FIELDS(DFS_INFO_5),
    CACHED_FIELDS(DFS_INFO_5),
    PROPERTY_FIELDS(DFS_INFO_5),
    FIELD(DFS_INFO_5, NumberOfStorages, L"Targets", FIELD_NUMBER),
};

static const struct field dfs_fields_6[] = {
    VOLUME_FIELDS(DFS_INFO_6),
    CACHED_FIELDS(DFS_INFO_6),
    PROPERTY_FIELDS(DFS_INFO_6),
    TARGET_FIELDS(DFS_INFO_6, &storage_1),
};

static const struct field dfs_fields_300[] = {
    FIELD(DFS_INFO_300, DfsName, L"Root", FIELD_STRING),
    FIELD(DFS_INFO_300, Flags, L"Kind", FIELD_WORDS, .words = volume_states),
};

static const struct level dfs_levels[] = {
    LEVEL(1, DFS_INFO_1, dfs_fields_1),       LEVEL(2, DFS_INFO_2, dfs_fields_2),
    LEVEL(3, DFS_INFO_3, dfs_fields_3),       LEVEL(4, DFS_INFO_4, dfs_fields_4),
    LEVEL(5, DFS_INFO_5, dfs_fields_5),       LEVEL(6, DFS_INFO_6, dfs_fields_6),
    LEVEL(300, DFS_INFO_300, dfs_fields_300),
};

/* ---- Asking ---------------------------------------------------------------------------------- */

#define ROOTS_LEVEL 300

/* Of \\SERVER, or of \\SERVER\ROOT. */
static DWORD enumerate_root(struct api_call *call, const WCHAR *root, DWORD level)
{
    struct text name = { 0 };
    DWORD error;

    text_append(&name, call->server ? call->server : L"\\\\localhost");
    if (root)
    {
        text_append_format(&name, L"\\%ls", root);
    }
    text_append_unit(&name, 0);
    error = NetDfsEnum(name.units, level, MAX_PREFERRED_LENGTH, &call->buffer, &call->count,
                       &call->resume.number);
    text_free(&name);
    /* A server without roots has one or the other code for it. */
    if (error == ERROR_NO_MORE_ITEMS || (!root && error == ERROR_NOT_FOUND))
    {
        call->count = 0;
        return ERROR_SUCCESS;
    }
    return error;
}

/* Of \\DOMAIN\ROOT, ROOT: the server is asked for it, whatever it is part of. */
static const WCHAR *root_name(const DFS_INFO_300 *root)
{
    const WCHAR *last = root->DfsName ? wcsrchr(root->DfsName, '\\') : NULL;

    return last ? last + 1 : L"";
}

/* The paths of one root after the other, from that of the call's part on, until there are some. */
static DWORD enumerate_roots(struct api_call *call, const struct api_call *roots)
{
    DWORD error = ERROR_SUCCESS;

    call->count = 0;
    while (!error && !call->count && call->part < roots->count)
    {
        const DFS_INFO_300 *root = (const DFS_INFO_300 *)(const void *)roots->buffer + call->part;

        error = enumerate_root(call, root_name(root), call->level);
        if (error != ERROR_MORE_DATA)
        {
            call->part++;
            call->resume.number = 0;
        }
    }
    return !error && call->part < roots->count ? ERROR_MORE_DATA : error;
}

/* Paths are asked for by root; who names none gets those of all roots. */
static DWORD dfs_enumerate(struct api_call *call)
{
    struct api_call roots = { .server = call->server };
    DWORD error;

    if (call->names[0] || call->level == ROOTS_LEVEL)
    {
        return enumerate_root(call, call->names[0], call->level);
    }
    error = enumerate_root(&roots, NULL, ROOTS_LEVEL);
    if (!error)
    {
        error = enumerate_roots(call, &roots);
    }
    NetApiBufferFree(roots.buffer);
    return error;
}

const struct family dfs_family = {
    .records = { RECORDS(L"DFS path", L"DFS paths", dfs_levels), .keys = { L"Path", L"Root" } },
    .level = 3,
    .level_for_all = 3,
    .filters = { { L"ROOT", NAME_AS_IT_IS } },
    .enumerate = dfs_enumerate,
};
