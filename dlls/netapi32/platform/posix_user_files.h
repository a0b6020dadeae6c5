/*
 * Files of the user: where they are, what is read of them, and how they are replaced.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_PLATFORM_POSIX_USER_FILES_H
#define NETAPI32_PLATFORM_POSIX_USER_FILES_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>

#include "base/utf16.h"
#include "base/wire.h"
#include "platform/posix_fault.h"

#define USER_FILE_SIZE_MAX ((size_t)1 << 20)

struct user_path
{
    char text[PATH_MAX];
};

/* The user's folder netapi32 for configuration, or a file in it: `name` may be absolute, and then it is
 * that. False, and an empty path, where there is no such place, or it is too long. */
bool user_path_of(const char *name, struct user_path *path);

/* What tells that a file is another than before, without reading it. */
struct file_stamp
{
    dev_t device;
    ino_t number;
    off_t size;
    struct timespec modified;
    struct timespec changed;
    bool exists;
};

struct file_stamp file_stamp_of(const char *path);
bool file_stamp_is(const struct file_stamp *a, const struct file_stamp *b);

enum user_file_kind
{
    USER_FILE_PLAIN,
    USER_FILE_SECRET, /* the user's own, and nobody else's to look into */
};

/* Its text as UTF-16, which text_release() wipes and releases; a byte order mark does not belong to it.
 * The codes that include/netapi32_posix.h has for files, with *fault, of which the line is 0 where it is
 * about all of the file. *stamp tells of what was read, or that there was nothing. */
uint32_t user_file_read(const char *path, enum user_file_kind kind, struct utf16_slice *text,
                        struct file_stamp *stamp, struct config_fault *fault);
void text_release(struct utf16_slice *text);

/* Replaces a file with this text, UTF-16: whoever reads it meanwhile has the old one or the new one. Where
 * it is a link to a file, that file. Its mode stays, but what is new or a secret is for the user alone.
 * Folders that lack are made. ERROR_ACCESS_DENIED, ERROR_GEN_FAILURE, ERROR_NOT_ENOUGH_MEMORY. */
uint32_t user_file_write(const char *path, enum user_file_kind kind, struct utf16_slice text);
uint32_t user_file_remove(const char *path);

/* The lock of those who change files of the user's folder, for all processes; made with it. *lock is to be
 * given back. ERROR_ACCESS_DENIED, ERROR_GEN_FAILURE. */
uint32_t user_folder_lock(int *lock);
void user_folder_unlock(int lock);

#endif
