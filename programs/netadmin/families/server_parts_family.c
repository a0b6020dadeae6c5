/*
 * What a server is reached by and has disks of: SERVER_TRANSPORT_INFO_*, disks.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "families/family.h"

#include <lmcons.h>
#include <lmserver.h>

#define TRANSPORT_FIELDS(structure, prefix)                                                        \
    FIELD(structure, prefix##_transportname, L"Transport", FIELD_STRING),                          \
        FIELD(structure, prefix##_transportaddress, NULL, FIELD_BYTES,                             \
              .other = offsetof(structure, prefix##_transportaddresslength)),                      \
        FIELD(structure, prefix##_transportaddresslength, NULL, FIELD_NUMBER),                     \
        FIELD(structure, prefix##_networkaddress, L"Address", FIELD_STRING),                       \
        FIELD(structure, prefix##_numberofvcs, L"Clients", FIELD_NUMBER)

static const struct word transport_flags[] = {
    BITS(SVTI2_REMAP_PIPE_NAMES, L"remaps pipe names"),
    { 0 },
};

static const struct field transport_fields_0[] = {
    TRANSPORT_FIELDS(SERVER_TRANSPORT_INFO_0, svti0),
};

static const struct field transport_fields_1[] = {
    TRANSPORT_FIELDS(SERVER_TRANSPORT_INFO_1, svti1),
    FIELD(SERVER_TRANSPORT_INFO_1, svti1_domain, L"Domain", FIELD_STRING),
};

static const struct field transport_fields_2[] = {
    TRANSPORT_FIELDS(SERVER_TRANSPORT_INFO_2, svti2),
    FIELD(SERVER_TRANSPORT_INFO_2, svti2_domain, L"Domain", FIELD_STRING),
    FIELD(SERVER_TRANSPORT_INFO_2, svti2_flags, L"Flags", FIELD_WORDS, .words = transport_flags),
};

/* Its password is nothing to show. */
static const struct field transport_fields_3[] = {
    TRANSPORT_FIELDS(SERVER_TRANSPORT_INFO_3, svti3),
    FIELD(SERVER_TRANSPORT_INFO_3, svti3_domain, L"Domain", FIELD_STRING),
    FIELD(SERVER_TRANSPORT_INFO_3, svti3_flags, L"Flags", FIELD_WORDS, .words = transport_flags),
};

static const struct level transport_levels[] = {
    LEVEL(0, SERVER_TRANSPORT_INFO_0, transport_fields_0),
    LEVEL(1, SERVER_TRANSPORT_INFO_1, transport_fields_1),
    LEVEL(2, SERVER_TRANSPORT_INFO_2, transport_fields_2),
    LEVEL(3, SERVER_TRANSPORT_INFO_3, transport_fields_3),
};

static DWORD transport_enumerate(struct api_call *call)
{
    return NetServerTransportEnum(call->server, call->level, &call->buffer, MAX_PREFERRED_LENGTH,
                                  &call->count, &call->total, &call->resume.number);
}

const struct family server_transport_family = {
    .records = { RECORDS(L"transport", L"transports", transport_levels) },
    .level = 0,
    .level_for_all = 0,
    .enumerate = transport_enumerate,
};

/* NetServerDiskEnum() gives strings of two characters, without a structure around them. */
struct disk
{
    WCHAR disk[3];
};

static const struct field disk_fields_0[] = {
    FIELD(struct disk, disk, L"Disk", FIELD_CHARACTERS),
};

static const struct level disk_levels[] = {
    LEVEL(0, struct disk, disk_fields_0),
};

static DWORD disk_enumerate(struct api_call *call)
{
    return NetServerDiskEnum(call->server, call->level, &call->buffer, MAX_PREFERRED_LENGTH,
                             &call->count, &call->total, &call->resume.number);
}

const struct family server_disk_family = {
    .records = { RECORDS(L"disk", L"disks", disk_levels) },
    .level = 0,
    .level_for_all = 0,
    .enumerate = disk_enumerate,
};
