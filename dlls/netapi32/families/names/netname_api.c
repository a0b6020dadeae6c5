/*
 * Names of users, computers, shares and others: I_NetName*, NetpwName*.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Undocumented as functions, but they are the local side of NetrNameValidate and NetrNameCompare,
 * [MS-SRVS] 3.1.4.32 and 3.1.4.34.
 */
#include <windows.h>

#include <lmcons.h>
#include <lmerr.h>
#include <string.h>

#include "api/this_computer.h"

NET_API_STATUS WINAPI I_NetNameValidate(WCHAR *server, WCHAR *name, DWORD type, DWORD flags);
NET_API_STATUS WINAPI NetpwNameValidate(WCHAR *name, DWORD type, DWORD flags);
LONG WINAPI I_NetNameCompare(WCHAR *server, WCHAR *first, WCHAR *second, DWORD type, DWORD flags);
LONG WINAPI NetpwNameCompare(WCHAR *first, WCHAR *second, DWORD type, DWORD flags);

/* [MS-SRVS] 2.2.2.8 */
enum name_type
{
    NAMETYPE_USER = 1,
    NAMETYPE_PASSWORD,
    NAMETYPE_GROUP,
    NAMETYPE_COMPUTER,
    NAMETYPE_EVENT,
    NAMETYPE_DOMAIN,
    NAMETYPE_SERVICE,
    NAMETYPE_NET,
    NAMETYPE_SHARE,
    NAMETYPE_MESSAGE,
    NAMETYPE_MESSAGEDEST,
    NAMETYPE_SHAREPASSWORD,
    NAMETYPE_WORKGROUP,
};

#define CONTROL_UNITS                                                                              \
    L"\1\2\3\4\5\6\7\10\11\12\13\14\15\16\17\20\21\22\23\24\25\26\27\30\31\32\33\34\35\36\37"
#define DEFAULT_UNITS L"\"/\\[]:|<>+=;,?" CONTROL_UNITS

static const struct name_rule
{
    size_t shortest;
    size_t longest;
    const WCHAR *forbidden;
    BOOL is_secret; /* may be dots and blanks alone, and case matters */
} rules[] = {
    [NAMETYPE_USER] = { 1, 256, DEFAULT_UNITS, FALSE },
    [NAMETYPE_PASSWORD] = { 0, 256, L"", TRUE },
    [NAMETYPE_GROUP] = { 1, 256, DEFAULT_UNITS, FALSE },
    [NAMETYPE_COMPUTER] = { 1, 260, DEFAULT_UNITS L"*", FALSE },
    [NAMETYPE_EVENT] = { 1, 16, DEFAULT_UNITS, FALSE },
    [NAMETYPE_DOMAIN] = { 1, 15, DEFAULT_UNITS L"* ", FALSE },
    [NAMETYPE_SERVICE] = { 1, 80, DEFAULT_UNITS, FALSE },
    [NAMETYPE_NET] = { 1, 260, DEFAULT_UNITS, FALSE },
    [NAMETYPE_SHARE] = { 1, 80, DEFAULT_UNITS, FALSE },
    [NAMETYPE_MESSAGE] = { 1, 15, DEFAULT_UNITS, FALSE },
    [NAMETYPE_MESSAGEDEST] = { 1, 260, DEFAULT_UNITS, FALSE },
    [NAMETYPE_SHAREPASSWORD] = { 0, 8, L"", TRUE },
    [NAMETYPE_WORKGROUP] = { 1, 15, DEFAULT_UNITS, FALSE },
};

/* What the table does not say. */
static BOOL obeys_special_rule(const WCHAR *name, size_t length, DWORD type)
{
    const WCHAR *star = wcschr(name, '*');

    switch (type)
    {
    case NAMETYPE_COMPUTER: return name[0] != ' ' && name[length - 1] != ' ';
    case NAMETYPE_MESSAGEDEST:
        return star ? star == name + length - 1 : length < rules[type].longest;
    default: return TRUE;
    }
}

static NET_API_STATUS validate_name(const WCHAR *name, DWORD type, DWORD flags)
{
    const struct name_rule *rule = &rules[type < ARRAYSIZE(rules) ? type : 0];
    size_t length = name ? wcslen(name) : 0;
    BOOL is_valid = FALSE;

    if (!name || !rule->forbidden || flags)
    {
        return ERROR_INVALID_PARAMETER;
    }
    is_valid = length >= rule->shortest && length <= rule->longest &&
               !wcspbrk(name, rule->forbidden) && (rule->is_secret || wcsspn(name, L". ") < length);
    return is_valid && obeys_special_rule(name, length, type) ? NERR_Success : ERROR_INVALID_NAME;
}

/* Negative, zero or positive; a name that can be none gives the error. */
static LONG compare_names(const WCHAR *first, const WCHAR *second, DWORD type, DWORD flags)
{
    NET_API_STATUS status = validate_name(first, type, flags);

    if (!status)
    {
        status = validate_name(second, type, flags);
    }
    if (status)
    {
        return (LONG)status;
    }
    return rules[type].is_secret ? wcscmp(first, second) : _wcsicmp(first, second);
}

NET_API_STATUS WINAPI NetpwNameValidate(WCHAR *name, DWORD type, DWORD flags)
{
    return validate_name(name, type, flags);
}

NET_API_STATUS WINAPI I_NetNameValidate(WCHAR *server, WCHAR *name, DWORD type, DWORD flags)
{
    NET_API_STATUS status = this_computer_check(server, ERROR_NOT_SUPPORTED);

    return status ? status : validate_name(name, type, flags);
}

LONG WINAPI NetpwNameCompare(WCHAR *first, WCHAR *second, DWORD type, DWORD flags)
{
    return compare_names(first, second, type, flags);
}

LONG WINAPI I_NetNameCompare(WCHAR *server, WCHAR *first, WCHAR *second, DWORD type, DWORD flags)
{
    NET_API_STATUS status = this_computer_check(server, ERROR_NOT_SUPPORTED);

    return status ? (LONG)status : compare_names(first, second, type, flags);
}
