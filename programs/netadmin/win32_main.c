/*
 * Where netadmin.exe begins.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "main.h"

/* The C runtime would take the ? of /? as a pattern for files. */
extern int _dowildcard;
int _dowildcard = 0;

int wmain(int argc, WCHAR **argv);

int wmain(int argc, WCHAR **argv)
{
    return netadmin_run(argc, argv);
}
