/*
 * Windows' SIDs as text.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>
#include <sddl.h>

#include <string.h>

#include "base/sid.h"

#define PREFIX_LENGTH 4 /* S-1- */

static BOOL failure(DWORD error)
{
    SetLastError(error);
    return FALSE;
}

BOOL WINAPI IsValidSid(PSID sid)
{
    return sid && sid_is_valid(sid_of_caller(sid));
}

BOOL WINAPI ConvertSidToStringSidW(PSID sid, WCHAR **string)
{
    struct utf16_name text;
    size_t size;

    if (!IsValidSid(sid))
    {
        return failure(ERROR_INVALID_SID);
    }
    sid_to_text(sid_of_caller(sid), &text);
    size = (text.length + 1) * sizeof(WCHAR);
    *string = LocalAlloc(0, size);
    if (!*string)
    {
        return failure(ERROR_NOT_ENOUGH_MEMORY);
    }
    memcpy(*string, text.units, size);
    return TRUE;
}

/* Reads a decimal number of up to `max` with a - before it, and moves *text behind it. */
static BOOL number_read(const WCHAR **text, ULONGLONG max, ULONGLONG *number)
{
    const WCHAR *at = *text;

    if (*at++ != '-' || *at < '0' || *at > '9')
    {
        return FALSE;
    }
    for (*number = 0; *at >= '0' && *at <= '9'; at++)
    {
        *number = *number * 10 + (ULONGLONG)(*at - '0');
        if (*number > max)
        {
            return FALSE;
        }
    }
    *text = at;
    return TRUE;
}

/* The size of the SID; 0: it is none. */
static size_t sid_parse(const WCHAR *text, struct sid *sid)
{
    ULONGLONG number;
    size_t count = 0;

    if ((text[0] != 'S' && text[0] != 's') || text[1] != '-' || text[2] != '1')
    {
        return 0;
    }
    text += PREFIX_LENGTH - 1;
    if (!number_read(&text, 0xFFFFFFFFFFFFu, &number))
    {
        return 0;
    }
    *sid = (struct sid){ { 1 } };
    for (size_t i = 0; i < 6; i++)
    {
        sid->bytes[2 + i] = (uint8_t)(number >> (8 * (5 - i)));
    }
    for (; *text && count < SID_SUB_AUTHORITIES_MAX; count++)
    {
        const size_t at = 8 + 4 * count;
        uint32_t sub_authority;

        if (!number_read(&text, UINT32_MAX, &number))
        {
            return 0;
        }
        sub_authority = (uint32_t)number;
        memcpy(&sid->bytes[at], &sub_authority, sizeof(sub_authority));
    }
    sid->bytes[1] = (uint8_t)count;
    return *text || !count ? 0 : 8 + 4 * count;
}

BOOL WINAPI ConvertStringSidToSidW(const WCHAR *string, PSID *sid)
{
    struct sid parsed;
    const size_t size = string ? sid_parse(string, &parsed) : 0;

    if (!size)
    {
        return failure(ERROR_INVALID_SID);
    }
    *sid = LocalAlloc(0, size);
    if (!*sid)
    {
        return failure(ERROR_NOT_ENOUGH_MEMORY);
    }
    memcpy(*sid, parsed.bytes, size);
    return TRUE;
}
