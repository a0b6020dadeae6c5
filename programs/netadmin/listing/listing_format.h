/*
 * Writing a listing in a format that the caller names.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_LISTING_FORMAT_H
#define NETADMIN_LISTING_FORMAT_H

#include <windows.h>

#include "listing/listing.h"

/* What /format can be, ended by NULL. */
extern const WCHAR *const listing_formats[];

/* Writes the listing to standard output in one of these formats; NULL is the first of them.
 * Returns a Win32 error. */
DWORD listing_write(const struct listing *listing, const WCHAR *format);

#endif
