/*
 * The debug channel: TRACE, WARN, ERR and FIXME as Wine's developers know them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Nothing secret is ever logged: no password, hash, key or message body.
 */
#ifndef NETAPI32_PLATFORM_LOG_H
#define NETAPI32_PLATFORM_LOG_H

#include "platform/platform.h"

#define LOG_LINE(class, ...)                                                                       \
    do                                                                                             \
    {                                                                                              \
        if (platform_log_enabled(class))                                                           \
        {                                                                                          \
            platform_log(class, __func__, __VA_ARGS__);                                            \
        }                                                                                          \
    } while (0)

#define TRACE(...) LOG_LINE(LOG_TRACE, __VA_ARGS__)
#define WARN(...)  LOG_LINE(LOG_WARN, __VA_ARGS__)
#define ERR(...)   LOG_LINE(LOG_ERR, __VA_ARGS__)
#define FIXME(...) LOG_LINE(LOG_FIXME, __VA_ARGS__)

/* Text made printable for a log line: quoted, escaped, cut when long; "(null)" when absent. The
 * value lives to the end of the statement: TRACE("user %s\n", debugstr(user).text). */
struct debug_text
{
    char text[160];
};

struct debug_text debugstr(struct utf16_slice text);
/* The same of UTF-8; too long to be a name is "(null)". */
struct debug_text debugstr_utf8(const char *text);

#endif
