/*
 * Text of the exported functions: between ANSI and wide, and in API buffers.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * All results are API buffers: the caller gives them back with NetApiBufferFree() or to its own
 * caller. NULL stands for an absent string on both sides.
 */
#ifndef NETAPI32_API_TEXT_H
#define NETAPI32_API_TEXT_H

#include <windows.h>

/* A copy of `text`. False when memory is short. */
BOOL api_text_copy(const WCHAR *text, WCHAR **copy);
/* `text` of the ANSI code page as wide characters, and the inverse. False when memory is short. */
BOOL api_text_widen(const char *text, WCHAR **wide);
BOOL api_text_narrow(const WCHAR *text, char **narrow);

#endif
