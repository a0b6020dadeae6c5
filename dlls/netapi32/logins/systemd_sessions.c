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

/* Takes the next line off the front of *text, without its end. */
static struct bytes take_line(struct bytes *text)
{
    const uint8_t *end = memchr(text->data, '\n', text->size);
    struct bytes line = { text->data, end ? (size_t)(end - text->data) : text->size };
    size_t taken = line.size + (end ? 1 : 0);

    *text = (struct bytes){ text->data + taken, text->size - taken };
    return line;
}

/* The value of a key; empty when it is not there. Values with characters that would need escaping
 * are none that a session has. */
static struct bytes find_value(struct bytes file, const char *key)
{
    const size_t key_size = strlen(key);

    while (file.size)
    {
        struct bytes line = take_line(&file);

        if (line.size > key_size && !memcmp(line.data, key, key_size) && line.data[key_size] == '=')
        {
            return (struct bytes){ line.data + key_size + 1, line.size - key_size - 1 };
        }
    }
    return (struct bytes){ NULL, 0 };
}

static bool is_text(struct bytes value, const char *text)
{
    return value.size == strlen(text) && (!value.size || !memcmp(value.data, text, value.size));
}

static bool starts_with(struct bytes value, const char *text)
{
    return value.size >= strlen(text) && !memcmp(value.data, text, strlen(text));
}

/* A decimal number that is the whole value; 0 for anything else or more than `max`. */
static uint64_t number_of(struct bytes value, uint64_t max)
{
    uint64_t number = 0;

    for (size_t i = 0; i < value.size; i++)
    {
        uint64_t digit = (uint64_t)value.data[i] - '0';

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
