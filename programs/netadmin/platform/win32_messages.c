/*
 * The words of Windows.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "platform/messages.h"

size_t system_message(DWORD code, WCHAR *message, size_t capacity)
{
    DWORD length = FormatMessageW(FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS |
                                      FORMAT_MESSAGE_MAX_WIDTH_MASK,
                                  NULL, code, 0, message, (DWORD)capacity, NULL);

    while (length && (message[length - 1] == ' ' || message[length - 1] == '\n'))
    {
        length--;
    }
    message[length] = 0;
    return length;
}

size_t system_problem(DWORD code, WCHAR *message, size_t capacity)
{
    (void)code;
    (void)capacity;
    message[0] = 0;
    return 0;
}

const WCHAR *system_hint_library(void)
{
    return L"this may be another netapi32.dll; in Wine, set WINEDLLOVERRIDES=netapi32=n,b.";
}
