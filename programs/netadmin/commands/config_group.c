/*
 * netadmin config group: groups of servers.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "commands/config_group.h"

#include <wchar.h>

#include "command_line/arguments.h"
#include "command_line/command.h"
#include "console/error.h"
#include "console/output.h"
#include "many/name_set.h"
#include "many/server_group.h"
#include "platform/settings_store.h"

static const struct parameter group_parameters[] = {
    { .name = L"NAME",
      .kind = PARAMETER_TEXT,
      .operand = true,
      .maximum = GROUP_NAME_CAPACITY - 1 },
    { .name = L"SERVER", .kind = PARAMETER_SERVERS, .operand = true, .several = true },
    { .name = L"remove", .kind = PARAMETER_FLAG, .help = L"forget the group" },
    { 0 },
};

/* ---- Showing --------------------------------------------------------------------------------- */

/* @office: nas1 nas2 */
static void group_append(struct text *text, const WCHAR *group, const struct text *members)
{
    text_append(text, L"@");
    text_append_visible(text, group);
    text_append(text, L": ");
    text_append_visible(text, members->units);
    text_append(text, L"\n");
}

static void all_append(struct text *text)
{
    WCHAR name[GROUP_NAME_CAPACITY];
    struct text members = { 0 };

    for (DWORD i = 0; server_group_at(i, name) == ERROR_SUCCESS; i++)
    {
        members.length = 0;
        server_group_read(name, &members);
        group_append(text, name, &members);
    }
    text_free(&members);
}

void groups_append(struct text *text)
{
    struct text groups = { 0 };

    all_append(&groups);
    text_append(text, groups.length ? L"\n" : L"");
    text_append_units(text, groups.units, groups.length);
    text_free(&groups);
}

static DWORD group_show(const WCHAR *group)
{
    struct text members = { 0 };
    struct text text = { 0 };
    DWORD error = server_group_read(group, &members);

    group_append(&text, group, &members);
    if (!error)
    {
        error = output_write(STD_OUTPUT_HANDLE, &text);
    }
    text_free(&members);
    text_free(&text);
    return error;
}

static DWORD groups_show(void)
{
    struct text text = { 0 };
    DWORD error;

    all_append(&text);
    text_append(&text, text.length ? L"" : L"There are no groups of servers.\n");
    error = output_write(STD_OUTPUT_HANDLE, &text);
    text_free(&text);
    return error;
}

/* ---- Setting --------------------------------------------------------------------------------- */

/* What a line of a file and a key of the registry can have, and does not look like something else. */
static bool name_is_right(const WCHAR *name)
{
    for (const WCHAR *unit = name; *unit; unit++)
    {
        if (unit_is_control(*unit) || wcschr(L"\\/@[]#; \t", *unit))
        {
            return false;
        }
    }
    return *name;
}

static bool member_is_right(const WCHAR *word)
{
    return word[0] == '@' ? name_is_right(word + 1) : !wcspbrk(word, L" \t");
}

/* "nas1 nas2", each once; false, and reported, if one cannot be. */
static bool members_make(struct text *members, const struct arguments *arguments)
{
    struct name_set set = { 0 };
    size_t count;
    const WCHAR *const *words = arguments_words(arguments, L"SERVER", &count);
    bool is_right = true;

    for (size_t i = 0; i < count && is_right; i++)
    {
        is_right = member_is_right(words[i]);
        if (!is_right)
        {
            usage_error(arguments->command->name,
                        L"'%ls' is no name of a computer, or @ and that of a group", words[i]);
        }
        else if (name_set_add(&set, words[i], wcslen(words[i])))
        {
            text_append(members, members->length ? L" " : L"");
            text_append(members, words[i]);
        }
    }
    if (is_right && members->length > GROUP_LENGTH_MAX)
    {
        usage_error(arguments->command->name,
                    L"a group has names of %u characters at most; give some to a group of their "
                    L"own, and its @NAME to this one",
                    GROUP_LENGTH_MAX);
        is_right = false;
    }
    text_append_unit(members, 0);
    name_set_free(&set);
    return is_right;
}

static enum exit_status report(DWORD error)
{
    return error_report_of_own(error, L"'netadmin config group' lists the groups.");
}

static enum exit_status members_set(const struct arguments *arguments, const WCHAR *group)
{
    struct text members = { 0 };
    enum exit_status status = EXIT_STATUS_USAGE;

    if (members_make(&members, arguments))
    {
        const DWORD error = server_group_write(group, members.units);

        status = report(error ? error : group_show(group));
    }
    text_free(&members);
    return status;
}

static enum exit_status config_group_run(const struct arguments *arguments)
{
    const WCHAR *group = arguments_value(arguments, L"NAME");
    const bool has_servers = arguments_value(arguments, L"SERVER") != NULL;
    const bool remove = arguments_value(arguments, L"remove") != NULL;

    if (group && group[0] == '@')
    {
        group++;
    }
    if (group && !name_is_right(group))
    {
        return usage_error(arguments->command->name, L"'%ls' is no name for a group", group);
    }
    if (remove && (!group || has_servers))
    {
        return usage_error(arguments->command->name, L"'remove' takes the name of a group alone");
    }
    if (remove)
    {
        const DWORD error = server_group_remove(group);

        return report(error ? error : output_print(L"Removed the group %ls.\n", group));
    }
    return has_servers ? members_set(arguments, group)
                       : report(group ? group_show(group) : groups_show());
}

const struct command config_group_command = {
    .name = L"config group",
    .summary = L"Show or set groups of servers",
    .details =
        L"A listing command takes @NAME for all servers of the group NAME; a group may have "
        L"others in it, as @OTHER. Without SERVER, shows the group; without NAME, all of them. "
        L"(A server that is called group is //group in 'netadmin config'.)",
    .parameters = group_parameters,
    .run = config_group_run,
};
