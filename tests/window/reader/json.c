/*
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "json.h"

#include <stdio.h>

static bool comma_due;

static void begin_value(void)
{
    if (comma_due)
        putchar(',');
    comma_due = true;
}

void json_open(char bracket)
{
    begin_value();
    putchar(bracket);
    comma_due = false;
}

void json_close(char bracket)
{
    putchar(bracket);
    comma_due = true;
}

void json_name(const char *name)
{
    begin_value();
    printf("\"%s\":", name);
    comma_due = false;
}

void json_text(const WCHAR *text)
{
    begin_value();
    putchar('"');
    for (; *text; text++)
        if (*text < ' ' || *text > '~' || *text == '"' || *text == '\\')
            printf("\\u%04x", *text);
        else
            putchar(*text);
    putchar('"');
}

void json_number(long long value)
{
    begin_value();
    printf("%lld", value);
}

void json_bool(bool value)
{
    begin_value();
    fputs(value ? "true" : "false", stdout);
}

void json_text_of(const char *name, const WCHAR *text)
{
    json_name(name);
    json_text(text);
}

void json_number_of(const char *name, long long value)
{
    json_name(name);
    json_number(value);
}

void json_bool_of(const char *name, bool value)
{
    json_name(name);
    json_bool(value);
}

void json_rect_of(const char *name, const RECT *rect)
{
    json_name(name);
    json_open('{');
    json_number_of("left", rect->left);
    json_number_of("top", rect->top);
    json_number_of("right", rect->right);
    json_number_of("bottom", rect->bottom);
    json_close('}');
}

void json_end(void)
{
    putchar('\n');
    fflush(stdout);
    comma_due = false;
}
