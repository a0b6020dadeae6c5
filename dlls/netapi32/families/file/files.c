/*
 * The functions for open files, without Windows' types.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/file/files.h"

#include "base/status.h"
#include "platform/platform.h"
#include "platform/utf16_equal.h"
#include "remote/any_level.h"
#include "remote/filters.h"
#include "remote/listing.h"
#include "rpc/srvsvc.h"

#define LEVEL_OF_IDS 2
/* The level that tells what filters look at. */
#define LEVEL_WITH_ALL 3

static const struct paging_key file_keys[] = {
    { PAGING_KEY_NUMBER, offsetof(struct open_file, id) },
    { PAGING_KEY_TEXT, offsetof(struct open_file, path) },
    { PAGING_KEY_TEXT, offsetof(struct open_file, user) },
    { PAGING_KEY_NUMBER, offsetof(struct open_file, permissions) },
    { PAGING_KEY_NUMBER, offsetof(struct open_file, locks) },
};

static const struct paging_order file_order = {
    .family = &file_family,
    .keys = file_keys,
    .count = INFO_COUNT(file_keys),
    .identity_count = 1, /* the id, which in a cluster may stand for several files */
};

static struct remote_enum enum_of(struct srvsvc_file_enum *parameters)
{
    return (struct remote_enum){
        .interface = &srvsvc_interface,
        .operation = NETR_FILE_ENUM,
        REMOTE_ENUM_OF(parameters, files),
        .order = &file_order,
    };
}

/* ---- NetFileEnum ----------------------------------------------------------------------------- */

struct file_filter
{
    struct utf16_slice base_path;
    struct utf16_slice user; /* absent where the server alone knows what is meant */
};

/* Samba takes no notice of the base path. */
static bool keep_matching(void *context, const void *row)
{
    const struct file_filter *filter = context;
    const struct open_file *file = row;

    return utf16_begins_with(file->path, filter->base_path) &&
           (!filter->user.units || filter_means_user(filter->user, file->user));
}

/* Samba in a domain lists DOMAIN\user, and finds it by that alone. */
static void ask_for_all_users(void *context)
{
    struct srvsvc_file_enum *parameters = context;

    parameters->user = (struct utf16_slice){ NULL, 0 };
}

uint32_t files_enumerate(const struct files_request *request, struct info_answer *answer)
{
    struct srvsvc_file_enum parameters = {
        .base_path = utf16_absent_if_empty(request->base_path),
        .user = utf16_absent_if_empty(request->user),
    };
    struct file_filter filter = { parameters.base_path, parameters.user };
    struct remote_list list = {
        .call = enum_of(&parameters),
        .filters = { parameters.base_path, parameters.user },
        .context = &filter,
        .keep_level = LEVEL_WITH_ALL,
    };
    struct utf16_slice connection;

    if (filter_names_computer(filter.user, &connection))
    {
        filter.user =
            (struct utf16_slice){ NULL, 0 }; /* a row does not say whose connection it is */
    }
    if (filter.base_path.units || filter.user.units)
    {
        list.keep = keep_matching;
    }
    if (filter.user.units && utf16_find(filter.user, '\\') == filter.user.length)
    {
        list.widen = ask_for_all_users;
    }
    return remote_list_answer(&list, &request->list, answer);
}

/* ---- NetFileGetInfo -------------------------------------------------------------------------- */

static bool keep_id(void *context, const void *row)
{
    const uint32_t *id = context;
    const struct open_file *file = row;

    return file->id == *id;
}

/* Samba has no NetrFileGetInfo. */
static uint32_t find_in_list(struct remote *remote, uint32_t id, uint32_t level, void **buffer)
{
    struct srvsvc_file_enum parameters = { .server = { NULL, 0 } };
    const struct remote_list list = {
        .call = enum_of(&parameters),
        .keep = keep_id,
        .context = &id,
        .keep_level = level,
    };
    struct info_buffer packed = { 0 };
    struct remote_page page;
    uint32_t status = remote_list_all(remote, &list, level, &page);

    if (status)
    {
        return status;
    }
    page.rows.count = page.rows.count ? 1 : 0;
    status = page.rows.count ? info_pack(&file_family, info_find_level(&file_family, level),
                                         &page.rows, &packed)
                             : ERROR_FILE_NOT_FOUND;
    page.release(&page);
    *buffer = packed.buffer;
    return status;
}

static uint32_t get_info(struct remote *remote, uint32_t id, uint32_t level, void **buffer)
{
    struct srvsvc_file_get_info parameters = { .id = id };
    const struct remote_get call = {
        .interface = &srvsvc_interface,
        .operation = NETR_FILE_GET_INFO,
        .parameters = &parameters,
        .level_place = &parameters.level,
        .row_offset = offsetof(struct srvsvc_file_get_info, file),
        .family = &file_family,
        .level = level,
    };
    uint32_t status = remote_get_info(remote, &call, buffer);

    return remote->lacks_operation ? find_in_list(remote, id, level, buffer) : status;
}

uint32_t files_get_info(struct utf16_slice server, uint32_t id, uint32_t level, void **buffer)
{
    struct remote remote;
    uint32_t status = ERROR_SUCCESS;

    *buffer = NULL;
    if (!info_find_level(&file_family, level))
    {
        return ERROR_INVALID_LEVEL;
    }
    status = remote_begin_for(&remote, server);
    if (!status)
    {
        status = get_info(&remote, id, level, buffer);
        status = remote_result(&remote, status, ERROR_FILE_NOT_FOUND);
    }
    remote_end(&remote);
    return status;
}

/* ---- NetFileClose ---------------------------------------------------------------------------- */

static uint32_t look_for(struct remote *remote, uint32_t id)
{
    void *buffer = NULL;
    uint32_t status = get_info(remote, id, LEVEL_OF_IDS, &buffer);

    platform_api_free(buffer);
    return status;
}

/* Samba 4.22 closes a file and says that there is none, so a look comes first. */
static uint32_t look_and_close(struct remote *remote, uint32_t id)
{
    struct srvsvc_file_close parameters = { .id = id };
    struct rpc_reply reply = { .stub = { .data = NULL } };
    uint32_t status = look_for(remote, id);

    if (!status)
    {
        status = remote_call(remote, &srvsvc_interface, NETR_FILE_CLOSE, &parameters, &reply);
        status = parameters.result == ERROR_FILE_NOT_FOUND ? ERROR_SUCCESS : status;
    }
    rpc_reply_free(&reply);
    return status;
}

uint32_t files_close(struct utf16_slice server, uint32_t id)
{
    struct remote remote;
    uint32_t status = remote_begin_for(&remote, server);

    if (!status)
    {
        status = look_and_close(&remote, id);
        status = remote_result(&remote, status, ERROR_FILE_NOT_FOUND);
    }
    remote_end(&remote);
    return status;
}
