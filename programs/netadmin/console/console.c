/*
 * Talking with the person at the console.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "console/console.h"

#include "platform/prompt.h"
#include "platform/stream.h"

bool console_is_interactive(void)
{
    return stream_is_console(STD_INPUT_HANDLE);
}

bool console_confirm(const WCHAR *question)
{
    WCHAR line[256];

    prompt_show(question);
    return prompt_read(line, ARRAYSIZE(line)) && (line[0] == 'y' || line[0] == 'Y');
}

DWORD console_read_password(const WCHAR *prompt, WCHAR *password, size_t capacity)
{
    DWORD error;

    prompt_show(prompt);
    error = prompt_read_unseen(password, capacity);
    prompt_show(L"\n");
    return error;
}
