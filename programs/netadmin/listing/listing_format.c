/*
 * Writing a listing in a format.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "listing/listing_format.h"

#include <wchar.h>

#include "console/output.h"
#include "listing/listing_writers.h"

#define FORMAT_NAME(name)   L"" #name,
#define FORMAT_WRITER(name) listing_append_##name,

const WCHAR *const listing_formats[] = { LISTING_WRITERS(FORMAT_NAME) NULL };

static void (*const writers[])(const struct listing *listing,
                               struct text *text) = { LISTING_WRITERS(FORMAT_WRITER) };

DWORD listing_write(const struct listing *listing, const WCHAR *format)
{
    struct text text = { 0 };
    size_t index = 0;
    DWORD error;

    while (format && wcscmp(listing_formats[index], format))
    {
        index++;
    }
    writers[index](listing, &text);
    error = output_write(STD_OUTPUT_HANDLE, &text);
    text_free(&text);
    return error;
}
