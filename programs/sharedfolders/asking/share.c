/*
 * A share.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "asking/share.h"

#include <stdlib.h>
#include <lm.h>

#include "asking/accounts.h"
#include "asking/netapi.h"
#include "base/text.h"

static WCHAR *copy(const WCHAR *string)
{
    return string ? string_copy(string) : NULL;
}

/* ---- Asking ---------------------------------------------------------------------------------- */

/* Level 2 has numbers that Samba makes up at level 502. */
static DWORD ask_numbers(struct share *share)
{
    BYTE *buffer;
    const DWORD error = netapi_share_get(share->server, share->name, 2, &buffer);
    const SHARE_INFO_2 *info = (const SHARE_INFO_2 *)buffer;

    if (!error)
    {
        share->path = copy(info->shi2_path);
        share->comment = copy(info->shi2_remark);
        share->type = info->shi2_type;
        share->maximum = info->shi2_max_uses;
        share->uses = info->shi2_current_uses;
        netapi_free(buffer);
    }
    return error;
}

static DWORD ask_little(struct share *share)
{
    BYTE *buffer;
    const DWORD error = netapi_share_get(share->server, share->name, 1, &buffer);
    const SHARE_INFO_1 *info = (const SHARE_INFO_1 *)buffer;

    if (!error)
    {
        share->comment = copy(info->shi1_remark);
        share->type = info->shi1_type;
        netapi_free(buffer);
    }
    return error;
}

static DWORD ask_permissions(struct share *share)
{
    BYTE *buffer;
    const DWORD error = netapi_share_get(share->server, share->name, 502, &buffer);

    if (!error)
    {
        permissions_read(&share->permissions,
                         ((SHARE_INFO_502 *)buffer)->shi502_security_descriptor);
        permissions_name(&share->permissions, share->server);
        netapi_free(buffer);
    }
    return error;
}

DWORD share_ask(struct share *share)
{
    const DWORD error = ask_numbers(share);

    if (error == ERROR_ACCESS_DENIED || error == ERROR_INVALID_LEVEL)
    {
        share->reason = error;
        return ask_little(share);
    }
    if (!error)
    {
        share->reason = ask_permissions(share);
    }
    return error;
}

/* ---- Telling --------------------------------------------------------------------------------- */

/* The API's strings are not const, but only read. */
static SHARE_INFO_2 structure(const struct share *share)
{
    return (SHARE_INFO_2){
        .shi2_netname = share->name,
        .shi2_type = share->type,
        .shi2_remark = share->comment ? share->comment : (WCHAR *)(ULONG_PTR)L"",
        .shi2_max_uses = share->maximum,
        .shi2_path = share->path,
    };
}

DWORD share_add(const struct share *share)
{
    const SHARE_INFO_2 info = structure(share);

    return netapi_share_add(share->server, 2, &info);
}

static DWORD set_comment(const struct share *share)
{
    const SHARE_INFO_1004 info = { share->comment };

    return netapi_share_set(share->server, share->name, 1004, &info);
}

/* With a description that the server takes. */
static DWORD set_maximum(const struct share *before, const struct share *after, DWORD comment_error)
{
    SHARE_INFO_2 info = structure(after);

    if (comment_error)
    {
        info.shi2_remark = before->comment;
    }
    return netapi_share_set(after->server, after->name, 2, &info);
}

static DWORD set_permissions(const struct share *share)
{
    SECURITY_DESCRIPTOR *descriptor = permissions_write(&share->permissions);
    const SHARE_INFO_1501 info = { .shi1501_security_descriptor = descriptor };
    DWORD error = ERROR_INVALID_PARAMETER;

    if (descriptor)
    {
        error = netapi_share_set(share->server, share->name, 1501, &info);
    }
    free(descriptor);
    return error;
}

struct share_change share_change(const struct share *before, const struct share *after)
{
    struct share_change change = { 0 };

    if (string_compare_exactly(before->comment ? before->comment : L"",
                               after->comment ? after->comment : L""))
    {
        change.comment = set_comment(after);
    }
    if (before->maximum != after->maximum)
    {
        change.maximum = set_maximum(before, after, change.comment);
    }
    if (after->permissions.are_told &&
        !permissions_are_same(&before->permissions, &after->permissions))
    {
        change.permissions = set_permissions(after);
    }
    return change;
}

void share_copy(struct share *share, const struct share *from)
{
    *share = *from;
    share->server = copy(from->server);
    share->name = copy(from->name);
    share->path = copy(from->path);
    share->comment = copy(from->comment);
    permissions_copy(&share->permissions, &from->permissions);
}

void share_free(struct share *share)
{
    free(share->server);
    free(share->name);
    free(share->path);
    free(share->comment);
    permissions_free(&share->permissions);
    *share = (struct share){ 0 };
}
