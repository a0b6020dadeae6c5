/*
 * Asks a server for groups and members, and changes them, with the native library. A program for
 * scripts, not a test.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 *     ask_groups SERVER USER [PORT]      with a PORT, the server is this host, whatever it is called
 *
 * The password is the first line of standard input; each further line is a command, whose words are
 * separated by tabs. KIND is global or local.
 *
 *     groups KIND                      name, comment, RID, attributes, SID
 *     group KIND NAME                  the same of one
 *     add KIND NAME COMMENT
 *     set KIND NAME NEW-NAME COMMENT
 *     remove KIND NAME
 *     members KIND NAME                domain\name or name, SID or RID, use or attributes
 *     add-members, remove-members, set-members KIND NAME [MEMBER]...
 *     groups-of KIND USER              the last with those that it is in by a global one
 *     set-groups USER [GROUP]...
 *     display LEVEL INDEX COUNT        name, comment, full name, RID, flags, next index
 *     index LEVEL PREFIX
 *
 * Prints a line for each row, its words separated by tabs, and "status CODE" behind each command.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/sid.h"
#include "base/status.h"
#include "families/accounts/account_source.h"
#include "platform/posix.h"
#include "remote/pool.h"

#define LINE_SIZE (1 << 20)
#define WORDS_MAX 4096
#define TEXT_SIZE 4096

/* ---- Words ----------------------------------------------------------------------------------- */

struct words
{
    char *texts[WORDS_MAX];
    struct utf16_name names[WORDS_MAX];
    size_t count;
};

static void split(char *line, struct words *words)
{
    words->count = 0;
    for (char *word = strsep(&line, "\t"); word && words->count < WORDS_MAX;
         word = strsep(&line, "\t"))
    {
        words->texts[words->count] = word;
        utf16_name_from_utf8(&words->names[words->count++], word);
    }
}

static struct utf16_slice word(const struct words *words, size_t index)
{
    return index < words->count ? utf16_from_name(&words->names[index])
                                : (struct utf16_slice){ NULL, 0 };
}

static uint32_t number(const struct words *words, size_t index)
{
    return index < words->count ? (uint32_t)strtoul(words->texts[index], NULL, 0) : 0;
}

static enum group_kind kind_of(const struct words *words)
{
    return words->count > 1 && !strcmp(words->texts[1], "local") ? LOCAL_GROUP : GLOBAL_GROUP;
}

/* ---- Rows ------------------------------------------------------------------------------------ */

static const char *text(struct utf16_slice slice)
{
    static char buffers[4][TEXT_SIZE];
    static unsigned int next;
    char *buffer = buffers[next++ % 4];

    buffer[0] = '\0';
    utf16_to_utf8(slice, buffer, TEXT_SIZE);
    return buffer;
}

static const char *sid_text(struct info_bytes sid)
{
    struct utf16_name name = { .length = 0 };

    if (sid.data)
    {
        sid_to_text((struct bytes){ sid.data, sid.size }, &name);
    }
    return text(utf16_from_name(&name));
}

static void print_groups(const struct group *groups, size_t count)
{
    for (size_t i = 0; i < count; i++)
    {
        printf("%s\t%s\t%u\t%u\t%s\n", text(groups[i].name), text(groups[i].comment),
               groups[i].relative_id, groups[i].attributes, sid_text(groups[i].sid));
    }
}

static void print_members(enum group_kind kind, const struct member *members, size_t count)
{
    for (size_t i = 0; i < count; i++)
    {
        if (kind == LOCAL_GROUP)
        {
            printf("%s\t%s\t%u\n", text(members[i].domain_name), sid_text(members[i].sid),
                   members[i].use);
        }
        else
        {
            printf("%s\t%u\t%u\n", text(members[i].name), members[i].relative_id,
                   members[i].attributes);
        }
    }
}

/* ---- Commands -------------------------------------------------------------------------------- */

static uint32_t list_groups(struct account_call *call, const struct words *words)
{
    struct info_rows rows;
    uint32_t status = call->source->list_groups(call, kind_of(words), &rows);

    if (!status)
    {
        status = call->source->describe_groups(call, kind_of(words), rows.rows, rows.count);
    }
    print_groups(rows.rows, rows.count);
    return status;
}

static uint32_t show_group(struct account_call *call, const struct words *words)
{
    struct group group;
    const uint32_t status = call->source->find_group(call, kind_of(words), word(words, 2), &group);

    print_groups(&group, status ? 0 : 1);
    return status;
}

static uint32_t add_group(struct account_call *call, const struct words *words)
{
    const struct group group = { .name = word(words, 2), .comment = word(words, 3) };
    uint32_t parameter = 0;

    return call->source->add_group(call, kind_of(words), &group,
                                   GROUP_FIELD_NAME | GROUP_FIELD_COMMENT, &parameter);
}

static uint32_t set_group(struct account_call *call, const struct words *words)
{
    const struct group group = { .name = word(words, 3), .comment = word(words, 4) };
    uint32_t parameter = 0;
    const uint32_t status =
        call->source->set_group(call, kind_of(words), word(words, 2), &group,
                                GROUP_FIELD_NAME | GROUP_FIELD_COMMENT, &parameter);

    printf("parameter\t%u\n", parameter);
    return status;
}

static uint32_t remove_group(struct account_call *call, const struct words *words)
{
    return call->source->remove_group(call, kind_of(words), word(words, 2));
}

static uint32_t list_members(struct account_call *call, const struct words *words)
{
    struct info_rows rows;
    const uint32_t status =
        call->source->list_members(call, kind_of(words), word(words, 2), true, &rows);

    print_members(kind_of(words), rows.rows, rows.count);
    return status;
}

static uint32_t change_members(struct account_call *call, const struct words *words,
                               enum member_change change)
{
    const size_t count = words->count > 3 ? words->count - 3 : 0;
    struct member *members = calloc(count + 1, sizeof(*members));
    uint32_t status = ERROR_NOT_ENOUGH_MEMORY;

    for (size_t i = 0; members && i < count; i++)
    {
        const struct utf16_slice name = word(words, i + 3);

        *(kind_of(words) == LOCAL_GROUP ? &members[i].domain_name : &members[i].name) = name;
    }
    if (members)
    {
        status = call->source->change_members(call, kind_of(words), word(words, 2), change, members,
                                              count);
    }
    free(members);
    return status;
}

static uint32_t add_members(struct account_call *call, const struct words *words)
{
    return change_members(call, words, MEMBERS_ADD);
}

static uint32_t remove_members(struct account_call *call, const struct words *words)
{
    return change_members(call, words, MEMBERS_REMOVE);
}

static uint32_t set_members(struct account_call *call, const struct words *words)
{
    return change_members(call, words, MEMBERS_REPLACE);
}

static uint32_t list_groups_of(struct account_call *call, const struct words *words)
{
    struct info_rows rows;
    const uint32_t status =
        call->source->list_groups_of(call, kind_of(words), word(words, 2), words->count > 3, &rows);

    print_groups(rows.rows, rows.count);
    return status;
}

static uint32_t set_groups(struct account_call *call, const struct words *words)
{
    const size_t count = words->count > 2 ? words->count - 2 : 0;
    struct group *groups = calloc(count + 1, sizeof(*groups));
    uint32_t status = ERROR_NOT_ENOUGH_MEMORY;

    for (size_t i = 0; groups && i < count; i++)
    {
        groups[i].name = word(words, i + 2);
    }
    if (groups)
    {
        status = call->source->set_groups_of(call, word(words, 1), groups, count);
    }
    free(groups);
    return status;
}

static uint32_t display(struct account_call *call, const struct words *words)
{
    struct display_part part;
    const uint32_t status =
        call->source->list_display(call, (enum display_level)number(words, 1), number(words, 2),
                                   number(words, 3), UINT32_MAX, &part);
    const struct display_entry *entries = part.entries.rows;

    for (size_t i = 0; i < part.entries.count; i++)
    {
        printf("%s\t%s\t%s\t%u\t%u\t%u\n", text(entries[i].name), text(entries[i].comment),
               text(entries[i].full_name), entries[i].relative_id, entries[i].flags,
               entries[i].next_index);
    }
    printf("more\t%d\n", part.has_more);
    return status;
}

static uint32_t find_index(struct account_call *call, const struct words *words)
{
    uint32_t index = 0;
    const uint32_t status = call->source->find_display_index(
        call, (enum display_level)number(words, 1), word(words, 2), &index);

    printf("%u\n", index);
    return status;
}

static const struct command
{
    const char *name;
    uint32_t (*run)(struct account_call *call, const struct words *words);
} commands[] = {
    { "groups", list_groups },      { "group", show_group },
    { "add", add_group },           { "set", set_group },
    { "remove", remove_group },     { "members", list_members },
    { "add-members", add_members }, { "remove-members", remove_members },
    { "set-members", set_members }, { "groups-of", list_groups_of },
    { "set-groups", set_groups },   { "display", display },
    { "index", find_index },
};

static uint32_t run(const char *server, const struct words *words)
{
    struct utf16_name name;
    struct account_call call;
    uint32_t status = ERROR_INVALID_PARAMETER;

    utf16_name_from_utf8(&name, server);
    for (size_t i = 0; i < sizeof(commands) / sizeof(commands[0]); i++)
    {
        if (words->count && !strcmp(commands[i].name, words->texts[0]))
        {
            status = account_call_begin(&call, utf16_from_name(&name), ACCOUNTS_CHANGE);
            status = status ? status : commands[i].run(&call, words);
            account_call_end(&call);
        }
    }
    return status;
}

int main(int argc, char **argv)
{
    static char line[LINE_SIZE];
    static struct words words;

    if (argc < 3 || argc > 4 || !fgets(line, sizeof(line), stdin))
    {
        fputs("usage: ask_groups SERVER USER [PORT], with the password on standard input\n",
              stderr);
        return 2;
    }
    line[strcspn(line, "\n")] = '\0';
    posix_credential_set(argv[1], argv[2], line);
    if (argc == 4)
    {
        posix_config_set(argv[1], "Address", "127.0.0.1");
        posix_config_set(argv[1], "Port", argv[3]);
    }
    while (fgets(line, sizeof(line), stdin))
    {
        line[strcspn(line, "\n")] = '\0';
        split(line, &words);
        printf("status\t%u\n", run(argv[1], &words));
        fflush(stdout);
    }
    pool_clear();
    return 0;
}
