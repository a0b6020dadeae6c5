/*
 * User accounts: the row, and the levels of the API, as lmaccess.h documents them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_LEVELS_USER_LEVELS_H
#define NETAPI32_LEVELS_USER_LEVELS_H

#include "levels/level.h"

/* How an hour of a week is counted where nobody says otherwise. */
#define USER_UNITS_PER_WEEK 168

struct user
{
    struct utf16_slice name;
    struct utf16_slice password; /* from callers only */
    struct utf16_slice full_name;
    struct utf16_slice comment;
    struct utf16_slice user_comment;
    struct utf16_slice home_folder;
    struct utf16_slice home_drive;
    struct utf16_slice script_path;
    struct utf16_slice profile;
    struct utf16_slice parameters;
    struct utf16_slice workstations;
    struct utf16_slice logon_server;
    struct info_bytes sid;
    struct info_bytes logon_hours; /* a bit for each unit */
    uint32_t relative_id;
    uint32_t primary_group; /* relative identifier */
    uint32_t flags;         /* UF_ */
    uint32_t privilege;     /* USER_PRIV_ */
    uint32_t auth_flags;    /* AF_OP_ */
    uint32_t password_age;  /* s */
    uint32_t password_expired;
    uint32_t last_logon; /* s since 1970, as are the next two; 0: unknown */
    uint32_t last_logoff;
    uint32_t expires;     /* UINT32_MAX: never */
    uint32_t storage_max; /* UINT32_MAX: no limit */
    uint32_t units_per_week;
    uint32_t bad_password_count;
    uint32_t logon_count;
    uint32_t country_code;
    uint32_t code_page;
    uint32_t is_internet_identity;
    struct utf16_slice internet_provider;
    struct utf16_slice internet_principal;
};

/* The structures of the API without Windows' types; tests/winetest/layouts.c asserts that they are
 * the same. Those of the levels 0 to 3 are the beginning of that of level 3. */
struct user_info_3
{
    uint16_t *name;
    uint16_t *password;
    uint32_t password_age;
    uint32_t privilege;
    uint16_t *home_folder;
    uint16_t *comment;
    uint32_t flags;
    uint16_t *script_path;
    uint32_t auth_flags;
    uint16_t *full_name;
    uint16_t *user_comment;
    uint16_t *parameters;
    uint16_t *workstations;
    uint32_t last_logon;
    uint32_t last_logoff;
    uint32_t expires;
    uint32_t storage_max;
    uint32_t units_per_week;
    void *logon_hours;
    uint32_t bad_password_count;
    uint32_t logon_count;
    uint16_t *logon_server;
    uint32_t country_code;
    uint32_t code_page;
    uint32_t relative_id;
    uint32_t primary_group;
    uint16_t *profile;
    uint16_t *home_drive;
    uint32_t password_expired;
};

struct user_info_4
{
    uint16_t *name;
    uint16_t *password;
    uint32_t password_age;
    uint32_t privilege;
    uint16_t *home_folder;
    uint16_t *comment;
    uint32_t flags;
    uint16_t *script_path;
    uint32_t auth_flags;
    uint16_t *full_name;
    uint16_t *user_comment;
    uint16_t *parameters;
    uint16_t *workstations;
    uint32_t last_logon;
    uint32_t last_logoff;
    uint32_t expires;
    uint32_t storage_max;
    uint32_t units_per_week;
    void *logon_hours;
    uint32_t bad_password_count;
    uint32_t logon_count;
    uint16_t *logon_server;
    uint32_t country_code;
    uint32_t code_page;
    void *sid;
    uint32_t primary_group;
    uint16_t *profile;
    uint16_t *home_drive;
    uint32_t password_expired;
};

/* Level 11; that of level 10 is its beginning. */
struct user_info_11
{
    uint16_t *name;
    uint16_t *comment;
    uint16_t *user_comment;
    uint16_t *full_name;
    uint32_t privilege;
    uint32_t auth_flags;
    uint32_t password_age;
    uint16_t *home_folder;
    uint16_t *parameters;
    uint32_t last_logon;
    uint32_t last_logoff;
    uint32_t bad_password_count;
    uint32_t logon_count;
    uint16_t *logon_server;
    uint32_t country_code;
    uint16_t *workstations;
    uint32_t storage_max;
    uint32_t units_per_week;
    void *logon_hours;
    uint32_t code_page;
};

struct user_info_20
{
    uint16_t *name;
    uint16_t *full_name;
    uint16_t *comment;
    uint32_t flags;
    uint32_t relative_id;
};

struct user_info_23
{
    uint16_t *name;
    uint16_t *full_name;
    uint16_t *comment;
    uint32_t flags;
    void *sid;
};

struct user_info_24
{
    uint32_t is_internet_identity;
    uint32_t flags;
    uint16_t *internet_provider;
    uint16_t *internet_principal;
    void *sid;
};

struct user_info_1020
{
    uint32_t units_per_week;
    void *logon_hours;
};

/* Levels that a user can be asked for at, those that users can be listed at, added with, and set with. */
extern const struct info_family user_info_family;
extern const struct info_family user_list_family;
extern const struct info_family user_add_family;
extern const struct info_family user_set_family;

#endif
