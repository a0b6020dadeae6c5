/*
 * What stubs of Windows servers may hold that those of other NDR engines do not.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The forms are those of captures and of what [C706] 14.3 leaves open, the bytes this project's own.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

#include "base/status.h"
#include "levels/session_levels.h"
#include "rpc/srvsvc.h"
#include "support/hex.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* Five pointers, each with a referent id of its own. */
struct referents
{
    const char *ids[5];
};

static const struct referents usual = { { "00000200", "04000200", "08000200", "0c000200",
                                          "10000200" } };

static const struct ndr_operation *session_enum(void)
{
    for (size_t i = 0; i < srvsvc_interface.count; i++)
    {
        if (srvsvc_interface.operations[i].number == NETR_SESSION_ENUM)
        {
            return &srvsvc_interface.operations[i];
        }
    }
    fail_msg("NetrSessionEnum has no table");
    return NULL;
}

static uint32_t decode(const char *text, struct srvsvc_session_enum *parameters,
                       struct arena *arena, struct hex *stub)
{
    *stub = hex(text);
    *parameters = (struct srvsvc_session_enum){ .sessions.level = 10 };
    return ndr_decode(session_enum(), NDR_OUT, bytes_of_hex(stub), parameters, arena);
}

/* One session of level 10: A, Bo, 7 seconds, idle for 8; a total of 1, a resume handle of 9. */
static void assert_session_is_read(const struct referents *referents, const char *padding,
                                   const char *trailer)
{
    struct srvsvc_session_enum parameters;
    struct arena arena = { 0 };
    struct hex stub;
    const struct session *session = NULL;
    char text[512];

    snprintf(text, sizeof(text),
             "0a000000 0a000000 %s 01000000 %s 01000000 %s %s 07000000 08000000"
             "02000000 00000000 02000000 41000000"
             "03000000 00000000 03000000 42006f000000 %s"
             "01000000 %s 09000000 00000000 %s",
             referents->ids[0], referents->ids[1], referents->ids[2], referents->ids[3], padding,
             referents->ids[4], trailer);
    assert_int_equal(decode(text, &parameters, &arena, &stub), ERROR_SUCCESS);
    assert_int_equal(parameters.sessions.rows.count, 1);
    session = parameters.sessions.rows.rows;
    assert_int_equal(session->client.length, 1);
    assert_int_equal(utf16_unit(session->client, 0), 'A');
    assert_int_equal(session->user.length, 2);
    assert_int_equal(utf16_unit(session->user, 1), 'o');
    assert_int_equal(session->active_seconds, 7);
    assert_int_equal(session->idle_seconds, 8);
    assert_int_equal(parameters.total_entries, 1);
    assert_int_equal(*parameters.resume_handle, 9);
    assert_int_equal(parameters.result, 0);
    arena_free(&arena);
}

/* Windows counts from 0x00020000 on, or says that each time; any number but 0 is a pointer. */
static void referent_ids_may_be_any_and_all_the_same(void **state)
{
    static const struct referents cases[] = {
        { { "00000200", "00000200", "00000200", "00000200", "00000200" } },
        { { "01000000", "01000000", "01000000", "01000000", "01000000" } },
        { { "ffffffff", "ffffffff", "00000080", "00000001", "01000000" } },
        { { "10000200", "0c000200", "08000200", "04000200", "00000200" } },
    };

    (void)state;
    assert_session_is_read(&usual, "0000", "");
    for (size_t i = 0; i < COUNT(cases); i++)
    {
        assert_session_is_read(&cases[i], "0000", "");
    }
}

/* [C706] 14.2.2: its value means nothing. */
static void padding_may_hold_anything(void **state)
{
    (void)state;
    assert_session_is_read(&usual, "aaaa", "");
    assert_session_is_read(&usual, "ffff", "");
}

/* A stub may be filled up to what the transport is aligned to. */
static void bytes_behind_the_result_are_passed_over(void **state)
{
    (void)state;
    assert_session_is_read(&usual, "0000", "00");
    assert_session_is_read(&usual, "0000", "00000000 00000000");
    assert_session_is_read(&usual, "0000", "aaaaaaaa aaaaaaaa aaaaaaaa");
}

/* A list without elements has an array of none, a NULL pointer, or no container at all. */
static void list_of_nothing_has_many_forms(void **state)
{
    static const char *const lists[] = {
        "00000200 00000000 00000200 00000000",
        "00000200 00000000 00000000",
        "00000000",
    };

    (void)state;
    for (size_t i = 0; i < COUNT(lists); i++)
    {
        struct srvsvc_session_enum parameters;
        struct arena arena = { 0 };
        struct hex stub;
        char text[128];

        snprintf(text, sizeof(text), "0a000000 0a000000 %s 00000000 00000000 00000000", lists[i]);
        assert_int_equal(decode(text, &parameters, &arena, &stub), ERROR_SUCCESS);
        assert_int_equal(parameters.sessions.rows.count, 0);
        assert_null(parameters.resume_handle);
        arena_free(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(referent_ids_may_be_any_and_all_the_same),
        cmocka_unit_test(padding_may_hold_anything),
        cmocka_unit_test(bytes_behind_the_result_are_passed_over),
        cmocka_unit_test(list_of_nothing_has_many_forms),
    };

    return cmocka_run_group_tests_name("windows_stubs", tests, NULL, NULL);
}
