/*
 * Long answers, whose fragments are read with several reads in flight.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "support/hex.h"
#include "support/rpc_conversation.h"
#include "support/unit.h"

#define PART           1408 /* what a fragment carries at most, by the server's word */
#define FRAGMENT_COUNT 6

/* A fragment with `size` bytes of `fill`, and `left` bytes of the stub from this fragment on. */
static struct writer fragment(unsigned int flags, size_t left, size_t size, uint8_t fill)
{
    struct hex header = response(flags, "");
    struct writer made = { 0 };

    writer_bytes(&made, header.data, header.size);
    writer_patch_u16(&made, 8, (uint16_t)(header.size + size));
    writer_patch_u32(&made, RPC_PDU_HEADER_SIZE, (uint32_t)left);
    for (size_t i = 0; i < size; i++)
    {
        writer_u8(&made, fill);
    }
    assert_false(made.failed);
    return made;
}

/* What a server may do to an answer of six fragments, each of `size` bytes of its number. */
struct answer_plan
{
    size_t size;
    size_t hint_error;                  /* by which the second fragment's hint is wrong */
    unsigned int order[FRAGMENT_COUNT]; /* which fragment the reply of each request has */
    bool last_reply_first;              /* of those that may be in flight together */
    bool second_goes_on;                /* says the reply with the second fragment */
    bool ends_with_fault;               /* access denied, in place of the last reply */
    uint32_t credits;                   /* that the client has; 0: as many as it likes */
};

static void say_fragment(struct conversation *conversation, const struct answer_plan *plan,
                         size_t place)
{
    const unsigned int number = plan->order[place];
    const size_t left = (FRAGMENT_COUNT - number) * plan->size;
    unsigned int flags = number ? 0 : FIRST_FRAGMENT;
    struct writer made;

    flags |= number + 1 == FRAGMENT_COUNT ? LAST_FRAGMENT : 0;
    made =
        fragment(flags, number == 1 ? left + plan->hint_error : left, plan->size, (uint8_t)number);
    if (plan->ends_with_fault && place + 1 == FRAGMENT_COUNT)
    {
        say_read(conversation, STATUS_SUCCESS,
                 pdu(3, FIRST_FRAGMENT | LAST_FRAGMENT, "05000000 00000000"));
    }
    else if (place)
    {
        say_read_bytes(conversation,
                       plan->second_goes_on && place == 1 ? STATUS_BUFFER_OVERFLOW : STATUS_SUCCESS,
                       (struct bytes){ made.data, made.size });
    }
    else
    {
        say_output_bytes(conversation, STATUS_SUCCESS, (struct bytes){ made.data, made.size });
    }
    writer_free(&made);
}

static uint32_t call_as_planned(const struct answer_plan *plan)
{
    struct conversation conversation;
    struct writer answer = { 0 };
    uint64_t first_id = 0;
    uint32_t status = ERROR_SUCCESS;

    conversation_init(&conversation);
    say_opened(&conversation);
    first_id = conversation.next_id;
    for (size_t i = 0; i < FRAGMENT_COUNT; i++)
    {
        const size_t place = plan->last_reply_first && i > 1 ? FRAGMENT_COUNT + 1 - i : i;

        conversation.next_id = first_id + place;
        say_fragment(&conversation, plan, place);
    }
    assert_int_equal(conversation_bind(&conversation), ERROR_SUCCESS);
    if (plan->credits)
    {
        conversation.session.connection.credits = plan->credits;
    }
    status = conversation_call(&conversation, &answer);
    assert_int_equal(conversation.session.connection.broken,
                     status != ERROR_SUCCESS && !plan->ends_with_fault);
    assert_int_equal(answer.size, status ? 0 : FRAGMENT_COUNT * plan->size);
    for (size_t i = 0; i < answer.size; i++)
    {
        assert_int_equal(answer.data[i], i / plan->size);
    }
    writer_free(&answer);
    protected_session_free(&conversation.session);
    return status;
}

/* Replies come in another order only where the requests are in flight together. */
static void fragments_that_count_down_are_read_ahead(void **state)
{
    const struct answer_plan plan = { .size = PART,
                                      .order = { 0, 1, 2, 3, 4, 5 },
                                      .last_reply_first = true };

    (void)state;
    assert_int_equal(call_as_planned(&plan), ERROR_SUCCESS);
}

/* The pipe's messages went to the reads in another order than these were sent in. */
static void fragments_are_put_in_their_order(void **state)
{
    const struct answer_plan plan = { .size = PART, .order = { 0, 1, 4, 2, 5, 3 } };

    (void)state;
    assert_int_equal(call_as_planned(&plan), ERROR_SUCCESS);
}

static void fragment_that_comes_twice_is_refused(void **state)
{
    const struct answer_plan plan = { .size = PART, .order = { 0, 1, 2, 3, 3, 5 } };

    (void)state;
    assert_int_equal(call_as_planned(&plan), RPC_S_PROTOCOL_ERROR);
}

static void fault_among_fragments_read_ahead_ends_the_call(void **state)
{
    const struct answer_plan plan = { .size = PART,
                                      .order = { 0, 1, 2, 3, 4, 5 },
                                      .ends_with_fault = true };

    (void)state;
    assert_int_equal(call_as_planned(&plan), ERROR_ACCESS_DENIED);
}

/* The reply to a request that is not yet in flight is an error. */
static void reads_ahead_are_within_the_credits(void **state)
{
    struct answer_plan plan = {
        .size = PART, .order = { 0, 1, 2, 3, 4, 5 }, .last_reply_first = true, .credits = 3
    };

    (void)state;
    assert_int_equal(call_as_planned(&plan), ERROR_BAD_NET_RESP);
    plan.last_reply_first = false;
    assert_int_equal(call_as_planned(&plan), ERROR_SUCCESS);
}

static void without_true_hints_one_read_follows_the_other(void **state)
{
    struct answer_plan plan = {
        .size = PART, .hint_error = 1, .order = { 0, 1, 2, 3, 4, 5 }, .last_reply_first = false
    };

    (void)state;
    assert_int_equal(call_as_planned(&plan), ERROR_SUCCESS);
}

/* One read more than there are messages would wait for ever; here it finds the end of the stream. */
static void longer_fragments_than_announced_are_not_read_ahead(void **state)
{
    const struct answer_plan plan = { .size = 2 * PART, .order = { 0, 1, 2, 3, 4, 5 } };

    (void)state;
    assert_int_equal(call_as_planned(&plan), ERROR_SUCCESS);
}

/* There are fewer reads in flight than fragments left, and the rest is read one by one. */
static void shorter_fragments_than_announced_are_read_too(void **state)
{
    const struct answer_plan plan = { .size = PART / 2 + 1, .order = { 0, 1, 2, 3, 4, 5 } };

    (void)state;
    assert_int_equal(call_as_planned(&plan), ERROR_SUCCESS);
}

static void fragment_cut_in_two_is_not_read_ahead_of(void **state)
{
    struct conversation conversation;
    struct writer answer = { 0 };
    struct writer parts[FRAGMENT_COUNT];
    const size_t head = 100;

    (void)state;
    conversation_init(&conversation);
    say_opened(&conversation);
    for (size_t number = 0; number < FRAGMENT_COUNT; number++)
    {
        parts[number] = fragment((number ? 0 : FIRST_FRAGMENT) |
                                     (number + 1 == FRAGMENT_COUNT ? LAST_FRAGMENT : 0),
                                 (FRAGMENT_COUNT - number) * PART, PART, 0);
    }
    /* The third begins in the message of the second. */
    writer_bytes(&parts[1], parts[2].data, head);
    memmove(parts[2].data, parts[2].data + head, parts[2].size - head);
    parts[2].size -= head;
    say_output_bytes(&conversation, STATUS_SUCCESS, (struct bytes){ parts[0].data, parts[0].size });
    for (size_t number = 1; number < FRAGMENT_COUNT; number++)
    {
        say_read_bytes(&conversation, STATUS_SUCCESS,
                       (struct bytes){ parts[number].data, parts[number].size });
    }
    assert_int_equal(conversation_bind(&conversation), ERROR_SUCCESS);
    assert_int_equal(conversation_call(&conversation, &answer), ERROR_SUCCESS);
    assert_int_equal(answer.size, FRAGMENT_COUNT * PART);
    for (size_t number = 0; number < FRAGMENT_COUNT; number++)
    {
        writer_free(&parts[number]);
    }
    writer_free(&answer);
    protected_session_free(&conversation.session);
}

static void message_that_goes_on_is_not_read_ahead_of(void **state)
{
    struct answer_plan plan = { .size = PART,
                                .order = { 0, 1, 2, 3, 4, 5 },
                                .last_reply_first = true,
                                .second_goes_on = true };

    (void)state;
    assert_int_equal(call_as_planned(&plan), ERROR_BAD_NET_RESP);
    plan.last_reply_first = false;
    assert_int_equal(call_as_planned(&plan), ERROR_SUCCESS);
}

static void two_fragments_in_a_message_are_not_read_ahead(void **state)
{
    struct conversation conversation;
    struct writer answer = { 0 };

    (void)state;
    conversation_init(&conversation);
    say_opened(&conversation);
    for (size_t number = 0; number < FRAGMENT_COUNT; number += 2)
    {
        const size_t left = (FRAGMENT_COUNT - number) * PART;
        struct writer first = fragment(number ? 0 : FIRST_FRAGMENT, left, PART, 0);
        struct writer second =
            fragment(number + 2 == FRAGMENT_COUNT ? LAST_FRAGMENT : 0, left - PART, PART, 0);

        writer_bytes(&first, second.data, second.size);
        if (number)
        {
            say_read_bytes(&conversation, STATUS_SUCCESS, (struct bytes){ first.data, first.size });
        }
        else
        {
            say_output_bytes(&conversation, STATUS_SUCCESS,
                             (struct bytes){ first.data, first.size });
        }
        writer_free(&first);
        writer_free(&second);
    }
    assert_int_equal(conversation_bind(&conversation), ERROR_SUCCESS);
    assert_int_equal(conversation_call(&conversation, &answer), ERROR_SUCCESS);
    assert_int_equal(answer.size, FRAGMENT_COUNT * PART);
    writer_free(&answer);
    protected_session_free(&conversation.session);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fragments_that_count_down_are_read_ahead),
        cmocka_unit_test(fragments_are_put_in_their_order),
        cmocka_unit_test(fragment_that_comes_twice_is_refused),
        cmocka_unit_test(without_true_hints_one_read_follows_the_other),
        cmocka_unit_test(longer_fragments_than_announced_are_not_read_ahead),
        cmocka_unit_test(shorter_fragments_than_announced_are_read_too),
        cmocka_unit_test(fault_among_fragments_read_ahead_ends_the_call),
        cmocka_unit_test(reads_ahead_are_within_the_credits),
        cmocka_unit_test(fragment_cut_in_two_is_not_read_ahead_of),
        cmocka_unit_test(message_that_goes_on_is_not_read_ahead_of),
        cmocka_unit_test(two_fragments_in_a_message_are_not_read_ahead),
    };

    return cmocka_run_group_tests_name("rpc_read_ahead", tests, start_cryptography, NULL);
}
