/*
 * The logins that the host's files tell of.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "logins/login_list.h"

#include <stdlib.h>
#include <string.h>

#include "base/sort.h"
#include "base/status.h"
#include "platform/log.h"

#define UTMP_FILE      "/var/run/utmp"
#define SYSTEMD_FOLDER "/run/systemd/sessions"

/* Larger files are taken for broken. */
#define UTMP_SIZE_MAX    0x10000000u
#define SYSTEMD_SIZE_MAX 0x10000u

void login_list_free(struct login_list *list)
{
    for (size_t i = 0; i < list->file_count; i++)
    {
        free(list->files[i]);
    }
    free(list->files);
    free(list->logins);
    *list = (struct login_list){ 0 };
}

bool login_list_is_late(const struct login_list *list)
{
    return platform_now() >= list->deadline;
}

/* Makes room for one more element in an array that doubles. */
static bool grow(void **array, size_t count, size_t *capacity, size_t size)
{
    size_t wanted = *capacity ? 2 * *capacity : 16;
    void *grown = NULL;

    if (count < *capacity)
    {
        return true;
    }
    grown = realloc(*array, wanted * size);
    if (!grown)
    {
        return false;
    }
    *array = grown;
    *capacity = wanted;
    return true;
}

static bool add_login(struct login_list *list, const struct login *login)
{
    void *logins = list->logins;

    if (!grow(&logins, list->count, &list->capacity, sizeof(*list->logins)))
    {
        return false;
    }
    list->logins = logins;
    list->logins[list->count++] = *login;
    return true;
}

/* Takes over a file's content; releases it when there is no room. */
static bool add_file(struct login_list *list, uint8_t *data)
{
    void *files = list->files;

    if (!grow(&files, list->file_count, &list->file_capacity, sizeof(*list->files)))
    {
        free(data);
        return false;
    }
    list->files = files;
    list->files[list->file_count++] = data;
    return true;
}

/* ---- utmp ------------------------------------------------------------------------------------ */

static uint32_t add_utmp(struct login_list *list, uint8_t *data, size_t size)
{
    struct reader file = reader_over(data, size);
    struct login login;

    if (!add_file(list, data))
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    while (utmp_next(&file, &login))
    {
        if (login_list_is_late(list))
        {
            return ERROR_SEM_TIMEOUT;
        }
        if (login.is_user && !add_login(list, &login))
        {
            return ERROR_NOT_ENOUGH_MEMORY;
        }
    }
    return ERROR_SUCCESS;
}

/* ---- systemd --------------------------------------------------------------------------------- */

struct folder_visit
{
    struct login_list *list;
    const struct utf16_name *folder;
    uint32_t status;
};

/* Sessions have names of letters and digits; what else is there is temporary, or a pipe. */
static bool is_session_name(const struct utf16_name *name)
{
    for (size_t i = 0; i < name->length; i++)
    {
        uint16_t unit = name->units[i];

        if (!(unit >= '0' && unit <= '9') && !(unit >= 'a' && unit <= 'z') &&
            !(unit >= 'A' && unit <= 'Z'))
        {
            return false;
        }
    }
    return name->length != 0;
}

static bool visit_session(const struct utf16_name *name, void *context)
{
    struct folder_visit *visit = context;
    struct utf16_name path = *visit->folder;
    struct login login;
    uint8_t *data = NULL;
    size_t size = 0;
    uint32_t status = ERROR_SUCCESS;

    if (login_list_is_late(visit->list))
    {
        visit->status = ERROR_SEM_TIMEOUT;
        return false;
    }
    if (!is_session_name(name) || !utf16_name_append_ascii(&path, "/") ||
        !utf16_name_append(&path, utf16_from_name(name)))
    {
        return true;
    }
    status = platform_read_file(&path, SYSTEMD_SIZE_MAX, &data, &size);
    if (status)
    {
        visit->status = status == ERROR_NOT_ENOUGH_MEMORY ? status : ERROR_SUCCESS;
        return !visit->status;
    }
    if (!systemd_session_parse((struct bytes){ data, size }, &login))
    {
        free(data);
        return true;
    }
    if (!add_file(visit->list, data) || !add_login(visit->list, &login))
    {
        visit->status = ERROR_NOT_ENOUGH_MEMORY;
    }
    return !visit->status;
}

static bool sorting_is_late(const void *context)
{
    return login_list_is_late(context);
}

/* The order of a folder is by chance; that of the logins is not. */
static int compare_logins(const void *a, const void *b, const void *context)
{
    const struct login *first = a;
    const struct login *second = b;

    (void)context;
    if (first->start != second->start)
    {
        return first->start < second->start ? -1 : 1;
    }
    return (first->process > second->process) - (first->process < second->process);
}

static uint32_t add_folder(struct login_list *list, const struct utf16_name *folder)
{
    const struct sorting by_start = {
        .size = sizeof(struct login),
        .compare = compare_logins,
        .is_late = sorting_is_late,
        .context = list,
    };
    struct folder_visit visit = { list, folder, ERROR_SUCCESS };

    if (platform_list_folder(folder, visit_session, &visit))
    {
        WARN("the logins %s cannot be read\n", debugstr(utf16_from_name(folder)).text);
    }
    return visit.status ? visit.status : sort(list->logins, list->count, &by_start);
}

uint32_t login_list_read(struct login_list *list, const struct utf16_name *file_or_folder)
{
    const struct utf16_name utmp = utf16_name_from_ascii(UTMP_FILE);
    const struct utf16_name systemd = utf16_name_from_ascii(SYSTEMD_FOLDER);
    bool configured = file_or_folder->length != 0;
    uint8_t *data = NULL;
    size_t size = 0;
    const uint32_t status =
        platform_read_file(configured ? file_or_folder : &utmp, UTMP_SIZE_MAX, &data, &size);

    if (!status)
    {
        return add_utmp(list, data, size);
    }
    return status == ERROR_NOT_ENOUGH_MEMORY
               ? status
               : add_folder(list, configured ? file_or_folder : &systemd);
}
