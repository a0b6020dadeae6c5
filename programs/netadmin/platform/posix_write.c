/*
 * Writing to a descriptor of POSIX.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "platform/posix_write.h"

#include <errno.h>
#include <limits.h>
#include <stdbool.h>
#include <unistd.h>

#include "platform/posix_error.h"
#include "platform/posix_stop.h"

/* A pipe that can be written to takes so much without waiting. */
static ssize_t piece_write(int descriptor, const char *bytes, size_t length)
{
    return write(descriptor, bytes, length < PIPE_BUF ? length : PIPE_BUF);
}

DWORD posix_write(int descriptor, const char *bytes, size_t length)
{
    while (length)
    {
        ssize_t written;

        if (!stop_lets_write(descriptor))
        {
            return ERROR_CANCELLED;
        }
        written = piece_write(descriptor, bytes, length);
        if (written < 0 && errno != EINTR && errno != EAGAIN)
        {
            return error_of_posix(errno);
        }
        bytes += written > 0 ? written : 0;
        length -= written > 0 ? (size_t)written : 0;
    }
    return ERROR_SUCCESS;
}
