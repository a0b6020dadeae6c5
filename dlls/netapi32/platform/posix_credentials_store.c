/*
 * The user's files with passwords: those that are kept for servers, and those that the configuration names.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "platform/posix_credentials_store.h"

#include <stdio.h>
#include <string.h>

#include "base/status.h"
#include "netapi32_posix.h"
#include "platform/platform.h"
#include "platform/posix_config_files.h"
#include "platform/posix_config_rows.h"
#include "platform/posix_credentials_file.h"
#include "platform/posix_problem.h"

/* Below the user's folder. */
#define FOLDER "credentials/"

/* ---- Reading --------------------------------------------------------------------------------- */

static uint32_t read_file(const char *path, struct utf16_name *user, struct utf16_name *password,
                          struct file_stamp *stamp)
{
    struct utf16_slice text;
    struct config_fault fault;
    uint32_t status = user_file_read(path, USER_FILE_SECRET, &text, stamp, &fault);

    if (!status)
    {
        status = credentials_file_parse(text, user, password, &fault);
    }
    text_release(&text);
    if (status)
    {
        config_problem_set(path, &fault);
    }
    else
    {
        problem_clear(path);
    }
    return status;
}

uint32_t credentials_read_file(struct utf16_slice path, struct utf16_name *user,
                               struct utf16_name *password)
{
    struct user_path text;
    struct file_stamp stamp;

    return utf16_to_utf8(path, text.text, sizeof(text.text))
               ? read_file(text.text, user, password, &stamp)
               : ERROR_INVALID_PARAMETER;
}

/* Reads one, and has its changes count from now on, also that it comes to be. */
static uint32_t read_and_watch(const struct user_path *path, struct utf16_name *user,
                               struct utf16_name *password)
{
    struct file_stamp stamp;
    uint32_t status = read_file(path->text, user, password, &stamp);

    config_files_watch(path->text, &stamp);
    return status;
}

/* ---- The password that is kept for a server -------------------------------------------------- */

static bool is_plain(char byte)
{
    return (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') || byte == '-';
}

/* Its file: named as the server, in which case does not count; other bytes are hexadecimal. False where
 * there is no place. */
static bool kept_path(struct utf16_slice server, struct user_path *path)
{
    struct utf16_name upper = utf16_name_from_ascii("");
    char text[NAME_LENGTH_MAX * 3 + 1];
    char name[sizeof(FOLDER) + 3 * sizeof(text)] = FOLDER;
    size_t used = strlen(name);

    if (!server.length || !utf16_name_set(&upper, server))
    {
        return false;
    }
    for (size_t i = 0; i < upper.length; i++)
    {
        upper.units[i] = platform_upcase(upper.units[i]);
    }
    utf16_to_utf8(utf16_from_name(&upper), text, sizeof(text));
    for (const char *byte = text; *byte; byte++)
    {
        used += (size_t)snprintf(name + used, sizeof(name) - used,
                                 is_plain(*byte) || (*byte == '.' && byte > text) ? "%c" : "%%%02X",
                                 (unsigned char)*byte);
    }
    return used - strlen(FOLDER) <= NAME_MAX && user_path_of(name, path);
}

static uint32_t read_kept(struct utf16_slice server, struct utf16_name *user,
                          struct utf16_name *password)
{
    struct user_path path;
    struct file_stamp stamp;
    uint32_t status = ERROR_NOT_FOUND;

    if (!kept_path(server, &path))
    {
        return status;
    }
    stamp = file_stamp_of(path.text);
    if (!stamp.exists)
    {
        config_files_watch(path.text, &stamp);
        return status;
    }
    return read_and_watch(&path, user, password);
}

uint32_t posix_credentials_store(const uint16_t *server, const uint16_t *user,
                                 const uint16_t *password)
{
    struct user_path path;
    struct writer text = { 0 };
    uint32_t status = ERROR_INVALID_PARAMETER;

    if (kept_path(utf16_from_terminated(server), &path) &&
        credentials_file_write(utf16_from_terminated(user), utf16_from_terminated(password), &text))
    {
        status = user_file_write(path.text, USER_FILE_SECRET,
                                 (struct utf16_slice){ text.data, text.size / sizeof(uint16_t) });
    }
    else if (text.failed)
    {
        status = ERROR_NOT_ENOUGH_MEMORY;
    }
    writer_free(&text);
    return status;
}

uint32_t posix_credentials_remove(const uint16_t *server)
{
    struct user_path path;
    uint32_t status = kept_path(utf16_from_terminated(server), &path) ? user_file_remove(path.text)
                                                                      : ERROR_FILE_NOT_FOUND;

    return status == ERROR_FILE_NOT_FOUND ? ERROR_NOT_FOUND : status;
}

/* ---- The file that the configuration names --------------------------------------------------- */

/* False where it names none, neither for the server nor for all: no value in the server's own section is
 * one. */
static bool find_name(const struct config_snapshot *snapshot, struct utf16_slice server,
                      struct utf16_slice *name)
{
    const struct utf16_slice all_servers = { NULL, 0 };

    return (config_snapshot_value(snapshot, server, CONFIG_CREDENTIALS_FILE, name) ||
            config_snapshot_value(snapshot, all_servers, CONFIG_CREDENTIALS_FILE, name)) &&
           name->length;
}

static uint32_t read_named(struct utf16_slice name, struct utf16_name *user,
                           struct utf16_name *password)
{
    struct user_path relative;
    struct user_path path;

    return utf16_to_utf8(name, relative.text, sizeof(relative.text)) &&
                   user_path_of(relative.text, &path)
               ? read_and_watch(&path, user, password)
               : ERROR_FILE_NOT_FOUND;
}

static uint32_t read_configured(struct utf16_slice server, struct utf16_name *user,
                                struct utf16_name *password)
{
    struct config_snapshot *snapshot = NULL;
    struct utf16_slice name;
    uint32_t status = config_snapshot_get(&snapshot);

    if (!status)
    {
        status =
            find_name(snapshot, server, &name) ? read_named(name, user, password) : ERROR_NOT_FOUND;
    }
    config_snapshot_release(snapshot);
    return status;
}

uint32_t credentials_find_file(struct utf16_slice server, struct utf16_name *user,
                               struct utf16_name *password)
{
    uint32_t status = ERROR_NOT_FOUND;

    if (!config_files_count())
    {
        return status;
    }
    status = read_kept(server, user, password);
    return status == ERROR_NOT_FOUND ? read_configured(server, user, password) : status;
}
