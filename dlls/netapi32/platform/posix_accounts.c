/*
 * The accounts of this computer in the native build: a file in a folder that tests name.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#include "base/status.h"
#include "platform/platform.h"
#include "platform/posix.h"

static char folder[PATH_MAX];

void posix_accounts_folder(const char *path)
{
    snprintf(folder, sizeof(folder), "%s", path ? path : "");
}

struct path
{
    char text[PATH_MAX + 16];
};

static struct path path_of(const char *name)
{
    struct path path;

    snprintf(path.text, sizeof(path.text), "%s/%s", folder, name);
    return path;
}

uint32_t platform_accounts_read(size_t size_max, uint8_t **data, size_t *size)
{
    const struct path path = path_of("accounts");
    struct utf16_name name;
    uint32_t status = ERROR_FILE_NOT_FOUND;

    *data = NULL;
    *size = 0;
    if (*folder && utf16_name_from_utf8(&name, path.text))
    {
        status = platform_read_file(&name, size_max, data, size);
    }
    return status;
}

static bool write_all(int file, const uint8_t *data, size_t size)
{
    while (size)
    {
        ssize_t written = write(file, data, size);

        if (written <= 0)
        {
            return false;
        }
        data += written;
        size -= (size_t)written;
    }
    return true;
}

uint32_t platform_accounts_write(const void *data, size_t size)
{
    const struct path new = path_of("accounts.new");
    const struct path path = path_of("accounts");
    int file = *folder ? open(new.text, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600) : -1;
    bool is_written = false;

    if (file < 0)
    {
        return ERROR_ACCESS_DENIED;
    }
    is_written = write_all(file, data, size);
    is_written &= !close(file);
    return is_written && !rename(new.text, path.text) ? ERROR_SUCCESS : ERROR_GEN_FAILURE;
}

/* The lock is of the open file, so threads of a program have it one after the other too. */
uint32_t platform_accounts_lock(uint64_t deadline, void **lock)
{
    static const struct timespec pause = { 0, 1000000 };
    const struct path path = path_of("accounts.lock");
    int *file = malloc(sizeof(*file));

    *lock = NULL;
    if (!file)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    *file = *folder ? open(path.text, O_RDWR | O_CREAT | O_CLOEXEC, 0600) : -1;
    while (*file >= 0 && flock(*file, LOCK_EX | LOCK_NB))
    {
        if (errno != EWOULDBLOCK || platform_now() >= deadline)
        {
            close(*file);
            free(file);
            return ERROR_SEM_TIMEOUT;
        }
        nanosleep(&pause, NULL);
    }
    if (*file < 0)
    {
        free(file);
        return ERROR_ACCESS_DENIED;
    }
    *lock = file;
    return ERROR_SUCCESS;
}

void platform_accounts_unlock(void *lock)
{
    int *file = lock;

    if (file)
    {
        close(*file);
        free(file);
    }
}
