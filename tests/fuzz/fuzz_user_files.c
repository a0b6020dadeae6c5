/*
 * Fuzz target: the user's files, of whatever they hold, and changes of them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The input: a byte that says which of the two files it is, and a change of it; then its text.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/status.h"
#include "platform/posix_config_edit.h"
#include "platform/posix_config_file.h"
#include "platform/posix_config_rows.h"
#include "platform/posix_credentials_file.h"

#define IS_SECRET      0x80
#define OF_LAST        0x40 /* the last section is changed, not one that may be new */
#define CHANGE(manner) ((manner)&3)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds)
    {
        abort();
    }
}

static struct utf16_slice slice_of(const struct writer *text)
{
    return (struct utf16_slice){ text->data, text->size / sizeof(uint16_t) };
}

static bool is_same(struct utf16_slice a, struct utf16_slice b)
{
    return !utf16_compare(a, b);
}

/* ---- Configuration --------------------------------------------------------------------------- */

/* Which is changed. */
static enum posix_section choose(const struct config_file *file, uint8_t manner,
                                 struct utf16_name *name)
{
    const struct config_section *last =
        file->section_count ? &file->sections[file->section_count - 1] : NULL;

    if (!(manner & OF_LAST) || !last)
    {
        *name = utf16_name_from_ascii("files");
        return POSIX_SECTION_SERVER;
    }
    require(utf16_name_set(name, last->name));
    return last->kind;
}

static const struct config_row *row_of(enum posix_section kind)
{
    static const char *const names[] = {
        [POSIX_SECTION_GLOBAL] = "NameServers",
        [POSIX_SECTION_SERVER] = "Address",
        [POSIX_SECTION_GROUP] = "Servers",
    };
    const struct utf16_name name = utf16_name_from_ascii(names[kind]);
    const struct config_row *row = config_row_find(utf16_from_name(&name));

    require(row && config_row_belongs(row, kind));
    return row;
}

/* What was written is a file again, with what was to be in it, and no less besides. */
static void check_change(const struct config_file *file, uint8_t manner)
{
    const struct utf16_name value = utf16_name_from_ascii("some value");
    struct utf16_name name;
    const enum posix_section kind = choose(file, manner, &name);
    const struct config_row *row = row_of(kind);
    const struct utf16_slice section_name = utf16_from_name(&name);
    const bool was_there = config_file_section(file, kind, section_name) != NULL;
    const struct config_section *section = NULL;
    const struct config_setting *setting = NULL;
    struct config_file changed = { 0 };
    struct config_fault fault;
    struct writer text = { 0 };
    uint32_t status = ERROR_SUCCESS;

    switch (CHANGE(manner))
    {
    case 0:
        status = config_edit_set(file, kind, section_name, row, utf16_from_name(&value), &text);
        break;
    case 1: status = config_edit_remove(file, kind, section_name, row, &text); break;
    default: status = config_edit_remove_section(file, kind, section_name, &text); break;
    }
    require(!status || (status == ERROR_FILE_NOT_FOUND && !text.size));
    if (!status)
    {
        require(!config_file_parse(slice_of(&text), &changed, &fault));
        section = config_file_section(&changed, kind, section_name);
        setting = section ? config_file_setting(&changed, section, row) : NULL;
        require(changed.section_count + (CHANGE(manner) > 1) ==
                file->section_count + (CHANGE(manner) == 0 && !was_there));
        require((setting != NULL) == (CHANGE(manner) == 0));
        require(!setting || is_same(setting->value, utf16_from_name(&value)));
    }
    config_file_free(&changed);
    writer_free(&text);
}

static void try_config(struct utf16_slice text, uint8_t manner)
{
    struct config_file file;
    struct config_fault fault;
    uint32_t status = config_file_parse(text, &file, &fault);

    if (!status)
    {
        require(config_file_check(&file, &fault) || (fault.line && *fault.text));
        for (size_t i = 0; i < file.setting_count; i++)
        {
            uint32_t number = 0;

            require(*config_row_name(file.settings[i].row));
            config_number(file.settings[i].value, &number);
            config_value_fits(file.settings[i].row, file.settings[i].value);
        }
        check_change(&file, manner);
    }
    else
    {
        require(status == ERROR_BAD_CONFIGURATION && fault.line && *fault.text);
    }
    config_file_free(&file);
}

/* ---- Credentials ----------------------------------------------------------------------------- */

static void try_credentials(struct utf16_slice text)
{
    struct utf16_name user;
    struct utf16_name password;
    struct utf16_name user_again;
    struct utf16_name password_again;
    struct config_fault fault;
    struct writer written = { 0 };

    if (credentials_file_parse(text, &user, &password, &fault))
    {
        require(*fault.text);
        return;
    }
    require(user.length);
    if (credentials_file_write(utf16_from_name(&user), utf16_from_name(&password), &written))
    {
        require(!credentials_file_parse(slice_of(&written), &user_again, &password_again, &fault));
        require(is_same(utf16_from_name(&user), utf16_from_name(&user_again)));
        require(is_same(utf16_from_name(&password), utf16_from_name(&password_again)));
    }
    writer_free(&written);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const uint8_t manner = size ? data[0] : 0;
    char *bytes = calloc(1, size + 1);
    uint16_t *units = malloc((size + 1) * sizeof(*units));
    size_t length = 0;

    if (bytes && units && size)
    {
        memcpy(bytes, data + 1, size - 1);
        utf16_from_utf8(units, &length, bytes);
        if (manner & IS_SECRET)
        {
            try_credentials((struct utf16_slice){ units, length });
        }
        else
        {
            try_config((struct utf16_slice){ units, length }, manner);
        }
    }
    free(bytes);
    free(units);
    return 0;
}
