/*
 * What the tests of Netbios() have in common
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETBIOS_TEST_H
#define NETBIOS_TEST_H

#include <windows.h>
#include <nb30.h>

#include "wine/test.h"

/* A command for an adapter, with blank names. */
NCB ncb_for(UCHAR command, UCHAR lana);
/* Puts a name into a field of a command, with blanks behind it. */
void set_name(UCHAR *field, const char *name);

/* Runs a command on the caller's thread; its results must agree. */
#define run(ncb) run_(__FILE__, __LINE__, ncb)
UCHAR run_(const char *file, int line, NCB *ncb);

/* The number of the first adapter. False when there is none. */
BOOL find_adapter(UCHAR *lana);

#endif
