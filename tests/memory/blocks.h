/*
 * The memory that netapi32.dll asks for: all of it is counted, and each request can fail.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_MEMORY_BLOCKS_H
#define NETAPI32_TESTS_MEMORY_BLOCKS_H

#include <windows.h>

/* Stands between the DLL and the system. To be called before it is called. */
void blocks_watch(HMODULE dll);

/* How many blocks the DLL has that it has not released. */
LONG blocks_held(void);
/* A line on standard output for each block that was asked for since `since` requests, and is held. */
void blocks_print(LONG since);
/* How often it has asked for one, so far. */
LONG blocks_asked_for(void);

/* ---- API buffers ------------------------------------------------------------------------------ */

/* From now on each API buffer ends where a page begins that nobody may touch, but for the bytes that
 * its alignment takes; it is full of `pattern` at first, and so are those bytes. */
void blocks_guard(BYTE pattern);

/* What stood in a buffer when it was released: the `number`th since blocks_forget(), from 0. NULL when
 * there were fewer. */
struct released
{
    SIZE_T size;
    const BYTE *data;
    BOOL overrun; /* whether something was written behind its end */
};
const struct released *blocks_released(SIZE_T number);
void blocks_forget(void);

#endif
