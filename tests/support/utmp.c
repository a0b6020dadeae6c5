/*
 * utmp files as a test wants them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/utmp.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "support/unit.h"

static void put_u32(uint8_t *place, uint32_t value)
{
    for (size_t i = 0; i < 4; i++)
    {
        place[i] = (uint8_t)(value >> 8 * i);
    }
}

void make_record(const struct record *record, uint8_t data[RECORD_SIZE])
{
    memset(data, 0, RECORD_SIZE);
    data[0] = (uint8_t)record->type;
    put_u32(data + 4, record->process);
    memcpy(data + 8, record->line, strnlen(record->line, 32));
    memcpy(data + 44, record->user, strnlen(record->user, 32));
    memcpy(data + 76, record->host, strnlen(record->host, 256));
    put_u32(data + 340, record->start);
    memcpy(data + 348, record->address, 16);
}

void write_file(const char *path, const void *data, size_t size)
{
    FILE *file = fopen(path, "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(data, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

void write_utmp(const char *path, const struct record *records, size_t count, size_t cut)
{
    uint8_t *data = malloc(count * RECORD_SIZE);

    assert_non_null(data);
    for (size_t i = 0; i < count; i++)
    {
        make_record(&records[i], data + i * RECORD_SIZE);
    }
    write_file(path, data, count * RECORD_SIZE - cut);
    free(data);
}

struct record login_of(const char *user, const char *host)
{
    return (struct record){
        .type = USER_PROCESS,
        .process = (uint32_t)getpid(),
        .line = "none",
        .user = user,
        .host = host,
        .start = (uint32_t)time(NULL) - 100,
    };
}
