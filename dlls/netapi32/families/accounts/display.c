/*
 * Lists for display of the accounts of this computer or of a server: what NetQueryDisplayInformation
 * and NetGetDisplayInformationIndex do, without Windows' types.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/accounts/display.h"

#include "base/status.h"
#include "families/accounts/account_source.h"

/* As many of the entries as the caller wants bytes, but for the first one. */
static uint32_t give_out(const struct info_level *layout, const struct display_part *part,
                         uint32_t preferred_length, struct info_buffer *entries)
{
    struct info_rows rows = part->entries;
    size_t fitting = info_count_fitting(&display_family, layout, &rows, preferred_length);
    uint32_t status = ERROR_SUCCESS;

    rows.count = rows.count && !fitting ? 1 : fitting;
    status = info_pack(&display_family, layout, &rows, entries);
    if (status)
    {
        return status;
    }
    return part->has_more || rows.count < part->entries.count ? ERROR_MORE_DATA : ERROR_SUCCESS;
}

uint32_t display_query(const struct info_request *request, uint32_t entries_max,
                       struct info_buffer *entries)
{
    const struct info_level *layout = info_find_level(&display_family, request->level);
    struct account_call call;
    struct display_part part = { { NULL, 0 }, false };
    uint32_t most = entries_max < DISPLAY_ENTRIES_MAX ? entries_max : DISPLAY_ENTRIES_MAX;
    uint32_t status = ERROR_SUCCESS;

    *entries = (struct info_buffer){ NULL, 0 };
    if (!layout)
    {
        return ERROR_INVALID_LEVEL;
    }
    status = account_call_begin(&call, request->server, ACCOUNTS_READ);
    if (!status)
    {
        status = call.source->list_display(&call, (enum display_level)request->level,
                                           request->resume_handle, most, request->preferred_length,
                                           &part);
    }
    if (!status)
    {
        status = give_out(layout, &part, request->preferred_length, entries);
    }
    account_call_end(&call);
    return status;
}

uint32_t display_find_index(struct utf16_slice server, uint32_t level, struct utf16_slice prefix,
                            uint32_t *index)
{
    struct account_call call;
    uint32_t status = ERROR_SUCCESS;

    *index = 0;
    if (!info_find_level(&display_family, level))
    {
        return ERROR_INVALID_LEVEL;
    }
    status = account_call_begin(&call, server, ACCOUNTS_READ);
    if (!status)
    {
        status = call.source->find_display_index(&call, (enum display_level)level, prefix, index);
    }
    account_call_end(&call);
    return status;
}
