/*
 * Files of sections and settings.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "membership/ini.h"

#include <string.h>

/* In UTF-8 a unit has up to three bytes. */
#define NAME_SIZE_MAX (3 * NAME_LENGTH_MAX)

#define REPLACEMENT_CHARACTER 0xFFFD

static bool is_blank(uint8_t byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static struct bytes trim(struct bytes text)
{
    while (text.size && is_blank(text.data[0]))
    {
        text.data++;
        text.size--;
    }
    while (text.size && is_blank(text.data[text.size - 1]))
    {
        text.size--;
    }
    return text;
}

static bool goes_on(struct bytes line)
{
    const size_t size = line.size && line.data[line.size - 1] == '\r' ? line.size - 1 : line.size;

    return size && line.data[size - 1] == '\\';
}

/* A line, with those that it goes on in. */
static struct bytes next_line(struct reader *file)
{
    const size_t start = file->offset;
    struct bytes line = reader_until(file, '\n');
    struct bytes last = line;

    while (goes_on(last) && reader_left(file))
    {
        last = reader_until(file, '\n');
        line.size = (size_t)(last.data + last.size - (file->data + start));
    }
    return trim(line);
}

struct ini_reader ini_over(struct bytes file)
{
    return (struct ini_reader){ .file = reader_over(file.data, file.size) };
}

bool ini_next(struct ini_reader *reader, struct ini_setting *setting)
{
    while (reader_left(&reader->file))
    {
        const struct bytes line = next_line(&reader->file);
        struct reader parts = reader_over(line.data, line.size);
        struct bytes key;

        if (!line.size || line.data[0] == '#' || line.data[0] == ';')
        {
            continue;
        }
        if (line.data[0] == '[')
        {
            reader_skip(&parts, 1);
            reader->section = trim(reader_until(&parts, ']'));
            continue;
        }
        key = reader_until(&parts, '=');
        if (key.size == line.size)
        {
            continue;
        }
        setting->section = reader->section;
        setting->key = trim(key);
        setting->value = trim(reader_slice(&parts, parts.offset, reader_left(&parts)));
        return true;
    }
    return false;
}

static uint8_t small(uint8_t byte)
{
    return byte >= 'A' && byte <= 'Z' ? (uint8_t)(byte - 'A' + 'a') : byte;
}

bool ini_is(struct bytes text, const char *expected)
{
    size_t at = 0;

    for (; *expected; expected++)
    {
        if (*expected == ' ')
        {
            continue;
        }
        while (at < text.size && is_blank(text.data[at]))
        {
            at++;
        }
        if (at == text.size || small(text.data[at]) != small((uint8_t)*expected))
        {
            return false;
        }
        at++;
    }
    while (at < text.size && is_blank(text.data[at]))
    {
        at++;
    }
    return at == text.size;
}

bool ini_next_word(struct reader *list, struct bytes *word)
{
    while (reader_left(list))
    {
        *word = trim(reader_until(list, ','));
        if (word->size)
        {
            return true;
        }
    }
    return false;
}

bool ini_name(struct bytes value, struct utf16_name *name)
{
    char text[NAME_SIZE_MAX + 1];

    *name = utf16_name_from_ascii("");
    if (!value.size || value.size > NAME_SIZE_MAX)
    {
        return false;
    }
    for (size_t i = 0; i < value.size; i++)
    {
        if (value.data[i] < ' ')
        {
            return false;
        }
    }
    memcpy(text, value.data, value.size);
    text[value.size] = 0;
    if (!utf16_name_from_utf8(name, text) ||
        utf16_find(utf16_from_name(name), REPLACEMENT_CHARACTER) < name->length)
    {
        *name = utf16_name_from_ascii("");
        return false;
    }
    return true;
}
