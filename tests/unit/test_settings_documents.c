/*
 * The documents tell of each setting, with its type, its values and its default.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <ctype.h>
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "netapi32_settings.h"

#define DOCUMENT_SIZE 65536
#define ENTRY_SIZE    1024

struct row
{
    const char *name;
    const char *option;
    const char *type;
    const char *preset;
    bool of_server;
    const char *const *values; /* of a choice, ended by NULL */
};

#define OF_SERVER_GLOBAL     false
#define OF_SERVER_LOCAL      false
#define OF_SERVER_MEMBERSHIP false
#define OF_SERVER_SERVER     true

#define VALUE(value) value,

#define NUMBER_ROW(scope, field, name, option, operand, unit, preset, minimum, maximum, meaning)   \
    { name, option, "DWORD", #preset, OF_SERVER_##scope, NULL },
#define CHOICE_ROW(scope, field, name, option, operand, values, preset, otherwise, meaning)        \
    {                                                                                              \
        name,                                                                                      \
        option,                                                                                    \
        "string",                                                                                  \
        preset,                                                                                    \
        OF_SERVER_##scope,                                                                         \
        (const char *const[]){ values(VALUE) NULL }                                                \
    },
#define TEXT_ROW(scope, field, name, option, operand, preset, meaning)                             \
    { name, option, "string", preset, OF_SERVER_##scope, NULL },

static const struct row rows[] = { NETAPI32_SETTINGS(NUMBER_ROW, CHOICE_ROW, TEXT_ROW) };

#define ROW_COUNT (sizeof(rows) / sizeof(rows[0]))

/* A file of the source tree: below $srcdir, as Automake has it, or above the current folder. */
static const char *read_document(const char *name)
{
    static char text[DOCUMENT_SIZE];
    const char *source = getenv("srcdir");
    char path[PATH_MAX] = "";
    FILE *file = NULL;
    size_t length;

    for (int depth = 0; depth < 8 && !file; depth++)
    {
        snprintf(path, sizeof(path), "%s%.*s/%s", source ? source : ".", 3 * depth,
                 "/../../../../../../../..", name);
        file = fopen(path, "r");
    }
    if (!file)
    {
        fail_msg("%s is not found: set srcdir to the source tree", name);
    }
    length = fread(text, 1, sizeof(text) - 1, file);
    text[length] = 0;
    assert_true(feof(file));
    fclose(file);
    return text;
}

/* Copies what stands from `start` to the first of two ends; fails if there is no such thing. */
static void copy_entry(const char *document, const char *start, const char *end,
                       const char *other_end, char *entry)
{
    const char *from = strstr(document, start);
    const char *to = from ? strstr(from + strlen(start), end) : NULL;
    const char *other = from ? strstr(from + strlen(start), other_end) : NULL;

    to = !to || (other && other < to) ? other : to;
    if (!to || to - from >= ENTRY_SIZE)
    {
        fail_msg("nothing is said of: %s", start + strspn(start, "\n"));
    }
    else
    {
        memcpy(entry, from, (size_t)(to - from));
        entry[to - from] = 0;
    }
}

static bool has_word(const char *text, const char *word)
{
    for (const char *found = strstr(text, word); found; found = strstr(found + 1, word))
    {
        if ((found == text || !isalnum((unsigned char)found[-1])) &&
            !isalnum((unsigned char)found[strlen(word)]))
        {
            return true;
        }
    }
    return false;
}

static void assert_says(const struct row *row, const char *entry, const char *word)
{
    if (!has_word(entry, word))
    {
        fail_msg("%s: %s is missing in: %s", row->name, word, entry);
    }
}

/* The values are set off from the text by one of these marks in front of them. */
static void assert_says_values(const struct row *row, const char *entry, const char *mark,
                               const char *other_mark)
{
    for (size_t i = 0; row->values && row->values[i]; i++)
    {
        char marked[ENTRY_SIZE];
        char other[ENTRY_SIZE];

        snprintf(marked, sizeof(marked), "%s%s", mark, row->values[i]);
        snprintf(other, sizeof(other), "%s%s", other_mark, row->values[i]);
        assert_says(row, entry, strstr(entry, other) ? other : marked);
    }
}

static void readme_tells_of_each(void **state)
{
    const char *readme = read_document("README.md");

    (void)state;
    for (size_t i = 0; i < ROW_COUNT; i++)
    {
        char start[ENTRY_SIZE];
        char line[ENTRY_SIZE];

        snprintf(start, sizeof(start), "\n| `%s%s` | %s | ",
                 rows[i].of_server ? "Servers\\NAME\\" : "", rows[i].name, rows[i].type);
        copy_entry(readme, start, " |\n", "\n\n", line);
        assert_says_values(&rows[i], line, "`", "`");
        assert_says(&rows[i], strrchr(line, '|'), rows[i].preset);
    }
}

static void the_dlls_manual_tells_of_each(void **state)
{
    const char *manual = read_document("man/netapi32.7.in");

    (void)state;
    for (size_t i = 0; i < ROW_COUNT; i++)
    {
        char start[ENTRY_SIZE];
        char entry[ENTRY_SIZE];

        snprintf(start, sizeof(start),
                 rows[i].of_server ? "\n.BI Servers\\e NAME \\e%s\\fR\\ (%s)\n"
                                   : "\n.BR %s \" (%s)\"\n",
                 rows[i].name, rows[i].type);
        copy_entry(manual, start, "\n.TP\n", "\n.PP\n", entry);
        assert_says_values(&rows[i], entry, ".B ", ".BR ");
        assert_says(&rows[i], entry, "default");
        assert_says(&rows[i], entry + strlen(start), rows[i].preset);
    }
}

static void netadmins_manual_tells_of_each_option(void **state)
{
    const char *manual = read_document("man/netadmin.1.in");

    (void)state;
    for (size_t i = 0; i < ROW_COUNT; i++)
    {
        char option[ENTRY_SIZE] = "\\fB/";

        for (const char *character = rows[i].option; *character; character++)
        {
            strncat(option, *character == '-' ? "\\" : "", 2);
            strncat(option, character, 1);
        }
        strncat(option, ":", 2);
        if (!strstr(manual, option))
        {
            fail_msg("%s is missing", option);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(readme_tells_of_each),
        cmocka_unit_test(the_dlls_manual_tells_of_each),
        cmocka_unit_test(netadmins_manual_tells_of_each_option),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
