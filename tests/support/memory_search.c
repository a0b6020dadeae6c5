/*
 * Looks for bytes in the memory of another process.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/memory_search.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PART_SIZE 0x100000
/* Where AddressSanitizer has its shadow memory, which holds no data and takes long to read. Nothing else of
 * a process is there. */
#define SHADOW_START 0x00007fff7000u
#define SHADOW_END   0x10007fff8000u

static unsigned int count_in(struct bytes memory, struct bytes needle)
{
    const uint8_t *end = memory.data + memory.size;
    unsigned int count = 0;

    while (memory.size >= needle.size)
    {
        const uint8_t *found = memmem(memory.data, memory.size, needle.data, needle.size);

        if (!found)
        {
            break;
        }
        count++;
        memory.data = found + 1;
        memory.size = (size_t)(end - memory.data);
    }
    return count;
}

/* Reads a region part by part; the parts overlap, so that no occurrence is cut in two. */
static unsigned int count_in_region(int memory, uint64_t start, uint64_t end, struct bytes needle)
{
    uint8_t *part = malloc(PART_SIZE);
    unsigned int count = 0;

    while (part && start < end)
    {
        size_t wanted = end - start < PART_SIZE ? (size_t)(end - start) : PART_SIZE;
        ssize_t got = pread(memory, part, wanted, (off_t)start);

        if (got <= 0)
        {
            break;
        }
        count += count_in((struct bytes){ part, (size_t)got }, needle);
        start += (uint64_t)got;
        if (start < end)
        {
            start -= needle.size - 1;
        }
    }
    free(part);
    return count;
}

unsigned int memory_count(pid_t process, struct bytes needle)
{
    char path[64];
    char line[512];
    FILE *maps = NULL;
    int memory = -1;
    unsigned int count = 0;

    snprintf(path, sizeof(path), "/proc/%d/mem", (int)process);
    memory = open(path, O_RDONLY | O_CLOEXEC);
    snprintf(path, sizeof(path), "/proc/%d/maps", (int)process);
    maps = fopen(path, "re");
    if (memory < 0 || !maps)
    {
        abort();
    }
    while (fgets(line, sizeof(line), maps))
    {
        uint64_t start = 0;
        uint64_t end = 0;
        char access[5] = "";

        if (sscanf(line, "%" SCNx64 "-%" SCNx64 " %4s", &start, &end, access) == 3 &&
            access[0] == 'r' && access[1] == 'w' && (start < SHADOW_START || end > SHADOW_END))
        {
            count += count_in_region(memory, start, end, needle);
        }
    }
    fclose(maps);
    close(memory);
    return count;
}
