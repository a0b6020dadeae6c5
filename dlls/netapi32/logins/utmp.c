/*
 * Records of a utmp file (utmp(5); glibc's bits/utmp.h has the layout).
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "logins/login.h"
#include "platform/platform.h"

#define RECORD_SIZE  384
#define LINE_SIZE    32
#define ID_SIZE      4
#define USER_SIZE    32
#define HOST_SIZE    256
#define EXIT_SIZE    4
#define ADDRESS_SIZE 16

#define USER_PROCESS 7

/* A text in a place of fixed size, which it may fill to the last byte. */
static struct bytes text_field(struct reader *record, size_t size)
{
    const uint8_t *data = reader_bytes(record, size);
    const uint8_t *end = data ? memchr(data, 0, size) : NULL;

    return (struct bytes){ data, end ? (size_t)(end - data) : data ? size : 0 };
}

/* IPv4 addresses stand in the first four bytes; the others are zero. */
static void address_field(struct reader *record, struct login *login)
{
    static const uint8_t zeros[ADDRESS_SIZE];
    static const uint8_t ipv4_prefix[12] = { [10] = 0xFF, [11] = 0xFF };
    uint8_t bytes[ADDRESS_SIZE];

    reader_copy(record, bytes, sizeof(bytes));
    login->has_address = memcmp(bytes, zeros, sizeof(bytes)) != 0;
    if (!memcmp(bytes + 4, zeros, sizeof(bytes) - 4))
    {
        memcpy(bytes + sizeof(ipv4_prefix), bytes, 4);
        memcpy(bytes, ipv4_prefix, sizeof(ipv4_prefix));
    }
    memcpy(login->address.bytes, bytes, sizeof(bytes));
}

bool utmp_next(struct reader *file, struct login *login)
{
    struct reader record;
    uint16_t type = 0;

    if (reader_left(file) < RECORD_SIZE)
    {
        return false;
    }
    record = reader_over(reader_bytes(file, RECORD_SIZE), RECORD_SIZE);
    type = reader_u16(&record);
    reader_align(&record, 4);
    login->process = reader_u32(&record);
    login->line = text_field(&record, LINE_SIZE);
    reader_skip(&record, ID_SIZE);
    login->user = text_field(&record, USER_SIZE);
    login->host = text_field(&record, HOST_SIZE);
    reader_skip(&record, EXIT_SIZE);
    reader_u32(&record); /* the process group */
    /* Seconds are kept in 32 bits, which last until 2106. */
    login->start = FILETIME_OF_UNIX_EPOCH + (uint64_t)reader_u32(&record) * FILETIME_SECOND;
    reader_u32(&record); /* microseconds; they are not always kept within a second */
    address_field(&record, login);
    login->is_user = type == USER_PROCESS && login->user.size;
    return true;
}
