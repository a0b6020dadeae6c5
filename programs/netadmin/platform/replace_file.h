/*
 * Files that others read while they are written.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_REPLACE_FILE_H
#define NETADMIN_REPLACE_FILE_H

#include <windows.h>

#include "base/text.h"

/* So many temporary files may be there already: of others, or of those who were killed. */
#define TEMPORARY_FILES_MAX 64

/* Makes the text, as UTF-8, what a file holds, in one step: whoever opens it meanwhile reads all of what
 * was there before or all of what is there now. A temporary file in the same folder, of the same name
 * with a number and .tmp behind it, is there until then; it is gone after an error, too. Returns a
 * Win32 code: ERROR_ACCESS_DENIED for what is there and no file, as a folder or a device. On Linux the file
 * is the one that links lead to, and keeps its owner, as far as that may be set, and its mode. */
DWORD replace_file(const WCHAR *path, const struct text *text);

#endif
