/*
 * What the commands that change something on a server have in common.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "commands/change.h"

#include "console/console.h"
#include "console/error.h"
#include "console/output.h"

bool change_can_be_asked(const struct arguments *arguments)
{
    if (!arguments_value(arguments, L"yes") && !console_is_interactive())
    {
        usage_error(arguments->command->name, L"there is no console to ask; say /yes");
        return false;
    }
    return true;
}

bool change_is_wanted(const struct arguments *arguments, const WCHAR *question)
{
    return arguments_value(arguments, L"yes") || console_confirm(question);
}

enum exit_status change_report_closed(const struct listing *listing)
{
    struct text text = { 0 };
    DWORD error;

    text_append(&text, L"Closed ");
    listing_append_count(listing, &text);
    text_append(&text, L".\n");
    error = output_write(STD_OUTPUT_HANDLE, &text);
    text_free(&text);
    return error_report(error);
}

enum exit_status change_report_error(DWORD error)
{
    return error_report_with_hint(
        error, error == ERROR_ACCESS_DENIED
                   ? L"on a Samba server, this takes root or the privilege SeDiskOperatorPrivilege "
                     L"('net rpc rights grant NAME SeDiskOperatorPrivilege')."
                   : NULL);
}
