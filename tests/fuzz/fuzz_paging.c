/*
 * Fuzz target: a list that is read page by page where windows are made here, while rows come and go.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The input: the preferred length of each page, whether the rows are in order, the rows; then, before each
 * page, which rows are gone from it. Whoever goes on with the handles comes to an end; a row that is
 * there all the time, and is equal to no other, is given once; without changes every row is.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/status.h"
#include "families/session/session_source.h"
#include "platform/platform.h"
#include "remote/paging.h"
#include "remote/positions.h"
#include "support/fuzz_input.h"

#define ROWS_MAX  24
#define PAGES_MAX 64
#define SORTED    0x01
#define CHANGES   0x02

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct list
{
    struct session
        rows[ROWS_MAX]; /* `flags` is the index of a row: the order takes no notice of it */
    size_t count;
    bool gone[ROWS_MAX]; /* for some pages, or for all that follow */
    bool missed[ROWS_MAX];
    unsigned int given[ROWS_MAX];
    bool is_sorted;
    bool changes;
};

static void require(bool holds)
{
    if (!holds)
    {
        abort();
    }
}

static void read_rows(struct fuzz_input *input, struct list *list)
{
    list->count = fuzz_below(input, ROWS_MAX + 1);
    for (size_t i = 0; i < list->count; i++)
    {
        list->rows[i] = (struct session){
            .client = fuzz_text(input),
            .user = fuzz_text(input),
            .active_seconds = fuzz_u8(input),
            .opens = fuzz_u8(input),
            .flags = (uint32_t)i,
        };
    }
}

/* What the server has now. */
static void make_page(struct fuzz_input *input, struct list *list, struct session *rows,
                      struct remote_page *page)
{
    struct remote remote = { .deadline = UINT64_MAX };

    *page = (struct remote_page){ .rows.rows = rows };
    for (size_t i = 0; i < list->count; i++)
    {
        if (list->changes && fuzz_u8(input) % 8 == 7)
        {
            list->gone[i] = !list->gone[i];
        }
        list->missed[i] |= list->gone[i];
        if (!list->gone[i])
        {
            rows[page->rows.count++] = list->rows[i];
        }
    }
    page->is_sorted = list->is_sorted;
    if (list->is_sorted)
    {
        require(!paging_sort(&session_order, &page->rows, &remote));
    }
}

static void count_given(struct list *list, const struct info_answer *answer)
{
    const struct session_info_1 *sessions = answer->buffer;

    for (uint32_t i = 0; i < answer->entries; i++)
    {
        require(sessions[i].flags < list->count);
        list->given[sessions[i].flags]++;
    }
}

static bool is_alone(const struct list *list, size_t index)
{
    size_t equal = 0;

    for (size_t i = 0; i < list->count; i++)
    {
        equal += !utf16_compare(list->rows[i].client, list->rows[index].client) &&
                 !utf16_compare(list->rows[i].user, list->rows[index].user);
    }
    return equal == 1;
}

static void check_given(const struct list *list)
{
    for (size_t i = 0; i < list->count; i++)
    {
        /* Where a row is found no more, its index has to do without an order. */
        if (!list->changes || (list->is_sorted && !list->missed[i] && is_alone(list, i)))
        {
            require(list->given[i] == 1);
        }
    }
}

static void read_pages(struct fuzz_input *input, struct list *list, uint32_t length)
{
    static const uint8_t source;
    static const struct paging_list name = { .source = &source, .server = { u"server", 6 } };
    const struct info_level *level = info_find_level(&session_family, 1);
    struct session rows[ROWS_MAX];
    struct paging_request request = { .preferred_length = length };
    uint32_t status = ERROR_MORE_DATA;

    for (size_t pages = 0; status == ERROR_MORE_DATA; pages++)
    {
        struct remote_page page;
        struct info_answer answer;

        require(list->changes || pages <= list->count);
        if (pages == PAGES_MAX)
        {
            return; /* rows that come again and again */
        }
        make_page(input, list, rows, &page);
        status = paging_answer(&name, &session_order, level, &page, &request, &answer);
        require(!status || status == ERROR_MORE_DATA || status == NERR_BufTooSmall);
        require((status == ERROR_MORE_DATA) == (answer.resume_handle != 0));
        require(status != ERROR_MORE_DATA || answer.entries);
        count_given(list, &answer);
        platform_api_free(answer.buffer);
        request.resume_handle = answer.resume_handle;
    }
    if (!status)
    {
        check_given(list);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz_input input = fuzz_input_over(data, size);
    const uint32_t length = fuzz_u16(&input) & 0x1FF;
    const uint8_t manner = fuzz_u8(&input);
    struct list list = { .is_sorted = manner & SORTED, .changes = manner & CHANGES };

    positions_clear();
    read_rows(&input, &list);
    read_pages(&input, &list, length);
    fuzz_input_free(&input);
    return 0;
}
