/*
 * Codes in words.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "view/error_words.h"

#include <lmerr.h>
#include <netapi32_error_words.h>

struct error_words
{
    DWORD code;
    const WCHAR *name;
    const WCHAR *words; /* a sentence */
};

#define ERROR_WORDS(code, words) { code, L"" #code, words },

static const struct error_words known[] = {
    /* Another netapi32.dll than this project's may be the one that lacks it. */
    ERROR_WORDS(ERROR_CALL_NOT_IMPLEMENTED,
                L"The function is not implemented in the netapi32.dll of this system.")
        NETAPI32_ERROR_WORDS(ERROR_WORDS)
};

/* ---- What to do about it ----------------------------------------------------------------------- */

#define HINT_LOGIN  L"Log in with Server, Log In."
#define HINT_ADMIN  L"This has to be changed on the server, by its administrator."
#define HINT_SERVER L"What answers there may be no SMB file server."
#define HINT_GONE   L"It may have ended meanwhile; refresh the list."

static const struct
{
    DWORD code;
    const WCHAR *hint;
} hints[] = {
    { ERROR_FILE_NOT_FOUND, HINT_GONE },
    { ERROR_ACCESS_DENIED,
      L"Log in as an administrator of the server with Server, Log In. On a Samba server, lists "
      L"take a member of BUILTIN\\Administrators, and ending sessions one of Domain Admins "
      L"('net groupmap'); what stands in smb.conf only its administrator changes." },
    { ERROR_BAD_NETPATH, L"Check its name, address and port." },
    { ERROR_BAD_NET_RESP, HINT_SERVER },
    { ERROR_BAD_NET_NAME, HINT_SERVER },
    { ERROR_INVALID_PASSWORD, HINT_LOGIN },
    { ERROR_NO_SUCH_USER, HINT_LOGIN },
    { ERROR_LOGON_FAILURE, HINT_LOGIN },
    { ERROR_ACCOUNT_RESTRICTION, HINT_ADMIN },
    { ERROR_PASSWORD_EXPIRED, HINT_ADMIN },
    { ERROR_ACCOUNT_DISABLED, HINT_ADMIN },
    { ERROR_ACCOUNT_LOCKED_OUT, HINT_ADMIN },
    { ERROR_LOGON_TYPE_NOT_GRANTED, HINT_ADMIN },
    { RPC_S_SERVER_UNAVAILABLE, HINT_SERVER },
    { RPC_S_PROTOCOL_ERROR, HINT_SERVER },
    { RPC_X_BAD_STUB_DATA, HINT_SERVER },
    { NERR_NetNameNotFound, HINT_GONE },
    { NERR_UserNotFound, HINT_GONE },
    { NERR_ClientNameNotFound, HINT_GONE },
    { NERR_FileIdNotFound, HINT_GONE },
};

static void append_hint(struct text *text, DWORD code)
{
    for (size_t i = 0; i < ARRAYSIZE(hints); i++)
    {
        if (hints[i].code == code)
        {
            text_append(text, u" ");
            text_append(text, hints[i].hint);
        }
    }
}

static void append_system_words(struct text *text, DWORD code)
{
    WCHAR words[512];
    DWORD length = FormatMessageW(FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS |
                                      FORMAT_MESSAGE_MAX_WIDTH_MASK,
                                  NULL, code, 0, words, ARRAYSIZE(words), NULL);

    while (length && (words[length - 1] == L' ' || words[length - 1] == L'\n'))
    {
        length--;
    }
    text_append_units(text, words, length);
    text_append(text, length ? u" (" : u"Unknown error. (");
    text_append_number(text, code);
    text_append(text, u")");
}

void error_append(struct text *text, DWORD code)
{
    for (size_t i = 0; i < ARRAYSIZE(known); i++)
    {
        if (known[i].code == code)
        {
            text_append(text, known[i].words);
            text_append(text, u" (");
            text_append_number(text, code);
            text_append(text, u", ");
            text_append(text, known[i].name);
            text_append(text, u")");
            append_hint(text, code);
            return;
        }
    }
    append_system_words(text, code);
}
