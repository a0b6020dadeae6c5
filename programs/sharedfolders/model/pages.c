/*
 * The pages of the window, with the columns that Windows' own Shared Folders has.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "model/pages.h"

#define BIT(value, word)                                                                           \
    {                                                                                              \
        value, value, word                                                                         \
    }
#define COLUMNS(array) array, sizeof(array) / sizeof(*(array))

/* [MS-SRVS] 2.2.2.4 */
static const struct word share_types[] = {
    { 0xff, 0, u"Folder" },
    { 0xff, 1, u"Printer" },
    { 0xff, 2, u"Device" },
    { 0xff, 3, u"IPC" },
    BIT(0x02000000, u"cluster"),
    BIT(0x04000000, u"scale-out cluster"),
    BIT(0x08000000, u"DFS in a cluster"),
    BIT(0x40000000, u"temporary"),
    BIT(0x80000000, u"special"),
    { 0 },
};

/* [MS-SRVS] 2.2.4.7 */
static const struct word open_modes[] = {
    BIT(0x01, u"Read"),        BIT(0x02, u"Write"),
    BIT(0x04, u"Create"),      BIT(0x08, u"Execute"),
    BIT(0x10, u"Delete"),      BIT(0x20, u"Attributes"),
    BIT(0x40, u"Permissions"), { 0 },
};

static const struct word file_types[] = {
    { 0xff, 0, u"File" },
    { 0xff, 1, u"Pipe" },
    { 0 },
};

#define SERVER_COLUMN                                                                              \
    {                                                                                              \
        .heading = u"Server", .key = u"server", .is_identity = true, .width = 14                   \
    }

static const struct column share_columns[] = {
    SERVER_COLUMN,
    { .heading = u"Share Name", .key = u"shi2_netname", .is_identity = true, .width = 18 },
    { .heading = u"Folder Path", .key = u"shi2_path", .width = 34 },
    { .heading = u"Type",
      .key = u"shi2_type",
      .kind = COLUMN_WORDS,
      .words = share_types,
      .width = 16 },
    { .heading = u"# Client Connections",
      .key = u"shi2_current_uses",
      .kind = COLUMN_NUMBER,
      .width = 23 },
    { .heading = u"Description", .key = u"shi2_remark", .width = 34 },
};

static const struct column session_columns[] = {
    SERVER_COLUMN,
    { .heading = u"User", .key = u"sesi2_username", .is_identity = true, .width = 20 },
    { .heading = u"Computer", .key = u"sesi2_cname", .is_identity = true, .width = 22 },
    { .heading = u"Type", .key = u"sesi2_cltype_name", .width = 12 },
    { .heading = u"# Open Files", .key = u"sesi2_num_opens", .kind = COLUMN_NUMBER, .width = 14 },
    { .heading = u"Connected Time",
      .key = u"sesi2_time",
      .kind = COLUMN_SECONDS,
      .is_age = true,
      .width = 18 },
    { .heading = u"Idle Time", .key = u"sesi2_idle_time", .kind = COLUMN_SECONDS, .width = 14 },
    { .heading = u"Guest",
      .key = u"sesi2_user_flags",
      .kind = COLUMN_YES_NO,
      .mask = 1, /* SESS_GUEST */
      .width = 10 },
};

static const struct column file_columns[] = {
    SERVER_COLUMN,
    { .heading = u"Open File", .key = u"fi3_pathname", .is_identity = true, .width = 46 },
    { .heading = u"Accessed By", .key = u"fi3_username", .is_identity = true, .width = 18 },
    { .heading = u"Type", .kind = COLUMN_WORDS, .words = file_types, .width = 10 },
    { .heading = u"# Locks", .key = u"fi3_num_locks", .kind = COLUMN_NUMBER, .width = 10 },
    { .heading = u"Open Mode",
      .key = u"fi3_permissions",
      .kind = COLUMN_WORDS,
      .words = open_modes,
      .no_words = u"No access",
      .width = 20 },
    { .heading = u"ID", .key = u"fi3_id", .kind = COLUMN_NUMBER, .is_identity = true, .width = 12 },
};

static const struct column connection_columns[] = {
    SERVER_COLUMN,
    { .heading = u"Share", .key = u"share", .is_identity = true, .width = 18 },
    { .heading = u"Computer", .key = u"coni1_netname", .is_identity = true, .width = 18 },
    { .heading = u"User", .key = u"coni1_username", .is_identity = true, .width = 16 },
    { .heading = u"# Open Files", .key = u"coni1_num_opens", .kind = COLUMN_NUMBER, .width = 14 },
    { .heading = u"# Users", .key = u"coni1_num_users", .kind = COLUMN_NUMBER, .width = 10 },
    { .heading = u"Connected Time",
      .key = u"coni1_time",
      .kind = COLUMN_SECONDS,
      .is_age = true,
      .width = 18 },
    { .heading = u"Type",
      .key = u"coni1_type",
      .kind = COLUMN_WORDS,
      .words = share_types,
      .width = 14 },
    { .heading = u"ID",
      .key = u"coni1_id",
      .kind = COLUMN_NUMBER,
      .is_identity = true,
      .width = 10 },
};

const struct page_table page_tables[PAGE_COUNT] = {
    [PAGE_SHARES] = { u"Shares", u"share", COLUMNS(share_columns), SHARE_NAME },
    [PAGE_SESSIONS] = { u"Sessions", u"session", COLUMNS(session_columns), SESSION_USER },
    [PAGE_FILES] = { u"Open Files", u"open file", COLUMNS(file_columns), FILE_PATH },
    [PAGE_CONNECTIONS] = { u"Connections", u"connection", COLUMNS(connection_columns),
                           CONNECTION_SHARE },
};
