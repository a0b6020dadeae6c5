/*
 * A file of names: a name a line, from # on a comment, UTF-8.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_NAME_FILE_H
#define NETADMIN_NAME_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <windows.h>

#define NAME_FILE_SIZE_MAX (1024 * 1024)

/* Starts with name_file_open(), ends with name_file_close(), in every case. */
struct name_file
{
    WCHAR *text; /* of which the words are cut */
    size_t length;
    size_t position;
    DWORD line;  /* of the word, from 1 on */
    WCHAR *word; /* the latest: what a line has besides blanks around it and comments; terminated */
};

/* Reads all of a file. False, and reported as a wrong command line, if that cannot be, or if a line is no
 * UTF-8. */
bool name_file_open(struct name_file *file, const WCHAR *path, const WCHAR *command);

/* Goes to the next line that has a word; false if there is none. */
bool name_file_next(struct name_file *file);

void name_file_close(struct name_file *file);

#endif
