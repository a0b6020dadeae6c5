/*
 * The settings that a configuration file can have.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "platform/posix_config_rows.h"

#include <stdio.h>
#include <string.h>

#include "netapi32_settings.h"
#include "platform/posix_text.h"
#include "platform/utf16_equal.h"

enum kind
{
    KIND_NUMBER,
    KIND_CHOICE,
    KIND_TEXT,
    KIND_LIST, /* text as long as can be */
};

#define IN(kind)      (1u << (kind))
#define IN_GLOBAL     IN(POSIX_SECTION_GLOBAL)
#define IN_LOCAL      IN(POSIX_SECTION_GLOBAL)
#define IN_MEMBERSHIP IN(POSIX_SECTION_GLOBAL)
#define IN_SERVER     IN(POSIX_SECTION_SERVER)
#define IN_GROUP      IN(POSIX_SECTION_GROUP)

struct config_row
{
    const char *name;
    unsigned int sections; /* that it belongs to */
    enum kind kind;
    uint32_t minimum;
    uint32_t maximum;
    const char *const *values; /* of a choice, ended by NULL */
};

#define VALUE(value) value,
#define NUMBER_ROW(scope, field, name_, option, operand, unit, preset, minimum_, maximum_,         \
                   meaning)                                                                        \
    { .name = name_,                                                                               \
      .sections = IN_##scope,                                                                      \
      .kind = KIND_NUMBER,                                                                         \
      .minimum = minimum_,                                                                         \
      .maximum = maximum_ },
#define CHOICE_ROW(scope, field, name_, option, operand, values_, preset, otherwise, meaning)      \
    { .name = name_,                                                                               \
      .sections = IN_##scope,                                                                      \
      .kind = KIND_CHOICE,                                                                         \
      .values = (const char *const[]){ values_(VALUE) NULL } },
#define TEXT_ROW(scope, field, name_, option, operand, preset, meaning)                            \
    { .name = name_, .sections = IN_##scope, .kind = KIND_TEXT },

static const struct config_row rows[] = {
    NETAPI32_SETTINGS(NUMBER_ROW, CHOICE_ROW, TEXT_ROW){
        .name = CONFIG_CREDENTIALS_FILE, .sections = IN_GLOBAL | IN_SERVER, .kind = KIND_TEXT },
    { .name = "Servers", .sections = IN_GROUP, .kind = KIND_LIST },
};

const struct config_row *config_row_find(struct utf16_slice name)
{
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
    {
        if (utf16_equal_ascii(name, rows[i].name))
        {
            return &rows[i];
        }
    }
    return NULL;
}

bool config_row_belongs(const struct config_row *row, enum posix_section kind)
{
    return row->sections & IN(kind);
}

const char *config_row_name(const struct config_row *row)
{
    return row->name;
}

/* ---- Values ---------------------------------------------------------------------------------- */

bool config_number(struct utf16_slice text, uint32_t *number)
{
    uint64_t value = 0;

    for (size_t i = 0; i < text.length; i++)
    {
        const uint16_t unit = utf16_unit(text, i);

        if (unit < '0' || unit > '9' || value > UINT32_MAX)
        {
            return false;
        }
        value = value * 10 + (unit - '0');
    }
    *number = (uint32_t)value;
    return text.length && value <= UINT32_MAX;
}

static bool is_in_range(const struct config_row *row, struct utf16_slice value)
{
    uint32_t number = 0;

    return config_number(value, &number) && number >= row->minimum && number <= row->maximum;
}

static bool is_choice(const struct config_row *row, struct utf16_slice value)
{
    for (size_t i = 0; row->values[i]; i++)
    {
        if (utf16_equal_ascii(value, row->values[i]))
        {
            return true;
        }
    }
    return false;
}

static void list_choices(const struct config_row *row, char *text, size_t size)
{
    for (size_t i = 0; row->values[i]; i++)
    {
        const size_t used = strlen(text);

        snprintf(text + used, size - used, "%s%s", i ? ", " : "", row->values[i]);
    }
}

static size_t longest_value(const struct config_row *row)
{
    return row->kind == KIND_LIST ? POSIX_VALUE_MAX : NAME_LENGTH_MAX;
}

bool config_row_check(const struct config_row *row, struct utf16_slice value, char *text,
                      size_t size)
{
    switch (row->kind)
    {
    case KIND_NUMBER:
        if (!is_in_range(row, value))
        {
            snprintf(text, size, "%s is a number from %u to %u, not %s", row->name, row->minimum,
                     row->maximum, text_quote(value).text);
            return false;
        }
        return true;
    case KIND_CHOICE:
        if (!is_choice(row, value))
        {
            snprintf(text, size, "%s is not %s, but one of: ", row->name, text_quote(value).text);
            list_choices(row, text, size);
            return false;
        }
        return true;
    case KIND_TEXT:
    case KIND_LIST: break;
    }
    snprintf(text, size, "%s has more than %zu characters", row->name, longest_value(row));
    return value.length <= longest_value(row);
}

static bool fits(struct utf16_slice text)
{
    return !text_has_control(text) && text_trim(text).length == text.length;
}

bool config_name_fits(struct utf16_slice name)
{
    return name.length && name.length <= NAME_LENGTH_MAX && fits(name);
}

bool config_value_fits(const struct config_row *row, struct utf16_slice value)
{
    return value.length <= longest_value(row) && fits(value);
}
