/*
 * Names, which are the same in small letters and capitals.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_NAMES_H
#define NETADMIN_NAMES_H

#include <windows.h>

/* As wcscmp(), but for case. The order does not depend on the language of the user. */
int names_compare(const WCHAR *a, const WCHAR *b);

/* The capital of a unit; itself where there is none. */
WCHAR name_upcase(WCHAR unit);

#endif
