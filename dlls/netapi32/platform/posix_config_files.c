/*
 * The user's configuration file: its latest state, and whether it is still that.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "platform/posix_config_files.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/status.h"
#include "netapi32_posix.h"
#include "platform/posix_config_file.h"
#include "platform/posix_log.h"
#include "platform/posix_problem.h"

struct config_snapshot
{
    struct config_file file;
    struct utf16_slice text; /* that the file is about */
    _Atomic size_t references;
};

/* A file whose changes count. */
struct watched
{
    struct watched *next;
    struct user_path path;
    struct file_stamp stamp;
};

/* The lock is for what stands below it. */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static _Atomic bool files_count;
static struct
{
    bool is_read; /* what stands below is of the file at `path` as `stamp` says */
    struct user_path path;
    struct file_stamp stamp;
    struct config_snapshot *snapshot; /* NULL: there is none, or `status` says why not */
    uint32_t status;
    struct watched *watched; /* others */
    uint64_t generation;
} latest = { .generation = 1 };

/* ---- What is wrong --------------------------------------------------------------------------- */

void config_problem_set(const char *path, const struct config_fault *fault)
{
    if (*fault->text && fault->line)
    {
        problem_set(path, ", line %zu: %s", fault->line, fault->text);
    }
    else if (*fault->text)
    {
        problem_set(path, ": %s", fault->text);
    }
}

/* ---- Snapshots ------------------------------------------------------------------------------- */

void config_snapshot_release(struct config_snapshot *snapshot)
{
    if (snapshot && --snapshot->references == 0)
    {
        config_file_free(&snapshot->file);
        text_release(&snapshot->text);
        free(snapshot);
    }
}

/* Takes over the text. */
static uint32_t make_snapshot(struct utf16_slice *text, struct config_fault *fault,
                              struct config_snapshot **snapshot)
{
    struct config_snapshot *made = calloc(1, sizeof(*made));
    uint32_t status = ERROR_NOT_ENOUGH_MEMORY;

    if (!made)
    {
        text_release(text);
        return status;
    }
    made->references = 1;
    made->text = *text;
    status = config_file_parse(made->text, &made->file, fault);
    if (!status && !config_file_check(&made->file, fault))
    {
        status = ERROR_BAD_CONFIGURATION;
    }
    if (status)
    {
        config_snapshot_release(made);
        made = NULL;
    }
    *snapshot = made;
    return status;
}

bool config_snapshot_value(const struct config_snapshot *snapshot, struct utf16_slice server,
                           const char *name, struct utf16_slice *value)
{
    const enum posix_section kind = server.length ? POSIX_SECTION_SERVER : POSIX_SECTION_GLOBAL;
    const struct utf16_name row_name = utf16_name_from_ascii(name);
    const struct config_row *row = config_row_find(utf16_from_name(&row_name));
    const struct config_section *section =
        snapshot && row ? config_file_section(&snapshot->file, kind, server) : NULL;
    const struct config_setting *setting =
        section ? config_file_setting(&snapshot->file, section, row) : NULL;

    if (setting)
    {
        *value = setting->value;
    }
    return setting != NULL;
}

/* ---- The latest state, called with the lock -------------------------------------------------- */

static void forget_watched(void)
{
    while (latest.watched)
    {
        struct watched *next = latest.watched->next;

        free(latest.watched);
        latest.watched = next;
    }
}

static void forget(void)
{
    config_snapshot_release(latest.snapshot);
    latest.snapshot = NULL;
    latest.is_read = false;
    forget_watched();
}

/* Whether the file, as far as it was read, or one that is watched, is another than it was. */
static bool is_another(const struct user_path *path)
{
    struct file_stamp now = file_stamp_of(path->text);
    bool another = latest.is_read &&
                   (strcmp(path->text, latest.path.text) || !file_stamp_is(&now, &latest.stamp));

    for (const struct watched *file = latest.watched; file && !another; file = file->next)
    {
        now = file_stamp_of(file->path.text);
        another = !file_stamp_is(&now, &file->stamp);
    }
    return another;
}

static void read_latest(const struct user_path *path)
{
    struct utf16_slice text;
    struct config_fault fault;

    latest.path = *path;
    latest.status = user_file_read(path->text, USER_FILE_PLAIN, &text, &latest.stamp, &fault);
    if (!latest.status)
    {
        latest.status = make_snapshot(&text, &fault, &latest.snapshot);
    }
    if (latest.status == ERROR_FILE_NOT_FOUND && !latest.stamp.exists)
    {
        latest.status = ERROR_SUCCESS; /* nothing is set */
    }
    if (latest.status)
    {
        config_problem_set(path->text, &fault);
    }
    else
    {
        problem_clear(path->text);
    }
    /* What memory did not suffice for is tried again. */
    latest.is_read = latest.status != ERROR_NOT_ENOUGH_MEMORY;
}

/* Goes by what the files are now. */
static void look(void)
{
    struct user_path path;

    user_path_of(CONFIG_FILE, &path);
    if (is_another(&path))
    {
        forget();
        latest.generation++;
    }
}

/* ---- The interface --------------------------------------------------------------------------- */

void posix_use_files(void)
{
    pthread_mutex_lock(&lock);
    files_count = true;
    posix_log_on_demand();
    latest.generation++;
    pthread_mutex_unlock(&lock);
}

bool config_files_count(void)
{
    return files_count;
}

uint32_t config_snapshot_get(struct config_snapshot **snapshot)
{
    uint32_t status = ERROR_SUCCESS;

    *snapshot = NULL;
    if (!files_count)
    {
        return status;
    }
    pthread_mutex_lock(&lock);
    look();
    if (!latest.is_read)
    {
        struct user_path path;

        user_path_of(CONFIG_FILE, &path);
        read_latest(&path);
    }
    status = latest.status;
    *snapshot = latest.snapshot;
    if (*snapshot)
    {
        (*snapshot)->references++;
    }
    pthread_mutex_unlock(&lock);
    return status;
}

uint64_t config_files_generation(void)
{
    uint64_t generation = 0;

    pthread_mutex_lock(&lock);
    if (files_count)
    {
        look();
    }
    generation = latest.generation;
    pthread_mutex_unlock(&lock);
    return generation;
}

void config_files_watch(const char *path, const struct file_stamp *stamp)
{
    struct watched *file = NULL;

    pthread_mutex_lock(&lock);
    for (file = latest.watched; file && strcmp(file->path.text, path); file = file->next)
    {
    }
    if (!file)
    {
        file = calloc(1, sizeof(*file));
        if (file)
        {
            snprintf(file->path.text, sizeof(file->path.text), "%s", path);
            file->next = latest.watched;
            latest.watched = file;
        }
    }
    if (file)
    {
        file->stamp = *stamp;
    }
    pthread_mutex_unlock(&lock);
}
