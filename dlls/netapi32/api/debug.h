/*
 * Log lines of the exported functions, whose strings are Windows strings.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_API_DEBUG_H
#define NETAPI32_API_DEBUG_H

#include <windows.h>

#include "platform/log.h"

static inline struct utf16_slice slice_w(const WCHAR *text)
{
    return utf16_from_terminated((const uint16_t *)text);
}

static inline struct debug_text debugstr_w(const WCHAR *text)
{
    return debugstr(slice_w(text));
}

#endif
