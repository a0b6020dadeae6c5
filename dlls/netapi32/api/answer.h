/*
 * What the functions of the API give out: GetInfo and Enum functions of every family.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_API_ANSWER_H
#define NETAPI32_API_ANSWER_H

#include <windows.h>

#include "levels/level.h"

/* The parameters of an Enum function, by their names in the documentation. */
struct api_enum
{
    BYTE **buffer;
    DWORD preferred_length;
    DWORD *entries_read;
    DWORD *total_entries;
    DWORD *resume_handle;          /* one of the two, or none */
    DWORD_PTR *resume_handle_word; /* as NetGroupEnum has it */
};

/* What the families below are asked with. */
struct info_request api_enum_request(const struct api_enum *outputs, const WCHAR *server,
                                     DWORD level);
/* Sets the outputs to nothing. ERROR_INVALID_PARAMETER if one is missing; ERROR_INVALID_LEVEL. */
DWORD api_enum_begin(const struct api_enum *outputs, const struct info_family *family, DWORD level);
/* Gives out an answer, which is empty after a failure. The resume handle stays then. */
void api_enum_give(const struct api_enum *outputs, DWORD status, const struct info_answer *answer);
/* For functions that give out a list and its length, and nothing else: sets both to nothing. FALSE if
 * one is missing. */
BOOL api_list_begin(void **list, DWORD *count);
/* The same as api_enum_begin() for a GetInfo function. */
DWORD api_info_begin(BYTE **buffer, const struct info_family *family, DWORD level);

#endif
