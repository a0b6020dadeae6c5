/*
 * Session files of systemd-logind: lines of KEY=value.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The format is systemd's own and may change; whatever is missing or not as expected makes a file
 * that tells of no login.
 */
#include <string.h>

#include "logins/login.h"
#include "platform/platform.h"

#define FILETIME_MICROSECOND 10

static bool is_text(struct bytes value, const char *text)
{
    return value.size == strlen(text) && (!value.size || !memcmp(value.data, text, value.size));
}

static bool starts_with(struct bytes value, const char *text)
{
    return value.size >= strlen(text) && !memcmp(value.data, text, strlen(text));
}

/* The value of a key; empty when it is not there. Values with characters that would need escaping
 * are none that a session has. */
static struct bytes find_value(struct bytes file, const char *key)
{
    struct reader lines = reader_over(file.data, file.size);

    while (reader_left(&lines))
    {
        const struct bytes line = reader_until(&lines, '\n');
        struct reader reader = reader_over(line.data, line.size);
        const struct bytes name = reader_until(&reader, '=');

        if (name.size < line.size && is_text(name, key))
        {
            return reader_slice(&reader, reader.offset, reader_left(&reader));
        }
    }
    return (struct bytes){ NULL, 0 };
}

/* A decimal number that is the whole value; 0 for anything else or more than `max`. */
static uint64_t number_of(struct bytes value, uint64_t max)
{
    struct reader digits = reader_over(value.data, value.size);
    uint64_t number = 0;

    while (reader_left(&digits))
    {
        uint64_t digit = (uint64_t)reader_u8(&digits) - '0';

        if (digit > 9 || number > (max - digit) / 10)
        {
            return 0;
        }
        number = number * 10 + digit;
    }
    return number;
}

bool systemd_session_parse(struct bytes file, struct login *login)
{
    const uint64_t microseconds_max = (UINT64_MAX - FILETIME_OF_UNIX_EPOCH) / FILETIME_MICROSECOND;
    uint64_t started = number_of(find_value(file, "REALTIME"), microseconds_max);

    *login = (struct login){
        .user = find_value(file, "USER"),
        .host = find_value(file, "REMOTE_HOST"),
        .line = find_value(file, "TTY"),
        .process = (uint32_t)number_of(find_value(file, "LEADER"), UINT32_MAX),
        .start = FILETIME_OF_UNIX_EPOCH + started * FILETIME_MICROSECOND,
    };
    if (file.size && memchr(file.data, 0, file.size))
    {
        return false;
    }
    login->is_user = login->user.size && started && is_text(find_value(file, "REMOTE"), "1") &&
                     starts_with(find_value(file, "CLASS"), "user") &&
                     !is_text(find_value(file, "STATE"), "closing");
    return login->is_user;
}
