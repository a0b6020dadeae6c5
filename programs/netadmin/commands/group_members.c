/*
 * netadmin group members, localgroup members: who is in a group, and who is to be.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <stdlib.h>
#include <wchar.h>
#include <windows.h>
#include <lmcons.h>
#include <lmaccess.h>
#include <sddl.h>

#include "commands/account_change.h"
#include "commands/list.h"
#include "commands/name_list.h"
#include "console/error.h"
#include "families/group_family.h"

enum usage
{
    USAGE_ONCE = 1,
    USAGE_WATCH,
    USAGE_CHANGE,
    USAGE_SET,
};

#define SIDS_LEVEL  0
#define NAMES_LEVEL 3

#define CHANGE_PARAMETERS                                                                          \
    { .name = L"add",                                                                              \
      .kind = PARAMETER_TEXT,                                                                      \
      .value = L"LIST",                                                                            \
      .help = L"make these members: NAME,NAME",                                                    \
      .usage = USAGE_CHANGE },                                                                     \
        { .name = L"remove",                                                                       \
          .kind = PARAMETER_TEXT,                                                                  \
          .value = L"LIST",                                                                        \
          .help = L"take these out",                                                               \
          .usage = USAGE_CHANGE },                                                                 \
        { .name = L"set",                                                                          \
          .kind = PARAMETER_ANY_TEXT,                                                              \
          .required = false,                                                                       \
          .value = L"LIST",                                                                        \
          .help = L"have these members and no others; may be empty",                               \
          .usage = USAGE_SET },                                                                    \
    {                                                                                              \
        .name = L"yes", .kind = PARAMETER_FLAG, .help = L"do not ask before a change",             \
    }

static const struct parameter group_parameters[] = {
    SERVER_PARAMETER,
    NAME_PARAMETER,
    LEVEL_PARAMETER(L"what to ask for: 0 (names; the default), 1 (attributes)",
                    .usage = USAGE_ONCE),
    FORMAT_PARAMETER(.usage = USAGE_ONCE),
    WATCH_PARAMETER(.help = WATCH_HELP, .usage = USAGE_WATCH),
    CHANGE_PARAMETERS,
    { 0 },
};

static const struct parameter localgroup_parameters[] = {
    SERVER_PARAMETER,
    NAME_PARAMETER,
    LEVEL_PARAMETER(L"what to ask for: 0 (SIDs), 1 (names, types), 2 (the same, with domains; the "
                    L"default), 3 (names with domains)",
                    .usage = USAGE_ONCE),
    FORMAT_PARAMETER(.usage = USAGE_ONCE),
    WATCH_PARAMETER(.help = WATCH_HELP, .usage = USAGE_WATCH),
    CHANGE_PARAMETERS,
    { 0 },
};

/* How a kind of groups changes. */
struct member_kind
{
    const WCHAR *noun; /* of a group */
    const struct family *family;
    DWORD (*change)(struct question *question, bool is_added, WCHAR *member);
    DWORD (*set)(struct question *question, const struct name_list *members);
};

/* ---- Global groups --------------------------------------------------------------------------- */

static DWORD group_change(struct question *question, bool is_added, WCHAR *member)
{
    question->names[1] = (struct name){ member, NAME_AS_IT_IS };
    return question_ask(question, is_added ? group_add_member : group_remove_member, NULL);
}

static DWORD group_set(struct question *question, const struct name_list *members)
{
    void *structures = name_list_structures(members);
    DWORD error;

    question->info = structures;
    question->info_count = (DWORD)members->count;
    error = question_ask(question, group_set_members, NULL);
    free(structures);
    return error;
}

/* ---- Local groups: members are names, or SIDs ------------------------------------------------- */

static bool is_sid(const WCHAR *member)
{
    return !_wcsnicmp(member, L"S-1-", 4);
}

static DWORD localgroup_change(struct question *question, bool is_added, WCHAR *member)
{
    api_function *function = is_added ? localgroup_add_members : localgroup_remove_members;
    const LOCALGROUP_MEMBERS_INFO_3 by_name = { member };
    LOCALGROUP_MEMBERS_INFO_0 by_sid = { NULL };
    DWORD error;

    question->info = &by_name;
    question->info_count = 1;
    question->level = NAMES_LEVEL;
    if (is_sid(member))
    {
        if (!ConvertStringSidToSidW(member, &by_sid.lgrmi0_sid))
        {
            return GetLastError();
        }
        question->info = &by_sid;
        question->level = SIDS_LEVEL;
    }
    error = question_ask(question, function, NULL);
    LocalFree(by_sid.lgrmi0_sid);
    return error;
}

/* In place of the strings, what they say. Returns an error at the first that is no SID. */
static DWORD sids_read(void **structures, size_t count, size_t *read)
{
    for (*read = 0; *read < count; ++*read)
    {
        PSID sid = NULL;

        if (!ConvertStringSidToSidW(structures[*read], &sid))
        {
            return GetLastError();
        }
        structures[*read] = sid;
    }
    return ERROR_SUCCESS;
}

/* All are names or all are SIDs. */
static DWORD localgroup_set(struct question *question, const struct name_list *members)
{
    void **structures = name_list_structures(members);
    const bool by_sid = members->count && is_sid(members->names[0]);
    size_t sid_count = 0;
    DWORD error = by_sid ? sids_read(structures, members->count, &sid_count) : ERROR_SUCCESS;

    question->info = structures;
    question->info_count = (DWORD)members->count;
    question->level = by_sid ? SIDS_LEVEL : NAMES_LEVEL;
    if (!error)
    {
        error = question_ask(question, localgroup_set_members, NULL);
    }
    while (sid_count)
    {
        LocalFree(structures[--sid_count]);
    }
    free(structures);
    return error;
}

/* ---- What both kinds do ---------------------------------------------------------------------- */

static const struct member_kind global_kind = {
    .noun = L"group",
    .family = &group_member_family,
    .change = group_change,
    .set = group_set,
};

static const struct member_kind local_kind = {
    .noun = L"local group",
    .family = &localgroup_member_family,
    .change = localgroup_change,
    .set = localgroup_set,
};

/* Reports an error about one member. */
static enum exit_status report_error_of(DWORD error, const WCHAR *member, bool is_first)
{
    struct text hint = { 0 };
    enum exit_status status;

    if (error == ERROR_ACCESS_DENIED)
    {
        return account_report_error(error, NULL);
    }
    text_append(&hint, L"this is about ");
    text_append_visible(&hint, member);
    text_append(&hint, is_first ? L"." : L"; those before it are done.");
    text_append_unit(&hint, 0);
    status = error_report_with_hint(error, hint.units);
    text_free(&hint);
    return status;
}

/* One after the other, so that an error says whom it is about. */
static enum exit_status change_each(const struct arguments *arguments,
                                    const struct member_kind *kind, const WCHAR *option)
{
    const WCHAR *list = arguments_value(arguments, option);
    struct name_list members = name_list_make(list ? list : L"");
    enum exit_status status = EXIT_STATUS_OK;

    for (size_t i = 0; status == EXIT_STATUS_OK && i < members.count; i++)
    {
        struct question question = account_question(arguments, NULL);
        const DWORD error = kind->change(&question, !wcscmp(option, L"add"), members.names[i]);

        status = error ? report_error_of(error, members.names[i], !i) : EXIT_STATUS_OK;
    }
    name_list_free(&members);
    return status;
}

static enum exit_status set_all(const struct arguments *arguments, const struct member_kind *kind)
{
    struct question question = account_question(arguments, NULL);
    struct name_list members = name_list_make(arguments_value(arguments, L"set"));
    const DWORD error = kind->set(&question, &members);

    name_list_free(&members);
    return account_report_error(error, NULL);
}

static enum exit_status change_shown(const struct arguments *arguments,
                                     const struct member_kind *kind)
{
    enum exit_status status;

    if (!change_is_wanted(arguments, L"Change them? [y/N] "))
    {
        return account_leave(L"changed");
    }
    if (arguments_value(arguments, L"set"))
    {
        status = set_all(arguments, kind);
    }
    else
    {
        status = change_each(arguments, kind, L"remove");
        status = status == EXIT_STATUS_OK ? change_each(arguments, kind, L"add") : status;
    }
    return status == EXIT_STATUS_OK ? account_report_done(L"Changed the members of", kind->noun,
                                                          arguments_value(arguments, L"NAME"))
                                    : status;
}

static enum exit_status change(const struct arguments *arguments, const struct member_kind *kind)
{
    const struct question question = account_question(arguments, NULL);
    struct listing listing;
    enum exit_status status;

    if (!change_can_be_asked(arguments))
    {
        return EXIT_STATUS_USAGE;
    }
    status = account_show(&question, kind->family, kind->family->level, kind->family->enumerate,
                          &listing);
    if (status == EXIT_STATUS_OK)
    {
        status = change_shown(arguments, kind);
    }
    listing_free(&listing);
    return status;
}

static enum exit_status members_run(const struct arguments *arguments,
                                    const struct member_kind *kind)
{
    const bool is_set = arguments_value(arguments, L"set") != NULL;
    const bool is_changed =
        arguments_value(arguments, L"add") || arguments_value(arguments, L"remove");
    const bool is_listed = arguments_value(arguments, L"level") ||
                           arguments_value(arguments, L"format") ||
                           arguments_value(arguments, L"watch");

    if (is_set && is_changed)
    {
        return usage_error(arguments->command->name, L"say /set, or /add and /remove, not both");
    }
    if ((is_set || is_changed) && is_listed)
    {
        return usage_error(arguments->command->name,
                           L"what changes them takes no 'level', 'format' or 'watch'");
    }
    return is_set || is_changed ? change(arguments, kind) : list_run(arguments, kind->family);
}

/* ---- The commands ---------------------------------------------------------------------------- */

static enum exit_status group_members_run(const struct arguments *arguments)
{
    return members_run(arguments, &global_kind);
}

static enum exit_status localgroup_members_run(const struct arguments *arguments)
{
    return members_run(arguments, &local_kind);
}

const struct command group_members_command = {
    .name = L"group members",
    .summary = L"List or change the members of a global group",
    .details = L"Before a change, shows who is a member, and asks.",
    .parameters = group_parameters,
    .run = group_members_run,
};

const struct command localgroup_members_command = {
    .name = L"localgroup members",
    .summary = L"List or change the members of a local group",
    .details = L"Members are NAME, DOMAIN\\NAME or a SID; those of /set are all SIDs or none is. "
               L"Before a change, shows who is a member, and asks.",
    .parameters = localgroup_parameters,
    .run = localgroup_members_run,
};
