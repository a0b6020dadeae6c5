/*
 * The system's own words.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_MESSAGES_H
#define NETADMIN_MESSAGES_H

#include <stddef.h>
#include <windows.h>

/* What the system calls a Win32 code: a line, terminated. Returns its length; 0 where it has no words
 * for it, and then the message is empty. */
size_t system_message(DWORD code, WCHAR *message, size_t capacity);

/* More about an error than its code says, where the system knows it: what is wrong with which file. The
 * same; 0 where there is no more to say. */
size_t system_problem(DWORD code, WCHAR *message, size_t capacity);

/* What helps where netapi32 lacks a function; NULL where it can lack none. */
const WCHAR *system_hint_library(void);

#endif
