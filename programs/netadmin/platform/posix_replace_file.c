/*
 * Files that others read while they are written, of POSIX.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "platform/replace_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/utf8.h"
#include "platform/posix_error.h"

static DWORD bytes_write(int file, const char *bytes, size_t length)
{
    while (length)
    {
        const ssize_t written = write(file, bytes, length);

        if (written < 0 && errno != EINTR)
        {
            return error_of_posix(errno);
        }
        bytes += written > 0 ? written : 0;
        length -= written > 0 ? (size_t)written : 0;
    }
    return fsync(file) ? error_of_posix(errno) : ERROR_SUCCESS;
}

/* A device would be gone for everybody. */
static bool may_be_replaced(const char *path)
{
    struct stat status;

    return stat(path, &status) || S_ISREG(status.st_mode);
}

/* Writes to a file beside the one of this path, and moves it there. */
static DWORD file_replace(const char *path, const char *temporary, const char *bytes, size_t length)
{
    /* A file that is there already is another program's. */
    const int file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    DWORD error;

    if (file < 0)
    {
        /* It is the folder that is not there. */
        return errno == ENOENT ? ERROR_PATH_NOT_FOUND : error_of_posix(errno);
    }
    error = bytes_write(file, bytes, length);
    if (close(file) && !error)
    {
        error = error_of_posix(errno);
    }
    if (!error && rename(temporary, path))
    {
        error = error_of_posix(errno);
    }
    if (error)
    {
        unlink(temporary);
    }
    return error;
}

static char *temporary_name(const WCHAR *path, DWORD number)
{
    struct text name = { 0 };
    char *bytes;

    text_append_format(&name, L"%ls.%lu.tmp", path, number);
    bytes = utf8_make(&name, NULL);
    text_free(&name);
    return bytes;
}

DWORD replace_file(const WCHAR *path, const struct text *text)
{
    struct text name = { 0 };
    char *bytes;
    char *final;
    size_t length;
    DWORD error;

    text_append(&name, path);
    final = utf8_make(&name, NULL);
    text_free(&name);
    bytes = utf8_make(text, &length);
    error = may_be_replaced(final) ? ERROR_FILE_EXISTS : ERROR_ACCESS_DENIED;
    for (DWORD i = 0; i < TEMPORARY_FILES_MAX && error == ERROR_FILE_EXISTS; i++)
    {
        char *temporary = temporary_name(path, (DWORD)getpid() + i);

        error = file_replace(final, temporary, bytes, length);
        free(temporary);
    }
    free(bytes);
    free(final);
    return error;
}
