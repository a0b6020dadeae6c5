/*
 * How a command is used.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "command_line/usage.h"

#include <wchar.h>

#define LINE_LENGTH_MAX 79
#define OPTION_INDENT   2
#define OPTION_GAP      2
#define CHOICES_MAX     8 /* of which a line shows each */

/* Appends words where `*column` characters stand in the line already. Lines that they begin are
 * indented. */
static void append_words(struct text *text, const WCHAR *words, size_t indent, size_t *column)
{
    for (words += wcsspn(words, L" "); *words; words += wcsspn(words, L" "))
    {
        const size_t length = wcscspn(words, L" ");

        if (*column > indent && *column + 1 + length > LINE_LENGTH_MAX)
        {
            text_append_unit(text, '\n');
            text_append_spaces(text, indent);
            *column = indent;
        }
        else if (*column > indent)
        {
            text_append_unit(text, ' ');
            (*column)++;
        }
        text_append_units(text, words, length);
        *column += length;
        words += length;
    }
}

/* ---- The ways to use it ---------------------------------------------------------------------- */

static unsigned int usage_count(const struct command *command)
{
    unsigned int count = 1;

    for (const struct parameter *parameter = command->parameters; parameter->name; parameter++)
    {
        count = parameter->usage > count ? parameter->usage : count;
    }
    return count;
}

static bool has_few_choices(const struct parameter *parameter)
{
    size_t count = 0;

    while (parameter->choices[count])
    {
        count++;
    }
    return count <= CHOICES_MAX;
}

/* auto|required */
static void append_choices(struct text *text, const WCHAR *const *choices)
{
    for (size_t i = 0; choices[i]; i++)
    {
        text_append(text, i ? L"|" : L"");
        text_append(text, choices[i]);
    }
}

/* SERVER..., /yes, /user:NAME, /watch[:SECONDS], /format:F or, with its choices, /format:csv|json */
static void append_parameter(struct text *text, const struct parameter *parameter,
                             bool with_choices)
{
    text_append(text, parameter->operand ? L"" : L"/");
    text_append(text, parameter->name);
    text_append(text, parameter->several ? L"..." : L"");
    if (parameter->operand || parameter->kind == PARAMETER_FLAG)
    {
        return;
    }
    text_append(text, parameter->kind == PARAMETER_OPTIONAL ? L"[:" : L":");
    if (parameter->kind == PARAMETER_CHOICE && with_choices && has_few_choices(parameter))
    {
        append_choices(text, parameter->choices);
    }
    else
    {
        text_append(text, parameter->value);
    }
    text_append(text, parameter->kind == PARAMETER_OPTIONAL ? L"]" : L"");
}

/* netadmin NAME SERVER [/option:VALUE]..., behind `column` characters. */
static void append_way(struct text *text, const struct command *command, unsigned int usage,
                       size_t column)
{
    const size_t start = text->length;
    struct text word = { 0 };
    size_t indent;

    text_append_format(text, L"netadmin %ls ", command->name);
    column += text->length - start;
    indent = column;
    for (const struct parameter *parameter = command->parameters; parameter->name; parameter++)
    {
        if (parameter->usage && parameter->usage != usage)
        {
            continue;
        }
        word.length = 0;
        text_append(&word, parameter->required ? L"" : L"[");
        append_parameter(&word, parameter, true);
        text_append(&word, parameter->required ? L"" : L"]");
        text_append_unit(&word, 0);
        append_words(text, word.units, indent, &column);
    }
    text_append_unit(text, '\n');
    text_free(&word);
}

/* ---- What the options mean ------------------------------------------------------------------- */

static size_t parameter_width(const struct parameter *parameter)
{
    struct text text = { 0 };
    size_t width;

    append_parameter(&text, parameter, false);
    width = text.length;
    text_free(&text);
    return width;
}

/* The width of the widest of those that are explained; 0: there is none. */
static size_t options_width(const struct command *command)
{
    size_t widest = 0;

    for (const struct parameter *parameter = command->parameters; parameter->name; parameter++)
    {
        const size_t width = parameter->help ? parameter_width(parameter) : 0;

        widest = width > widest ? width : widest;
    }
    return widest;
}

static void append_option(struct text *text, const struct parameter *parameter, size_t width)
{
    const size_t indent = OPTION_INDENT + width + OPTION_GAP;
    size_t column = indent;

    text_append_spaces(text, OPTION_INDENT);
    append_parameter(text, parameter, false);
    text_append_spaces(text, indent - OPTION_INDENT - parameter_width(parameter));
    append_words(text, parameter->help, indent, &column);
    text_append_unit(text, '\n');
}

void usage_append(const struct command *command, struct text *text)
{
    static const WCHAR heading[] = L"Usage: ";
    const size_t indent = wcslen(heading);
    const unsigned int count = usage_count(command);
    const size_t width = options_width(command);
    size_t column = 0;

    text_append(text, heading);
    for (unsigned int usage = 1; usage <= count; usage++)
    {
        text_append_spaces(text, usage > 1 ? indent : 0);
        append_way(text, command, usage, indent);
    }
    text_append_format(text, L"\n%ls.\n", command->summary);
    if (command->details)
    {
        text_append_unit(text, '\n');
        append_words(text, command->details, 0, &column);
        text_append_unit(text, '\n');
    }
    text_append(text, width ? L"\n" : L"");
    for (unsigned int usage = 0; usage <= count; usage++)
    {
        for (const struct parameter *parameter = command->parameters; parameter->name; parameter++)
        {
            if (parameter->help && parameter->usage == usage)
            {
                append_option(text, parameter, width);
            }
        }
    }
}
