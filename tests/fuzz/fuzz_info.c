/*
 * Fuzz target: structures of callers, at every information level of every family, into rows and back.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The input: a family, a level, how many structures; what is in them. Nothing beyond them is read. What
 * is packed of the rows has in it what the caller gave, within its block, and reads as the same rows;
 * pages of it are as long as they may be, and together have every row once.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/status.h"
#include "levels/account_rule_levels.h"
#include "levels/alias_levels.h"
#include "levels/connection_levels.h"
#include "levels/dfs_levels.h"
#include "levels/directory_levels.h"
#include "levels/disk_levels.h"
#include "levels/display_levels.h"
#include "levels/file_levels.h"
#include "levels/group_levels.h"
#include "levels/job_levels.h"
#include "levels/list.h"
#include "levels/netlogon_levels.h"
#include "levels/pack_rows.h"
#include "levels/server_levels.h"
#include "levels/session_levels.h"
#include "levels/share_levels.h"
#include "levels/transport_levels.h"
#include "levels/use_levels.h"
#include "levels/user_levels.h"
#include "levels/workstation_levels.h"
#include "platform/platform.h"
#include "support/fuzz_input.h"

#define ROWS_MAX       6
#define BYTES_SIZE_MAX 40

static const struct info_family *const families[] = {
    &account_rules_family,
    &account_rules_set_family,
    &connection_family,
    &dfs_client_family,
    &dfs_family,
    &dfs_get_family,
    &dfs_list_family,
    &dfs_set_family,
    &dfs_target_family,
    &directory_name_family,
    &disk_family,
    &display_family,
    &domain_trust_family,
    &file_family,
    &group_family,
    &group_set_family,
    &group_user_family,
    &job_family,
    &local_group_family,
    &local_group_member_family,
    &local_group_set_family,
    &machine_role_family,
    &netlogon_control_family,
    &server_alias_family,
    &server_family,
    &server_info_family,
    &server_list_family,
    &server_local_family,
    &server_transport_family,
    &session_family,
    &share_family,
    &share_info_family,
    &share_list_family,
    &use_family,
    &use_info_family,
    &user_add_family,
    &user_group_family,
    &user_info_family,
    &user_list_family,
    &user_local_group_family,
    &user_set_family,
    &workstation_family,
    &workstation_local_family,
    &workstation_setting_family,
    &workstation_transport_family,
    &workstation_user_family,
    &workstation_user_info_family,
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds)
    {
        abort();
    }
}

/* ---- Rows of structures ---------------------------------------------------------------------- */

/* Rows, and the structures that they were read from. */
struct given
{
    const struct info_family *family;
    const struct info_level *level;
    struct info_rows rows;
    const void *structures[ROWS_MAX];
    size_t bytes_size;
};

static void give_rows(struct fuzz_input *input, struct given *given);

static void give_bytes_size(const struct given *given, const struct info_field *field, uint8_t *row)
{
    const struct info_bytes bytes = { NULL, given->bytes_size };

    memcpy(row + field->row_offset, &bytes, sizeof(bytes));
}

static void give_nested(struct fuzz_input *input, const struct info_field *field, uint8_t *row)
{
    struct given nested = { .family = field->nested->family, .level = field->nested->level };

    give_rows(input, &nested);
    memcpy(row + field->row_offset, &nested.rows, sizeof(nested.rows));
}

static void give_rows(struct fuzz_input *input, struct given *given)
{
    given->rows.count = fuzz_below(input, ROWS_MAX + 1);
    given->rows.rows = fuzz_block(input, given->rows.count * given->family->row_size);
    for (size_t i = 0; i < given->rows.count; i++)
    {
        uint8_t *row = info_row(given->family, &given->rows, i);

        given->structures[i] = fuzz_structure(input, given->level, given->bytes_size);
        for (size_t k = 0; k < given->level->field_count; k++)
        {
            const struct info_field *field = &given->level->fields[k];

            if (field->kind == INFO_BYTES)
            {
                give_bytes_size(given, field, row);
            }
            else if (field->kind == INFO_ROWS)
            {
                give_nested(input, field, row);
            }
        }
        info_read(given->level, given->structures[i], row);
    }
}

/* ---- What was packed --------------------------------------------------------------------------- */

static const void *pointer_at(const void *structure, const struct info_field *field)
{
    const void *pointer = NULL;

    memcpy(&pointer, (const uint8_t *)structure + field->api_offset, sizeof(pointer));
    return pointer;
}

static size_t text_length(const uint16_t *text)
{
    size_t length = 0;

    while (text && text[length])
    {
        length++;
    }
    return length;
}

static bool same_text(const uint16_t *given, const uint16_t *packed)
{
    const size_t length = text_length(given);

    return packed && text_length(packed) == length &&
           (!length || !memcmp(given, packed, length * sizeof(*given)));
}

static bool same_bytes(const void *given, const void *packed, size_t size)
{
    return given ? packed && !memcmp(given, packed, size) : !packed;
}

static void check_field(const struct given *given, const struct info_field *field,
                        const void *structure, const void *packed)
{
    const void *first = NULL;
    const void *second = NULL;
    const size_t plain = info_plain_size(field);

    if (plain)
    {
        require(!memcmp((const uint8_t *)structure + field->api_offset,
                        (const uint8_t *)packed + field->api_offset, plain));
        return;
    }
    first = pointer_at(structure, field);
    second = pointer_at(packed, field);
    switch (field->kind)
    {
    case INFO_STRING: require(same_text(first, second)); break;
    case INFO_SECRET: require(!second); break;
    case INFO_BYTES: require(same_bytes(first, second, given->bytes_size)); break;
    case INFO_WORD: require(first == second); break;
    default: break;
    }
}

/* From structure to row to structure, and to a row that is the same but for what is told to nobody. */
static void check_structure(const struct given *given, size_t index, const void *packed)
{
    for (size_t i = 0; i < given->level->field_count; i++)
    {
        check_field(given, &given->level->fields[i], given->structures[index], packed);
    }
}

static void check_packed(const struct given *given, size_t start, const struct info_answer *answer)
{
    require(start + answer->entries <= given->rows.count);
    require(!answer->buffer == !answer->entries);
    for (size_t i = 0; i < answer->entries; i++)
    {
        check_structure(given, start + i,
                        (const uint8_t *)answer->buffer + i * given->level->api_size);
    }
}

/* ---- Pages ------------------------------------------------------------------------------------- */

static size_t size_of(const struct given *given, size_t start, size_t count)
{
    size_t size = 0;

    for (size_t i = start; i < start + count; i++)
    {
        size += info_packed_size(given->level, info_row(given->family, &given->rows, i));
    }
    return size;
}

/* The next page; where the one behind it begins. */
static size_t check_page(const struct given *given, size_t start, uint32_t length)
{
    const size_t left = given->rows.count - start;
    struct info_answer answer;
    const uint32_t status =
        info_answer_from(given->family, given->level, &given->rows, start, length, &answer);
    size_t next = start + answer.entries;

    if (status == NERR_BufTooSmall)
    {
        require(left && size_of(given, start, 1) > length && !answer.buffer && !answer.entries);
        return given->rows.count;
    }
    require(status == (next < given->rows.count ? ERROR_MORE_DATA : ERROR_SUCCESS));
    require(answer.total_entries == left);
    require(answer.resume_handle == (status ? next : 0));
    require(size_of(given, start, answer.entries) <= length);
    require(!status || size_of(given, start, answer.entries + 1) > length);
    check_packed(given, start, &answer);
    platform_api_free(answer.buffer);
    return next;
}

static void check_pages(const struct given *given, uint32_t length)
{
    size_t start = 0;

    do
    {
        start = check_page(given, start, length);
    } while (start < given->rows.count);
}

/* ---- Choosing ---------------------------------------------------------------------------------- */

struct choice
{
    const struct info_rows *rows;
    uint8_t bits; /* of the rows that are kept */
    size_t looked_at;
};

static bool keep_row(void *context, const void *row)
{
    struct choice *choice = context;

    (void)row;
    return choice->bits >> choice->looked_at++ & 1;
}

static void check_filter(const struct given *given, uint8_t bits)
{
    struct info_list list = { .family = given->family, .rows = given->rows };
    struct choice choice = { &given->rows, bits, 0 };
    struct arena arena = { 0 };
    size_t kept = 0;

    require(!info_list_filter(&list, keep_row, &choice, &arena));
    require(choice.looked_at == given->rows.count);
    for (size_t i = 0; i < given->rows.count; i++)
    {
        kept += bits >> i & 1;
    }
    require(info_list_count(&list) == kept);
    arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz_input input = fuzz_input_over(data, size);
    struct given given = {
        .family = families[fuzz_below(&input, sizeof(families) / sizeof(families[0]))],
    };
    uint32_t length = 0;
    uint8_t bits = 0;

    given.level = &given.family->levels[fuzz_below(&input, given.family->level_count)];
    given.bytes_size = fuzz_below(&input, BYTES_SIZE_MAX);
    length = fuzz_u16(&input) & 0x3FF;
    bits = fuzz_u8(&input);
    if (given.level->api_size)
    {
        give_rows(&input, &given);
        check_pages(&given, PREFERRED_LENGTH_UNLIMITED);
        check_pages(&given, length);
        check_filter(&given, bits);
    }
    fuzz_input_free(&input);
    return 0;
}
