/*
 * What can be set of a user, each a row: an option of 'user add' and 'user set', and what the API calls
 * it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_USER_SETTINGS_H
#define NETADMIN_USER_SETTINGS_H

#include <windows.h>
#include <lmcons.h>
#include <lmaccess.h>

#include "command_line/arguments.h"

/* TEXT(option, what NetUserSetInfo() calls it, member of USER_INFO_4, operand, noun, help)
 * NUMBER(the same, kind, minimum, maximum)
 * FLAG(option, bits that it sets, bits that it clears, help) */
#define USER_SETTINGS(TEXT, NUMBER, FLAG)                                                          \
    TEXT(L"fullname", FULL_NAME, full_name, L"TEXT", L"the full name", L"the full name")           \
    TEXT(L"comment", COMMENT, comment, L"TEXT", L"the comment", L"what the user is, for people")   \
    TEXT(L"usercomment", USR_COMMENT, usr_comment, L"TEXT", L"the user's comment",                 \
         L"what the user says of it")                                                              \
    TEXT(L"home", HOME_DIR, home_dir, L"PATH", L"the home folder", L"the home folder")             \
    TEXT(L"home-drive", HOME_DIR_DRIVE, home_dir_drive, L"X:", L"the home drive",                  \
         L"the drive that the home folder gets")                                                   \
    TEXT(L"script", SCRIPT_PATH, script_path, L"PATH", L"the logon script", L"the logon script")   \
    TEXT(L"profile", PROFILE, profile, L"PATH", L"the profile", L"where the profile is")           \
    TEXT(L"workstations", WORKSTATIONS, workstations, L"LIST", L"the list of workstations",        \
         L"log on from these only, up to eight: NAME,NAME; empty: from all")                       \
    NUMBER(L"expires", ACCT_EXPIRES, acct_expires, L"DATE", L"the day of expiry",                  \
           L"when the account ends: a day, YYYY-MM-DD, that it does not see, or never",            \
           PARAMETER_TEXT, 0, 16)                                                                  \
    NUMBER(L"country", COUNTRY_CODE, country_code, L"N", L"the country code",                      \
           L"the country code of the language", PARAMETER_NUMBER, 0, 65535)                        \
    NUMBER(L"code-page", CODE_PAGE, code_page, L"N", L"the code page", L"the code page",           \
           PARAMETER_NUMBER, 0, 65535)                                                             \
    NUMBER(L"primary-group", PRIMARY_GROUP, primary_group_id, L"ID", L"the primary group",         \
           L"the ID of the primary group, as 'netadmin groups' has it", PARAMETER_NUMBER, 1,       \
           MAXDWORD - 1)                                                                           \
    FLAG(L"disable", UF_ACCOUNTDISABLE, 0, L"nobody can log on with the account")                  \
    FLAG(L"enable", 0, UF_ACCOUNTDISABLE, L"end that")                                             \
    FLAG(L"unlock", 0, UF_LOCKOUT, L"let the user log on again after too many bad passwords")      \
    FLAG(L"password-never-expires", UF_DONT_EXPIRE_PASSWD, 0, L"however old it is")                \
    FLAG(L"password-expires", 0, UF_DONT_EXPIRE_PASSWD, L"end that")                               \
    FLAG(L"password-fixed", UF_PASSWD_CANT_CHANGE, 0, L"the user may not change it")               \
    FLAG(L"password-changeable", 0, UF_PASSWD_CANT_CHANGE, L"end that")                            \
    FLAG(L"password-optional", UF_PASSWD_NOTREQD, 0, L"it may be empty, whatever the rules say")   \
    FLAG(L"password-required", 0, UF_PASSWD_NOTREQD, L"end that")

/* Rows of a command's table of parameters. */
#define USER_TEXT_PARAMETER(option, number, member, operand_, noun, help_)                         \
    { .name = option, .kind = PARAMETER_ANY_TEXT, .value = operand_, .help = help_ },
#define USER_NUMBER_PARAMETER(option, number, member, operand_, noun, help_, kind_, minimum_,      \
                              maximum_)                                                            \
    { .name = option,                                                                              \
      .kind = kind_,                                                                               \
      .minimum = minimum_,                                                                         \
      .maximum = maximum_,                                                                         \
      .value = operand_,                                                                           \
      .help = help_ },
#define USER_FLAG_PARAMETER(option, sets, clears, help_)                                           \
    { .name = option, .kind = PARAMETER_FLAG, .help = help_ },

/* Is any of them given? */
bool user_settings_are_given(const struct arguments *arguments);

/* False, and reported, if two of them contradict each other or a day is none. */
bool user_settings_are_clear(const struct arguments *arguments);

/* Sets what is given in a user that is to be; strings stay the command line's. */
void user_settings_fill(const struct arguments *arguments, USER_INFO_4 *user);

/* Sets one thing, of which there is a level of its own; `info` is that level's structure. */
typedef void user_setter(void *context, DWORD level, const void *info, const WCHAR *noun);

/* Has each thing that is given set, where the user's flags are these. */
void user_settings_set(const struct arguments *arguments, DWORD flags, user_setter *set,
                       void *context);

#endif
