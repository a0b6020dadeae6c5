/*
 * Questions to name servers and their answers.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "dns/dns_message.h"

#include <string.h>

#include "base/status.h"

#define CLASS_IN          1
#define HEADER_SIZE       12
#define RECORD_SIZE_MIN   11 /* the name of the root, type, class, time to live, size */
#define IPV4_ADDRESS_SIZE 4

/* [RFC 1035] 4.1.1 */
enum header_flags
{
    FLAG_RESPONSE = 0x8000,
    OPCODE_MASK = 0x7800,
    FLAG_TRUNCATED = 0x0200,
    FLAG_RECURSION_DESIRED = 0x0100,
    RESULT_MASK = 0x000F,
};

struct header
{
    uint16_t id;
    uint16_t flags;
    uint16_t questions;
    uint16_t answers;
    uint16_t authorities;
    uint16_t additional;
};

static struct header read_header(struct reader *reader)
{
    struct header header;

    header.id = reader_u16_big_endian(reader);
    header.flags = reader_u16_big_endian(reader);
    header.questions = reader_u16_big_endian(reader);
    header.answers = reader_u16_big_endian(reader);
    header.authorities = reader_u16_big_endian(reader);
    header.additional = reader_u16_big_endian(reader);
    return header;
}

bool dns_question_encode(uint16_t id, const char *name, enum dns_type type, struct writer *writer)
{
    writer_u16_big_endian(writer, id);
    writer_u16_big_endian(writer, FLAG_RECURSION_DESIRED);
    writer_u16_big_endian(writer, 1); /* QDCOUNT */
    writer_zeros(writer, HEADER_SIZE - 6);
    if (!dns_name_write(writer, name))
    {
        return false;
    }
    writer_u16_big_endian(writer, (uint16_t)type);
    writer_u16_big_endian(writer, CLASS_IN);
    return !writer->failed;
}

bool dns_answers_question(struct bytes message, uint16_t id, const char *name, enum dns_type type)
{
    struct reader reader = reader_over(message.data, message.size);
    const struct header header = read_header(&reader);
    char asked[DNS_NAME_SIZE];

    return header.id == id && header.flags & FLAG_RESPONSE && !(header.flags & OPCODE_MASK) &&
           header.questions == 1 && dns_name_read(&reader, asked) && dns_name_equal(asked, name) &&
           reader_u16_big_endian(&reader) == type && reader_u16_big_endian(&reader) == CLASS_IN &&
           !reader.failed;
}

/* ---- Records --------------------------------------------------------------------------------- */

/* Reads RDATA. False for a record of another type, and for one whose address has another size. */
static bool read_data(struct reader *reader, size_t size, struct dns_record *record)
{
    switch (record->type)
    {
    case DNS_A:
        memcpy(record->address.bytes, (const uint8_t[12]){ [10] = 0xFF, [11] = 0xFF }, 12);
        reader_copy(reader, record->address.bytes + 12, IPV4_ADDRESS_SIZE);
        return size == IPV4_ADDRESS_SIZE;
    case DNS_AAAA:
        reader_copy(reader, record->address.bytes, sizeof(record->address.bytes));
        return size == sizeof(record->address.bytes);
    case DNS_SRV:
        record->priority = reader_u16_big_endian(reader);
        record->weight = reader_u16_big_endian(reader);
        record->port = reader_u16_big_endian(reader);
        return dns_name_read(reader, record->target);
    case DNS_CNAME: return dns_name_read(reader, record->target);
    default: return false;
    }
}

/* Reads a record and passes over it. What it says is kept when its type is known; one whose data do
 * not end where they should fails the reader. */
static bool read_record(struct reader *reader, struct dns_record *record)
{
    uint16_t record_class = 0;
    size_t size = 0;
    size_t end = 0;
    bool is_known = false;

    *record = (struct dns_record){ 0 };
    dns_name_read(reader, record->name);
    record->type = reader_u16_big_endian(reader);
    record_class = reader_u16_big_endian(reader);
    reader_skip(reader, sizeof(uint32_t)); /* TTL */
    size = reader_u16_big_endian(reader);
    end = reader->offset + size;
    if (reader->failed || size > reader_left(reader))
    {
        reader->failed = true;
        return false;
    }
    if (record_class == CLASS_IN)
    {
        is_known = read_data(reader, size, record);
        if (is_known && reader->offset != end)
        {
            reader->failed = true;
        }
    }
    if (!reader->failed)
    {
        reader_seek(reader, end);
    }
    return is_known && !reader->failed;
}

/* Takes the records of a section, or passes over them. */
static void read_section(struct reader *reader, uint16_t count, struct dns_answer *answer,
                         bool is_wanted)
{
    for (uint16_t i = 0; i < count && !reader->failed; i++)
    {
        struct dns_record record;

        if (read_record(reader, &record) && is_wanted)
        {
            answer->records[answer->count++] = record;
        }
    }
}

uint32_t dns_answer_decode(struct bytes message, struct arena *arena, struct dns_answer *answer)
{
    struct reader reader = reader_over(message.data, message.size);
    const struct header header = read_header(&reader);
    const size_t announced = (size_t)header.answers + header.additional;
    const size_t possible = message.size / RECORD_SIZE_MIN;
    char asked[DNS_NAME_SIZE];

    *answer = (struct dns_answer){ .result = (enum dns_result)(header.flags & RESULT_MASK),
                                   .is_truncated = (header.flags & FLAG_TRUNCATED) != 0 };
    for (uint16_t i = 0; i < header.questions && !reader.failed; i++)
    {
        dns_name_read(&reader, asked);
        reader_skip(&reader, 2 * sizeof(uint16_t));
    }
    if (reader.failed)
    {
        return ERROR_BAD_NET_RESP;
    }
    if (answer->is_truncated || answer->result != DNS_RESULT_SUCCESS)
    {
        return ERROR_SUCCESS;
    }
    /* What did not arrive is not allocated for. */
    answer->records =
        arena_array(arena, announced < possible ? announced : possible, sizeof(*answer->records));
    if (!answer->records)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    read_section(&reader, header.answers, answer, true);
    read_section(&reader, header.authorities, answer, false);
    read_section(&reader, header.additional, answer, true);
    if (reader.failed)
    {
        answer->records = NULL;
        answer->count = 0;
        return ERROR_BAD_NET_RESP;
    }
    return ERROR_SUCCESS;
}
