/*
 * The debug channel: text made printable.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "platform/log.h"

#include <stdio.h>
#include <string.h>

/* The longest escape (\x1234) with the closing quote, the dots of a cut text and the terminator. */
#define DEBUGSTR_RESERVE 12

struct debug_text debugstr(struct utf16_slice text)
{
    struct debug_text result = { "(null)" };
    size_t used = 0;
    size_t index = 0;

    if (!text.units)
    {
        return result;
    }
    result.text[used++] = '"';
    for (; index < text.length && used < sizeof(result.text) - DEBUGSTR_RESERVE; index++)
    {
        uint16_t unit = utf16_unit(text, index);
        bool plain = unit >= 0x20 && unit < 0x7F && unit != '"' && unit != '\\';
        const char *format = plain ? "%c" : unit == '"' || unit == '\\' ? "\\%c" : "\\x%04x";

        used += (size_t)snprintf(result.text + used, sizeof(result.text) - used, format, unit);
    }
    snprintf(result.text + used, sizeof(result.text) - used, "%s",
             index < text.length ? "\"..." : "\"");
    return result;
}

struct debug_text debugstr_utf8(const char *text)
{
    struct utf16_name name;

    return debugstr(utf16_name_from_utf8(&name, text) ? utf16_from_name(&name)
                                                      : (struct utf16_slice){ NULL, 0 });
}
