/*
 * What Wine's lmcons.h lacks: which member of a structure was wrong.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef WINE_HEADERS_LMCONS_H
#define WINE_HEADERS_LMCONS_H

#include_next <lmcons.h>

#ifndef PARM_ERROR_NONE

#define PARM_ERROR_UNKNOWN ((DWORD)(-1))
#define PARM_ERROR_NONE    0

#endif

#ifndef PARMNUM_BASE_INFOLEVEL

#define PARMNUM_BASE_INFOLEVEL 1000

#endif

#endif
