/*
 * Strings as good and bad callers pass them
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "texts.h"

#include <stdlib.h>
#include <string.h>

#include "memory.h"

static const char *const names[TEXT_VALUES] = {
    [TEXT_GOOD] = "good",
    [TEXT_EMPTY] = "empty",
    [TEXT_LONGEST] = "of 32767 characters",
    [TEXT_LONGEST_SERVER] = "of 32767 characters, two of them backslashes",
    [TEXT_HIGH_SURROGATE] = "a high surrogate alone",
    [TEXT_LOW_SURROGATE] = "a low surrogate alone",
    [TEXT_SIGNS] = "signs",
};

static WCHAR longest[TEXT_LONGEST_UNITS + 1];
static WCHAR longest_server[TEXT_LONGEST_UNITS + 1];

static const WCHAR *const wide_texts[TEXT_VALUES] = {
    [TEXT_EMPTY] = L"",
    [TEXT_LONGEST] = longest,
    [TEXT_LONGEST_SERVER] = longest_server,
    [TEXT_HIGH_SURROGATE] = L"a\xd800",
    [TEXT_LOW_SURROGATE] = L"a\xdc00z",
    [TEXT_SIGNS] = L"\\\\\x1\xffff:*?\"<>|/%s%n \\\\",
};

/* The code page is the host's: UTF-8, where these are no characters, or one with a byte for each. */
static const char *const ansi_texts[TEXT_VALUES] = {
    [TEXT_HIGH_SURROGATE] = "a\xed\xa0\x80",
    [TEXT_LOW_SURROGATE] = "a\xff\xfe\x80z\xc3",
    [TEXT_SIGNS] = "\\\\\x1\xff:*?\"<>|/%s%n \\\\",
};

const char *text_value_name(enum text_value value)
{
    return names[value];
}

static void make_longest(void)
{
    for (size_t i = 0; i < TEXT_LONGEST_UNITS; i++)
    {
        longest[i] = 'a';
        longest_server[i] = i < 2 ? '\\' : 'a';
    }
}

static const void *constant(const WCHAR *wide, const char *ansi, BOOL is_ansi, BOOL is_odd)
{
    static char narrow[TEXT_LONGEST_UNITS + 1];
    size_t i = 0;

    if (!is_ansi)
    {
        return memory_constant(wide, (wcslen(wide) + 1) * sizeof(*wide), is_odd ? 1 : 0);
    }
    if (!ansi)
    {
        for (; wide[i]; i++)
        {
            narrow[i] = (char)wide[i];
        }
        narrow[i] = 0;
        ansi = narrow;
    }
    return memory_constant(ansi, strlen(ansi) + 1, is_odd ? 1 : 0);
}

const void *text_value(enum text_value value, const char *good, BOOL is_ansi, BOOL is_odd)
{
    WCHAR wide[MAX_PATH] = { 0 };

    if (!longest[0])
    {
        make_longest();
    }
    if (value != TEXT_GOOD)
    {
        return constant(wide_texts[value], ansi_texts[value], is_ansi, is_odd);
    }
    if (!good)
    {
        return NULL;
    }
    for (size_t i = 0; good[i] && i + 1 < MAX_PATH; i++)
    {
        wide[i] = (WCHAR)good[i];
    }
    return constant(wide, NULL, is_ansi, is_odd);
}
