/*
 * What a configuration file holds.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "platform/posix_config_file.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/status.h"
#include "platform/platform.h"
#include "platform/posix_text.h"
#include "platform/utf16_equal.h"

/* Each is compared with those before it, at first by its hash. */
#define SECTIONS_MAX 4096

/* What reads a file, and where it is. */
struct parser
{
    struct config_file *file;
    struct config_fault *fault;
    size_t line;
    size_t start; /* of the line */
    size_t end;
};

static uint32_t fail(struct parser *parser, const char *format, ...)
{
    va_list arguments;

    parser->fault->line = parser->line;
    va_start(arguments, format);
    vsnprintf(parser->fault->text, sizeof(parser->fault->text), format, arguments);
    va_end(arguments);
    return ERROR_BAD_CONFIGURATION;
}

/* `items`, of which there are `count` of this size, with room for one more; NULL, and they are as they were,
 * where there is no memory. */
static void *grow(void *items, size_t count, size_t size)
{
    const bool is_full = !(count & (count - 1)); /* 0, 1, 2, 4, ... */

    return is_full ? realloc(items, (count ? 2 * count : 1) * size) : items;
}

/* ---- Sections -------------------------------------------------------------------------------- */

static const struct
{
    const char *word;
    enum posix_section kind;
    bool has_name;
} section_kinds[] = {
    { "global", POSIX_SECTION_GLOBAL, false },
    { "server", POSIX_SECTION_SERVER, true },
    { "group", POSIX_SECTION_GROUP, true },
};

static uint32_t hash_of(struct utf16_slice name)
{
    uint32_t hash = 5381;

    for (size_t i = 0; i < name.length; i++)
    {
        hash = hash * 33 + platform_upcase(utf16_unit(name, i));
    }
    return hash;
}

/* What stands between the brackets: a word, and a name. */
static bool read_head(struct utf16_slice head, struct config_section *section)
{
    const size_t length = text_find_blank(head);
    const struct utf16_slice word = utf16_part(head, 0, length);

    section->name = text_trim(utf16_part(head, length, head.length));
    section->hash = hash_of(section->name);
    for (size_t i = 0; i < sizeof(section_kinds) / sizeof(section_kinds[0]); i++)
    {
        if (utf16_equal_ascii(word, section_kinds[i].word))
        {
            section->kind = section_kinds[i].kind;
            return section_kinds[i].has_name ? config_name_fits(section->name)
                                             : !section->name.length;
        }
    }
    return false;
}

static uint32_t read_section(struct parser *parser, struct utf16_slice line)
{
    struct config_file *file = parser->file;
    struct config_section section = { .line = parser->line,
                                      .start = parser->start,
                                      .end = parser->end,
                                      .first = file->setting_count };
    struct config_section *sections = NULL;
    const struct config_section *other = NULL;

    if (utf16_unit(line, line.length - 1) != ']' ||
        !read_head(text_trim(utf16_part(line, 1, line.length - 2)), &section))
    {
        return fail(parser, "sections are [global], [server NAME] and [group NAME]");
    }
    other = config_file_section(file, section.kind, section.name);
    if (other)
    {
        return fail(parser, "the section %s is on line %zu, too", text_quote(line).text,
                    other->line);
    }
    if (file->section_count == SECTIONS_MAX)
    {
        return fail(parser, "there are more than %u sections", SECTIONS_MAX);
    }
    sections = grow(file->sections, file->section_count, sizeof(section));
    if (!sections)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    file->sections = sections;
    file->sections[file->section_count++] = section;
    return ERROR_SUCCESS;
}

const struct config_section *config_file_section(const struct config_file *file,
                                                 enum posix_section kind, struct utf16_slice name)
{
    const uint32_t hash = hash_of(name);

    for (size_t i = 0; i < file->section_count; i++)
    {
        const struct config_section *section = &file->sections[i];

        if (section->kind == kind && section->hash == hash && utf16_equal(section->name, name))
        {
            return section;
        }
    }
    return NULL;
}

/* ---- Settings -------------------------------------------------------------------------------- */

const struct config_setting *config_file_setting(const struct config_file *file,
                                                 const struct config_section *section,
                                                 const struct config_row *row)
{
    for (size_t i = 0; i < section->count; i++)
    {
        if (file->settings[section->first + i].row == row)
        {
            return &file->settings[section->first + i];
        }
    }
    return NULL;
}

static uint32_t read_setting(struct parser *parser, struct utf16_slice line)
{
    struct config_file *file = parser->file;
    const size_t length = utf16_find(line, '=');
    const struct utf16_slice name = text_trim(utf16_part(line, 0, length));
    struct config_section *section =
        file->section_count ? &file->sections[file->section_count - 1] : NULL;
    struct config_setting setting = { .row = config_row_find(name),
                                      .value = text_trim(utf16_part(line, length + 1, line.length)),
                                      .line = parser->line,
                                      .start = parser->start,
                                      .end = parser->end };
    struct config_setting *settings = NULL;
    const struct config_setting *other = NULL;

    if (length == line.length || !name.length)
    {
        return fail(parser, "%s is neither a [section] nor NAME = VALUE", text_quote(line).text);
    }
    if (!section)
    {
        return fail(parser, "%s stands before the first [section]", text_quote(name).text);
    }
    if (!setting.row)
    {
        return fail(parser, "there is no setting %s", text_quote(name).text);
    }
    if (!config_row_belongs(setting.row, section->kind))
    {
        return fail(parser, "%s does not belong to a section of this kind",
                    config_row_name(setting.row));
    }
    other = config_file_setting(file, section, setting.row);
    if (other)
    {
        return fail(parser, "%s is on line %zu, too", config_row_name(setting.row), other->line);
    }
    settings = grow(file->settings, file->setting_count, sizeof(setting));
    if (!settings)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    file->settings = settings;
    file->settings[file->setting_count++] = setting;
    section->count++;
    section->end = parser->end;
    return ERROR_SUCCESS;
}

/* ---- The file -------------------------------------------------------------------------------- */

static uint32_t read_line(struct parser *parser, struct utf16_slice line)
{
    if (text_has_control(line))
    {
        return fail(parser, "the line has a control character");
    }
    if (!line.length || utf16_unit(line, 0) == '#' || utf16_unit(line, 0) == ';')
    {
        return ERROR_SUCCESS;
    }
    return utf16_unit(line, 0) == '[' ? read_section(parser, line) : read_setting(parser, line);
}

uint32_t config_file_parse(struct utf16_slice text, struct config_file *file,
                           struct config_fault *fault)
{
    struct parser parser = { .file = file, .fault = fault };
    uint32_t status = ERROR_SUCCESS;

    *file = (struct config_file){ .text = text };
    *fault = (struct config_fault){ 0 };
    while (parser.end < text.length && !status)
    {
        struct utf16_slice line = text_line(text, &parser.end);

        parser.line++;
        status = read_line(&parser, text_trim(line));
        parser.start = parser.end;
    }
    return status;
}

void config_file_free(struct config_file *file)
{
    free(file->sections);
    free(file->settings);
    *file = (struct config_file){ 0 };
}

bool config_file_check(const struct config_file *file, struct config_fault *fault)
{
    for (size_t i = 0; i < file->setting_count; i++)
    {
        const struct config_setting *setting = &file->settings[i];

        if (!config_row_check(setting->row, setting->value, fault->text, sizeof(fault->text)))
        {
            fault->line = setting->line;
            return false;
        }
    }
    return true;
}
