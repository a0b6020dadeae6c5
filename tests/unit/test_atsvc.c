/*
 * The AT service's answers on the wire ([MS-TSCH] 3.2.5.2), built by hand.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "platform/utf16_equal.h"
#include "rpc/atsvc.h"
#include "rpc/client.h"
#include "support/ndr_stub.h"
#include "support/unit.h"

#define NERR_JOB_NOT_FOUND 3806 /* as the server may return it */

static void put_job(struct writer *stub, uint32_t index)
{
    writer_u32(stub, index + 1);
    writer_u32(stub, 1000 * index);
    writer_u32(stub, 1u << index);
    writer_u8(stub, 2);
    writer_u8(stub, 3);
    writer_align(stub, 0, sizeof(uint32_t));
    writer_u32(stub, 0x20004 + 4 * index); /* the command's referent */
}

static void put_command(struct writer *stub)
{
    static const uint16_t command[] = { 'c', 'm', 'd', 0 };

    writer_align(stub, 0, sizeof(uint32_t));
    writer_u32(stub, 4);
    writer_u32(stub, 0);
    writer_u32(stub, 4);
    writer_bytes(stub, command, sizeof(command));
}

/* A container with `count` jobs, as many as `sent`, and the rest of an answer. */
static struct writer enum_answer(uint32_t count, uint32_t sent)
{
    struct writer stub = { 0 };

    writer_u32(&stub, count);
    writer_u32(&stub, 0x20000);
    writer_u32(&stub, count);
    for (uint32_t i = 0; i < sent; i++)
    {
        put_job(&stub, i);
    }
    for (uint32_t i = 0; i < sent; i++)
    {
        put_command(&stub);
    }
    writer_u32(&stub, count); /* in all */
    writer_u32(&stub, 0x30000);
    writer_u32(&stub, 7); /* the resume handle */
    writer_u32(&stub, ERROR_SUCCESS);
    return stub;
}

static uint32_t decode_enum(const struct writer *answer, size_t size, struct atsvc_job_enum *list,
                            struct arena *arena)
{
    *list = (struct atsvc_job_enum){ .total = 0 };
    *arena = (struct arena){ 0 };
    return ndr_decode(rpc_operation(&atsvc_interface, NETR_JOB_ENUM), NDR_OUT,
                      (struct bytes){ answer->data, size }, list, arena);
}

static void enum_answer_gives_its_jobs(void **state)
{
    struct writer answer = enum_answer(2, 2);
    struct atsvc_job_enum list;
    struct arena arena;

    (void)state;
    assert_int_equal(decode_enum(&answer, answer.size, &list, &arena), ERROR_SUCCESS);
    assert_int_equal(list.result, ERROR_SUCCESS);
    assert_int_equal(list.list.count, 2);
    assert_int_equal(list.total, 2);
    assert_int_equal(*list.resume_handle, 7);
    assert_int_equal(list.list.jobs[1].id, 2);
    assert_int_equal(list.list.jobs[1].time, 1000);
    assert_int_equal(list.list.jobs[1].days_of_month, 2);
    assert_int_equal(list.list.jobs[1].days_of_week, 2);
    assert_int_equal(list.list.jobs[1].flags, 3);
    assert_true(utf16_equal_ascii(list.list.jobs[1].command, "cmd"));
    arena_free(&arena);
    writer_free(&answer);
}

static void enum_answer_that_is_cut_is_bad(void **state)
{
    struct writer answer = enum_answer(2, 2);

    (void)state;
    for (size_t size = 0; size < answer.size; size++)
    {
        struct atsvc_job_enum list;
        struct arena arena;

        assert_int_equal(decode_enum(&answer, size, &list, &arena), RPC_X_BAD_STUB_DATA);
        assert_null(list.list.jobs);
        arena_free(&arena);
    }
    writer_free(&answer);
}

static void enum_answer_with_fewer_jobs_than_told_is_bad(void **state)
{
    struct writer answer = enum_answer(0x40000000, 2);
    struct atsvc_job_enum list;
    struct arena arena;

    (void)state;
    assert_int_equal(decode_enum(&answer, answer.size, &list, &arena), RPC_X_BAD_STUB_DATA);
    assert_null(list.list.jobs);
    arena_free(&arena);
    writer_free(&answer);
}

static void info_answer_without_a_job_has_none(void **state)
{
    struct atsvc_job_get_info info = { .id = 1 };
    struct decoded decoded;

    (void)state;
    assert_int_equal(decode_stub(rpc_operation(&atsvc_interface, NETR_JOB_GET_INFO), NDR_OUT,
                                 "00000000 de0e0000", &info, &decoded),
                     ERROR_SUCCESS);
    assert_int_equal(info.result, NERR_JOB_NOT_FOUND);
    assert_null(info.job);
    decoded_free(&decoded);
}

/* It is for the caller to see: a server that found the job has sent it. */
static void info_answer_may_say_success_and_nothing_else(void **state)
{
    struct atsvc_job_get_info info = { .id = 1 };
    struct decoded decoded;

    (void)state;
    assert_int_equal(decode_stub(rpc_operation(&atsvc_interface, NETR_JOB_GET_INFO), NDR_OUT,
                                 "00000000 00000000", &info, &decoded),
                     ERROR_SUCCESS);
    assert_int_equal(info.result, ERROR_SUCCESS);
    assert_null(info.job);
    decoded_free(&decoded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(enum_answer_gives_its_jobs),
        cmocka_unit_test(enum_answer_that_is_cut_is_bad),
        cmocka_unit_test(enum_answer_with_fewer_jobs_than_told_is_bad),
        cmocka_unit_test(info_answer_without_a_job_has_none),
        cmocka_unit_test(info_answer_may_say_success_and_nothing_else),
    };

    return cmocka_run_group_tests_name("atsvc", tests, NULL, NULL);
}
