/*
 * The words of a system that does not know Win32 codes.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "platform/messages.h"

#include <lmerr.h>
#include <netapi32_posix.h>
#include <stdbool.h>
#include <string.h>

#define PROBLEM_SIZE 512

size_t system_message(DWORD code, WCHAR *message, size_t capacity)
{
    (void)code;
    (void)capacity;
    message[0] = 0;
    return 0;
}

/* Codes that what is wrong with the user's files and tickets can lead to. What is known may be about
 * something else that failed before. */
static const DWORD codes[] = {
    ERROR_FILE_NOT_FOUND,    ERROR_ACCESS_DENIED,  ERROR_GEN_FAILURE,   ERROR_INVALID_PASSWORD,
    ERROR_INVALID_PARAMETER, ERROR_FILE_TOO_LARGE, ERROR_LOGON_FAILURE, ERROR_TIME_SKEW,
    ERROR_BAD_CONFIGURATION, NERR_BadUsername,
};

static bool has_problem(DWORD code)
{
    for (size_t i = 0; i < ARRAYSIZE(codes); i++)
    {
        if (codes[i] == code)
        {
            return true;
        }
    }
    return false;
}

size_t system_problem(DWORD code, WCHAR *message, size_t capacity)
{
    char problem[PROBLEM_SIZE];
    int length = 0;

    if (has_problem(code) && posix_problem(problem, sizeof(problem)))
    {
        length = MultiByteToWideChar(CP_UTF8, 0, problem, (int)strlen(problem), message,
                                     (int)capacity - 1);
    }
    message[length] = 0;
    return (size_t)length;
}

/* It is part of the program. */
const WCHAR *system_hint_library(void)
{
    return NULL;
}
