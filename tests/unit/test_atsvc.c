/*
 * Unit tests: the AT service's answers on the wire.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdlib.h>

#include "platform/utf16_equal.h"
#include "rpc/atsvc.h"
#include "support/unit.h"

/* A container with `count` jobs, as many as `sent`, and the rest of an answer. */
static struct writer enum_answer(uint32_t count, uint32_t sent)
{
    static const uint16_t command[] = { 'c', 'm', 'd', 0 };
    struct ndr_writer ndr = { 0 };

    ndr_put_u32(&ndr, count);
    ndr_put_referent(&ndr);
    ndr_put_u32(&ndr, count);
    for (uint32_t i = 0; i < sent; i++)
    {
        ndr_put_u32(&ndr, i + 1);
        ndr_put_u32(&ndr, 1000 * i);
        ndr_put_u32(&ndr, 1u << i);
        writer_u8(&ndr.stub, 2);
        writer_u8(&ndr.stub, 3);
        writer_align(&ndr.stub, 0, 4);
        ndr_put_referent(&ndr);
    }
    for (uint32_t i = 0; i < sent; i++)
    {
        ndr_put_u32(&ndr, 4);
        ndr_put_u32(&ndr, 0);
        ndr_put_u32(&ndr, 4);
        writer_bytes(&ndr.stub, command, sizeof(command));
    }
    ndr_put_u32(&ndr, count);
    ndr_put_unique_u32(&ndr, 7);
    ndr_put_u32(&ndr, ERROR_SUCCESS);
    return ndr.stub;
}

static void enum_answer_gives_its_jobs(void **state)
{
    struct writer answer = enum_answer(2, 2);
    struct reader stub = reader_over(answer.data, answer.size);
    struct atsvc_job_list list;

    (void)state;
    assert_int_equal(atsvc_get_job_enum(&stub, &list), ERROR_SUCCESS);
    assert_int_equal(list.count, 2);
    assert_int_equal(list.total, 2);
    assert_int_equal(list.resume_handle, 7);
    assert_int_equal(list.jobs[1].id, 2);
    assert_int_equal(list.jobs[1].time, 1000);
    assert_int_equal(list.jobs[1].days_of_month, 2);
    assert_int_equal(list.jobs[1].days_of_week, 2);
    assert_int_equal(list.jobs[1].flags, 3);
    assert_true(utf16_equal_ascii(list.jobs[1].command, "cmd"));
    free(list.jobs);
    writer_free(&answer);
}

static void enum_answer_that_is_cut_is_bad(void **state)
{
    struct writer answer = enum_answer(2, 2);

    (void)state;
    for (size_t size = 0; size < answer.size; size++)
    {
        struct reader stub = reader_over(answer.data, size);
        struct atsvc_job_list list;

        assert_int_equal(atsvc_get_job_enum(&stub, &list), RPC_X_BAD_STUB_DATA);
        assert_null(list.jobs);
    }
    writer_free(&answer);
}

static void enum_answer_with_fewer_jobs_than_told_is_bad(void **state)
{
    struct writer answer = enum_answer(0x40000000, 2);
    struct reader stub = reader_over(answer.data, answer.size);
    struct atsvc_job_list list;

    (void)state;
    assert_int_equal(atsvc_get_job_enum(&stub, &list), RPC_X_BAD_STUB_DATA);
    assert_null(list.jobs);
    writer_free(&answer);
}

static void info_answer_without_a_job_has_an_error(void **state)
{
    static const uint8_t not_found[] = { 0, 0, 0, 0, 0xde, 0x0e, 0, 0 };
    static const uint8_t nothing[] = { 0, 0, 0, 0, 0, 0, 0, 0 };
    struct reader stub = reader_over(not_found, sizeof(not_found));
    struct atsvc_job job;

    (void)state;
    assert_int_equal(atsvc_get_job_info(&stub, &job), 3806);
    stub = reader_over(nothing, sizeof(nothing));
    assert_int_equal(atsvc_get_job_info(&stub, &job), RPC_X_BAD_STUB_DATA);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(enum_answer_gives_its_jobs),
        cmocka_unit_test(enum_answer_that_is_cut_is_bad),
        cmocka_unit_test(enum_answer_with_fewer_jobs_than_told_is_bad),
        cmocka_unit_test(info_answer_without_a_job_has_an_error),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
