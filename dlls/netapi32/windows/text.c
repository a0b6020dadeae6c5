/*
 * Windows' conversions of text. The one character set of bytes is UTF-8, whatever is asked for.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <stdbool.h>
#include <string.h>

#define REPLACEMENT_CHARACTER 0xFFFD

/* Takes what stands for one character off the front: how many bytes. *is_valid says whether they are
 * one. */
static size_t decode(const BYTE *bytes, size_t count, ULONG *character, bool *is_valid)
{
    static const ULONG smallest[] = { 0, 0x80, 0x800, 0x10000 };
    const BYTE first = bytes[0];
    const size_t more = first < 0x80 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
    ULONG value = more ? first & (0x3Fu >> more) : first;
    size_t used = 1;

    *is_valid = first < 0x80 || (first >= 0xC2 && first <= 0xF4);
    while (*is_valid && used <= more && used < count && (bytes[used] & 0xC0) == 0x80)
    {
        value = value << 6 | (bytes[used++] & 0x3Fu);
    }
    *is_valid = *is_valid && used == more + 1 && value >= smallest[more] && value <= 0x10FFFF &&
                !(value >= 0xD800 && value <= 0xDFFF);
    *character = *is_valid ? value : REPLACEMENT_CHARACTER;
    return *is_valid ? used : 1;
}

int WINAPI MultiByteToWideChar(UINT code_page, DWORD flags, const char *bytes, int size,
                               WCHAR *wide, int capacity)
{
    const size_t count = size < 0 ? strlen(bytes) + 1 : (size_t)size;
    const size_t room = (size_t)capacity;
    size_t length = 0;

    (void)code_page;
    for (size_t at = 0; at < count;)
    {
        WCHAR units[2];
        ULONG character;
        bool is_valid;
        size_t needed = 1;

        at += decode((const BYTE *)bytes + at, count - at, &character, &is_valid);
        if (!is_valid && flags & MB_ERR_INVALID_CHARS)
        {
            SetLastError(ERROR_NO_UNICODE_TRANSLATION);
            return 0;
        }
        units[0] = (WCHAR)character;
        if (character >= 0x10000)
        {
            units[0] = (WCHAR)(0xD800 + ((character - 0x10000) >> 10));
            units[1] = (WCHAR)(0xDC00 + ((character - 0x10000) & 0x3FF));
            needed = 2;
        }
        if (room && needed > room - length)
        {
            SetLastError(ERROR_INSUFFICIENT_BUFFER);
            return 0;
        }
        if (room)
        {
            memcpy(&wide[length], units, needed * sizeof(WCHAR));
        }
        length += needed;
    }
    return (int)length;
}

static size_t encode(ULONG character, char bytes[4])
{
    const size_t more = character < 0x80 ? 0 : character < 0x800 ? 1 : character < 0x10000 ? 2 : 3;
    static const BYTE first[] = { 0, 0xC0, 0xE0, 0xF0 };

    for (size_t i = more; i; i--)
    {
        bytes[i] = (char)(0x80 | (character & 0x3F));
        character >>= 6;
    }
    bytes[0] = (char)(first[more] | character);
    return more + 1;
}

static size_t text_length(const WCHAR *wide)
{
    size_t length = 0;

    while (wide[length])
    {
        length++;
    }
    return length;
}

int WINAPI WideCharToMultiByte(UINT code_page, DWORD flags, const WCHAR *wide, int size,
                               char *bytes, int capacity, const char *unknown, BOOL *unknown_used)
{
    const size_t count = size < 0 ? text_length(wide) + 1 : (size_t)size;
    const size_t room = (size_t)capacity;
    size_t length = 0;

    (void)code_page;
    (void)flags;
    (void)unknown;
    if (unknown_used)
    {
        *unknown_used = FALSE;
    }
    for (size_t i = 0; i < count; i++)
    {
        ULONG character = wide[i];
        char encoded[4];
        size_t needed;

        if (IS_HIGH_SURROGATE(character) && i + 1 < count && IS_LOW_SURROGATE(wide[i + 1]))
        {
            character = 0x10000 + ((character - 0xD800) << 10) + (wide[++i] - 0xDC00u);
        }
        else if (IS_HIGH_SURROGATE(character) || IS_LOW_SURROGATE(character))
        {
            character = REPLACEMENT_CHARACTER;
        }
        needed = encode(character, encoded);
        if (room && needed > room - length)
        {
            SetLastError(ERROR_INSUFFICIENT_BUFFER);
            return 0;
        }
        if (room)
        {
            memcpy(&bytes[length], encoded, needed);
        }
        length += needed;
    }
    return (int)length;
}
