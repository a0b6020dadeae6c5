/*
 * What parameters.tsv says of a function's parameters
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "parameters.h"

#include <stdio.h>
#include <string.h>

static const struct
{
    const char *word;
    enum parameter_kind kind;
} kinds[] = {
    { "server", PARAMETER_SERVER }, { "text", PARAMETER_TEXT },
    { "in", PARAMETER_IN },         { "rows", PARAMETER_ROWS },
    { "sid", PARAMETER_SID },       { "sd", PARAMETER_DESCRIPTOR },
    { "level", PARAMETER_LEVEL },   { "select", PARAMETER_SELECT },
    { "number", PARAMETER_NUMBER }, { "length", PARAMETER_LENGTH },
    { "count", PARAMETER_COUNT },   { "buffer", PARAMETER_BUFFER },
    { "size", PARAMETER_SIZE },     { "psize", PARAMETER_SIZE_POINTER },
    { "out", PARAMETER_OUT },       { "dword", PARAMETER_DWORD },
    { "value", PARAMETER_VALUE },   { "parm", PARAMETER_PARM },
    { "resume", PARAMETER_RESUME }, { "bytes", PARAMETER_BYTES },
    { "object", PARAMETER_OBJECT }, { "api", PARAMETER_API },
    { "handle", PARAMETER_HANDLE }, { "event", PARAMETER_EVENT },
    { "ncb", PARAMETER_NCB },
};

static BOOL read_word(const char *word, size_t length, struct parameter *parameter)
{
    size_t name = strcspn(word, ":?*! ");

    for (size_t i = 0; i < ARRAYSIZE(kinds); i++)
    {
        if (strlen(kinds[i].word) == name && !strncmp(kinds[i].word, word, name))
        {
            parameter->kind = kinds[i].kind;
            parameter->is_optional = word[name] == '?';
            parameter->is_given_back = word[name] == '!';
            name += word[name] == '?' || word[name] == '!';
            if (word[name] == ':' || word[name] == '*')
            {
                snprintf(parameter->argument, sizeof(parameter->argument), "%.*s",
                         (int)(length - name - (word[name] == ':')),
                         word + name + (word[name] == ':'));
            }
            return TRUE;
        }
    }
    return FALSE;
}

BOOL signature_read(const struct function *function, struct signature *signature)
{
    const char *word = function->words;

    memset(signature, 0, sizeof(*signature));
    signature->function = function;
    for (; *word; word += strspn(word, " "))
    {
        size_t length = strcspn(word, " ");
        struct parameter *parameter = &signature->parameters[signature->count];

        if (signature->count == PARAMETERS_MAX || !function->letters[signature->count] ||
            !read_word(word, length, parameter))
        {
            return FALSE;
        }
        parameter->is_ansi = function->letters[signature->count++] == 'c';
        word += length;
    }
    return !function->letters[signature->count];
}

size_t parameter_find(const struct signature *signature, enum parameter_kind kind)
{
    size_t i = 0;

    while (i < signature->count && signature->parameters[i].kind != kind)
    {
        i++;
    }
    return i;
}
