/*
 * Changes of a configuration file.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "platform/posix_config_edit.h"

#include "base/status.h"
#include "platform/posix_text.h"

static void write_text(struct writer *writer, struct utf16_slice text)
{
    writer_bytes(writer, text.units, text.length * sizeof(uint16_t));
}

static void write_ascii(struct writer *writer, const char *text)
{
    for (; *text; text++)
    {
        writer_u16(writer, (uint8_t)*text);
    }
}

/* Writes the units from `start` to `end`. */
static void write_part(struct writer *writer, const struct config_file *file, size_t start,
                       size_t end)
{
    write_text(writer, utf16_part(file->text, start, end - start));
}

/* What follows begins a line. */
static void begin_line(struct writer *writer)
{
    const struct utf16_slice written = { writer->data, writer->size / sizeof(uint16_t) };

    if (!writer->failed && written.length && utf16_unit(written, written.length - 1) != '\n')
    {
        write_ascii(writer, "\n");
    }
}

static void write_setting(struct writer *writer, const struct config_row *row,
                          struct utf16_slice value)
{
    begin_line(writer);
    write_ascii(writer, config_row_name(row));
    write_ascii(writer, value.length ? " = " : " =");
    write_text(writer, value);
    write_ascii(writer, "\n");
}

static void write_head(struct writer *writer, enum posix_section kind, struct utf16_slice name)
{
    static const char *const heads[] = {
        [POSIX_SECTION_GLOBAL] = "[global]\n",
        [POSIX_SECTION_SERVER] = "[server ",
        [POSIX_SECTION_GROUP] = "[group ",
    };

    begin_line(writer);
    if (writer->size)
    {
        write_ascii(writer, "\n");
    }
    write_ascii(writer, heads[kind]);
    if (kind != POSIX_SECTION_GLOBAL)
    {
        write_text(writer, name);
        write_ascii(writer, "]\n");
    }
}

uint32_t config_edit_set(const struct config_file *file, enum posix_section kind,
                         struct utf16_slice name, const struct config_row *row,
                         struct utf16_slice value, struct writer *text)
{
    const struct config_section *section = config_file_section(file, kind, name);
    const struct config_setting *setting = section ? config_file_setting(file, section, row) : NULL;
    size_t start = file->text.length;
    size_t end = start;

    if (setting)
    {
        start = setting->start;
        end = setting->end;
    }
    else if (section)
    {
        start = end = section->end;
    }
    write_part(text, file, 0, start);
    if (!section)
    {
        write_head(text, kind, name);
    }
    write_setting(text, row, value);
    write_part(text, file, end, file->text.length);
    return ERROR_SUCCESS;
}

/* All of the text but for what stands from `start` to `end`. */
static uint32_t leave_out(const struct config_file *file, size_t start, size_t end,
                          struct writer *text)
{
    write_part(text, file, 0, start);
    write_part(text, file, end, file->text.length);
    return ERROR_SUCCESS;
}

uint32_t config_edit_remove(const struct config_file *file, enum posix_section kind,
                            struct utf16_slice name, const struct config_row *row,
                            struct writer *text)
{
    const struct config_section *section = config_file_section(file, kind, name);
    const struct config_setting *setting = section ? config_file_setting(file, section, row) : NULL;

    return setting ? leave_out(file, setting->start, setting->end, text) : ERROR_FILE_NOT_FOUND;
}

uint32_t config_edit_remove_section(const struct config_file *file, enum posix_section kind,
                                    struct utf16_slice name, struct writer *text)
{
    const struct config_section *section = config_file_section(file, kind, name);
    size_t end = section ? section->end : 0;
    size_t next = end;

    if (!section)
    {
        return ERROR_FILE_NOT_FOUND;
    }
    /* With the empty line that set it apart from the next. */
    if (!text_trim(text_line(file->text, &next)).length)
    {
        end = next;
    }
    return leave_out(file, section->start, end, text);
}
