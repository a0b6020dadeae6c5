/*
 * What rpcclient, a program of Samba's, is told by a server.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/rpcclient.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/unit.h"

#define LINE_SIZE 1024

void rpcclient_ask(const struct bed *bed, const char *command, struct rpcclient_answer *answer)
{
    char line[LINE_SIZE];

    /* It prints some answers in its log alone. */
    snprintf(line, sizeof(line),
             "rpcclient -d 10 -p %u -A %s/users/admin -c '" RPCCLIENT_PATIENCE
             "%s' 127.0.0.1 2>&1 | sed -n '/out: struct/,/result *:/p' | grep .",
             bed_port(bed), bed_folder(bed), command);
    assert_int_equal(bed_run(bed, line, answer->text, sizeof(answer->text)), 0);
}

/* The value in the line "member   : value"; that of a pointer stands in a line of its own below. */
static const char *value_of(const struct rpcclient_answer *answer, const char *member,
                            char value[LINE_SIZE])
{
    const size_t length = strlen(member);

    for (const char *line = answer->text; line; line = strchr(line, '\n'))
    {
        line += strspn(line, "\n ");
        if (!strncmp(line, member, length) && strspn(line + length, " ") &&
            line[length + strspn(line + length, " ")] == ':')
        {
            const char *start = strchr(line, ':') + 1;

            start += strspn(start, " ");
            snprintf(value, LINE_SIZE, "%.*s", (int)strcspn(start, "\n"), start);
            if (strcmp(value, "*") != 0)
            {
                return value;
            }
        }
    }
    fail_msg("rpcclient shows no %s:\n%s", member, answer->text);
    return value;
}

/* "0x0000000a (10)", "NAME (10)", "10" */
void assert_rpcclient_number(const struct rpcclient_answer *answer, const char *member,
                             uint32_t number)
{
    char value[LINE_SIZE];
    const char *text = value_of(answer, member, value);
    const char *parenthesis = strrchr(text, '(');

    assert_int_equal(number, (uint32_t)strtol(parenthesis ? parenthesis + 1 : text, NULL, 10));
}

/* "'TEXT'", or NULL */
void assert_rpcclient_text(const struct rpcclient_answer *answer, const char *member,
                           const uint16_t *text)
{
    char expected[LINE_SIZE];
    char value[LINE_SIZE];
    char utf8[LINE_SIZE - 2];

    assert_non_null(text);
    assert_true(utf16_to_utf8(utf16_from_terminated(text), utf8, sizeof(utf8)));
    snprintf(expected, sizeof(expected), "'%s'", utf8);
    value_of(answer, member, value);
    assert_string_equal(expected, strcmp(value, "NULL") != 0 ? value : "''");
}
