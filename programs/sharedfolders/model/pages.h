/*
 * The pages of the window: what rows they have, as tables.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef SHAREDFOLDERS_PAGES_H
#define SHAREDFOLDERS_PAGES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <uchar.h>

enum page
{
    PAGE_SHARES,
    PAGE_SESSIONS,
    PAGE_FILES,
    PAGE_CONNECTIONS,
    PAGE_COUNT,
};

/* The places of columns. The first is the same everywhere. */
enum
{
    COLUMN_SERVER,
    SHARE_NAME = 1,
    SHARE_PATH,
    SHARE_TYPE,
    SHARE_USES,
    SHARE_REMARK,
    SESSION_USER = 1,
    SESSION_COMPUTER,
    SESSION_CLIENT_TYPE,
    SESSION_OPENS,
    SESSION_TIME,
    SESSION_IDLE,
    SESSION_GUEST,
    FILE_PATH = 1,
    FILE_USER,
    FILE_TYPE,
    FILE_LOCKS,
    FILE_MODE,
    FILE_ID,
    CONNECTION_SHARE = 1,
    CONNECTION_COMPUTER,
    CONNECTION_USER,
    CONNECTION_OPENS,
    CONNECTION_USERS,
    CONNECTION_TIME,
    CONNECTION_TYPE,
    CONNECTION_ID,
    COLUMNS_MAX = 9,
};

enum column_kind
{
    COLUMN_TEXT,
    COLUMN_NUMBER,
    COLUMN_SECONDS,
    COLUMN_WORDS,
    COLUMN_YES_NO, /* whether a bit of the mask is set */
};

/* What a number, or bits of it, mean. A table ends with a NULL word. */
struct word
{
    uint32_t mask;
    uint32_t value;
    const char16_t *word;
};

struct column
{
    const char16_t *heading;
    const char16_t *key; /* in files; NULL: is in none, because others tell it */
    enum column_kind kind;
    const struct word *words; /* of COLUMN_WORDS */
    const char16_t *no_words; /* of COLUMN_WORDS: what no bit at all is called */
    uint32_t mask;            /* of COLUMN_YES_NO */
    bool is_identity;         /* says, with others, which thing a row is about */
    bool is_age;              /* how long the thing is there: grows, and never shrinks */
    unsigned width;           /* as many average characters */
};

struct page_table
{
    const char16_t *name; /* the tab's */
    const char16_t *noun; /* of one row */
    const struct column *columns;
    size_t count;
    size_t main; /* the column that a row is called by */
};

extern const struct page_table page_tables[PAGE_COUNT];

#endif
