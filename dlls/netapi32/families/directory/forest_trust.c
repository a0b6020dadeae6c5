/*
 * LSA_FOREST_TRUST_INFORMATION, packed into one block.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/directory/forest_trust.h"

#include <string.h>

#include "base/status.h"
#include "platform/platform.h"
#include "rpc/netlogon_trust.h"

/* What records point to begins where any of it may stand: a SID has numbers of 32 bits. */
#define PIECE_ALIGNMENT sizeof(uint32_t)

/* The pieces behind the structures. Without a place they are counted only. */
struct pieces
{
    uint8_t *place; /* NULL: counting */
    size_t size;
};

static uint8_t *reserve(struct pieces *pieces, size_t size)
{
    uint8_t *start = pieces->place ? pieces->place + pieces->size : NULL;

    pieces->size += (size + PIECE_ALIGNMENT - 1) / PIECE_ALIGNMENT * PIECE_ALIGNMENT;
    return start;
}

static void *put_bytes(struct pieces *pieces, struct bytes bytes)
{
    uint8_t *start = bytes.data ? reserve(pieces, bytes.size) : NULL;

    if (start && bytes.size)
    {
        memcpy(start, bytes.data, bytes.size);
    }
    return start;
}

/* Terminated, though nobody promises that. */
static struct forest_trust_text put_text(struct pieces *pieces, struct utf16_slice text)
{
    const uint16_t size = (uint16_t)(text.length * sizeof(uint16_t));
    uint8_t *start = text.units ? reserve(pieces, size + sizeof(uint16_t)) : NULL;

    if (start)
    {
        memcpy(start, text.units, size);
        memset(start + size, 0, sizeof(uint16_t));
    }
    return (struct forest_trust_text){ size, size, (uint16_t *)(void *)start };
}

static void put_record(struct pieces *pieces, const struct lsa_forest_trust_record *source,
                       struct forest_trust_record *record)
{
    record->flags = source->flags;
    record->type = source->type;
    record->time = source->time;
    switch (source->type)
    {
    case LSA_FOREST_TRUST_TOP_LEVEL_NAME:
    case LSA_FOREST_TRUST_TOP_LEVEL_NAME_EX:
        record->data.top_level_name = put_text(pieces, source->data.top_level_name);
        break;
    case LSA_FOREST_TRUST_DOMAIN_INFO:
        record->data.domain_info.sid = put_bytes(pieces, source->data.domain_info.sid);
        record->data.domain_info.dns_name = put_text(pieces, source->data.domain_info.dns_name);
        record->data.domain_info.netbios_name =
            put_text(pieces, source->data.domain_info.netbios_name);
        break;
    default:
        record->data.binary.length = (uint32_t)source->data.binary.data.size;
        record->data.binary.data = put_bytes(pieces, source->data.binary.data);
        break;
    }
}

/* What the records point to. */
static size_t size_of_pieces(const struct lsa_forest_trust_information *information)
{
    struct pieces pieces = { NULL, 0 };
    struct forest_trust_record unused;

    for (uint32_t i = 0; i < information->count; i++)
    {
        put_record(&pieces, information->records[i], &unused);
    }
    return pieces.size;
}

static bool has_all_records(const struct lsa_forest_trust_information *information)
{
    for (uint32_t i = 0; i < information->count; i++)
    {
        if (!information->records || !information->records[i])
        {
            return false;
        }
    }
    return true;
}

/* The records come first, because they want the greatest alignment. */
struct block
{
    struct forest_trust_information information;
    uint64_t aligned;
};
#define HEAD_SIZE offsetof(struct block, aligned)

uint32_t forest_trust_pack(const struct lsa_forest_trust_information *information, void **buffer)
{
    struct pieces pieces = { NULL, 0 };
    struct forest_trust_information *packed = NULL;
    struct forest_trust_record *records = NULL;
    size_t pieces_size = 0;
    size_t structures_size = 0;

    *buffer = NULL;
    if (!has_all_records(information))
    {
        return RPC_X_BAD_STUB_DATA;
    }
    pieces_size = size_of_pieces(information);
    structures_size = HEAD_SIZE + information->count * (sizeof(*records) + sizeof(void *));
    packed = platform_api_allocate(structures_size + pieces_size);
    if (!packed)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    memset(packed, 0, structures_size);
    records = (struct forest_trust_record *)(void *)((uint8_t *)packed + HEAD_SIZE);
    packed->count = information->count;
    packed->records = (struct forest_trust_record **)(void *)(records + information->count);
    pieces.place = (uint8_t *)packed + structures_size;
    for (uint32_t i = 0; i < information->count; i++)
    {
        packed->records[i] = &records[i];
        put_record(&pieces, information->records[i], &records[i]);
    }
    *buffer = packed;
    return ERROR_SUCCESS;
}
