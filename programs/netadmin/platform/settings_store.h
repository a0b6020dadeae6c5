/*
 * Where the settings of netapi32 are kept (include/netapi32_settings.h), and groups of servers: the
 * registry, or a file of the user's.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_SETTINGS_STORE_H
#define NETADMIN_SETTINGS_STORE_H

#include <stdbool.h>
#include <windows.h>

#include "base/text.h"

/* What netapi32 reads of a value, and the terminator; names of servers and groups are no longer. */
#define SETTING_CAPACITY 257

/* The names of a group, with the blanks between them. */
#define GROUP_LENGTH_MAX 65535

enum settings_section
{
    SETTINGS_OF_ALL,    /* its name is NULL */
    SETTINGS_OF_SERVER, /* each server has its own */
    SETTINGS_OF_GROUP,  /* a group has one value, NETAPI32_GROUP_SERVERS */
};

/* A value as netapi32 reads it. */
struct stored_value
{
    bool is_set;
    bool is_number; /* can be read as one; of a registry value, it is one */
    bool is_text;
    DWORD number;
    WCHAR text[SETTING_CAPACITY]; /* a number in decimal */
};

/* Are they in a file, which has settings that the registry has not? */
extern const bool settings_are_in_files;

/* Those that return something return a Win32 error: ERROR_SUCCESS, ERROR_FILE_NOT_FOUND where there is
 * no such section or value, or what the system says. */

/* Is anything kept of it? */
DWORD settings_find(enum settings_section section, const WCHAR *name);

/* The name of the index-th section of its kind; ERROR_NO_MORE_ITEMS behind the last. */
DWORD settings_at(enum settings_section section, DWORD index, WCHAR name[SETTING_CAPACITY]);

/* Forgets a section with all that is set there. */
DWORD settings_remove(enum settings_section section, const WCHAR *name);

/* A value of up to SETTING_CAPACITY - 1 units; what cannot be read is not set. */
void settings_get(enum settings_section section, const WCHAR *name, const WCHAR *setting,
                  struct stored_value *value);

/* Appends a text of any length. */
DWORD settings_get_text(enum settings_section section, const WCHAR *name, const WCHAR *setting,
                        struct text *text);

/* They make the section where there is none. */
DWORD settings_set_text(enum settings_section section, const WCHAR *name, const WCHAR *setting,
                        const WCHAR *text);
DWORD settings_set_number(enum settings_section section, const WCHAR *name, const WCHAR *setting,
                          DWORD number);

/* Forgets a value. */
DWORD settings_unset(enum settings_section section, const WCHAR *name, const WCHAR *setting);

#endif
