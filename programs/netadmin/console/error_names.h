/*
 * What Win32 and NERR codes are called and mean to somebody who manages a server.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_ERROR_NAMES_H
#define NETADMIN_ERROR_NAMES_H

#include <windows.h>

struct error_name
{
    DWORD code;
    const WCHAR *name;
    const WCHAR *text; /* a sentence */
};

/* NULL if the code is not in the table. */
const struct error_name *error_name_find(DWORD code);

/* What to do about it, or NULL. */
const WCHAR *error_hint(DWORD code);

#endif
