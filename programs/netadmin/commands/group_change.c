/*
 * netadmin group add, set, remove; netadmin localgroup add, set, remove.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <windows.h>
#include <lmcons.h>
#include <lmaccess.h>

#include "commands/account_change.h"
#include "families/group_family.h"

/* The two kinds of groups: what a person calls one, and the functions for it. */
struct group_kind
{
    const WCHAR *noun;
    const struct family *card;
    DWORD card_level;
    api_function *add;
    api_function *set_comment;
    api_function *remove;
};

static const struct group_kind global_kind = {
    .noun = L"group",
    .card = &group_card_family,
    .card_level = LEVEL_COMPOSED,
    .add = group_add,
    .set_comment = group_set_comment,
    .remove = group_remove,
};

static const struct group_kind local_kind = {
    .noun = L"local group",
    .card = &localgroup_card_family,
    .card_level = LEVEL_COMPOSED,
    .add = localgroup_add,
    .set_comment = localgroup_set_comment,
    .remove = localgroup_remove,
};

/* Both kinds have the same structure of a name and a comment, and of a comment. */
_Static_assert(sizeof(GROUP_INFO_1) == sizeof(LOCALGROUP_INFO_1) &&
                   offsetof(GROUP_INFO_1, grpi1_name) == offsetof(LOCALGROUP_INFO_1, lgrpi1_name),
               "local groups are added as global ones");

static const struct parameter_noun nouns[] = {
    { GROUP_NAME_PARMNUM, L"the name" },
    { GROUP_COMMENT_PARMNUM, L"the comment" },
    { GROUP_ATTRIBUTES_PARMNUM, L"an attribute" },
    { 0 },
};

#define COMMENT_PARAMETER(...)                                                                     \
    {                                                                                              \
        .name = L"comment", .kind = PARAMETER_ANY_TEXT, .value = L"TEXT",                          \
        .help = L"what the group is for; may be empty", __VA_ARGS__                                \
    }

static const struct parameter add_parameters[] = {
    SERVER_PARAMETER, NAME_PARAMETER, COMMENT_PARAMETER(), YES_PARAMETER, { 0 },
};

static const struct parameter set_parameters[] = {
    SERVER_PARAMETER, NAME_PARAMETER, COMMENT_PARAMETER(.required = true), YES_PARAMETER, { 0 },
};

static const struct parameter remove_parameters[] = {
    SERVER_PARAMETER,
    NAME_PARAMETER,
    YES_PARAMETER,
    { 0 },
};

/* ---- What both kinds do ---------------------------------------------------------------------- */

static enum exit_status change(struct question *question, api_function *function,
                               const struct group_kind *kind, const WCHAR *participle,
                               const WCHAR *name)
{
    DWORD parameter;
    const DWORD error = account_change(question, function, &parameter);

    return error ? account_report_error(error, parameter_noun_find(nouns, parameter))
                 : account_report_done(participle, kind->noun, name);
}

static enum exit_status add(const struct arguments *arguments, const struct group_kind *kind)
{
    const WCHAR *comment = arguments_value(arguments, L"comment");
    const GROUP_INFO_1 group = {
        .grpi1_name = api_string(arguments_value(arguments, L"NAME")),
        .grpi1_comment = api_string(comment ? comment : L""),
    };
    struct question question = account_question(arguments, &group);

    if (!change_can_be_asked(arguments))
    {
        return EXIT_STATUS_USAGE;
    }
    if (!change_is_wanted(arguments, L"Add this group? [y/N] "))
    {
        return account_leave(L"added");
    }
    return change(&question, kind->add, kind, L"Added", group.grpi1_name);
}

/* Shows the group and asks; then makes the change. */
static enum exit_status change_shown(const struct arguments *arguments,
                                     const struct group_kind *kind, api_function *function,
                                     const void *info, const WCHAR *request,
                                     const WCHAR *participle, const WCHAR *participle_of_nothing)
{
    struct question question = account_question(arguments, info);
    struct listing listing;
    enum exit_status status;

    if (!change_can_be_asked(arguments))
    {
        return EXIT_STATUS_USAGE;
    }
    status = account_show(&question, kind->card, kind->card_level, kind->card->enumerate, &listing);
    if (status == EXIT_STATUS_OK)
    {
        status = change_is_wanted(arguments, request)
                     ? change(&question, function, kind, participle, question.names[0].text)
                     : account_leave(participle_of_nothing);
    }
    listing_free(&listing);
    return status;
}

static enum exit_status set(const struct arguments *arguments, const struct group_kind *kind)
{
    const GROUP_INFO_1002 comment = { api_string(arguments_value(arguments, L"comment")) };

    return change_shown(arguments, kind, kind->set_comment, &comment, L"Change it? [y/N] ",
                        L"Changed", L"changed");
}

static enum exit_status group_remove_shown(const struct arguments *arguments,
                                           const struct group_kind *kind)
{
    return change_shown(arguments, kind, kind->remove, NULL, L"Remove it? [y/N] ", L"Removed",
                        L"removed");
}

/* ---- Global groups --------------------------------------------------------------------------- */

static enum exit_status group_add_run(const struct arguments *arguments)
{
    return add(arguments, &global_kind);
}

static enum exit_status group_set_run(const struct arguments *arguments)
{
    return set(arguments, &global_kind);
}

static enum exit_status group_remove_run(const struct arguments *arguments)
{
    return group_remove_shown(arguments, &global_kind);
}

const struct command group_add_command = {
    .name = L"group add",
    .summary = L"Add a global group to a server",
    .details = L"A Samba server that is no domain controller needs an 'add group script'.",
    .parameters = add_parameters,
    .run = group_add_run,
};

const struct command group_set_command = {
    .name = L"group set",
    .summary = L"Change what a global group is for",
    .details = L"Shows the group and asks before it changes it.",
    .parameters = set_parameters,
    .run = group_set_run,
};

const struct command group_remove_command = {
    .name = L"group remove",
    .summary = L"Remove a global group from a server",
    .details = L"Shows the group and asks before it removes it. Its members stay.",
    .parameters = remove_parameters,
    .run = group_remove_run,
};

/* ---- Local groups ---------------------------------------------------------------------------- */

static enum exit_status localgroup_add_run(const struct arguments *arguments)
{
    return add(arguments, &local_kind);
}

static enum exit_status localgroup_set_run(const struct arguments *arguments)
{
    return set(arguments, &local_kind);
}

static enum exit_status localgroup_remove_run(const struct arguments *arguments)
{
    return group_remove_shown(arguments, &local_kind);
}

const struct command localgroup_add_command = {
    .name = L"localgroup add",
    .summary = L"Add a local group to a server",
    .parameters = add_parameters,
    .run = localgroup_add_run,
};

const struct command localgroup_set_command = {
    .name = L"localgroup set",
    .summary = L"Change what a local group is for",
    .details = L"Shows the group and asks before it changes it.",
    .parameters = set_parameters,
    .run = localgroup_set_run,
};

const struct command localgroup_remove_command = {
    .name = L"localgroup remove",
    .summary = L"Remove a local group from a server",
    .details = L"Shows the group and asks before it removes it. Its members stay.",
    .parameters = remove_parameters,
    .run = localgroup_remove_run,
};
