/*
 * The table of calls that ask a server: whole, and what its checks see.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/family_calls.h"

#include <string.h>

#include "levels/session_levels.h"
#include "platform/platform.h"
#include "support/fixed_platform.h"
#include "support/unit.h"

static const struct family_arguments arguments = {
    .server = { u"server", 6 },
    .level = 1,
    .preferred_length = PREFERRED_LENGTH_UNLIMITED,
    .user = { u"user", 4 },
    .password = { u"password", 8 },
};

static const struct family_call *find(const char *name)
{
    for (size_t i = 0; i < family_call_count(); i++)
    {
        if (!strcmp(family_call_at(i)->name, name))
        {
            return family_call_at(i);
        }
    }
    return NULL;
}

static void table_has_each_name_once(void **state)
{
    (void)state;
    for (size_t i = 0; i < family_call_count(); i++)
    {
        assert_ptr_equal(find(family_call_at(i)->name), family_call_at(i));
    }
    assert_null(family_call_at(family_call_count()));
}

/* Nobody is there to be asked. */
static void calls_without_a_server_give_nothing(void **state)
{
    (void)state;
    fixed_platform_reset(1);
    for (size_t i = 0; i < family_call_count(); i++)
    {
        const struct family_call *call = family_call_at(i);

        for (size_t level = 0; level < (call->levels ? call->levels->level_count : 1); level++)
        {
            struct family_arguments at_level = arguments;
            struct family_result result;
            uint32_t status = ERROR_SUCCESS;

            at_level.level = family_level(call, level);
            status = family_call_make(call, &at_level, &result);
            assert_int_not_equal(status, ERROR_SUCCESS);
            assert_null(family_result_fault(call, &at_level, status, &result));
            family_result_free(&result);
        }
    }
}

/* ---- The checks ------------------------------------------------------------------------------ */

struct one_session
{
    struct session_info_1 info;
    uint16_t text[2];
};

static struct family_result one_session(struct one_session **session)
{
    *session = platform_api_allocate(sizeof(**session));
    assert_non_null(*session);
    memset(*session, 0, sizeof(**session));
    (*session)->info.client = (*session)->text;
    (*session)->info.user = (*session)->text;
    return (struct family_result){ .answer = { *session, 1, 1, 0 } };
}

static const char *fault(uint32_t status, const struct family_result *result)
{
    return family_result_fault(find("NetSessionEnum"), &arguments, status, result);
}

static void sound_entry_has_no_fault(void **state)
{
    struct one_session *session = NULL;
    struct family_result result = one_session(&session);

    (void)state;
    assert_null(fault(ERROR_SUCCESS, &result));
    family_result_free(&result);
}

static void entry_after_a_failure_is_a_fault(void **state)
{
    struct one_session *session = NULL;
    struct family_result result = one_session(&session);

    (void)state;
    assert_non_null(fault(ERROR_ACCESS_DENIED, &result));
    family_result_free(&result);
}

static void text_outside_the_block_is_a_fault(void **state)
{
    static uint16_t elsewhere[1];
    struct one_session *session = NULL;
    struct family_result result = one_session(&session);

    (void)state;
    session->info.user = elsewhere;
    assert_non_null(fault(ERROR_SUCCESS, &result));
    family_result_free(&result);
}

static void text_without_an_end_is_a_fault(void **state)
{
    struct one_session *session = NULL;
    struct family_result result = one_session(&session);

    (void)state;
    memset(session->text, 0x41, sizeof(*session) - offsetof(struct one_session, text));
    assert_non_null(fault(ERROR_SUCCESS, &result));
    family_result_free(&result);
}

static void missing_text_is_a_fault(void **state)
{
    struct one_session *session = NULL;
    struct family_result result = one_session(&session);

    (void)state;
    session->info.user = NULL;
    assert_non_null(fault(ERROR_SUCCESS, &result));
    family_result_free(&result);
}

static void more_entries_than_there_are_is_a_fault(void **state)
{
    struct one_session *session = NULL;
    struct family_result result = one_session(&session);

    (void)state;
    result.answer.total_entries = 0;
    assert_non_null(fault(ERROR_SUCCESS, &result));
    family_result_free(&result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(table_has_each_name_once),
        cmocka_unit_test(calls_without_a_server_give_nothing),
        cmocka_unit_test(sound_entry_has_no_fault),
        cmocka_unit_test(entry_after_a_failure_is_a_fault),
        cmocka_unit_test(text_outside_the_block_is_a_fault),
        cmocka_unit_test(text_without_an_end_is_a_fault),
        cmocka_unit_test(missing_text_is_a_fault),
        cmocka_unit_test(more_entries_than_there_are_is_a_fault),
    };

    return cmocka_run_group_tests(tests, start_cryptography, NULL);
}
