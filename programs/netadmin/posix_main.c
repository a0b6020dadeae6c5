/*
 * Where the native netadmin begins.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "main.h"

#include <errno.h>
#include <fcntl.h>
#include <netapi32_posix.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

#include "base/memory.h"
#include "base/text.h"
#include "console/error.h"
#include "platform/credentials.h"

/* The words as UTF-16, to be freed with words_free(). *wrong is the place of the first that is no UTF-8,
 * and ends them then; -1: none is. */
static WCHAR **words_decode(int count, char **bytes, int *wrong)
{
    WCHAR **words = memory_resize(NULL, (size_t)count + 1, sizeof(*words));
    int done = 0;

    for (; done < count; done++)
    {
        const size_t size = strlen(bytes[done]) + 1;

        /* UTF-16 never takes more units than UTF-8 takes bytes. */
        words[done] = memory_resize(NULL, size, sizeof(WCHAR));
        if (!MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, bytes[done], -1, words[done],
                                 (int)size))
        {
            free(words[done]);
            break;
        }
    }
    *wrong = done < count ? done : -1;
    words[done] = NULL;
    return words;
}

static void words_free(WCHAR **words)
{
    for (WCHAR **word = words; *word; word++)
    {
        free(*word);
    }
    free(words);
}

/* ---- Whose credentials count ----------------------------------------------------------------- */

/* Is this /credentials:FILE, --credentials=FILE or --credentials? */
static bool is_credentials(const WCHAR *word)
{
    const WCHAR *name = word[0] == '/'                     ? word + 1
                        : word[0] == '-' && word[1] == '-' ? word + 2
                                                           : L"";
    const size_t length = wcscspn(name, L":=");

    return length == wcslen(credentials_option) && !_wcsnicmp(name, credentials_option, length);
}

/* The file that the word at *place names, or the next one, which *place moves to. */
static const WCHAR *credentials_file(int count, WCHAR **words, int *place)
{
    const WCHAR *word = words[*place];
    const size_t length = wcscspn(word, L":=");

    if (word[length])
    {
        return word + length + 1;
    }
    return word[0] == '-' && *place + 1 < count ? words[++*place] : L"";
}

/* Obeys the options that are taken out of the words; what is left are *count. */
static enum exit_status credentials_use(int *count, WCHAR **words)
{
    enum exit_status status = EXIT_STATUS_OK;
    bool options_ended = false;
    int left = 0;

    for (int i = 0; i < *count && status == EXIT_STATUS_OK; i++)
    {
        options_ended = options_ended || !wcscmp(words[i], L"--");
        if (!i || options_ended || !is_credentials(words[i]))
        {
            words[left++] = words[i];
            continue;
        }
        const WCHAR *file = credentials_file(*count, words, &i);

        status = *file ? error_report(posix_credentials_use_file(file))
                       : usage_error(NULL, L"'%ls' needs a value", credentials_option);
    }
    *count = left;
    return status;
}

/* Where a standard stream is closed, the next file or connection would have its number, and what is written to
 * the stream would go there: into the talk with a server. What cannot be read or written stands in for it. */
static void streams_hold(void)
{
    for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; descriptor++)
    {
        if (fcntl(descriptor, F_GETFD) < 0 && errno == EBADF &&
            open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY) != descriptor)
        {
            _exit(EXIT_STATUS_ERROR);
        }
    }
}

int main(int argc, char **argv)
{
    int wrong = -1;
    WCHAR **decoded = words_decode(argc, argv, &wrong);
    WCHAR **words = memory_resize(NULL, (size_t)argc + 1, sizeof(*words));
    int status;

    streams_hold();
    signal(SIGXFSZ, SIG_IGN); /* a limit of files' sizes is an error of writing */
    posix_use_files();
    if (wrong >= 0)
    {
        status = usage_error(NULL, L"argument %d is not UTF-8", wrong);
    }
    else
    {
        memcpy(words, decoded, ((size_t)argc + 1) * sizeof(*words));
        status = EXIT_STATUS_OK;
        if (!netadmin_completes(argc, words))
        {
            status = credentials_use(&argc, words);
        }
        status = status == EXIT_STATUS_OK ? netadmin_run(argc, words) : status;
    }
    free(words);
    words_free(decoded);
    return status;
}
