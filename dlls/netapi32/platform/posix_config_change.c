/*
 * The user's configuration file for the program that shows and changes it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "netapi32_posix.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/status.h"
#include "platform/posix_config_edit.h"
#include "platform/posix_config_files.h"

/* The file as it was when it was read. */
struct posix_config
{
    struct user_path path;
    struct utf16_slice text;
    struct config_file file;
};

/* No file is an empty one. */
static uint32_t config_read(struct posix_config *config)
{
    struct file_stamp stamp;
    struct config_fault fault;
    uint32_t status = ERROR_SUCCESS;

    *config = (struct posix_config){ .text = { NULL, 0 } };
    if (!user_path_of(CONFIG_FILE, &config->path))
    {
        return ERROR_FILE_NOT_FOUND;
    }
    status = user_file_read(config->path.text, USER_FILE_PLAIN, &config->text, &stamp, &fault);
    if (status == ERROR_FILE_NOT_FOUND && !stamp.exists)
    {
        status = ERROR_SUCCESS;
    }
    if (!status)
    {
        status = config_file_parse(config->text, &config->file, &fault);
    }
    if (status)
    {
        config_problem_set(config->path.text, &fault);
    }
    return status;
}

static void config_release(struct posix_config *config)
{
    config_file_free(&config->file);
    text_release(&config->text);
}

/* ---- Reading --------------------------------------------------------------------------------- */

bool posix_config_path(char *path, size_t size)
{
    struct user_path found;

    return user_path_of(CONFIG_FILE, &found) &&
           (size_t)snprintf(path, size, "%s", found.text) < size;
}

/* Terminated text, if there is room for it. */
static uint32_t give(struct utf16_slice text, uint16_t *units, size_t capacity)
{
    if (text.length >= capacity)
    {
        return ERROR_MORE_DATA;
    }
    if (text.length)
    {
        memcpy(units, text.units, text.length * sizeof(*units));
    }
    units[text.length] = 0;
    return ERROR_SUCCESS;
}

static void give_nothing(uint16_t *units, size_t capacity)
{
    if (capacity)
    {
        *units = 0;
    }
}

uint32_t posix_config_open(struct posix_config **config)
{
    struct posix_config *opened = malloc(sizeof(*opened));
    uint32_t status = opened ? config_read(opened) : ERROR_NOT_ENOUGH_MEMORY;

    if (status)
    {
        posix_config_close(opened);
        opened = NULL;
    }
    *config = opened;
    return status;
}

void posix_config_close(struct posix_config *config)
{
    if (config)
    {
        config_release(config);
        free(config);
    }
}

uint32_t posix_config_get(const struct posix_config *config, enum posix_section section,
                          const uint16_t *name, const uint16_t *setting, uint16_t *value,
                          size_t capacity)
{
    const struct config_row *row = config_row_find(utf16_from_terminated(setting));
    const struct config_section *found_section =
        config_file_section(&config->file, section, utf16_from_terminated(name));
    const struct config_setting *found =
        found_section ? config_file_setting(&config->file, found_section, row) : NULL;

    give_nothing(value, capacity);
    return found ? give(found->value, value, capacity) : ERROR_FILE_NOT_FOUND;
}

uint32_t posix_config_find(const struct posix_config *config, enum posix_section section,
                           const uint16_t *name)
{
    return config_file_section(&config->file, section, utf16_from_terminated(name))
               ? ERROR_SUCCESS
               : ERROR_FILE_NOT_FOUND;
}

static const struct config_section *section_at(const struct config_file *file,
                                               enum posix_section kind, size_t index)
{
    for (size_t i = 0; i < file->section_count; i++)
    {
        if (file->sections[i].kind == kind && !index--)
        {
            return &file->sections[i];
        }
    }
    return NULL;
}

uint32_t posix_config_at(const struct posix_config *config, enum posix_section section,
                         size_t index, uint16_t *name, size_t capacity)
{
    const struct config_section *found = section_at(&config->file, section, index);

    give_nothing(name, capacity);
    return found ? give(found->name, name, capacity) : ERROR_NO_MORE_ITEMS;
}

/* ---- Writing --------------------------------------------------------------------------------- */

struct change
{
    enum posix_section section;
    struct utf16_slice name;
    const struct config_row *row; /* NULL: all */
    struct utf16_slice value;     /* absent: removed */
};

static uint32_t make_change(const struct config_file *file, const struct change *change,
                            struct writer *text)
{
    if (!change->row)
    {
        return config_edit_remove_section(file, change->section, change->name, text);
    }
    if (!change->value.units)
    {
        return config_edit_remove(file, change->section, change->name, change->row, text);
    }
    return config_edit_set(file, change->section, change->name, change->row, change->value, text);
}

/* Reads and writes with the lock. */
static uint32_t change_file(const struct change *change)
{
    struct posix_config config;
    struct writer text = { 0 };
    int lock = -1;
    uint32_t status = user_folder_lock(&lock);

    if (status)
    {
        return status;
    }
    status = config_read(&config);
    if (!status)
    {
        status = make_change(&config.file, change, &text);
    }
    if (!status && text.failed)
    {
        status = ERROR_NOT_ENOUGH_MEMORY;
    }
    if (!status)
    {
        const struct utf16_slice written = { text.data, text.size / sizeof(uint16_t) };

        status = user_file_write(config.path.text, USER_FILE_PLAIN, written);
    }
    writer_free(&text);
    config_release(&config);
    user_folder_unlock(lock);
    return status;
}

static bool section_fits(const struct change *change)
{
    return change->section == POSIX_SECTION_GLOBAL ? !change->name.length
                                                   : config_name_fits(change->name);
}

uint32_t posix_config_set_value(enum posix_section section, const uint16_t *name,
                                const uint16_t *setting, const uint16_t *value)
{
    const struct change change = { section, utf16_from_terminated(name),
                                   config_row_find(utf16_from_terminated(setting)),
                                   utf16_from_terminated(value) };

    if (!change.row || !config_row_belongs(change.row, section))
    {
        return ERROR_INVALID_NAME;
    }
    if (!section_fits(&change) || !config_value_fits(change.row, change.value))
    {
        return ERROR_INVALID_PARAMETER;
    }
    return change_file(&change);
}

uint32_t posix_config_remove(enum posix_section section, const uint16_t *name)
{
    const struct change change = { .section = section, .name = utf16_from_terminated(name) };

    return section_fits(&change) ? change_file(&change) : ERROR_INVALID_PARAMETER;
}
