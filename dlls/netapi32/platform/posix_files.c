/*
 * Files of the host, in the native build.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/status.h"
#include "platform/platform.h"
#include "platform/posix.h"

/* Room for a name in UTF-8. */
#define PATH_SIZE (NAME_LENGTH_MAX * 3 + 1)

static uint32_t file_error(int error)
{
    switch (error)
    {
    case ENOENT:
    case ENOTDIR: return ERROR_FILE_NOT_FOUND;
    case EACCES:
    case EPERM: return ERROR_ACCESS_DENIED;
    default: return ERROR_GEN_FAILURE;
    }
}

static uint32_t read_whole(int file, size_t size_max, uint8_t **data, size_t *size)
{
    struct stat information;
    ssize_t got = 0;

    if (fstat(file, &information))
    {
        return file_error(errno);
    }
    if (!S_ISREG(information.st_mode))
    {
        return ERROR_INVALID_PARAMETER;
    }
    if ((uint64_t)information.st_size > size_max)
    {
        return ERROR_FILE_TOO_LARGE;
    }
    *data = malloc((size_t)information.st_size + 1);
    if (!*data)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    got = read(file, *data, (size_t)information.st_size);
    if (got < 0)
    {
        free(*data);
        *data = NULL;
        return file_error(errno);
    }
    *size = (size_t)got;
    return ERROR_SUCCESS;
}

uint32_t platform_read_file(const struct utf16_name *path, size_t size_max, uint8_t **data,
                            size_t *size)
{
    char text[PATH_SIZE];
    uint32_t status = ERROR_SUCCESS;
    int file = -1;

    *data = NULL;
    *size = 0;
    utf16_to_utf8(utf16_from_name(path), text, sizeof(text));
    /* Not to wait at the other end of a pipe. */
    file = open(text, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0)
    {
        return file_error(errno);
    }
    status = read_whole(file, size_max, data, size);
    close(file);
    return status;
}

bool platform_file_exists(const struct utf16_name *path)
{
    char text[PATH_SIZE];

    utf16_to_utf8(utf16_from_name(path), text, sizeof(text));
    return !access(text, F_OK);
}

bool platform_last_access(const struct utf16_name *path, uint64_t *filetime)
{
    char text[PATH_SIZE];
    struct stat information;

    utf16_to_utf8(utf16_from_name(path), text, sizeof(text));
    if (stat(text, &information))
    {
        return false;
    }
    *filetime = posix_filetime(&information.st_atim);
    return true;
}

uint32_t platform_list_folder(const struct utf16_name *path,
                              bool (*visit)(const struct utf16_name *name, void *context),
                              void *context)
{
    char text[PATH_SIZE];
    DIR *folder = NULL;
    bool go_on = true;

    utf16_to_utf8(utf16_from_name(path), text, sizeof(text));
    folder = opendir(text);
    if (!folder)
    {
        return file_error(errno);
    }
    while (go_on)
    {
        const struct dirent *entry = readdir(folder);
        struct utf16_name name;

        go_on = entry != NULL;
        if (entry && utf16_name_from_utf8(&name, entry->d_name))
        {
            go_on = visit(&name, context);
        }
    }
    closedir(folder);
    return ERROR_SUCCESS;
}
