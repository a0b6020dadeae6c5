/*
 * Security identifiers: [MS-DTYP] 2.4.2.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/sid.h"

#include <inttypes.h>
#include <stdio.h>

/* Revision, count, six bytes of authority with the high one first, sub-authorities of four bytes with
 * the low one first. */
#define HEADER_SIZE 8
#define REVISION    1

static const struct bytes absent;

static size_t size_of(const uint8_t *sid)
{
    return HEADER_SIZE + (size_t)sid[1] * sizeof(uint32_t);
}

static uint32_t sub_authority(struct bytes sid, size_t index)
{
    const uint8_t *at = sid.data + HEADER_SIZE + index * sizeof(uint32_t);

    return at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

bool sid_is_valid(struct bytes sid)
{
    return sid.data && sid.size >= HEADER_SIZE && sid.data[0] == REVISION &&
           sid.data[1] <= SID_SUB_AUTHORITIES_MAX && sid.size == size_of(sid.data);
}

struct bytes sid_of_caller(const void *sid)
{
    const uint8_t *data = sid;

    if (!data || data[0] != REVISION || data[1] > SID_SUB_AUTHORITIES_MAX)
    {
        return absent;
    }
    return (struct bytes){ data, size_of(data) };
}

bool sid_equal(struct bytes a, struct bytes b)
{
    return a.data && b.data && a.size == b.size && !memcmp(a.data, b.data, a.size);
}

bool sid_can_be_domain(struct bytes sid)
{
    return sid_is_valid(sid) && sid.data[1] < SID_SUB_AUTHORITIES_MAX;
}

struct bytes sid_join(struct bytes domain, uint32_t relative_id, struct sid *sid)
{
    const uint8_t last[] = { (uint8_t)relative_id, (uint8_t)(relative_id >> 8),
                             (uint8_t)(relative_id >> 16), (uint8_t)(relative_id >> 24) };

    if (!sid_can_be_domain(domain))
    {
        return absent;
    }
    memcpy(sid->bytes, domain.data, domain.size);
    memcpy(sid->bytes + domain.size, last, sizeof(last));
    sid->bytes[1]++;
    return (struct bytes){ sid->bytes, domain.size + sizeof(last) };
}

bool sid_is_in_domain(struct bytes sid, struct bytes domain, uint32_t *relative_id)
{
    struct sid parent;

    if (!sid_is_valid(sid) || !sid_equal(sid_split(sid, &parent), domain))
    {
        return false;
    }
    *relative_id = sid_rid(sid);
    return true;
}

uint32_t sid_rid(struct bytes sid)
{
    return sid.data[1] ? sub_authority(sid, sid.data[1] - 1u) : 0;
}

struct bytes sid_split(struct bytes sid, struct sid *domain)
{
    if (!sid_is_valid(sid) || !sid.data[1])
    {
        return absent;
    }
    memcpy(domain->bytes, sid.data, sid.size - sizeof(uint32_t));
    domain->bytes[1]--;
    return (struct bytes){ domain->bytes, sid.size - sizeof(uint32_t) };
}

struct bytes sid_built_in_domain(void)
{
    static const uint8_t built_in[] = { REVISION, 1, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0 };

    return (struct bytes){ built_in, sizeof(built_in) };
}

void sid_to_text(struct bytes sid, struct utf16_name *text)
{
    char number[24];
    uint64_t authority = 0;

    *text = utf16_name_from_ascii("S-1-");
    for (size_t i = 2; i < HEADER_SIZE; i++)
    {
        authority = authority << 8 | sid.data[i];
    }
    snprintf(number, sizeof(number), authority >> 32 ? "0x%012" PRIX64 : "%" PRIu64, authority);
    utf16_name_append_ascii(text, number);
    for (size_t i = 0; i < sid.data[1]; i++)
    {
        snprintf(number, sizeof(number), "-%" PRIu32, sub_authority(sid, i));
        utf16_name_append_ascii(text, number);
    }
}
