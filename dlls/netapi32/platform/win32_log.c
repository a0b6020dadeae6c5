/*
 * The log on Windows: Wine's debug channel `netapi32`, found at run time so that nothing of Wine
 * is needed to load. On a system that is not Wine there is no log.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <stdio.h>

#include "platform/platform.h"

/* What ntdll.dll of Wine exports: the channel's record, and how a line is written. */
struct wine_debug_channel
{
    unsigned char flags;
    char name[15];
};

typedef unsigned char(CDECL *get_channel_flags_function)(struct wine_debug_channel *channel);
typedef int(CDECL *header_function)(int class, struct wine_debug_channel *channel,
                                    const char *function);
typedef int(CDECL *output_function)(const char *text);

#define LINE_SIZE 1024

static struct wine_debug_channel channel = { 0xFF, "netapi32" };
static INIT_ONCE log_once = INIT_ONCE_STATIC_INIT;
static get_channel_flags_function get_channel_flags;
static header_function write_header;
static output_function write_output;

static FARPROC ntdll_export(const char *name)
{
    return GetProcAddress(GetModuleHandleW(L"ntdll.dll"), name);
}

static BOOL CALLBACK find_exports(INIT_ONCE *once, void *parameter, void **context)
{
    (void)once;
    (void)parameter;
    (void)context;
    get_channel_flags =
        (get_channel_flags_function)(void *)ntdll_export("__wine_dbg_get_channel_flags");
    write_header = (header_function)(void *)ntdll_export("__wine_dbg_header");
    write_output = (output_function)(void *)ntdll_export("__wine_dbg_output");
    return TRUE;
}

bool platform_log_enabled(enum log_class class)
{
    /* Wine clears here what WINEDEBUG does not ask for, so that a quiet channel is cheap. */
    if (!(*(volatile unsigned char *)&channel.flags & 1 << class))
    {
        return false;
    }
    InitOnceExecuteOnce(&log_once, find_exports, NULL, NULL);
    return get_channel_flags && write_header && write_output &&
           (get_channel_flags(&channel) & 1 << class);
}

void platform_log(enum log_class class, const char *function, const char *format, ...)
{
    char line[LINE_SIZE];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(line, sizeof(line), format, arguments);
    va_end(arguments);
    if (write_header((int)class, &channel, function) >= 0)
    {
        write_output(line);
    }
}
