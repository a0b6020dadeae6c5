/*
 * What Wine's lmuse.h lacks: level 0.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef WINE_HEADERS_LMUSE_H
#define WINE_HEADERS_LMUSE_H

#include_next <lmuse.h>

typedef struct _USE_INFO_0
{
    LMSTR ui0_local;
    LMSTR ui0_remote;
} USE_INFO_0, *PUSE_INFO_0, *LPUSE_INFO_0;

#endif
