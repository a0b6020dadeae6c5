/*
 * What Wine's lmat.h lacks: a function.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef WINE_HEADERS_LMAT_H
#define WINE_HEADERS_LMAT_H

#include_next <lmat.h>

NET_API_STATUS WINAPI NetScheduleJobGetInfo(LPCWSTR, DWORD, LPBYTE *);

#endif
