/*
 * What a shell offers where somebody types a command line.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "commands/complete.h"

#include <wchar.h>

#include "console/output.h"
#include "platform/credentials.h"
#include "platform/settings_store.h"

struct completion
{
    const WCHAR *word; /* what is to be completed */
    struct text text;
};

/* A candidate, in pieces, if the word is its beginning; case does not count. */
static void offer(struct completion *completion, const WCHAR *prefix, const WCHAR *name,
                  const WCHAR *suffix)
{
    const size_t start = completion->text.length;
    const size_t length = wcslen(completion->word);

    text_append(&completion->text, prefix);
    text_append_visible(&completion->text, name);
    text_append(&completion->text, suffix);
    if (completion->text.length - start < length ||
        _wcsnicmp(completion->text.units + start, completion->word, length))
    {
        completion->text.length = start;
        return;
    }
    text_append_unit(&completion->text, '\n');
}

/* The first word of a command's name, or the second one of those whose first it is. */
static void offer_commands(struct completion *completion, const struct command *const *commands,
                           const WCHAR *first)
{
    struct text before = { 0 };

    for (; *commands; commands++)
    {
        const WCHAR *name = (*commands)->name;
        const size_t length = wcscspn(name, L" ");
        struct text word = { 0 };

        if (!first)
        {
            text_append_units(&word, name, length);
        }
        else if (command_begins_with(*commands, first))
        {
            text_append(&word, name + length + 1);
        }
        text_append_unit(&word, 0);
        /* Those with the same first word stand behind each other. */
        if (*word.units && (!before.length || wcscmp(before.units, word.units)))
        {
            offer(completion, L"", word.units, L"");
        }
        text_free(&before);
        before = word;
    }
    text_free(&before);
}

static bool is_option(const WCHAR *word)
{
    return word[0] == '/' || (word[0] == '-' && word[1] == '-');
}

/* Behind the sign that makes it one. */
static const WCHAR *option_name(const WCHAR *word)
{
    return word + (word[0] == '-' ? 2 : 1);
}

static bool option_is(const WCHAR *word, const struct parameter *parameter)
{
    const WCHAR *name = option_name(word);
    const size_t length = wcscspn(name, L":=");

    return !parameter->operand && wcslen(parameter->name) == length &&
           !_wcsnicmp(parameter->name, name, length);
}

static bool is_given(const struct parameter *parameter, int count, WCHAR **words)
{
    for (int i = 0; i < count; i++)
    {
        if (is_option(words[i]) && option_is(words[i], parameter))
        {
            return true;
        }
    }
    return false;
}

static void offer_option(struct completion *completion, const struct parameter *parameter,
                         int count, WCHAR **words)
{
    const bool slash = completion->word[0] == '/';

    if (!parameter->operand && !is_given(parameter, count, words))
    {
        offer(completion, slash ? L"/" : L"--", parameter->name,
              parameter->kind == PARAMETER_FLAG || parameter->kind == PARAMETER_OPTIONAL ? L""
              : slash                                                                    ? L":"
                                                                                         : L"=");
    }
}

static void offer_options(struct completion *completion, const struct command *command, int count,
                          WCHAR **words)
{
    const struct parameter credentials = { .name = credentials_option, .kind = PARAMETER_TEXT };

    for (const struct parameter *parameter = command->parameters; parameter->name; parameter++)
    {
        offer_option(completion, parameter, count, words);
    }
    if (credentials_option[0])
    {
        offer_option(completion, &credentials, count, words);
    }
}

/* --name=VALUE: each value that the option takes. */
static void offer_values(struct completion *completion, const struct command *command)
{
    const WCHAR *word = completion->word;
    const size_t length = (size_t)(option_name(word) - word) + wcscspn(option_name(word), L":=");
    struct text prefix = { 0 };

    text_append_units(&prefix, word, length + 1);
    text_append_unit(&prefix, 0);
    for (const struct parameter *parameter = command->parameters; parameter->name; parameter++)
    {
        if (parameter->kind == PARAMETER_CHOICE && option_is(word, parameter))
        {
            for (size_t i = 0; parameter->choices[i]; i++)
            {
                offer(completion, prefix.units, parameter->choices[i], L"");
            }
        }
    }
    text_free(&prefix);
}

/* Does the command take an operand of this kind? */
static bool takes(const struct command *command, enum parameter_kind kind)
{
    for (const struct parameter *parameter = command->parameters; parameter->name; parameter++)
    {
        if (parameter->operand && parameter->kind == kind)
        {
            return true;
        }
    }
    return false;
}

static void offer_names(struct completion *completion, enum settings_section section,
                        const WCHAR *prefix)
{
    WCHAR name[SETTING_CAPACITY];

    for (DWORD i = 0; !settings_at(section, i, name); i++)
    {
        offer(completion, prefix, name, L"");
    }
}

/* A computer is written as it was begun; @ begins a group. */
static void offer_servers(struct completion *completion, const struct command *command)
{
    if (takes(command, PARAMETER_COMPUTER) || takes(command, PARAMETER_SERVERS))
    {
        offer_names(completion, SETTINGS_OF_SERVER,
                    wcsncmp(completion->word, L"//", 2) ? L"" : L"//");
    }
    if (takes(command, PARAMETER_SERVERS))
    {
        offer_names(completion, SETTINGS_OF_GROUP, L"@");
    }
}

static void offer_words(struct completion *completion, const struct command *command, int count,
                        WCHAR **words)
{
    const WCHAR *word = completion->word;

    if (is_option(word) && option_name(word)[wcscspn(option_name(word), L":=")])
    {
        offer_values(completion, command);
    }
    else if (is_option(word) && wcsncmp(word, L"//", 2))
    {
        offer_options(completion, command, count, words);
    }
    else
    {
        offer_servers(completion, command);
    }
}

DWORD complete_show(const struct command *const *commands, int count, WCHAR **words)
{
    struct completion completion = { .word = count ? words[count - 1] : L"" };
    const struct command *command;
    int word_count = 0;
    DWORD error;

    if (count < 2)
    {
        offer_commands(&completion, commands, NULL);
    }
    else
    {
        /* The word that is typed is no part of a name yet. */
        command = command_find(commands, words[0], count > 2 ? words[1] : NULL, &word_count);
        if (count == 2)
        {
            offer_commands(&completion, commands, words[0]);
        }
        if (command)
        {
            offer_words(&completion, command, count - 1, words);
        }
    }
    error = output_write(STD_OUTPUT_HANDLE, &completion.text);
    text_free(&completion.text);
    return error;
}
