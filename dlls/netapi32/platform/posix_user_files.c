/*
 * Files of the user.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "platform/posix_user_files.h"

#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/status.h"
#include "base/wipe.h"

#define FOLDER          "netapi32"
#define BYTE_ORDER_MARK 0xFEFF

static uint32_t file_error(int error)
{
    switch (error)
    {
    case ENOENT:
    case ENOTDIR: return ERROR_FILE_NOT_FOUND;
    case EACCES:
    case EPERM:
    case EROFS: return ERROR_ACCESS_DENIED;
    case ENOMEM: return ERROR_NOT_ENOUGH_MEMORY;
    default: return ERROR_GEN_FAILURE;
    }
}

/* ---- Places ---------------------------------------------------------------------------------- */

/* The home of the user, or an empty text. */
static void find_home(char *home, size_t size)
{
    const char *set = getenv("HOME");
    struct passwd user;
    struct passwd *found = NULL;
    char buffer[4096];

    if (set && *set == '/')
    {
        snprintf(home, size, "%s", set);
        return;
    }
    getpwuid_r(geteuid(), &user, buffer, sizeof(buffer), &found);
    snprintf(home, size, "%s", found ? user.pw_dir : "");
}

/* XDG Base Directory Specification: a path that is not absolute does not count. */
static bool find_folder(struct user_path *path)
{
    const char *set = getenv("XDG_CONFIG_HOME");
    const bool is_set = set && *set == '/';
    char home[PATH_MAX] = "";
    int length = 0;

    if (!is_set)
    {
        find_home(home, sizeof(home));
    }
    length = snprintf(path->text, sizeof(path->text), "%s%s", is_set ? set : home,
                      is_set ? "/" FOLDER : "/.config/" FOLDER);
    return (is_set || *home) && length > 0 && (size_t)length < sizeof(path->text);
}

bool user_path_of(const char *name, struct user_path *path)
{
    bool found = false;
    size_t used = 0;

    *path = (struct user_path){ "" };
    found = *name == '/' || find_folder(path);
    if (found)
    {
        used = strlen(path->text);
        found = (size_t)snprintf(path->text + used, sizeof(path->text) - used, "%s%s",
                                 used && *name ? "/" : "", name) < sizeof(path->text) - used;
    }
    if (!found)
    {
        *path = (struct user_path){ "" };
    }
    return found;
}

/* ---- Stamps ---------------------------------------------------------------------------------- */

static struct file_stamp stamp_from(const struct stat *information)
{
    return (struct file_stamp){
        .device = information->st_dev,
        .number = information->st_ino,
        .size = information->st_size,
        .modified = information->st_mtim,
        .changed = information->st_ctim,
        .exists = true,
    };
}

struct file_stamp file_stamp_of(const char *path)
{
    struct stat information;

    if (stat(path, &information))
    {
        return (struct file_stamp){ .exists = false };
    }
    return stamp_from(&information);
}

static bool is_time(struct timespec a, struct timespec b)
{
    return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
}

bool file_stamp_is(const struct file_stamp *a, const struct file_stamp *b)
{
    return a->exists == b->exists && a->device == b->device && a->number == b->number &&
           a->size == b->size && is_time(a->modified, b->modified) &&
           is_time(a->changed, b->changed);
}

/* ---- Reading --------------------------------------------------------------------------------- */

static uint32_t refuse(struct config_fault *fault, uint32_t status, const char *why)
{
    snprintf(fault->text, sizeof(fault->text), "%s", why);
    return status;
}

static uint32_t refuse_error(struct config_fault *fault, int error)
{
    const uint32_t status = file_error(error);

    return refuse(fault, status,
                  status == ERROR_FILE_NOT_FOUND  ? "there is no such file"
                  : status == ERROR_ACCESS_DENIED ? "you may not read it"
                                                  : "it cannot be read");
}

/* Whether the file may be read as one of this kind. */
static uint32_t look_at(const struct stat *information, enum user_file_kind kind,
                        struct config_fault *fault)
{
    if (!S_ISREG(information->st_mode))
    {
        return refuse(fault, ERROR_INVALID_PARAMETER, "this is no regular file");
    }
    if (kind == USER_FILE_SECRET && information->st_uid != geteuid())
    {
        return refuse(fault, ERROR_ACCESS_DENIED, "a password must be in a file of your own");
    }
    if (kind == USER_FILE_SECRET && information->st_mode & (S_IRWXG | S_IRWXO))
    {
        return refuse(fault, ERROR_ACCESS_DENIED,
                      "others have access to this password: chmod 600 takes it from them");
    }
    if ((uint64_t)information->st_size > USER_FILE_SIZE_MAX)
    {
        return refuse(fault, ERROR_FILE_TOO_LARGE, "the file is larger than 1 MiB");
    }
    return ERROR_SUCCESS;
}

/* Reads up to the end, or `size` bytes. */
static ssize_t read_all(int file, char *data, size_t size)
{
    size_t got = 0;

    while (got < size)
    {
        ssize_t more = read(file, data + got, size - got);

        if (more < 0 && errno == EINTR)
        {
            continue;
        }
        if (more <= 0)
        {
            return more ? -1 : (ssize_t)got;
        }
        got += (size_t)more;
    }
    return (ssize_t)got;
}

/* Terminated bytes become text. */
static uint32_t decode(const char *bytes, size_t size, struct utf16_slice *text,
                       struct config_fault *fault)
{
    uint16_t *units = malloc((size + 1) * sizeof(*units));
    size_t length = 0;
    size_t read = 0;
    size_t skipped = 0;

    if (!units)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    read = utf16_from_utf8(units, &length, bytes);
    skipped = length && units[0] == BYTE_ORDER_MARK ? 1 : 0;
    memmove(units, units + skipped, (length - skipped) * sizeof(*units));
    units[length - skipped] = 0; /* of what was moved, nothing is behind the text */
    *text = (struct utf16_slice){ units, length - skipped };
    if (read == size)
    {
        return ERROR_SUCCESS;
    }
    for (size_t i = 0; i < read; i++)
    {
        fault->line += bytes[i] == '\n';
    }
    fault->line++;
    text_release(text);
    return refuse(fault, ERROR_BAD_CONFIGURATION,
                  bytes[read] ? "the text is no UTF-8" : "the text has a NUL character");
}

static uint32_t read_text(int file, size_t size, struct utf16_slice *text,
                          struct config_fault *fault)
{
    char *bytes = calloc(1, size + 1);
    uint32_t status = ERROR_NOT_ENOUGH_MEMORY;
    ssize_t got = 0;

    if (!bytes)
    {
        return status;
    }
    got = read_all(file, bytes, size);
    status = got < 0 ? refuse_error(fault, errno) : decode(bytes, (size_t)got, text, fault);
    wipe(bytes, size);
    free(bytes);
    return status;
}

uint32_t user_file_read(const char *path, enum user_file_kind kind, struct utf16_slice *text,
                        struct file_stamp *stamp, struct config_fault *fault)
{
    /* Not to wait at the other end of a pipe. */
    const int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    struct stat information;
    uint32_t status = ERROR_SUCCESS;

    *text = (struct utf16_slice){ 0 };
    *fault = (struct config_fault){ 0 };
    *stamp = (struct file_stamp){ 0 };
    if (file < 0)
    {
        status = refuse_error(fault, errno);
        *stamp = file_stamp_of(path);
        return status;
    }
    if (fstat(file, &information))
    {
        status = refuse_error(fault, errno);
    }
    else
    {
        *stamp = stamp_from(&information);
        status = look_at(&information, kind, fault);
    }
    if (!status)
    {
        status = read_text(file, (size_t)information.st_size, text, fault);
    }
    close(file);
    return status;
}

void text_release(struct utf16_slice *text)
{
    if (text->units)
    {
        wipe((void *)(uintptr_t)text->units, text->length * sizeof(uint16_t));
    }
    free((void *)(uintptr_t)text->units);
    *text = (struct utf16_slice){ 0 };
}

/* ---- Writing --------------------------------------------------------------------------------- */

/* Makes the folders above a file, those of the specification: for the user alone. */
static uint32_t make_folders(const char *path)
{
    struct user_path folder;

    snprintf(folder.text, sizeof(folder.text), "%s", path);
    for (char *slash = strchr(folder.text + 1, '/'); slash; slash = strchr(slash + 1, '/'))
    {
        *slash = 0;
        if (mkdir(folder.text, S_IRWXU) && errno != EEXIST)
        {
            return file_error(errno);
        }
        *slash = '/';
    }
    return ERROR_SUCCESS;
}

static bool write_all(int file, const char *data, size_t size)
{
    while (size)
    {
        ssize_t written = write(file, data, size);

        if (written < 0 && errno == EINTR)
        {
            continue;
        }
        if (written <= 0)
        {
            return false;
        }
        data += written;
        size -= (size_t)written;
    }
    return true;
}

/* Writes a new file beside `path`, and puts it in its place. */
static uint32_t replace(const char *path, enum user_file_kind kind, const char *data, size_t size)
{
    struct user_path new;
    struct stat old;
    bool is_written = false;
    int file = -1;
    int error = 0;

    if ((size_t)snprintf(new.text, sizeof(new.text), "%s.XXXXXX", path) >= sizeof(new.text))
    {
        return ERROR_GEN_FAILURE;
    }
    file = mkostemp(new.text, O_CLOEXEC);
    if (file < 0)
    {
        return file_error(errno);
    }
    is_written =
        (kind == USER_FILE_SECRET || stat(path, &old) || !fchmod(file, old.st_mode & 0777)) &&
        write_all(file, data, size) && !fsync(file);
    error = errno;
    if (close(file) && is_written)
    {
        error = errno;
        is_written = false;
    }
    if (is_written && !rename(new.text, path))
    {
        return ERROR_SUCCESS;
    }
    error = is_written ? errno : error;
    unlink(new.text);
    return file_error(error);
}

uint32_t user_file_write(const char *path, enum user_file_kind kind, struct utf16_slice text)
{
    const size_t room = 3 * text.length + 1;
    char *bytes = calloc(1, room);
    struct user_path target;
    uint32_t status = ERROR_NOT_ENOUGH_MEMORY;

    if (!bytes)
    {
        return status;
    }
    status = make_folders(path);
    if (!status)
    {
        utf16_to_utf8(text, bytes, room);
        /* The file that a link leads to, where there is one. */
        status =
            replace(realpath(path, target.text) ? target.text : path, kind, bytes, strlen(bytes));
    }
    wipe(bytes, room);
    free(bytes);
    return status == ERROR_FILE_NOT_FOUND ? ERROR_GEN_FAILURE : status;
}

uint32_t user_file_remove(const char *path)
{
    return unlink(path) ? file_error(errno) : ERROR_SUCCESS;
}

uint32_t user_folder_lock(int *lock)
{
    struct user_path folder;
    uint32_t status = ERROR_GEN_FAILURE;

    *lock = -1;
    if (!user_path_of(".", &folder))
    {
        return status;
    }
    status = make_folders(folder.text);
    if (status)
    {
        return status;
    }
    *lock = open(folder.text, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (*lock < 0)
    {
        return file_error(errno);
    }
    while (flock(*lock, LOCK_EX))
    {
        if (errno != EINTR)
        {
            status = file_error(errno);
            user_folder_unlock(*lock);
            *lock = -1;
            return status;
        }
    }
    return ERROR_SUCCESS;
}

void user_folder_unlock(int lock)
{
    close(lock);
}
