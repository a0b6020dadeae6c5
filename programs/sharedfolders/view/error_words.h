/*
 * Codes in words.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef SHAREDFOLDERS_ERROR_WORDS_H
#define SHAREDFOLDERS_ERROR_WORDS_H

#include <windows.h>

#include "base/text.h"

/* "Access is denied. (5, ERROR_ACCESS_DENIED)", and what to do about it where that is known; the
 * system's words for codes that are not known here. */
void error_append(struct text *text, DWORD code);

#endif
