/*
 * A user's files, for tests: XDG_CONFIG_HOME is a folder of their own.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_SUPPORT_USER_FILES_H
#define NETAPI32_TESTS_SUPPORT_USER_FILES_H

#include <stddef.h>

/* Fixtures: the folder, from now on the user's, and what of the process is forgotten with it. */
int user_files_set_up(void **state);
int user_files_tear_down(void **state);

/* The path of a file of the user's folder netapi32; it lasts until the next call. */
const char *user_file(const char *name);
/* Writes one, with this mode. */
void user_file_put(const char *name, const char *text, unsigned int mode);
/* Reads one; it lasts until the next call. "" where there is none. */
const char *user_file_get(const char *name);
/* The configuration. */
void config_put(const char *text);
const char *config_get(void);

#endif
