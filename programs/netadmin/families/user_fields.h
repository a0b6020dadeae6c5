/*
 * The fields of users: USER_INFO_*. What lists and cards show of a level is not the same; `MORE` is
 * FIELD_SHOWN in a card and FIELD_HIDDEN in a list. Passwords are nothing to show.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_USER_FIELDS_H
#define NETADMIN_USER_FIELDS_H

#include "families/user_words.h"

#define FIELD_SHOWN(heading)  heading
#define FIELD_HIDDEN(heading) NULL

#define USER_FIELDS_0(structure, prefix) FIELD(structure, prefix##_name, L"User", FIELD_STRING)

#define USER_FIELDS_1(structure, prefix, MORE)                                                     \
    FIELD(structure, prefix##_comment, L"Comment", FIELD_STRING),                                  \
        FIELD(structure, prefix##_flags, L"Flags", FIELD_WORDS, .words = user_flags),              \
        FIELD(structure, prefix##_priv, MORE(L"Privilege"), FIELD_WORDS,                           \
              .words = user_privileges),                                                           \
        FIELD(structure, prefix##_password_age, MORE(L"Password age"), FIELD_SECONDS),             \
        FIELD(structure, prefix##_home_dir, MORE(L"Home folder"), FIELD_STRING),                   \
        FIELD(structure, prefix##_script_path, MORE(L"Logon script"), FIELD_STRING)

/* Of levels 2 to 4, behind the full name. */
#define USER_FIELDS_2(structure, prefix, MORE)                                                     \
    FIELD(structure, prefix##_comment, L"Comment", FIELD_STRING),                                  \
        FIELD(structure, prefix##_flags, L"Flags", FIELD_WORDS, .words = user_flags),              \
        FIELD(structure, prefix##_last_logon, L"Last logon", FIELD_MOMENT),                        \
        FIELD(structure, prefix##_last_logoff, MORE(L"Last logoff"), FIELD_MOMENT),                \
        FIELD(structure, prefix##_num_logons, MORE(L"Logons"), FIELD_COUNT),                       \
        FIELD(structure, prefix##_bad_pw_count, MORE(L"Bad passwords"), FIELD_COUNT),              \
        FIELD(structure, prefix##_password_age, MORE(L"Password age"), FIELD_SECONDS),             \
        FIELD(structure, prefix##_acct_expires, MORE(L"Expires"), FIELD_MOMENT),                   \
        FIELD(structure, prefix##_priv, MORE(L"Privilege"), FIELD_WORDS,                           \
              .words = user_privileges),                                                           \
        FIELD(structure, prefix##_auth_flags, MORE(L"Operator"), FIELD_WORDS,                      \
              .words = user_operators),                                                            \
        FIELD(structure, prefix##_usr_comment, MORE(L"User's comment"), FIELD_STRING),             \
        FIELD(structure, prefix##_parms, MORE(L"Parameters"), FIELD_STRING),                       \
        FIELD(structure, prefix##_workstations, MORE(L"Workstations"), FIELD_STRING),              \
        FIELD(structure, prefix##_units_per_week, NULL, FIELD_NUMBER),                             \
        FIELD(structure, prefix##_logon_hours, MORE(L"Logon hours"), FIELD_WEEK,                   \
              .other = offsetof(structure, prefix##_units_per_week)),                              \
        FIELD(structure, prefix##_logon_server, MORE(L"Logon server"), FIELD_STRING),              \
        FIELD(structure, prefix##_home_dir, MORE(L"Home folder"), FIELD_STRING),                   \
        FIELD(structure, prefix##_script_path, MORE(L"Logon script"), FIELD_STRING),               \
        FIELD(structure, prefix##_max_storage, MORE(L"Storage"), FIELD_LIMIT),                     \
        FIELD(structure, prefix##_country_code, MORE(L"Country code"), FIELD_NUMBER),              \
        FIELD(structure, prefix##_code_page, MORE(L"Code page"), FIELD_NUMBER)

/* What levels 3 and 4 have besides, but for the number or the SID. */
#define USER_FIELDS_3(structure, prefix, MORE)                                                     \
    FIELD(structure, prefix##_primary_group_id, MORE(L"Primary group"), FIELD_NUMBER),             \
        FIELD(structure, prefix##_profile, MORE(L"Profile"), FIELD_STRING),                        \
        FIELD(structure, prefix##_home_dir_drive, MORE(L"Home drive"), FIELD_STRING),              \
        FIELD(structure, prefix##_password_expired, MORE(L"Password expired"), FIELD_YES_NO,       \
              .mask = MAXDWORD)

#define USER_FIELDS_10(structure, prefix)                                                          \
    FIELD(structure, prefix##_name, L"User", FIELD_STRING),                                        \
        FIELD(structure, prefix##_full_name, L"Full name", FIELD_STRING),                          \
        FIELD(structure, prefix##_comment, L"Comment", FIELD_STRING),                              \
        FIELD(structure, prefix##_usr_comment, L"User's comment", FIELD_STRING)

#define USER_FIELDS_11(structure, prefix, MORE)                                                    \
    FIELD(structure, prefix##_priv, L"Privilege", FIELD_WORDS, .words = user_privileges),          \
        FIELD(structure, prefix##_last_logon, L"Last logon", FIELD_MOMENT),                        \
        FIELD(structure, prefix##_last_logoff, MORE(L"Last logoff"), FIELD_MOMENT),                \
        FIELD(structure, prefix##_num_logons, MORE(L"Logons"), FIELD_COUNT),                       \
        FIELD(structure, prefix##_bad_pw_count, MORE(L"Bad passwords"), FIELD_COUNT),              \
        FIELD(structure, prefix##_password_age, MORE(L"Password age"), FIELD_SECONDS),             \
        FIELD(structure, prefix##_auth_flags, MORE(L"Operator"), FIELD_WORDS,                      \
              .words = user_operators),                                                            \
        FIELD(structure, prefix##_parms, MORE(L"Parameters"), FIELD_STRING),                       \
        FIELD(structure, prefix##_workstations, MORE(L"Workstations"), FIELD_STRING),              \
        FIELD(structure, prefix##_units_per_week, NULL, FIELD_NUMBER),                             \
        FIELD(structure, prefix##_logon_hours, MORE(L"Logon hours"), FIELD_WEEK,                   \
              .other = offsetof(structure, prefix##_units_per_week)),                              \
        FIELD(structure, prefix##_logon_server, MORE(L"Logon server"), FIELD_STRING),              \
        FIELD(structure, prefix##_home_dir, MORE(L"Home folder"), FIELD_STRING),                   \
        FIELD(structure, prefix##_max_storage, MORE(L"Storage"), FIELD_LIMIT),                     \
        FIELD(structure, prefix##_country_code, MORE(L"Country code"), FIELD_NUMBER),              \
        FIELD(structure, prefix##_code_page, MORE(L"Code page"), FIELD_NUMBER)

#define USER_FIELDS_20(structure, prefix)                                                          \
    FIELD(structure, prefix##_name, L"User", FIELD_STRING),                                        \
        FIELD(structure, prefix##_full_name, L"Full name", FIELD_STRING),                          \
        FIELD(structure, prefix##_comment, L"Comment", FIELD_STRING),                              \
        FIELD(structure, prefix##_flags, L"Flags", FIELD_WORDS, .words = user_flags)

#endif
