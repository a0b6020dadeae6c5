/*
 * The standard streams of POSIX.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "platform/stream.h"

#include <errno.h>
#include <unistd.h>

#include "platform/posix_error.h"
#include "platform/posix_write.h"

static int descriptor_of(DWORD stream)
{
    switch (stream)
    {
    case STD_INPUT_HANDLE: return STDIN_FILENO;
    case STD_OUTPUT_HANDLE: return STDOUT_FILENO;
    default: return STDERR_FILENO;
    }
}

bool stream_is_console(DWORD stream)
{
    return isatty(descriptor_of(stream));
}

DWORD stream_show(DWORD stream, const WCHAR *units, size_t length)
{
    char bytes[3 * STREAM_UNITS_MAX];
    const int size =
        WideCharToMultiByte(CP_UTF8, 0, units, (int)length, bytes, sizeof(bytes), NULL, NULL);

    return stream_write(stream, bytes, (size_t)size);
}

DWORD stream_write(DWORD stream, const char *bytes, size_t length)
{
    return posix_write(descriptor_of(stream), bytes, length);
}

DWORD stream_read(DWORD stream, char *bytes, size_t capacity, size_t *count)
{
    ssize_t got;

    do
    {
        got = read(descriptor_of(stream), bytes, capacity);
    } while (got < 0 && errno == EINTR);
    *count = got > 0 ? (size_t)got : 0;
    return got < 0 ? error_of_posix(errno) : ERROR_SUCCESS;
}
