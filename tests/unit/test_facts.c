/*
 * What is remembered of servers.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdio.h>

#include "remote/facts.h"
#include "support/unit.h"

/* More servers than are remembered. */
#define MANY 200

#define NOW       1000000
#define OPERATION 12

static const struct rpc_interface service = { .pipe_name = "service" };
static const struct rpc_interface other_service = { .pipe_name = "other" };

/* A server, and the operation that is asked about. */
struct server
{
    struct server_key key;
    struct server_identity identity;
    uint64_t now;
    const struct rpc_interface *interface;
    uint16_t operation;
};

static struct server server(const char *kind, unsigned int number)
{
    struct server server = { .now = NOW, .interface = &service, .operation = OPERATION };
    char name[32];

    snprintf(name, sizeof(name), "%s%u", kind, number);
    server.key.name = utf16_name_from_ascii(name);
    server.key.address = utf16_name_from_ascii("192.0.2.1");
    server.key.port = 445;
    return server;
}

static struct facts_subject subject_of(const struct server *server)
{
    return (struct facts_subject){ &server->key, server->interface, server->operation,
                                   &server->identity };
}

static bool lacks_level(const struct server *server, uint32_t level)
{
    const struct facts_subject subject = subject_of(server);

    return facts_lacks_level(&subject, level, server->now);
}

static void learn_lacks_level(const struct server *server, uint32_t level)
{
    const struct facts_subject subject = subject_of(server);

    facts_learn_lacks_level(&subject, level, server->now);
}

static bool lacks_operation(const struct server *server)
{
    const struct facts_subject subject = subject_of(server);

    return facts_lacks_operation(&subject, server->now);
}

static bool filters_differ(const struct server *server)
{
    const struct facts_subject subject = subject_of(server);

    return facts_filters_differ(&subject, server->now);
}

static void learn_filters_differ(const struct server *server)
{
    const struct facts_subject subject = subject_of(server);

    facts_learn_filters_differ(&subject, server->now);
}

static void learn_lacks_operation(const struct server *server)
{
    const struct facts_subject subject = subject_of(server);

    facts_learn_lacks_operation(&subject, server->now);
}

static enum paging paging_of(const struct server *server)
{
    const struct facts_subject subject = subject_of(server);

    return facts_paging(&subject, server->now);
}

static enum paging learn_paging(const struct server *server, enum paging paging)
{
    const struct facts_subject subject = subject_of(server);

    return facts_learn_paging(&subject, paging, server->now);
}

static void nothing_is_known_of_a_new_server(void **state)
{
    const struct server name = server("new", 0);

    (void)state;
    assert_false(lacks_operation(&name));
    assert_false(lacks_level(&name, 2));
    assert_int_equal(paging_of(&name), PAGING_UNKNOWN);
}

/* A missing operation is no missing level, and the other way round. */
static void missing_operation_is_remembered_for_its_server(void **state)
{
    const struct server one = server("operations", 1);
    const struct server same = server("OPERATIONS", 1);
    const struct server two = server("operations", 2);

    (void)state;
    learn_lacks_level(&two, 0);
    for (unsigned int i = 0; i < MANY; i++)
    {
        learn_lacks_operation(&one);
    }
    assert_true(lacks_operation(&same));
    assert_false(lacks_operation(&two));
    assert_false(lacks_level(&one, 0));
    learn_lacks_level(&one, 2);
    assert_true(lacks_level(&one, 2)); /* there was room left */
}

static void missing_levels_are_remembered_each_for_its_server(void **state)
{
    const struct server one = server("levels", 1);
    const struct server same = server("LEVELS", 1);
    const struct server two = server("levels", 2);

    (void)state;
    learn_lacks_level(&one, 502);
    learn_lacks_level(&one, 2);
    assert_true(lacks_level(&one, 502));
    assert_true(lacks_level(&one, 2));
    assert_true(lacks_level(&same, 2));
    assert_false(lacks_level(&one, 10));
    assert_false(lacks_level(&two, 502));
    assert_int_equal(paging_of(&one), PAGING_UNKNOWN);
}

static void same_level_may_be_missed_any_number_of_times(void **state)
{
    const struct server name = server("again", 0);

    (void)state;
    for (unsigned int i = 0; i < MANY; i++)
    {
        learn_lacks_level(&name, 10);
    }
    learn_lacks_level(&name, 0);
    assert_true(lacks_level(&name, 0)); /* there was room left */
    for (uint32_t level = 1000; level < 1000 + MANY; level++)
    {
        learn_lacks_level(&name, level);
    }
    assert_true(lacks_level(&name, 10));
    assert_false(lacks_level(&name, 2));
}

static void paging_once_learnt_does_not_change(void **state)
{
    const struct server name = server("paging", 0);

    (void)state;
    assert_int_equal(learn_paging(&name, PAGING_HERE), PAGING_HERE);
    assert_int_equal(learn_paging(&name, PAGING_BY_SERVER), PAGING_HERE);
    assert_int_equal(paging_of(&name), PAGING_HERE);
}

static void oldest_server_is_forgotten_first(void **state)
{
    const struct server first = server("many", 0);
    const struct server last = server("many", MANY - 1);

    (void)state;
    for (unsigned int i = 0; i < MANY; i++)
    {
        const struct server name = server("many", i);

        learn_lacks_level(&name, 2);
        assert_true(lacks_level(&name, 2));
    }
    assert_false(lacks_level(&first, 2));
    assert_true(lacks_level(&last, 2));
}

/* What was known of the server whose place is taken must not be said of the new one. */
static void new_server_inherits_nothing(void **state)
{
    (void)state;
    for (unsigned int i = 0; i < MANY; i++)
    {
        const struct server name = server("heir", i);

        learn_lacks_level(&name, i);
        learn_paging(&name, PAGING_HERE);
        assert_true(lacks_level(&name, i));
        assert_false(lacks_level(&name, i + 1));
    }
    for (unsigned int i = 0; i < MANY; i++)
    {
        const struct server name = server("next", i);

        learn_lacks_level(&name, MANY);
        assert_false(lacks_level(&name, i));
        assert_int_equal(paging_of(&name), PAGING_UNKNOWN);
    }
}

/* ---- What a fact is about --------------------------------------------------------------------- */

static void facts_are_of_one_operation(void **state)
{
    const struct server name = server("operation", 0);
    struct server other = name;

    (void)state;
    learn_lacks_operation(&name);
    learn_lacks_level(&name, 2);
    learn_paging(&name, PAGING_HERE);
    other.operation = OPERATION + 1;
    assert_false(lacks_operation(&other));
    assert_false(lacks_level(&other, 2));
    assert_int_equal(paging_of(&other), PAGING_UNKNOWN);
    other = name;
    other.interface = &other_service;
    assert_false(lacks_operation(&other));
    assert_false(filters_differ(&name));
    learn_filters_differ(&name);
    assert_true(filters_differ(&name));
    assert_false(filters_differ(&other));
    assert_false(lacks_level(&other, 2));
    assert_int_equal(paging_of(&other), PAGING_UNKNOWN);
}

static void facts_are_forgotten_when_the_address_changes(void **state)
{
    const struct server name = server("address", 0);
    struct server moved = name;

    (void)state;
    learn_lacks_level(&name, 2);
    learn_paging(&name, PAGING_HERE);
    moved.key.address = utf16_name_from_ascii("192.0.2.2");
    assert_false(lacks_level(&moved, 2));
    assert_int_equal(paging_of(&moved), PAGING_UNKNOWN);
    moved = name;
    moved.key.port = 4450;
    assert_false(lacks_level(&moved, 2));
    assert_int_equal(paging_of(&moved), PAGING_UNKNOWN);
}

/* The name leads to another computer now, or another has taken over the address. */
static void facts_are_forgotten_when_another_server_answers(void **state)
{
    const struct server name = server("identity", 0);
    const struct server neighbour = server("identity", 1);
    struct server others[2] = { name, name };

    (void)state;
    others[0].identity.peer.address.bytes[15] = 2;
    others[1].identity.guid[0] = 1;
    for (size_t i = 0; i < COUNT(others); i++)
    {
        facts_meet(&name.key, &name.identity);
        learn_lacks_level(&name, 2);
        learn_paging(&name, PAGING_HERE);
        learn_lacks_level(&neighbour, 2);
        facts_meet(&name.key, &name.identity);
        assert_true(lacks_level(&name, 2));
        facts_meet(&others[i].key, &others[i].identity);
        assert_false(lacks_level(&name, 2));
        assert_int_equal(paging_of(&name), PAGING_UNKNOWN);
        assert_true(lacks_level(&neighbour, 2));
        /* A call that still has a connection to the first one. */
        learn_lacks_operation(&name);
        assert_false(lacks_operation(&name));
        learn_lacks_operation(&others[i]);
        assert_true(lacks_operation(&others[i]));
    }
}

static void missing_operation_is_forgotten_after_a_while(void **state)
{
    struct server name = server("while", 1);

    (void)state;
    learn_lacks_operation(&name);
    name.now += FACTS_LIFETIME - 1;
    assert_true(lacks_operation(&name));
    name.now += 1;
    assert_false(lacks_operation(&name));
}

static void missing_level_is_forgotten_after_a_while(void **state)
{
    struct server name = server("while", 0);

    (void)state;
    learn_lacks_level(&name, 2);
    name.now += FACTS_LIFETIME - 1;
    assert_true(lacks_level(&name, 2));
    name.now += 1;
    assert_false(lacks_level(&name, 2));
    learn_lacks_level(&name, 2);
    assert_true(lacks_level(&name, 2));
}

/* A program that goes on with a resume handle must find what the handle was made by. */
static void paging_is_forgotten_when_nobody_asks_any_more(void **state)
{
    struct server name = server("nobody", 0);

    (void)state;
    learn_paging(&name, PAGING_HERE);
    for (unsigned int i = 0; i < 4; i++)
    {
        name.now += FACTS_LIFETIME - 1;
        assert_int_equal(paging_of(&name), PAGING_HERE);
    }
    name.now += FACTS_LIFETIME;
    assert_int_equal(paging_of(&name), PAGING_UNKNOWN);
    assert_int_equal(learn_paging(&name, PAGING_BY_SERVER), PAGING_BY_SERVER);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_known_of_a_new_server),
        cmocka_unit_test(missing_operation_is_remembered_for_its_server),
        cmocka_unit_test(missing_levels_are_remembered_each_for_its_server),
        cmocka_unit_test(same_level_may_be_missed_any_number_of_times),
        cmocka_unit_test(paging_once_learnt_does_not_change),
        cmocka_unit_test(oldest_server_is_forgotten_first),
        cmocka_unit_test(new_server_inherits_nothing),
        cmocka_unit_test(facts_are_of_one_operation),
        cmocka_unit_test(facts_are_forgotten_when_the_address_changes),
        cmocka_unit_test(facts_are_forgotten_when_another_server_answers),
        cmocka_unit_test(missing_operation_is_forgotten_after_a_while),
        cmocka_unit_test(missing_level_is_forgotten_after_a_while),
        cmocka_unit_test(paging_is_forgotten_when_nobody_asks_any_more),
    };

    return cmocka_run_group_tests_name("server_facts", tests, NULL, NULL);
}
