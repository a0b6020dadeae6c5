/*
 * Open files: FILE_INFO_*.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "families/file_family.h"

#include <lmcons.h>
#include <lmerr.h>
#include <lmshare.h>

#include "families/family.h"
#include "listing/shared_ids.h"

/* [MS-SRVS] 2.2.4.7; Windows' headers name the first three. */
static const struct word permissions[] = {
    BITS(PERM_FILE_READ, L"read"),
    BITS(PERM_FILE_WRITE, L"write"),
    BITS(PERM_FILE_CREATE, L"create"),
    BITS(0x08, L"execute"),
    BITS(0x10, L"delete"),
    BITS(0x20, L"attributes"),
    BITS(0x40, L"permissions"),
    { 0 },
};

static const struct field file_fields_2[] = {
    FIELD(FILE_INFO_2, fi2_id, L"ID", FIELD_ID),
};

static const struct field file_fields_3[] = {
    FIELD(FILE_INFO_3, fi3_id, L"ID", FIELD_ID),
    FIELD(FILE_INFO_3, fi3_username, L"User", FIELD_STRING),
    FIELD(FILE_INFO_3, fi3_num_locks, L"Locks", FIELD_NUMBER),
    FIELD(FILE_INFO_3, fi3_permissions, L"Open to", FIELD_WORDS, .words = permissions),
    FIELD(FILE_INFO_3, fi3_pathname, L"Path", FIELD_STRING),
};

static const struct level file_levels[] = {
    LEVEL(2, FILE_INFO_2, file_fields_2),
    LEVEL(3, FILE_INFO_3, file_fields_3),
};

static DWORD file_enumerate(struct api_call *call)
{
    return NetFileEnum(call->server, call->names[0], call->names[1], call->level, &call->buffer,
                       MAX_PREFERRED_LENGTH, &call->count, &call->total, &call->resume.wide);
}

static void file_review(struct listing *listing)
{
    shared_ids_mark(listing);
}

const struct family file_family = {
    .records = { RECORDS(L"open file", L"open files", file_levels),
                 .keys = { L"Path", L"User", L"ID" },
                 .shared_id = L"this ID stands for several; closing it closes them all" },
    .level = 3,
    .level_for_all = 3,
    .filters = { { L"path", NAME_AS_IT_IS }, { L"user", NAME_AS_IT_IS } },
    .enumerate = file_enumerate,
    .review = file_review,
};

static DWORD file_id(const struct api_call *call)
{
    DWORD id;

    CopyMemory(&id, call->info, sizeof(id));
    return id;
}

DWORD file_get(struct api_call *call)
{
    return call_count_one(call,
                          NetFileGetInfo(call->server, file_id(call), call->level, &call->buffer));
}

DWORD file_close(struct api_call *call)
{
    return NetFileClose(call->server, file_id(call));
}
