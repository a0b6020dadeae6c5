/*
 * Reading a command line.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "command_line/arguments.h"

#include <stdint.h>
#include <stdlib.h>
#include <wchar.h>

#include "base/memory.h"
#include "console/error.h"

/* /srv/data is a path, and //NAME a computer. */
static bool word_is_option(const WCHAR *word)
{
    return word[0] == '/' ? word[1 + wcscspn(word + 1, L"/:=")] != '/' : word[0] == '-' && word[1];
}

bool argument_is_help(const WCHAR *word)
{
    return !wcscmp(word, L"/?") || !_wcsicmp(word, L"/help") || !_wcsicmp(word, L"--help") ||
           !wcscmp(word, L"-h");
}

/* The one without a name, at the end, if there is no such parameter: it never has a value. */
static size_t parameter_index(const struct command *command, const WCHAR *name)
{
    size_t i = 0;

    while (command->parameters[i].name && wcscmp(command->parameters[i].name, name))
    {
        i++;
    }
    return i;
}

static const struct parameter *option_find(const struct command *command, const WCHAR *name,
                                           size_t length)
{
    for (const struct parameter *parameter = command->parameters; parameter->name; parameter++)
    {
        if (!parameter->operand && wcslen(parameter->name) == length &&
            !_wcsnicmp(parameter->name, name, length))
        {
            return parameter;
        }
    }
    return NULL;
}

static bool number_parse(const WCHAR *word, const struct parameter *parameter, DWORD *number)
{
    ULONGLONG value = 0;

    for (const WCHAR *digit = word; *digit; digit++)
    {
        if (*digit < '0' || *digit > '9')
        {
            return false;
        }
        value = value * 10 + (ULONGLONG)(*digit - '0');
        if (value > parameter->maximum)
        {
            return false;
        }
    }
    *number = (DWORD)value;
    return *word && value >= parameter->minimum;
}

static bool limit_parse(const WCHAR *word, const struct parameter *parameter, DWORD *number)
{
    if (!_wcsicmp(word, LIMIT_NEVER))
    {
        *number = MAXDWORD;
        return true;
    }
    return number_parse(word, parameter, number);
}

/* The declared spelling of a choice, or NULL. */
static const WCHAR *choice_find(const WCHAR *const *choices, const WCHAR *word)
{
    while (*choices && _wcsicmp(*choices, word))
    {
        choices++;
    }
    return *choices;
}

const WCHAR *computer_name(const WCHAR *word)
{
    if ((word[0] == '\\' && word[1] == '\\') || (word[0] == '/' && word[1] == '/'))
    {
        word += 2;
    }
    return *word && !wcspbrk(word, L"\\/") ? word : NULL;
}

/* The name of a computer without what stands before it, or @ and another name, as it is; NULL if it
 * is none. */
static const WCHAR *computer_value(const struct parameter *parameter, const WCHAR *word)
{
    if (parameter->kind == PARAMETER_SERVERS && word[0] == '@')
    {
        return word[1] ? word : NULL;
    }
    return computer_name(word);
}

static bool value_store(struct arguments *arguments, const struct parameter *parameter,
                        const WCHAR *word)
{
    const struct command *command = arguments->command;
    const WCHAR **value = &arguments->values[parameter - command->parameters];
    DWORD number;

    if (*value)
    {
        usage_error(command->name, L"'%ls' is given twice", parameter->name);
        return false;
    }
    *value = word;
    if (parameter->kind == PARAMETER_OPTIONAL && !*word)
    {
        return true;
    }
    if (parameter->kind != PARAMETER_FLAG && parameter->kind != PARAMETER_ANY_TEXT && !*word)
    {
        usage_error(command->name, L"'%ls' needs a value", parameter->name);
        return false;
    }
    switch (parameter->kind)
    {
    case PARAMETER_FLAG: break;
    case PARAMETER_ANY_TEXT:
    case PARAMETER_TEXT:
        if (parameter->maximum && wcslen(word) > parameter->maximum)
        {
            usage_error(command->name, L"'%ls' is longer than %lu characters", parameter->name,
                        parameter->maximum);
            return false;
        }
        break;
    case PARAMETER_NUMBER:
    case PARAMETER_OPTIONAL:
        if (!number_parse(word, parameter, &number))
        {
            usage_error(command->name, L"'%ls' must be a number from %lu to %lu, not '%ls'",
                        parameter->name, parameter->minimum, parameter->maximum, word);
            return false;
        }
        break;
    case PARAMETER_LIMIT:
        if (!limit_parse(word, parameter, &number))
        {
            usage_error(command->name,
                        L"'%ls' must be a number from %lu to %lu or 'never', not '%ls'",
                        parameter->name, parameter->minimum, parameter->maximum, word);
            return false;
        }
        break;
    case PARAMETER_CHOICE:
        *value = choice_find(parameter->choices, word);
        if (!*value)
        {
            usage_error(command->name, L"'%ls' cannot be '%ls'", parameter->name, word);
            return false;
        }
        break;
    case PARAMETER_COMPUTER:
    case PARAMETER_SERVERS:
        *value = computer_value(parameter, word);
        if (!*value)
        {
            usage_error(command->name, L"'%ls' is no computer name", word);
            return false;
        }
        break;
    }
    return true;
}

/* Reads the option at *position and moves *position to the last word it used. */
static bool option_parse(struct arguments *arguments, int argc, WCHAR **argv, int *position)
{
    const struct command *command = arguments->command;
    const WCHAR *word = argv[*position];
    const bool dashes = word[0] == '-' && word[1] == '-';
    const WCHAR *name = word + (dashes ? 2 : 1);
    const size_t length = wcscspn(name, L":=");
    const struct parameter *parameter = NULL;
    const WCHAR *value = name[length] ? name + length + 1 : NULL;

    if (dashes || word[0] == '/')
    {
        parameter = option_find(command, name, length);
    }
    if (!parameter)
    {
        usage_error(command->name, L"unknown option '%ls'%ls", word,
                    word[0] == '/' && !value ? L"; a path is written behind --" : L"");
        return false;
    }
    if (parameter->kind == PARAMETER_FLAG)
    {
        if (value)
        {
            usage_error(command->name, L"'%ls' takes no value", parameter->name);
            return false;
        }
        return value_store(arguments, parameter, L"");
    }
    if (!value && dashes && parameter->kind != PARAMETER_OPTIONAL && *position + 1 < argc)
    {
        value = argv[++*position];
    }
    return value_store(arguments, parameter, value ? value : L"");
}

static size_t operand_count(const struct command *command, bool only_required)
{
    size_t count = 0;

    for (const struct parameter *parameter = command->parameters; parameter->name; parameter++)
    {
        if (parameter->operand && parameter->several && !only_required)
        {
            return SIZE_MAX;
        }
        count += parameter->operand && (parameter->required || !only_required);
    }
    return count;
}

/* Each word must be a value; the first is the parameter's. */
static bool words_store(struct arguments *arguments, const struct parameter *parameter,
                        const WCHAR *const *words, size_t count)
{
    const WCHAR **value = &arguments->values[parameter - arguments->command->parameters];

    arguments->words = memory_resize(arguments->words, count, sizeof(*arguments->words));
    for (arguments->word_count = 0; arguments->word_count < count; arguments->word_count++)
    {
        *value = NULL;
        if (!value_store(arguments, parameter, words[arguments->word_count]))
        {
            return false;
        }
        arguments->words[arguments->word_count] = *value;
    }
    *value = arguments->words[0];
    return true;
}

/* Of operands that need not be there, those to the left are there first, as far as the words go that
 * the others leave. */
static bool operands_store(struct arguments *arguments, const WCHAR *const *words, size_t count)
{
    const struct command *command = arguments->command;
    const size_t required = operand_count(command, true);
    size_t spare = count > required ? count - required : 0;

    if (count > operand_count(command, false))
    {
        usage_error(command->name, L"too many arguments: '%ls'",
                    words[operand_count(command, false)]);
        return false;
    }
    for (const struct parameter *parameter = command->parameters; parameter->name && count;
         parameter++)
    {
        const size_t taken = parameter->several ? spare + parameter->required : 1;

        if (!parameter->operand || (!parameter->required && !spare))
        {
            continue;
        }
        if (!(parameter->several ? words_store(arguments, parameter, words, taken)
                                 : value_store(arguments, parameter, *words)))
        {
            return false;
        }
        spare -= taken - parameter->required;
        count -= taken;
        words += taken;
    }
    return true;
}

static bool required_are_given(const struct arguments *arguments)
{
    const struct parameter *parameters = arguments->command->parameters;

    for (size_t i = 0; parameters[i].name; i++)
    {
        if (parameters[i].required && !arguments->values[i])
        {
            usage_error(arguments->command->name, L"'%ls' is missing", parameters[i].name);
            return false;
        }
    }
    return true;
}

static void values_clear(struct arguments *arguments)
{
    size_t count = 0;

    while (arguments->command->parameters[count].name)
    {
        count++;
    }
    arguments->values = memory_resize(NULL, count + 1, sizeof(*arguments->values));
    for (size_t i = 0; i <= count; i++)
    {
        arguments->values[i] = NULL;
    }
}

/* Stores the options, and gathers the operands. */
static enum arguments_result words_parse(struct arguments *arguments, int argc, WCHAR **argv,
                                         const WCHAR **operands, size_t *count)
{
    bool options_ended = false;

    for (int i = 0; i < argc; i++)
    {
        if (!options_ended && argument_is_help(argv[i]))
        {
            return ARGUMENTS_HELP;
        }
        if (!options_ended && !wcscmp(argv[i], L"--"))
        {
            options_ended = true;
        }
        else if (!options_ended && word_is_option(argv[i]))
        {
            if (!option_parse(arguments, argc, argv, &i))
            {
                return ARGUMENTS_WRONG;
            }
        }
        else
        {
            operands[(*count)++] = argv[i];
        }
    }
    return ARGUMENTS_OK;
}

enum arguments_result arguments_parse(struct arguments *arguments, int argc, WCHAR **argv)
{
    const WCHAR **operands = memory_resize(NULL, (size_t)argc + 1, sizeof(*operands));
    size_t count = 0;
    enum arguments_result result;

    values_clear(arguments);
    result = words_parse(arguments, argc, argv, operands, &count);
    if (result == ARGUMENTS_OK &&
        (!operands_store(arguments, operands, count) || !required_are_given(arguments)))
    {
        result = ARGUMENTS_WRONG;
    }
    free(operands);
    return result;
}

void arguments_free(struct arguments *arguments)
{
    free(arguments->values);
    free(arguments->words);
    arguments->values = NULL;
    arguments->words = NULL;
}

const WCHAR *arguments_value(const struct arguments *arguments, const WCHAR *name)
{
    return arguments->values[parameter_index(arguments->command, name)];
}

const WCHAR *const *arguments_words(const struct arguments *arguments, const WCHAR *name,
                                    size_t *count)
{
    const size_t index = parameter_index(arguments->command, name);

    if (arguments->command->parameters[index].several)
    {
        *count = arguments->word_count;
        return arguments->words;
    }
    *count = arguments->values[index] ? 1 : 0;
    return &arguments->values[index];
}

DWORD arguments_number(const struct arguments *arguments, const WCHAR *name, DWORD fallback)
{
    const size_t index = parameter_index(arguments->command, name);
    DWORD number = fallback;

    if (arguments->values[index] && *arguments->values[index])
    {
        limit_parse(arguments->values[index], &arguments->command->parameters[index], &number);
    }
    return number;
}
