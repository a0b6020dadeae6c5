/*
 * Loads a DLL and lets it go, once, and says how long both took. A program for tests/bench/run, not a
 * test.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 *     loader DLL
 *
 * Prints "ok" and nanoseconds.
 */
#include <stdio.h>
#include <windows.h>

#define NS_OF_SECOND 1000000000ull

int main(int argc, char **argv)
{
    LARGE_INTEGER frequency, start, end;
    HMODULE dll;

    QueryPerformanceFrequency(&frequency);
    QueryPerformanceCounter(&start);
    dll = argc == 2 ? LoadLibraryA(argv[1]) : NULL;
    if (!dll || !FreeLibrary(dll))
    {
        printf("error %lu\n", GetLastError());
        return 1;
    }
    QueryPerformanceCounter(&end);
    printf("ok %llu\n", (unsigned long long)(end.QuadPart - start.QuadPart) *
                            (NS_OF_SECOND / (unsigned long long)frequency.QuadPart));
    return 0;
}
