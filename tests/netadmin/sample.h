/*
 * What the parts of the made-up netapi32.dll share.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef SAMPLE_H
#define SAMPLE_H

#include <stdbool.h>
#include <windows.h>

bool is_server(const WCHAR *server, const WCHAR *name);

/* Writes a line, as printf() of wide strings. */
void say(const WCHAR *format, ...);

/* What a server that is not \\sample answers instead; `is_public`: to everybody. */
DWORD answer_of_name(const WCHAR *server, bool is_public);

/* Servers that have a name in common, and what those list, at level 1 and 3 (sample_clusters.c). */
bool clusters_have(const WCHAR *server);
DWORD clusters_sessions(const WCHAR *server, BYTE **buffer, DWORD *read);
DWORD clusters_files(const WCHAR *server, BYTE **buffer, DWORD *read, DWORD *total);

/* Structures of a size, in one buffer: all that there are, or one after the other on \\paged. */
DWORD give(const WCHAR *server, bool is_public, const void *structures, size_t size, DWORD count,
           BYTE **buffer, DWORD *read, DWORD *total, DWORD_PTR *resume);

/* The same for functions whose handle is a DWORD. */
DWORD give_with_handle(const WCHAR *server, bool is_public, const void *structures, size_t size,
                       DWORD count, BYTE **buffer, DWORD *read, DWORD *total, DWORD *resume);

DWORD give_one(const WCHAR *server, bool is_public, const void *structure, size_t size,
               BYTE **buffer);

#define GIVE(is_public, structures)                                                                \
    give_with_handle(server, is_public, structures, sizeof(*(structures)), ARRAYSIZE(structures),  \
                     buffer, read, total, resume)
#define GIVE_ONE(is_public, structure)                                                             \
    give_one(server, is_public, structure, sizeof(*(structure)), buffer)

#endif
