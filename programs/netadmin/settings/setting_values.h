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

/* Where passwords are, which only files of settings have (man/netapi32.conf.5.in). */
#define CREDENTIALS_FILE_NAME   "CredentialsFile"
#define CREDENTIALS_FILE_OPTION "credentials-file"
#define CREDENTIALS_FILE_PRESET "none"

enum setting_kind
{
    SETTING_NUMBER,
    SETTING_CHOICE,
    SETTING_TEXT,
};

struct setting
{
    const WCHAR *name;   /* of the stored value */
    const WCHAR *option; /* of netadmin config */
    enum setting_kind kind;
    bool of_server;      /* each server can have its own */
    bool of_all;         /* can be set for all, or for this computer */
    bool for_servers;    /* all servers have the same */
    bool in_files;       /* only where settings are in a file (settings_are_in_files) */
    const WCHAR *unit;   /* stands behind a number */
    const WCHAR *preset; /* the default */
    DWORD minimum;       /* of a number */
    DWORD maximum;
    const WCHAR *const *choices; /* ended by NULL */
    const WCHAR *otherwise;      /* what counts in place of a text that is no choice */
};

/* Ended by one without a name. */
extern const struct setting all_settings[];

/* Is it known here, and of a server or, with false, of all? */
bool setting_is_known(const struct setting *setting, bool of_server);

/* Appends the value that netapi32 goes by, and why if it is not simply what is set: "4450",
 * "445 (default)", "445 (instead of '0')", "secret (global)". Of a server or, with NULL, of all. True if it
 * is simply that. */
bool setting_append_value(const struct setting *setting, const WCHAR *server, struct text *text);

#endif
