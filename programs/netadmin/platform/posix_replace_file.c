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
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "platform/posix_error.h"
#include "platform/posix_write.h"

/* What is replaced: where links lead to, and what is there. */
struct target
{
    char *path;
    bool exists;
    struct stat status;
};

static char *path_make(const WCHAR *path)
{
    struct text name = { 0 };
    char *bytes;

    text_append(&name, path);
    bytes = utf8_make(&name, NULL);
    text_free(&name);
    return bytes;
}

/* A link is no file that one could replace: what it leads to is. A device would be gone for everybody. */
static DWORD target_find(const WCHAR *path, struct target *target)
{
    char *name = path_make(path);
    struct stat link;

    *target = (struct target){ .path = name };
    if (!lstat(name, &link) && S_ISLNK(link.st_mode))
    {
        target->path = realpath(name, NULL);
        free(name);
    }
    if (!target->path)
    {
        return error_of_posix(errno);
    }
    target->exists = !stat(target->path, &target->status);
    return target->exists && !S_ISREG(target->status.st_mode) ? ERROR_ACCESS_DENIED : ERROR_SUCCESS;
}

/* Whoever could read what was there, and nobody else, can read what is. */
static DWORD access_copy(int file, const struct target *target)
{
    if (target->exists && fchown(file, target->status.st_uid, target->status.st_gid) &&
        errno != EPERM)
    {
        return error_of_posix(errno);
    }
    return target->exists && fchmod(file, target->status.st_mode & 0777) ? error_of_posix(errno)
                                                                         : ERROR_SUCCESS;
}

/* Writes to a file beside the one that is meant, and moves it there. */
static DWORD file_replace(const struct target *target, const char *temporary, const char *bytes,
                          size_t length)
{
    /* A file that is there already is another program's. */
    const int file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    DWORD error;

    if (file < 0)
    {
        /* It is the folder that is not there. */
        return errno == ENOENT ? ERROR_PATH_NOT_FOUND : error_of_posix(errno);
    }
    error = access_copy(file, target);
    if (!error)
    {
        error = posix_write(file, bytes, length);
    }
    if (!error && fsync(file))
    {
        error = error_of_posix(errno);
    }
    if (close(file) && !error)
    {
        error = error_of_posix(errno);
    }
    if (!error && rename(temporary, target->path))
    {
        error = error_of_posix(errno);
    }
    if (error)
    {
        unlink(temporary);
    }
    return error;
}

static char *temporary_name(const char *path, unsigned long number)
{
    const size_t size = strlen(path) + sizeof(".18446744073709551615.tmp");
    char *name = memory_resize(NULL, size, 1);

    snprintf(name, size, "%s.%lu.tmp", path, number);
    return name;
}

DWORD replace_file(const WCHAR *path, const struct text *text)
{
    struct target target;
    size_t length;
    char *bytes = utf8_make(text, &length);
    DWORD error = target_find(path, &target);

    if (!error)
    {
        error = ERROR_FILE_EXISTS;
    }
    for (unsigned long i = 0; i < TEMPORARY_FILES_MAX && error == ERROR_FILE_EXISTS; i++)
    {
        char *temporary = temporary_name(target.path, (unsigned long)getpid() + i);

        error = file_replace(&target, temporary, bytes, length);
        free(temporary);
    }
    free(bytes);
    free(target.path);
    return error;
}
