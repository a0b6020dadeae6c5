/*
 * What a call that brings a long list holds at its worst moment: what came, what is given, and little
 * more. And how often it asks for memory, however long the list.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The linker puts functions of this file into the place of the C library's.
 */
#include <malloc.h>
#include <stdlib.h>
#include <string.h>

#include "levels/list.h"
#include "levels/session_levels.h"
#include "platform/platform.h"
#include "rpc/client.h"
#include "rpc/srvsvc.h"
#include "support/unit.h"

#define FRAGMENT_SIZE 4280
#define PART_SIZE     (FRAGMENT_SIZE - RPC_RESPONSE_HEADER_SIZE)

static size_t held; /* bytes */
static size_t most;
static size_t made; /* blocks */

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void __real_free(void *block);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void __wrap_free(void *block);

static void *taken(void *block)
{
    held += block ? malloc_usable_size(block) : 0;
    most = held > most ? held : most;
    made++;
    return block;
}

void *__wrap_malloc(size_t size)
{
    return taken(__real_malloc(size));
}

void *__wrap_calloc(size_t count, size_t size)
{
    return taken(__real_calloc(count, size));
}

void __wrap_free(void *block)
{
    held -= block ? malloc_usable_size(block) : 0;
    __real_free(block);
}

/* ---- A server at the other end of a pipe ----------------------------------------------------- */

struct list_server
{
    struct rpc_pipe pipe;
    struct writer stub; /* the answer */
    size_t sent;
    bool has_hints;
    uint32_t lie; /* is added to each hint */
    uint8_t pdu[FRAGMENT_SIZE];
};

static void put(uint8_t *place, uint32_t value, size_t size)
{
    memcpy(place, &value, size);
}

static uint32_t next_fragment(struct rpc_pipe *pipe, struct bytes *answer, bool *more,
                              uint64_t deadline)
{
    static const uint8_t header[RPC_RESPONSE_HEADER_SIZE] = { 5, 0, 2, 0, 0x10 };
    struct list_server *server = (struct list_server *)(void *)pipe;
    const size_t left = server->stub.size - server->sent;
    const size_t size = left < PART_SIZE ? left : PART_SIZE;

    (void)deadline;
    memcpy(server->pdu, header, sizeof(header));
    server->pdu[3] = (uint8_t)((server->sent ? 0 : 1) | (size == left ? 2 : 0));
    put(server->pdu + 8, (uint32_t)(size + sizeof(header)), 2);
    put(server->pdu + 12, 1, 4); /* the call */
    put(server->pdu + 16, server->has_hints ? (uint32_t)left + server->lie : 0, 4);
    memcpy(server->pdu + sizeof(header), server->stub.data + server->sent, size);
    server->sent += size;
    *answer = (struct bytes){ server->pdu, size + sizeof(header) };
    *more = false;
    return ERROR_SUCCESS;
}

static uint32_t transceive(struct rpc_pipe *pipe, struct bytes message, struct bytes *answer,
                           bool *more, uint64_t deadline)
{
    (void)message;
    return next_fragment(pipe, answer, more, deadline);
}

static void set_broken(struct rpc_pipe *pipe)
{
    (void)pipe;
}

static bool is_broken(const struct rpc_pipe *pipe)
{
    (void)pipe;
    return false;
}

static const struct ndr_operation *session_enum(void)
{
    return rpc_operation(&srvsvc_interface, NETR_SESSION_ENUM);
}

/* A server that has so many sessions. */
static void server_init(struct list_server *server, uint32_t rows)
{
    static const struct rpc_pipe_kind kind = {
        .transceive = transceive,
        .read = next_fragment,
        .set_broken = set_broken,
        .is_broken = is_broken,
        .answers_have_first_call_id = true,
    };
    const struct utf16_name client = utf16_name_from_ascii("192.168.1.1");
    const struct utf16_name user = utf16_name_from_ascii("somebody");
    struct session *sessions = calloc(rows, sizeof(*sessions));
    struct srvsvc_session_enum call = { .sessions = { .level = 1, .rows = { sessions, rows } },
                                        .total_entries = rows };

    assert_non_null(sessions);
    for (uint32_t i = 0; i < rows; i++)
    {
        sessions[i].client = utf16_from_name(&client);
        sessions[i].user = utf16_from_name(&user);
    }
    *server = (struct list_server){ .pipe = { &kind }, .has_hints = true };
    assert_int_equal(ndr_encode(session_enum(), NDR_OUT, &call, &server->stub), ERROR_SUCCESS);
    free(sessions);
}

/* ---- A call ---------------------------------------------------------------------------------- */

struct cost
{
    size_t reply;
    size_t result;
    size_t most; /* bytes at once */
    size_t room; /* that the reply had at last */
    size_t blocks_after_reply;
};

static struct cost call(struct list_server *server, uint32_t rows)
{
    struct rpc_client client = {
        .pipe = &server->pipe,
        .sizes = { FRAGMENT_SIZE, FRAGMENT_SIZE },
        .last_call_id = 1,
        .bound = true,
    };
    struct srvsvc_session_enum parameters = { .sessions = { .level = 1, .stays_encoded = true } };
    struct info_list list = { .family = &session_family };
    struct cost cost = { .reply = server->stub.size };
    struct info_buffer packed;
    struct rpc_reply reply;
    const size_t before = held;
    size_t blocks = 0;

    most = held;
    assert_int_equal(rpc_call(&client, session_enum(), &parameters, &reply, UINT64_MAX),
                     ERROR_SUCCESS);
    cost.room = reply.stub.capacity;
    list.encoded = parameters.sessions.encoded;
    blocks = made;
    assert_int_equal(info_list_pack(&list, info_find_level(&session_family, 1), &packed),
                     ERROR_SUCCESS);
    assert_int_equal(packed.entries, rows);
    cost.result = malloc_usable_size(packed.buffer);
    cost.most = most - before;
    cost.blocks_after_reply = made - blocks;
    platform_api_free(packed.buffer);
    rpc_reply_free(&reply);
    assert_int_equal(held, before);
    return cost;
}

static void call_holds_little_beside_reply_and_result(void **state)
{
    static const uint32_t lengths[] = { 1, 100, 1000, 1500, 5000, 10000, 100000 };

    (void)state;
    for (size_t i = 0; i < COUNT(lengths); i++)
    {
        struct list_server server;
        struct cost cost;

        server_init(&server, lengths[i]);
        cost = call(&server, lengths[i]);
        if (cost.most > cost.reply + cost.result + cost.reply / 10 + 0x10000)
        {
            fail_msg("%u rows: %zu bytes, of which the reply %zu and the result %zu", lengths[i],
                     cost.most, cost.reply, cost.result);
        }
        assert_int_equal(cost.room, cost.reply);
        assert_int_equal(cost.blocks_after_reply, 1);
        writer_free(&server.stub);
    }
}

/* The result is as large as what is in it. */
static void result_has_no_room_to_spare(void **state)
{
    const size_t row = sizeof(struct session_info_1) + sizeof("192.168.1.1") * sizeof(uint16_t) +
                       sizeof("somebody") * sizeof(uint16_t);
    struct list_server server;

    (void)state;
    server_init(&server, 1000);
    assert_in_range(call(&server, 1000).result, 1000 * row, 1000 * row + 16);
    writer_free(&server.stub);
}

/* Without hints, and with false ones, the answer is the same, and costs no more than it did. */
static void hints_are_not_needed(void **state)
{
    static const uint32_t lies[] = { 0, 1, 100u << 20, (uint32_t)-20000 };
    const uint32_t rows = 10000;

    (void)state;
    for (size_t i = 0; i < COUNT(lies); i++)
    {
        struct list_server server;
        struct cost cost;

        server_init(&server, rows);
        server.has_hints = i > 0;
        server.lie = lies[i];
        cost = call(&server, rows);
        assert_true(cost.room <= 32 * cost.reply);
        writer_free(&server.stub);
    }
}

/* What is said to come is not allocated for before a part of it has come. */
static void hint_is_believed_as_far_as_there_is_something(void **state)
{
    uint8_t pdu[RPC_RESPONSE_HEADER_SIZE + 100] = { 5, 0, 2, 1, 0x10 };
    struct rpc_answer answer = { .call_id = 1 };

    (void)state;
    put(pdu + 8, sizeof(pdu), 2);
    put(pdu + 12, 1, 4);
    put(pdu + 16, RPC_STUB_SIZE_MAX, 4);
    assert_int_equal(rpc_answer_add(&answer, (struct bytes){ pdu, sizeof(pdu) }), ERROR_SUCCESS);
    assert_in_range(answer.stub.capacity, 100, 3200);
    writer_free(&answer.stub);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(call_holds_little_beside_reply_and_result),
        cmocka_unit_test(result_has_no_room_to_spare),
        cmocka_unit_test(hints_are_not_needed),
        cmocka_unit_test(hint_is_believed_as_far_as_there_is_something),
    };

    return cmocka_run_group_tests_name("call_memory", tests, NULL, NULL);
}
