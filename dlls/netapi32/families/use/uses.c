/*
 * The functions of the API for uses of remote resources, without Windows' types.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/use/uses.h"

#include <stdlib.h>

#include "base/status.h"
#include "base/wipe.h"
#include "families/use/use_values.h"
#include "levels/use_levels.h"
#include "platform/platform.h"
#include "platform/utf16_equal.h"
#include "remote/call.h"
#include "remote/credentials_find.h"
#include "remote/target.h"
#include "remote/use_table.h"

#define IPC_SHARE "IPC$"

uint32_t uses_check_server(struct utf16_slice server)
{
    struct target target;
    uint32_t status = target_parse(server, &target);

    return !status && !target.is_this_computer ? ERROR_NOT_SUPPORTED : status;
}

/* ---- Names ----------------------------------------------------------------------------------- */

/* Splits \\server\share; the share may be missing. */
static bool split_remote(struct utf16_slice remote, struct target *target,
                         struct utf16_slice *share)
{
    struct utf16_slice name = utf16_part(remote, 2, remote.length);
    const size_t backslash = utf16_find(name, '\\');

    *share = utf16_part(name, backslash + 1, name.length);
    if (remote.length < 3 || utf16_unit(remote, 0) != '\\' || utf16_unit(remote, 1) != '\\' ||
        !backslash || utf16_find(*share, '\\') != share->length ||
        (backslash < name.length && !share->length))
    {
        return false;
    }
    return !target_parse(utf16_part(remote, 0, 2 + backslash), target);
}

static bool is_ipc(struct utf16_slice share)
{
    return !share.length || utf16_equal_ascii(share, IPC_SHARE);
}

/* The server of \\server\IPC$ or \\server. */
static bool find_server(struct utf16_slice remote, struct target *target)
{
    struct utf16_slice share;

    return split_remote(remote, target, &share) && is_ipc(share);
}

/* A drive (X:) or a port (LPT1, COM1:). */
static bool is_device(struct utf16_slice local)
{
    static const char *const ports[] = { "LPT", "COM" };
    const uint16_t letter = platform_upcase(utf16_unit(local, 0));

    if (local.length == 2)
    {
        return letter >= 'A' && letter <= 'Z' && utf16_unit(local, 1) == ':';
    }
    for (size_t i = 0; i < sizeof(ports) / sizeof(ports[0]) && local.length >= 4; i++)
    {
        if (utf16_equal_ascii(utf16_part(local, 0, 3), ports[i]) && utf16_unit(local, 3) > '0' &&
            utf16_unit(local, 3) <= '9' &&
            (local.length == 4 || (local.length == 5 && utf16_unit(local, 4) == ':')))
        {
            return true;
        }
    }
    return false;
}

static uint32_t bad_parameter(enum use_parameter which, uint32_t *parameter)
{
    *parameter = which;
    return ERROR_INVALID_PARAMETER;
}

/* Says whether the resource can be used, and of which server it is. */
static uint32_t check_resource(const struct uses_request *request, struct target *target,
                               uint32_t *parameter)
{
    struct utf16_slice share;

    if (!split_remote(request->remote, target, &share))
    {
        return bad_parameter(USE_REMOTE_PARMNUM, parameter);
    }
    if ((request->type > USE_IPC && request->type != USE_WILDCARD) ||
        (request->local.length && request->type == USE_WILDCARD))
    {
        return bad_parameter(USE_ASGTYPE_PARMNUM, parameter);
    }
    if (request->local.length && !is_device(request->local))
    {
        return bad_parameter(USE_LOCAL_PARMNUM, parameter);
    }
    if (is_ipc(share) != (request->type == USE_IPC) && request->type != USE_WILDCARD)
    {
        return ERROR_BAD_DEV_TYPE;
    }
    if (!is_ipc(share))
    {
        return ERROR_BAD_NET_NAME;
    }
    return request->local.length ? ERROR_BAD_DEV_TYPE : ERROR_SUCCESS;
}

/* ---- Credentials ----------------------------------------------------------------------------- */

/* The user as a person would write it: with the domain in front, if there is one. */
static uint32_t compose_user(const struct uses_request *request, struct utf16_name *user,
                             uint32_t *parameter)
{
    struct utf16_name name;

    *user = utf16_name_from_ascii("");
    if (request->user.units && !request->user.length)
    {
        return ERROR_SUCCESS;
    }
    if (!utf16_name_append(user, request->domain) ||
        (user->length && !utf16_name_append_ascii(user, "\\")))
    {
        return bad_parameter(USE_DOMAINNAME_PARMNUM, parameter);
    }
    platform_user_name(&name);
    if (!utf16_name_append(user, request->user.units ? request->user : utf16_from_name(&name)))
    {
        return bad_parameter(USE_USERNAME_PARMNUM, parameter);
    }
    return ERROR_SUCCESS;
}

/* The password of a user who is named without one. */
static uint32_t find_password(struct utf16_slice server, struct credentials *credentials)
{
    struct credentials stored;
    uint32_t status = credentials_find(&stored, server);

    if (!status && stored.kind == CREDENTIALS_PASSWORD &&
        utf16_equal(utf16_from_name(&stored.user), utf16_from_name(&credentials->user)) &&
        utf16_equal(utf16_from_name(&stored.domain), utf16_from_name(&credentials->domain)))
    {
        *credentials = stored;
    }
    else if (!status)
    {
        status = ERROR_INVALID_PASSWORD;
    }
    credentials_wipe(&stored);
    return status;
}

/* Those of the current user, with the name under which they are shown. */
static uint32_t set_current(struct utf16_slice server, struct credentials *credentials)
{
    const uint32_t status = credentials_find(credentials, server);

    credentials->kind = CREDENTIALS_CURRENT;
    wipe(&credentials->password, sizeof(credentials->password));
    if (!credentials->user.length)
    {
        platform_user_name(&credentials->user);
    }
    return status;
}

static uint32_t choose_credentials(const struct uses_request *request, struct utf16_slice server,
                                   struct credentials *credentials, uint32_t *parameter)
{
    struct utf16_name user;
    uint32_t status = ERROR_SUCCESS;

    if (!request->user.units && !request->password.units)
    {
        return set_current(server, credentials);
    }
    if (request->password.length > NAME_LENGTH_MAX)
    {
        return bad_parameter(USE_PASSWORD_PARMNUM, parameter);
    }
    status = compose_user(request, &user, parameter);
    if (!status && credentials_set(credentials, utf16_from_name(&user), request->password))
    {
        status = bad_parameter(USE_USERNAME_PARMNUM, parameter);
    }
    if (!status && credentials->kind == CREDENTIALS_PASSWORD && !request->password.units)
    {
        status = find_password(server, credentials);
    }
    return status;
}

/* ---- Rows ------------------------------------------------------------------------------------ */

/* What the process uses, as rows. Their strings are in the other two. */
struct use_list
{
    struct use_entry *entries;
    struct utf16_name *remotes;
    struct use_row *rows;
    size_t count;
};

static void list_free(struct use_list *list)
{
    free(list->entries);
    free(list->remotes);
    free(list->rows);
}

static uint32_t list_make(struct use_list *list)
{
    uint32_t status = use_table_list(&list->entries, &list->count);

    list->remotes = NULL;
    list->rows = NULL;
    if (status || !list->count)
    {
        return status;
    }
    list->remotes = calloc(list->count, sizeof(*list->remotes));
    list->rows = calloc(list->count, sizeof(*list->rows));
    if (!list->remotes || !list->rows)
    {
        list_free(list);
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    for (size_t i = 0; i < list->count; i++)
    {
        const struct use_entry *entry = &list->entries[i];

        list->remotes[i] = utf16_name_from_ascii("\\\\");
        utf16_name_append(&list->remotes[i], utf16_from_name(&entry->server));
        utf16_name_append_ascii(&list->remotes[i], "\\" IPC_SHARE);
        list->rows[i] = (struct use_row){
            .remote = utf16_from_name(&list->remotes[i]),
            .type = USE_IPC,
            .uses = entry->count,
            .user = utf16_from_name(&entry->user),
            .domain = utf16_from_name(&entry->domain),
        };
    }
    return ERROR_SUCCESS;
}

/* ---- The functions --------------------------------------------------------------------------- */

uint32_t uses_add(const struct uses_request *request, uint32_t *parameter)
{
    struct credentials credentials = { .kind = CREDENTIALS_ANONYMOUS };
    struct target target;
    struct utf16_slice server;
    uint32_t status = check_resource(request, &target, parameter);

    if (status)
    {
        return status;
    }
    server = utf16_from_name(&target.name);
    status = choose_credentials(request, server, &credentials, parameter);
    if (!status)
    {
        status = use_table_check(server, &credentials);
    }
    if (!status)
    {
        status = remote_connect(&target, &credentials);
    }
    if (!status)
    {
        status = use_table_add(server, &credentials);
    }
    credentials_wipe(&credentials);
    return status;
}

uint32_t uses_delete(struct utf16_slice name, uint32_t force)
{
    struct target target;
    bool is_gone = false;
    uint32_t status = ERROR_SUCCESS;

    if (!name.length || force > USE_LOTS_OF_FORCE)
    {
        return ERROR_INVALID_PARAMETER;
    }
    if (!find_server(name, &target))
    {
        return NERR_UseNotFound;
    }
    status = use_table_remove(utf16_from_name(&target.name), force == USE_LOTS_OF_FORCE, &is_gone);
    if (is_gone)
    {
        remote_disconnect(&target);
    }
    return status;
}

uint32_t uses_enumerate(uint32_t level, uint32_t preferred_length, uint32_t resume_handle,
                        struct info_answer *answer)
{
    const struct info_level *found = info_find_level(&use_family, level);
    struct use_list list;
    uint32_t status = found ? list_make(&list) : ERROR_INVALID_LEVEL;

    *answer = (struct info_answer){ 0 };
    if (status)
    {
        return status;
    }
    status = info_answer_from(&use_family, found, &(struct info_rows){ list.rows, list.count },
                              resume_handle, preferred_length, answer);
    list_free(&list);
    return status;
}

uint32_t uses_get_info(struct utf16_slice name, uint32_t level, void **buffer)
{
    const struct info_level *found = info_find_level(&use_family, level);
    struct info_rows rows = { NULL, 0 };
    struct info_buffer packed = { 0 };
    struct use_list list;
    struct target target;
    uint32_t status = ERROR_SUCCESS;

    *buffer = NULL;
    if (!found)
    {
        return ERROR_INVALID_LEVEL;
    }
    if (!name.length)
    {
        return ERROR_INVALID_PARAMETER;
    }
    if (!find_server(name, &target))
    {
        return NERR_UseNotFound;
    }
    status = list_make(&list);
    if (status)
    {
        return status;
    }
    for (size_t i = 0; i < list.count && !rows.count; i++)
    {
        if (utf16_equal(utf16_from_name(&list.entries[i].server), utf16_from_name(&target.name)))
        {
            rows = (struct info_rows){ &list.rows[i], 1 };
        }
    }
    status = rows.count ? info_pack(&use_family, found, &rows, &packed) : NERR_UseNotFound;
    *buffer = packed.buffer;
    list_free(&list);
    return status;
}
