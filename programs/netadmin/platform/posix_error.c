/*
 * What POSIX calls an error, as a Win32 code.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "platform/posix_error.h"

#include <errno.h>
#include <stddef.h>

static const struct
{
    int posix;
    DWORD code;
} errors[] = {
    { EACCES, ERROR_ACCESS_DENIED },       { EPERM, ERROR_ACCESS_DENIED },
    { EROFS, ERROR_WRITE_PROTECT },        { ENOENT, ERROR_FILE_NOT_FOUND },
    { ENOTDIR, ERROR_PATH_NOT_FOUND },     { EISDIR, ERROR_ACCESS_DENIED },
    { EEXIST, ERROR_FILE_EXISTS },         { EBADF, ERROR_INVALID_HANDLE },
    { EINVAL, ERROR_INVALID_PARAMETER },   { ENAMETOOLONG, ERROR_FILENAME_EXCED_RANGE },
    { ENOMEM, ERROR_NOT_ENOUGH_MEMORY },   { ENOSPC, ERROR_DISK_FULL },
    { EDQUOT, ERROR_DISK_FULL },           { EFBIG, ERROR_FILE_TOO_LARGE },
    { EMFILE, ERROR_TOO_MANY_OPEN_FILES }, { ENFILE, ERROR_TOO_MANY_OPEN_FILES },
    { EPIPE, ERROR_BROKEN_PIPE },          { EIO, ERROR_IO_DEVICE },
};

DWORD error_of_posix(int error)
{
    for (size_t i = 0; i < ARRAYSIZE(errors); i++)
    {
        if (errors[i].posix == error)
        {
            return errors[i].code;
        }
    }
    return ERROR_GEN_FAILURE;
}
