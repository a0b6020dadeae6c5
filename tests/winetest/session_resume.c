/*
 * Tests of NetSessionEnum in parts: preferred length and resume handle
 *
 * What an entry needs is its structure and its strings with their terminators.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "session_test.h"

static DWORD entry_length(const struct session_level *level, const BYTE *buffer, DWORD index)
{
    size_t length = level->size;
    int field;

    for (field = 0; field < STRING_COUNT; field++)
    {
        const WCHAR *string = session_string(level, buffer, index, (enum session_string)field);

        length += string ? (wcslen(string) + 1) * sizeof(WCHAR) : 0;
    }
    return (DWORD)length;
}

static BOOL same_names(const struct session_level *level, const BYTE *buffer, DWORD index,
                       const BYTE *other, DWORD other_index)
{
    const WCHAR *client = session_string(level, buffer, index, CLIENT_NAME);
    const WCHAR *user = session_string(level, buffer, index, USER_NAME);
    const WCHAR *other_client = session_string(level, other, other_index, CLIENT_NAME);
    const WCHAR *other_user = session_string(level, other, other_index, USER_NAME);

    return !wcscmp(client, other_client) && (!user || !wcscmp(user, other_user));
}

/* Ticks off one session of the full list that has the entry's names and was not seen yet. */
static BOOL tick_off(const struct session_level *level, const struct enumeration *full, BYTE *seen,
                     const BYTE *buffer, DWORD index)
{
    DWORD i;

    for (i = 0; i < full->entries; i++)
    {
        if (!seen[i] && same_names(level, buffer, index, full->buffer, i))
        {
            seen[i] = 1;
            return TRUE;
        }
    }
    return FALSE;
}

/* Takes one part of the list into account; the handle of the next call is in `part`. */
static void check_part(const struct session_level *level, const struct enumeration *full,
                       BYTE *seen, DWORD remaining, DWORD length, const struct enumeration *part)
{
    DWORD used = 0, index;

    ok(part->entries > 0 && part->buffer, "got no entries\n");
    ok(part->total == remaining, "got total %lu, expected %lu\n", part->total, remaining);
    if (part->status == ERROR_MORE_DATA)
    {
        ok(part->entries < remaining, "got all %lu entries and more data\n", part->entries);
        ok(part->resume != 0, "got no resume handle\n");
    }
    else
    {
        ok(part->entries == remaining, "got %lu entries, expected %lu\n", part->entries, remaining);
        ok(!part->resume, "the resume handle is %lu\n", part->resume);
    }
    for (index = 0; index < part->entries; index++)
    {
        ok(tick_off(level, full, seen, part->buffer, index), "entry %lu was seen before\n", index);
        used += entry_length(level, part->buffer, index);
    }
    ok(used <= length, "got %lu bytes\n", used);
}

static void check_loop(const struct test_server *server, const struct session_level *level,
                       const struct enumeration *full, DWORD length)
{
    struct enumeration part;
    DWORD done = 0, resume = 0;
    BYTE *seen = calloc(full->entries, 1);

    winetest_push_context("length %lu", length);
    do
    {
        part = enumerate_window(server->unc, NULL, NULL, level->level, length, resume);
        ok(part.status == NERR_Success || part.status == ERROR_MORE_DATA,
           "got %lu after %lu entries\n", part.status, done);
        if (part.status != NERR_Success && part.status != ERROR_MORE_DATA)
        {
            break;
        }
        check_part(level, full, seen, full->entries - done, length, &part);
        free_enumeration(part);
        done += part.entries;
        resume = part.resume;
    } while (part.status == ERROR_MORE_DATA && part.entries && done < full->entries);
    ok(done == full->entries, "got %lu entries, expected %lu\n", done, full->entries);
    winetest_pop_context();
    free(seen);
}

static void loops_see_each_session_once(const struct test_server *server,
                                        const struct session_level *level,
                                        const struct enumeration *full)
{
    DWORD largest = 0, sum = 0, index;

    for (index = 0; index < full->entries; index++)
    {
        DWORD length = entry_length(level, full->buffer, index);

        largest = length > largest ? length : largest;
        sum += length;
    }
    check_loop(server, level, full, largest);
    check_loop(server, level, full, largest + 1);
    check_loop(server, level, full, 2 * largest);
    check_loop(server, level, full, sum - 1 > largest ? sum - 1 : largest);
    check_loop(server, level, full, sum);
    check_loop(server, level, full, 1024 * 1024);
}

static void a_length_for_no_entry_is_too_small(const struct test_server *server,
                                               const struct session_level *level,
                                               const struct enumeration *full)
{
    DWORD first = entry_length(level, full->buffer, 0);

    check_enum_fails(enumerate_window(server->unc, NULL, NULL, level->level, 1, 0),
                     NERR_BufTooSmall);
    check_enum_fails(enumerate_window(server->unc, NULL, NULL, level->level, first - 1, 0),
                     NERR_BufTooSmall);
}

static void all_but_the_last_byte_is_not_all(const struct test_server *server,
                                             const struct session_level *level,
                                             const struct enumeration *full)
{
    struct enumeration part;
    DWORD sum = 0, index;

    for (index = 0; index < full->entries; index++)
    {
        sum += entry_length(level, full->buffer, index);
    }
    part = enumerate_window(server->unc, NULL, NULL, level->level, sum - 1, 0);
    ok(part.status == ERROR_MORE_DATA, "got %lu\n", part.status);
    ok(part.entries == full->entries - 1, "got %lu of %lu entries\n", part.entries, full->entries);
    ok(part.total == full->entries, "got total %lu, expected %lu\n", part.total, full->entries);
    free_enumeration(part);
}

static void a_part_needs_no_resume_handle(const struct test_server *server,
                                          const struct session_level *level,
                                          const struct enumeration *full)
{
    DWORD length = entry_length(level, full->buffer, 0), entries = 0, total = 0;
    BYTE *buffer = NULL;
    NET_API_STATUS status;

    status = session_enum(server->unc, NULL, NULL, level->level, &buffer, length, &entries, &total,
                          NULL);
    ok(status == ERROR_MORE_DATA, "got %lu\n", status);
    ok(entries == 1, "got %lu entries\n", entries);
    ok(total == full->entries, "got total %lu, expected %lu\n", total, full->entries);
    NetApiBufferFree(buffer);
}

START_TEST(session_resume)
{
    const struct session_level *level;
    struct test_server server;
    struct enumeration full;

    if (!open_test_server(&server))
    {
        return;
    }
    for (level = session_levels; level < session_levels + ARRAYSIZE(session_levels); level++)
    {
        winetest_push_context("level %lu", level->level);
        full = enumerate(server.unc, NULL, NULL, level->level);
        if (check_enum_is_complete(full))
        {
            a_length_for_no_entry_is_too_small(&server, level, &full);
            loops_see_each_session_once(&server, level, &full);
            if (full.entries > 1)
            {
                all_but_the_last_byte_is_not_all(&server, level, &full);
                a_part_needs_no_resume_handle(&server, level, &full);
            }
            else
            {
                skip("the server has one session, two are needed\n");
            }
        }
        free_enumeration(full);
        winetest_pop_context();
    }
    close_test_server(&server);
}
