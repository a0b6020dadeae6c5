/*
 * Asking a server something, or telling it, with the functions of the API.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_QUERY_H
#define NETADMIN_QUERY_H

#include <stdbool.h>
#include <windows.h>

#include "listing/listing.h"

#define NAME_COUNT_MAX 2

/* How a person's word becomes what the API wants. */
enum name_kind
{
    NAME_AS_IT_IS,
    NAME_COMPUTER,          /* has no leading backslashes, and gets them */
    NAME_SHARE_OR_COMPUTER, /* leading // are backslashes that a shell would have eaten */
};

/* Whom or what a question is about. */
struct name
{
    const WCHAR *text; /* NULL: any */
    enum name_kind kind;
};

struct question
{
    const WCHAR *server;               /* without leading backslashes; NULL: this computer */
    struct name names[NAME_COUNT_MAX]; /* in the order in which the function takes them */
    const void *info;                  /* what a function that changes something takes, or NULL */
    DWORD level;                       /* of that, where the function takes more than one */
    DWORD info_count;                  /* how many structures it is, where it may be several */
    DWORD
    *wrong_parameter; /* takes the number of the parameter that is at fault; NULL: not wanted */
    bool is_quiet;    /* it is one of several at the same time: nothing shows what it waits for */
};

/* A call of the API. */
struct api_call
{
    /* As the functions want them; they are not const there, but only read. */
    WCHAR *server; /* with leading backslashes, or NULL */
    WCHAR *names[NAME_COUNT_MAX];
    DWORD level;
    BYTE *info;
    DWORD info_count;
    DWORD wrong_parameter;
    DWORD part; /* 0 at first; for functions that need a further one for each part of an answer */
    /* What the call sets. */
    BYTE *buffer; /* NULL if there is nothing; to be freed with NetApiBufferFree() */
    DWORD count;  /* of the structures in there; the function of the API may leave it unset */
    DWORD total;
    union
    {
        DWORD number;
        DWORD_PTR wide; /* of functions that have handles as wide as pointers */
    } resume;
    void **kept; /* what else the structures point into, as call_keep() has it */
    size_t kept_count;
};

/* Calls a function of the API. Returns a Win32 or NERR code; ERROR_MORE_DATA if it is to be called
 * again for the rest. */
typedef DWORD api_function(struct api_call *call);

/* Calls the function as often as it takes, at the level of the listing, and adds what it gives to
 * the listing; without one (NULL), at the question's level, and nothing is expected. Shows what is waited for if it takes long, unless the question is quiet.
 *
 * Returns the function's code; ERROR_CALL_NOT_IMPLEMENTED if it claims success and has set no
 * count; ERROR_MORE_DATA if it has more but gives nothing. */
DWORD question_ask(const struct question *question, api_function *function,
                   struct listing *listing);

/* Hands over a buffer of the API (or NULL) that the structures in the call's buffer point into; it
 * lives as long as they do. */
void call_keep(struct api_call *call, void *buffer);

/* For a structure that the answers of several functions make: the function that is the call's own lets
 * another be called as often as it takes, about the same names and at a level of which the structures
 * are so large; *array takes all that it gives, as one array (NULL if there is nothing) that the call
 * keeps, and *count how many. Returns a code as question_ask(), or ERROR_NOT_ENOUGH_MEMORY. */
DWORD call_gather(struct api_call *call, api_function *function, DWORD level, size_t size,
                  void **array, DWORD *count);

/* Gives a copy of one structure as what the call answers. ERROR_NOT_ENOUGH_MEMORY. */
DWORD call_give_one(struct api_call *call, const void *structure, size_t size);

/* For functions that give one structure: counts it if it is there. Returns the error. */
DWORD call_count_one(struct api_call *call, DWORD error);

#endif
