/*
 * The functions for shares, without Windows' types: those that only ask.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/share/shares.h"

#include "base/status.h"
#include "families/share/share_rows.h"
#include "platform/utf16_equal.h"
#include "remote/any_level.h"
#include "remote/listing.h"
#include "remote/optional_call.h"
#include "rpc/srvsvc.h"

/* The level that tells what a share is a share of. */
#define LEVEL_WITH_PATH 2

#define STYPE_SPECIAL 0x80000000u /* [MS-SRVS] 2.2.2.4 */

/* ---- NetShareEnum, NetShareEnumSticky -------------------------------------------------------- */

static struct remote_enum enum_of(struct srvsvc_share_enum *parameters, uint16_t operation)
{
    return (struct remote_enum){
        .interface = &srvsvc_interface,
        .operation = operation,
        REMOTE_ENUM_OF(parameters, shares),
        .order = &share_order,
        .check = share_check,
        .normalise = share_normalise,
    };
}

static uint32_t enumerate(uint16_t operation, const struct info_request *request,
                          struct info_answer *answer)
{
    struct srvsvc_share_enum parameters = { .server = { NULL, 0 } };
    const struct remote_list list = { .call = enum_of(&parameters, operation) };

    return remote_list_answer(&list, request, answer);
}

uint32_t shares_enumerate(const struct info_request *request, struct info_answer *answer)
{
    return enumerate(NETR_SHARE_ENUM, request, answer);
}

uint32_t shares_enumerate_sticky(const struct info_request *request, struct info_answer *answer)
{
    return enumerate(NETR_SHARE_ENUM_STICKY, request, answer);
}

/* ---- NetShareGetInfo ------------------------------------------------------------------------- */

uint32_t shares_get_info(struct utf16_slice server, struct utf16_slice name, uint32_t level,
                         void **buffer)
{
    struct srvsvc_share_get_info parameters = { .name = name };
    const struct remote_get call = {
        .interface = &srvsvc_interface,
        .operation = NETR_SHARE_GET_INFO,
        .parameters = &parameters,
        .level_place = &parameters.level,
        .row_offset = offsetof(struct srvsvc_share_get_info, share),
        .family = &share_info_family,
        .level = level,
        .check = share_check,
        .normalise = share_normalise,
    };
    struct remote remote;
    uint32_t status = ERROR_SUCCESS;

    *buffer = NULL;
    if (!info_find_level(&share_info_family, level))
    {
        return ERROR_INVALID_LEVEL;
    }
    if (!name.length)
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = remote_begin_for(&remote, server);
    if (!status)
    {
        status = remote_get_info(&remote, &call, buffer);
        status = share_result(&remote, status, parameters.result);
    }
    remote_end(&remote);
    return status;
}

/* ---- NetShareCheck --------------------------------------------------------------------------- */

/* C: is C:\ */
static struct utf16_slice without_backslashes(struct utf16_slice path)
{
    while (path.length && utf16_unit(path, path.length - 1) == '\\')
    {
        path = utf16_part(path, 0, path.length - 1);
    }
    return path;
}

static bool keep_of_device(void *context, const void *row)
{
    const struct utf16_slice *device = context;
    const struct share *share = row;

    return share->path.length &&
           utf16_equal(without_backslashes(share->path), without_backslashes(*device));
}

/* Samba has no NetrShareCheck. */
static uint32_t find_in_list(struct remote *remote, struct utf16_slice device, uint32_t *type)
{
    struct srvsvc_share_enum parameters = { .server = { NULL, 0 } };
    const struct remote_list list = {
        .call = enum_of(&parameters, NETR_SHARE_ENUM),
        .keep = keep_of_device,
        .context = &device,
        .keep_level = LEVEL_WITH_PATH,
    };
    struct remote_page page;
    uint32_t status = remote_list_all(remote, &list, LEVEL_WITH_PATH, &page);

    if (status)
    {
        return status;
    }
    if (page.rows.count)
    {
        const struct share *share = info_row(&share_family, &page.rows, 0);

        *type = share->type;
    }
    status = page.rows.count ? ERROR_SUCCESS : NERR_DeviceNotShared;
    page.release(&page);
    return status;
}

static uint32_t check(struct remote *remote, struct utf16_slice device, uint32_t *type)
{
    struct srvsvc_share_check parameters = { .device = device };
    struct rpc_reply reply = { .stub = { .data = NULL } };
    uint32_t status =
        remote_call_if_offered(remote, &srvsvc_interface, NETR_SHARE_CHECK, &parameters, &reply);

    *type = status ? 0 : parameters.type;
    rpc_reply_free(&reply);
    return remote->lacks_operation ? find_in_list(remote, device, type) : status;
}

uint32_t shares_check(struct utf16_slice server, struct utf16_slice device, uint32_t *type)
{
    struct remote remote;
    uint32_t status = ERROR_SUCCESS;

    *type = 0;
    if (!device.length)
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = remote_begin_for(&remote, server);
    if (!status)
    {
        status = check(&remote, device, type);
        status = remote_result(&remote, status, NERR_DeviceNotShared);
        *type &= ~STYPE_SPECIAL;
    }
    remote_end(&remote);
    return status;
}
