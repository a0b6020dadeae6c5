/*
 * The settings of netapi32 as rows (include/netapi32_settings.h), and what counts of them.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_SETTING_VALUES_H
#define NETADMIN_SETTING_VALUES_H

#include <stdbool.h>
#include <windows.h>

#include "base/text.h"

enum setting_kind
{
    SETTING_NUMBER,
    SETTING_CHOICE,
    SETTING_TEXT,
};

struct setting
{
    const WCHAR *name;   /* of the registry value */
    const WCHAR *option; /* of netadmin config */
    enum setting_kind kind;
    bool of_server;      /* each server has its own */
    const WCHAR *unit;   /* stands behind a number */
    const WCHAR *preset; /* the default */
    DWORD minimum;       /* of a number */
    DWORD maximum;
    const WCHAR *const *choices; /* ended by NULL */
    const WCHAR *otherwise;      /* what counts in place of a text that is no choice */
};

/* Ended by one without a name. */
extern const struct setting all_settings[];

/* Appends the value that netapi32 goes by, and why if it is not simply what is set: "4450",
 * "445 (default)", "445 (instead of '0')". The key is the server's or, with a server of NULL, that
 * of all servers; NULL where there is none. */
void setting_append_value(const struct setting *setting, HKEY key, const WCHAR *server,
                          struct text *text);

#endif
