/*
 * Lines of the files that people write.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_PLATFORM_POSIX_TEXT_H
#define NETAPI32_PLATFORM_POSIX_TEXT_H

#include <stdbool.h>

#include "base/utf16.h"

/* Without the blanks, tabs and carriage returns at its ends. */
struct utf16_slice text_trim(struct utf16_slice text);
/* Without those in front. */
struct utf16_slice text_trim_start(struct utf16_slice text);
/* The index of the first blank or tab, or the length. */
size_t text_find_blank(struct utf16_slice text);
/* Whether there is a control character other than the tab. */
bool text_has_control(struct utf16_slice text);
/* The line at *position, without its end (LF or CR LF), behind which *position is then. */
struct utf16_slice text_line(struct utf16_slice text, size_t *position);

/* The beginning of a text, for messages. */
struct text_quoted
{
    char text[192];
};

struct text_quoted text_quote(struct utf16_slice text);

#endif
