/*
 * The values of fields as text: what each kind of field is in tables and in other formats.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "listing/values.h"

#include <stdint.h>
#include <string.h>
#include <wchar.h>
#include <sddl.h>

#include "listing/names.h"
#include "listing/times.h"

#define MAJOR_VERSION_BITS 0x0f /* the others say what else the server is */

/* ---- Numbers --------------------------------------------------------------------------------- */

static void append_number(struct text *text, const struct field *field, const void *record)
{
    text_append_format(text, L"%lu", field_number(field, record));
}

static void append_signed(struct text *text, const struct field *field, const void *record)
{
    text_append_format(text, L"%ld", (LONG)field_number(field, record));
}

static void append_short(struct text *text, const struct field *field, const void *record)
{
    USHORT number;

    memcpy(&number, (const char *)record + field->offset, sizeof(number));
    text_append_format(text, L"%u", number);
}

static void append_count(struct text *text, const struct field *field, const void *record)
{
    if (field_number(field, record) == MAXDWORD)
    {
        text_append(text, L"unknown");
        return;
    }
    append_number(text, field, record);
}

static void append_times(struct text *text, const struct field *field, const void *record)
{
    if (!field_number(field, record))
    {
        text_append(text, L"never");
        return;
    }
    append_number(text, field, record);
}

static void append_limit(struct text *text, const struct field *field, const void *record)
{
    if (field_number(field, record) == MAXDWORD)
    {
        text_append(text, L"unlimited");
        return;
    }
    append_number(text, field, record);
}

/* 3 of 10 */
static void append_uses(struct text *text, const struct field *field, const void *record)
{
    const DWORD maximum = field_other_number(field, record);

    append_number(text, field, record);
    if (maximum == MAXDWORD)
    {
        text_append(text, L", unlimited");
        return;
    }
    text_append_format(text, L" of %lu", maximum);
}

static void append_version(struct text *text, const struct field *field, const void *record)
{
    text_append_format(text, L"%lu.%lu", field_number(field, record) & MAJOR_VERSION_BITS,
                       field_other_number(field, record));
}

/* ---- Words ----------------------------------------------------------------------------------- */

static void append_yes_no(struct text *text, const struct field *field, const void *record)
{
    text_append(text, field_number(field, record) & field->mask ? L"yes" : L"no");
}

/* Bits that no word is for are one number at the end; an empty word goes without saying. */
static void append_words(struct text *text, const struct field *field, const void *record)
{
    const DWORD number = field_number(field, record);
    const size_t start = text->length;
    DWORD rest = number;

    for (const struct word *word = field->words; word->word; word++)
    {
        if ((number & word->mask) == word->value)
        {
            text_append(text, *word->word && text->length > start ? L", " : L"");
            text_append(text, word->word);
            rest &= ~word->mask;
        }
    }
    if (rest)
    {
        text_append_format(text, L"%ls0x%lx", text->length > start ? L", " : L"", rest);
    }
}

/* ---- Strings --------------------------------------------------------------------------------- */

static void append_string(struct text *text, const struct field *field, const void *record)
{
    text_append(text, field_string(field, record));
}

static const WCHAR *field_characters(const struct field *field, const void *record)
{
    return (const WCHAR *)(const void *)((const char *)record + field->offset);
}

static void append_characters(struct text *text, const struct field *field, const void *record)
{
    text_append(text, field_characters(field, record));
}

static void append_bytes(struct text *text, const struct field *field, const void *record)
{
    const BYTE *bytes = field_pointer(field, record);
    const DWORD count = bytes ? field_other_number(field, record) : 0;

    for (DWORD i = 0; i < count; i++)
    {
        text_append_format(text, L"%02x", bytes[i]);
    }
}

static void append_guid(struct text *text, const struct field *field, const void *record)
{
    GUID guid;

    memcpy(&guid, (const char *)record + field->offset, sizeof(guid));
    text_append_format(text, L"%08lx-%04x-%04x-%02x%02x-", guid.Data1, guid.Data2, guid.Data3,
                       guid.Data4[0], guid.Data4[1]);
    for (size_t i = 2; i < sizeof(guid.Data4); i++)
    {
        text_append_format(text, L"%02x", guid.Data4[i]);
    }
}

/* As many whole bytes as the bits of a week take. */
static void append_week(struct text *text, const struct field *field, const void *record)
{
    const BYTE *bytes = field_pointer(field, record);
    const DWORD bits = bytes ? field_other_number(field, record) : 0;

    for (DWORD i = 0; i < bits / 8; i++)
    {
        text_append_format(text, L"%02x", bytes[i]);
    }
}

static void append_sid(struct text *text, const struct field *field, const void *record)
{
    /* The functions only read the SID. */
    void *sid = (void *)(ULONG_PTR)field_pointer(field, record);
    WCHAR *string = NULL;

    if (sid && IsValidSid(sid) && ConvertSidToStringSidW(sid, &string))
    {
        text_append(text, string);
        LocalFree(string);
    }
}

static void append_security(struct text *text, const struct field *field, const void *record)
{
    /* The functions only read the descriptor. */
    void *descriptor = (void *)(ULONG_PTR)field_pointer(field, record);
    WCHAR *string = NULL;

    if (descriptor && IsValidSecurityDescriptor(descriptor) &&
        ConvertSecurityDescriptorToStringSecurityDescriptorW(
            descriptor, SDDL_REVISION_1,
            OWNER_SECURITY_INFORMATION | GROUP_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION |
                SACL_SECURITY_INFORMATION,
            &string, NULL))
    {
        text_append(text, string);
        LocalFree(string);
    }
}

static size_t string_count(const struct level *level)
{
    size_t count = 0;

    for (size_t i = 0; i < level->field_count; i++)
    {
        count += level->fields[i].kind == FIELD_STRING;
    }
    return count;
}

/* What they say in words in brackets, behind their string or their strings as a path:
 * \\server\share (online). An account without a name is its SID. */
static void append_element(struct text *text, const struct level *level, const void *record)
{
    const WCHAR *separator = string_count(level) > 1 ? L"\\\\" : L"";
    const size_t start = text->length;

    for (size_t i = 0; i < level->field_count; i++)
    {
        if (level->fields[i].kind == FIELD_STRING)
        {
            text_append(text, separator);
            append_string(text, &level->fields[i], record);
            separator = L"\\";
        }
        else if (level->fields[i].kind == FIELD_SID && text->length == start)
        {
            append_sid(text, &level->fields[i], record);
        }
    }
    for (size_t i = 0; i < level->field_count; i++)
    {
        if (level->fields[i].kind == FIELD_WORDS)
        {
            text_append(text, L" (");
            append_words(text, &level->fields[i], record);
            text_append(text, L")");
        }
    }
}

static void append_records(struct text *text, const struct field *field, const void *record)
{
    const char *records = field_pointer(field, record);
    const DWORD count = records ? field_other_number(field, record) : 0;

    for (DWORD i = 0; i < count; i++)
    {
        text_append(text, i ? L", " : L"");
        append_element(text, field->element, records + i * field->element->size);
    }
}

/* ---- What a record is about ------------------------------------------------------------------ */

static int compare_numbers(const struct field *field, const void *a, const void *b)
{
    const DWORD left = field_number(field, a);
    const DWORD right = field_number(field, b);

    return (left > right) - (left < right);
}

static int compare_strings(const struct field *field, const void *a, const void *b)
{
    return wcscmp(field_string(field, a), field_string(field, b));
}

static int compare_characters(const struct field *field, const void *a, const void *b)
{
    return wcscmp(field_characters(field, a), field_characters(field, b));
}

static int compare_sids(const struct field *field, const void *a, const void *b)
{
    struct text left = { 0 };
    struct text right = { 0 };
    int order;

    append_sid(&left, field, a);
    append_sid(&right, field, b);
    text_append_unit(&left, 0);
    text_append_unit(&right, 0);
    order = wcscmp(left.units, right.units);
    text_free(&left);
    text_free(&right);
    return order;
}

/* ---- What people sort by ---------------------------------------------------------------------- */

/* Times that are no clock's come as numbers, too; "unlimited" is more than any number. */
static int64_t sort_number(const struct field *field, const void *record)
{
    return field_number(field, record);
}

static int64_t sort_signed(const struct field *field, const void *record)
{
    return (LONG)field_number(field, record);
}

static int64_t sort_short(const struct field *field, const void *record)
{
    USHORT number;

    memcpy(&number, (const char *)record + field->offset, sizeof(number));
    return number;
}

/* What is not known, or has never been, is less than all else. */
static int64_t sort_known(const struct field *field, const void *record)
{
    const DWORD number = field_number(field, record);

    return number == MAXDWORD ? -1 : (int64_t)number;
}

static int64_t sort_yes_no(const struct field *field, const void *record)
{
    return (field_number(field, record) & field->mask) != 0;
}

static int64_t sort_version(const struct field *field, const void *record)
{
    return (int64_t)(field_number(field, record) & MAJOR_VERSION_BITS) << 32 |
           field_other_number(field, record);
}

/* ---- The kinds ------------------------------------------------------------------------------- */

typedef void append_function(struct text *text, const struct field *field, const void *record);
typedef int compare_function(const struct field *field, const void *a, const void *b);
typedef int64_t number_function(const struct field *field, const void *record);

static const struct kind
{
    append_function *shown;
    append_function *plain;
    bool is_string; /* the plain value */
    bool is_right;
    bool is_clock;
    compare_function *compare; /* NULL: does not say what a record is about */
    number_function *sort;     /* NULL: people sort by what it reads */
} kinds[] = {
    [FIELD_STRING] = { .shown = append_string,
                       .plain = append_string,
                       .is_string = true,
                       .compare = compare_strings },
    [FIELD_CHARACTERS] = { .shown = append_characters,
                           .plain = append_characters,
                           .is_string = true,
                           .compare = compare_characters },
    [FIELD_NUMBER] = { .shown = append_number,
                       .plain = append_number,
                       .is_right = true,
                       .sort = sort_number },
    [FIELD_SIGNED] = { .shown = append_signed,
                       .plain = append_signed,
                       .is_right = true,
                       .sort = sort_signed },
    [FIELD_SHORT] = { .shown = append_short,
                      .plain = append_short,
                      .is_right = true,
                      .sort = sort_short },
    [FIELD_ID] = { .shown = append_number,
                   .plain = append_number,
                   .is_right = true,
                   .compare = compare_numbers,
                   .sort = sort_number },
    [FIELD_LIMIT] = { .shown = append_limit,
                      .plain = append_number,
                      .is_right = true,
                      .sort = sort_number },
    [FIELD_SIGNED_LIMIT] = { .shown = append_limit,
                             .plain = append_signed,
                             .is_right = true,
                             .sort = sort_number },
    [FIELD_SECONDS] = { .shown = time_append_duration,
                        .plain = append_number,
                        .is_right = true,
                        .is_clock = true,
                        .sort = sort_number },
    [FIELD_AGE] = { .shown = time_append_duration,
                    .plain = append_number,
                    .is_right = true,
                    .is_clock = true,
                    .sort = sort_number },
    [FIELD_YES_NO] = { .shown = append_yes_no, .plain = append_number, .sort = sort_yes_no },
    [FIELD_WORDS] = { .shown = append_words, .plain = append_number },
    [FIELD_USES] = { .shown = append_uses,
                     .plain = append_number,
                     .is_right = true,
                     .sort = sort_number },
    [FIELD_VERSION] = { .shown = append_version, .plain = append_number, .sort = sort_version },
    [FIELD_TIME] = { .shown = time_append_of_day,
                     .plain = append_number,
                     .is_clock = true,
                     .sort = sort_number },
    [FIELD_COUNT] = { .shown = append_count,
                      .plain = append_number,
                      .is_right = true,
                      .sort = sort_known },
    [FIELD_TIMES] = { .shown = append_times,
                      .plain = append_number,
                      .is_right = true,
                      .sort = sort_number },
    [FIELD_PERIOD] = { .shown = time_append_period, .plain = append_number, .sort = sort_number },
    [FIELD_MOMENT] = { .shown = time_append_moment,
                       .plain = append_number,
                       .is_clock = true,
                       .sort = sort_known },
    [FIELD_WEEK] = { .shown = time_append_week, .plain = append_week, .is_string = true },
    [FIELD_SID] = { .shown = append_sid,
                    .plain = append_sid,
                    .is_string = true,
                    .compare = compare_sids },
    [FIELD_BYTES] = { .shown = append_bytes, .plain = append_bytes, .is_string = true },
    [FIELD_GUID] = { .shown = append_guid, .plain = append_guid, .is_string = true },
    [FIELD_SECURITY] = { .shown = append_security, .plain = append_security, .is_string = true },
    [FIELD_RECORDS] = { .shown = append_records, .plain = append_records, .is_string = true },
};

void value_append_shown(struct text *text, const struct field *field, const void *record)
{
    kinds[field->kind].shown(text, field, record);
}

void value_append_plain(struct text *text, const struct field *field, const void *record)
{
    kinds[field->kind].plain(text, field, record);
}

bool value_is_string(const struct field *field)
{
    return kinds[field->kind].is_string;
}

bool value_is_right(const struct field *field)
{
    return kinds[field->kind].is_right;
}

int value_compare(const struct field *field, const void *a, const void *b)
{
    compare_function *compare = kinds[field->kind].compare;

    return compare ? compare(field, a, b) : 0;
}

static int strings_order(const WCHAR *a, const WCHAR *b)
{
    const int order = names_compare(a, b);

    return order ? order : wcscmp(a, b);
}

static int shown_order(const struct field *field, const void *record,
                       const struct field *other_field, const void *other)
{
    struct text left = { 0 };
    struct text right = { 0 };
    int order;

    value_append_shown(&left, field, record);
    value_append_shown(&right, other_field, other);
    text_append_unit(&left, 0);
    text_append_unit(&right, 0);
    order = strings_order(left.units, right.units);
    text_free(&left);
    text_free(&right);
    return order;
}

int value_order(const struct field *field, const void *record, const struct field *other_field,
                const void *other)
{
    number_function *sort = kinds[field->kind].sort;

    if (sort)
    {
        const int64_t left = sort(field, record);
        const int64_t right = sort(other_field, other);

        return (left > right) - (left < right);
    }
    if (field->kind == FIELD_STRING)
    {
        return strings_order(field_string(field, record), field_string(other_field, other));
    }
    return shown_order(field, record, other_field, other);
}

bool value_is_clock(const struct field *field)
{
    return kinds[field->kind].is_clock;
}
