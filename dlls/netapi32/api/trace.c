/*
 * The log lines of exported functions.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "api/trace.h"

#include <stdio.h>
#include <string.h>

#include "platform/log.h"

#define MOST_UNITS 160 /* of a string: more than debugstr() shows */
#define LIST_SIZE  900 /* of a line, which ends at 1024 */

bool trace_is_on(void)
{
    return platform_log_enabled(LOG_TRACE);
}

/* How many of `size` bytes can be read. A program may pass anything where a function does not look
 * at it, and logging must not be what crashes it. */
static size_t readable_size(const void *address, size_t size)
{
    MEMORY_BASIC_INFORMATION region;
    const BYTE *end = address;

    while ((size_t)(end - (const BYTE *)address) < size &&
           VirtualQuery(end, &region, sizeof(region)) && region.State == MEM_COMMIT &&
           !(region.Protect & (PAGE_NOACCESS | PAGE_GUARD | PAGE_EXECUTE)))
    {
        end = (const BYTE *)region.BaseAddress + region.RegionSize;
    }
    return min((size_t)(end - (const BYTE *)address), size);
}

static struct debug_text show_pointer(ULONG_PTR value)
{
    struct debug_text shown = { "NULL" };

    if (value)
    {
        snprintf(shown.text, sizeof(shown.text), "%#llx", (unsigned long long)value);
    }
    return shown;
}

/* A string of units of `unit_size` bytes. */
static struct debug_text show_string(ULONG_PTR value, size_t unit_size)
{
    const BYTE *string = (const BYTE *)value;
    size_t readable = string ? readable_size(string, MOST_UNITS * unit_size) / unit_size : 0;
    uint16_t units[MOST_UNITS] = { 0 };
    size_t length = 0;

    while (length < readable)
    {
        memcpy(&units[length], &string[length * unit_size], unit_size);
        if (!units[length])
        {
            break;
        }
        length++;
    }
    if (length == readable && length < MOST_UNITS)
    {
        return show_pointer(value); /* no end to be seen */
    }
    return debugstr((struct utf16_slice){ units, length });
}

static struct debug_text show_number(ULONG_PTR value)
{
    struct debug_text shown;
    DWORD number = (DWORD)value; /* the caller sets no more bits */

    snprintf(shown.text, sizeof(shown.text), number < 0x10000 ? "%lu" : "%#lx", number);
    return shown;
}

static struct debug_text show_argument(char kind, ULONG_PTR value)
{
    switch (kind)
    {
    case 's': return show_string(value, sizeof(WCHAR));
    case 'c': return show_string(value, sizeof(char));
    case 'S': return value ? (struct debug_text){ "***" } : show_pointer(value);
    case 'n': return show_number(value);
    default: return show_pointer(value);
    }
}

void trace_call(const struct traced *function, const ULONG_PTR *arguments)
{
    DWORD last_error = GetLastError();
    char list[LIST_SIZE] = "";
    size_t used = 0;
    size_t i = 0;

    for (; function->kinds[i] && used < sizeof(list); i++)
    {
        struct debug_text shown = show_argument(function->kinds[i], arguments[i]);
        const char *prefix = function->kinds[i] == 's' && shown.text[0] == '"' ? "L" : "";

        used += (size_t)snprintf(list + used, sizeof(list) - used, "%s%s%s", i ? ", " : "", prefix,
                                 shown.text);
    }
    platform_log(LOG_TRACE, function->name, "(%s)\n", list);
    SetLastError(last_error);
}

void trace_result(const struct traced *function, ULONGLONG result)
{
    DWORD last_error = GetLastError();
    struct debug_text shown = { "" };

    switch (function->result)
    {
    case RESULT_NUMBER: shown = show_number((ULONG_PTR)result); break;
    case RESULT_STATUS: snprintf(shown.text, sizeof(shown.text), "%#lx", (DWORD)result); break;
    case RESULT_BYTE: snprintf(shown.text, sizeof(shown.text), "%#x", (BYTE)result); break;
    case RESULT_POINTER: shown = show_pointer((ULONG_PTR)result); break;
    case RESULT_NONE: shown = (struct debug_text){ "(nothing)" }; break;
    }
    platform_log(LOG_TRACE, function->name, "-> %s\n", shown.text);
    SetLastError(last_error);
}
