/*
 * Files of a host that are what the input of a fuzz target says.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/fuzzed_files.h"

#include <stdlib.h>
#include <string.h>

#include "base/status.h"
#include "platform/platform.h"
#include "support/fixed_platform.h"

#define NAMES_MAX 8
#define SLOW      0xFD  /* a file that takes the whole time of a call */
#define SLOW_TIME 60000 /* ms */

static struct fuzz_input *files;

uint32_t __wrap_platform_read_file(const struct utf16_name *path, size_t size_max, uint8_t **data,
                                   size_t *size);
bool __wrap_platform_file_exists(const struct utf16_name *path);
bool __wrap_platform_last_access(const struct utf16_name *path, uint64_t *filetime);
uint32_t __wrap_platform_list_folder(const struct utf16_name *path,
                                     bool (*visit)(const struct utf16_name *name, void *context),
                                     void *context);

void fuzzed_files_set(struct fuzz_input *input)
{
    files = input;
}

uint32_t __wrap_platform_read_file(const struct utf16_name *path, size_t size_max, uint8_t **data,
                                   size_t *size)
{
    const uint8_t manner = fuzz_u8(files);
    const bool is_there = manner != 0;
    size_t wanted = is_there ? fuzz_u16(files) : 0;

    (void)path;
    fixed_platform_pass(manner == SLOW ? SLOW_TIME : 0);
    *data = NULL;
    *size = 0;
    if (!is_there)
    {
        return ERROR_FILE_NOT_FOUND;
    }
    wanted = wanted < reader_left(&files->bytes) ? wanted : reader_left(&files->bytes);
    wanted = wanted < size_max ? wanted : size_max;
    *data = malloc(wanted ? wanted : 1);
    if (!*data)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    if (wanted && !files->bytes.failed)
    {
        memcpy(*data, reader_bytes(&files->bytes, wanted), wanted);
        *size = wanted;
    }
    return ERROR_SUCCESS;
}

bool __wrap_platform_file_exists(const struct utf16_name *path)
{
    const uint8_t manner = fuzz_u8(files);

    (void)path;
    fixed_platform_pass(manner == SLOW ? SLOW_TIME : 0);
    return manner & 1;
}

bool __wrap_platform_last_access(const struct utf16_name *path, uint64_t *filetime)
{
    const uint8_t seconds = fuzz_u8(files);

    (void)path;
    if (!seconds)
    {
        return false;
    }
    *filetime = platform_filetime() + FILETIME_SECOND - seconds * FILETIME_SECOND;
    return true;
}

uint32_t __wrap_platform_list_folder(const struct utf16_name *path,
                                     bool (*visit)(const struct utf16_name *name, void *context),
                                     void *context)
{
    size_t count = fuzz_below(files, NAMES_MAX);

    (void)path;
    if (!count)
    {
        return ERROR_FILE_NOT_FOUND;
    }
    for (; count; count--)
    {
        struct utf16_name name;

        if (utf16_name_set(&name, fuzz_text(files)) && !visit(&name, context))
        {
            break;
        }
    }
    return ERROR_SUCCESS;
}
