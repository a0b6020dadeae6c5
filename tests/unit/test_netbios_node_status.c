/*
 * The node status of the NetBIOS name service: the request against [RFC 1002] 4.2.17, and what of an
 * answer (4.2.18) is believed.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/netbios/netbios_node_status.h"
#include "support/exact_copy.h"
#include "support/hex.h"
#include "support/unit.h"

#define ID 0x1234

/* The parts of an answer. */
#define HEADER   "1234 8400 0000 0001 0000 0000"
#define OWN_NAME "20 434b4141414141414141414141414141 41414141414141414141414141414141 00"
#define HEAD     "0021 0001 00000000"
#define SERVER   "53455256455220202020202020202020 0400"           /* SERVER<20>, unique, active */
#define GROUP    "57 4f 52 4b 47 52 4f 55 50 202020202020 00 8400" /* WORKGROUP<00>, a group */
#define CONFLICT "54574943452020202020202020202003 0c00"           /* TWICE<03>, in conflict */
#define MAC      "020000abcdef"
#define STATISTICS                                                                                 \
    MAC "00 00 0000 0000 0000 0000 0000 0000 00000000 00000000"                                    \
        "0000 0000 0000 0000 0000 0000 0000 0000 0000"

struct answer
{
    const char *header;
    const char *name;
    const char *head;
    uint8_t name_count;
    const char *names;
    const char *statistics;
    int size_too_much; /* what RDLENGTH says beyond what is there */
};

static const struct answer usual = {
    .header = HEADER,
    .name = OWN_NAME,
    .head = HEAD,
    .name_count = 3,
    .names = SERVER GROUP CONFLICT,
    .statistics = STATISTICS,
};

static void put(struct writer *writer, const char *text)
{
    const struct hex data = hex(text);

    writer_bytes(writer, data.data, data.size);
}

static struct writer make(const struct answer *answer)
{
    struct writer datagram = { 0 };
    struct writer data = { 0 };

    writer_u8(&data, answer->name_count);
    put(&data, answer->names);
    put(&data, answer->statistics);
    put(&datagram, answer->header);
    put(&datagram, answer->name);
    put(&datagram, answer->head);
    writer_u16_big_endian(&datagram, (uint16_t)((int)data.size + answer->size_too_much));
    writer_bytes(&datagram, data.data, data.size);
    writer_free(&data);
    assert_false(datagram.failed);
    return datagram;
}

/* Decodes a copy that ends where its memory ends. */
static bool decodes(struct bytes datagram)
{
    struct netbios_node_status status;

    return netbios_node_status_decode(&status, ID, datagram);
}

static bool is_accepted(const struct answer *answer)
{
    struct writer datagram = make(answer);
    struct bytes copy = exact_copy((struct bytes){ datagram.data, datagram.size }, datagram.size);
    const bool accepted = decodes(copy);

    free((void *)(uintptr_t)copy.data);
    writer_free(&datagram);
    return accepted;
}

/* ---- The request ----------------------------------------------------------------------------- */

static void request_asks_for_any_name(void **state)
{
    struct writer writer = { 0 };

    (void)state;
    netbios_node_status_request_encode(ID, &writer);
    assert_hex_equal(writer.data, writer.size,
                     "1234 0000 0001 0000 0000 0000" OWN_NAME "0021 0001");
    writer_free(&writer);
}

/* ---- Answers that are taken ------------------------------------------------------------------ */

static void answer_gives_names_with_their_flags_and_the_mac_address(void **state)
{
    struct writer datagram = make(&usual);
    struct netbios_node_status status;

    (void)state;
    assert_true(
        netbios_node_status_decode(&status, ID, (struct bytes){ datagram.data, datagram.size }));
    assert_int_equal(status.name_count, 3);
    assert_memory_equal(status.names[0].name, "SERVER          ", NETBIOS_NAME_SIZE);
    assert_int_equal(status.names[0].flags & NETBIOS_NAME_GROUP, 0);
    assert_memory_equal(status.names[1].name, "WORKGROUP      \0", NETBIOS_NAME_SIZE);
    assert_int_equal(status.names[1].flags & NETBIOS_NAME_GROUP, NETBIOS_NAME_GROUP);
    assert_int_equal(status.names[1].flags & NETBIOS_NAME_CONFLICT, 0);
    assert_memory_equal(status.names[2].name, "TWICE          \3", NETBIOS_NAME_SIZE);
    assert_int_equal(status.names[2].flags & NETBIOS_NAME_CONFLICT, NETBIOS_NAME_CONFLICT);
    assert_hex_equal(status.mac_address, sizeof(status.mac_address), MAC);
    writer_free(&datagram);
}

static void answer_may_have_no_names(void **state)
{
    struct answer answer = usual;
    struct netbios_node_status status;
    struct writer datagram;

    (void)state;
    answer.name_count = 0;
    answer.names = "";
    datagram = make(&answer);
    assert_true(
        netbios_node_status_decode(&status, ID, (struct bytes){ datagram.data, datagram.size }));
    assert_int_equal(status.name_count, 0);
    assert_hex_equal(status.mac_address, sizeof(status.mac_address), MAC);
    writer_free(&datagram);
}

static void answer_may_have_as_many_names_as_a_byte_counts(void **state)
{
    struct answer answer = usual;
    struct writer datagram;
    struct writer names = { 0 };
    struct netbios_node_status status;

    (void)state;
    answer.name_count = 0;
    answer.names = "";
    answer.statistics = "";
    datagram = make(&answer);
    for (size_t i = 0; i < NETBIOS_NAMES_MAX; i++)
    {
        writer_bytes(&names, "NAME           ", NETBIOS_NAME_SIZE - 1);
        writer_u8(&names, (uint8_t)i);
        writer_u16_big_endian(&names, 0x0400);
    }
    put(&names, STATISTICS);
    /* The size of the data and the number of the names stand last. */
    datagram.size -= 3;
    writer_u16_big_endian(&datagram, (uint16_t)(1 + names.size));
    writer_u8(&datagram, NETBIOS_NAMES_MAX);
    writer_bytes(&datagram, names.data, names.size);
    assert_true(datagram.size <= NETBIOS_NODE_STATUS_MAX);
    assert_true(
        netbios_node_status_decode(&status, ID, (struct bytes){ datagram.data, datagram.size }));
    assert_int_equal(status.name_count, NETBIOS_NAMES_MAX);
    assert_int_equal(status.names[254].name[NETBIOS_NAME_SIZE - 1], 254);
    assert_hex_equal(status.mac_address, sizeof(status.mac_address), MAC);
    writer_free(&names);
    writer_free(&datagram);
}

static void what_else_answers_may_have_is_passed_over(void **state)
{
    static const struct
    {
        const char *header;
        const char *name;
        const char *head;
        const char *statistics;
    } cases[] = {
        /* a name with a scope, the root, a pointer, labels that end with a pointer */
        { HEADER, "01 41 07 4e455442494f53 03 434f4d 00", HEAD, STATISTICS },
        { HEADER, "00", HEAD, STATISTICS },
        { HEADER, "c00c", HEAD, STATISTICS },
        { HEADER, "01 41 c00c", HEAD, STATISTICS },
        /* a pointer beyond the end: nobody goes there. The others point to themselves. */
        { HEADER, "ffff", HEAD, STATISTICS },
        /* a time to live */
        { HEADER, OWN_NAME, "0021 0001 ffffffff", STATISTICS },
        /* statistics that end early, or go on */
        { HEADER, OWN_NAME, HEAD, MAC },
        { HEADER, OWN_NAME, HEAD, STATISTICS "01020304" },
        /* other flags: truncated, recursion, broadcast; more records */
        { "1234 8790 0000 0001 0000 0000", OWN_NAME, HEAD, STATISTICS },
        { "1234 8400 0000 0002 0003 0004", OWN_NAME, HEAD, STATISTICS },
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
    {
        struct answer answer = usual;

        answer.header = cases[i].header;
        answer.name = cases[i].name;
        answer.head = cases[i].head;
        answer.statistics = cases[i].statistics;
        if (!is_accepted(&answer))
        {
            fail_msg("case %zu", i);
        }
    }
}

static void bytes_behind_the_record_are_not_looked_at(void **state)
{
    struct answer answer = usual;

    (void)state;
    answer.size_too_much = -40; /* of the 46 of the statistics: the MAC address is in it */
    assert_true(is_accepted(&answer));
}

/* ---- Answers that are refused ---------------------------------------------------------------- */

static void answer_that_ends_early_is_refused(void **state)
{
    struct writer datagram = make(&usual);

    (void)state;
    assert_every_truncation_is_refused((struct bytes){ datagram.data, datagram.size }, decodes);
    writer_free(&datagram);
}

static void answer_to_something_else_is_refused(void **state)
{
    static const struct
    {
        const char *header;
        const char *head;
    } cases[] = {
        { "1235 8400 0000 0001 0000 0000", HEAD }, /* another request's */
        { "3412 8400 0000 0001 0000 0000", HEAD },
        { "1234 0400 0000 0001 0000 0000", HEAD }, /* a request */
        { "1234 ac00 0000 0001 0000 0000", HEAD }, /* to a registration */
        { "1234 8403 0000 0001 0000 0000", HEAD }, /* the name does not exist */
        { "1234 8400 0001 0001 0000 0000", HEAD }, /* with a question */
        { "1234 8400 0000 0000 0000 0000", HEAD }, /* without an answer */
        { HEADER, "0020 0001 00000000" },          /* NB */
        { HEADER, "0021 0002 00000000" },          /* another class */
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
    {
        struct answer answer = usual;

        answer.header = cases[i].header;
        answer.head = cases[i].head;
        if (is_accepted(&answer))
        {
            fail_msg("case %zu", i);
        }
    }
}

static void number_of_names_that_are_not_there_is_refused(void **state)
{
    /* Four or five would reach into the statistics, which nobody can see. */
    static const uint8_t counts[] = { 6, 7, 100, NETBIOS_NAMES_MAX };
    struct answer answer = usual;

    (void)state;
    for (size_t i = 0; i < sizeof(counts); i++)
    {
        answer.name_count = counts[i];
        assert_false(is_accepted(&answer));
    }
    answer.statistics = MAC;
    answer.name_count = 4;
    assert_false(is_accepted(&answer));
}

/* The names that a lie counts are not taken from behind the record. */
static void size_of_the_record_bounds_its_names(void **state)
{
    struct answer answer = usual;

    (void)state;
    answer.size_too_much = -41; /* one byte of the MAC address is outside */
    assert_false(is_accepted(&answer));
    answer.size_too_much = 1;
    assert_false(is_accepted(&answer));
    answer.size_too_much = 0x8000;
    assert_false(is_accepted(&answer));
}

static void statistics_without_a_whole_mac_address_are_refused(void **state)
{
    struct answer answer = usual;

    (void)state;
    answer.statistics = "";
    assert_false(is_accepted(&answer));
    answer.statistics = "020000abcd";
    assert_false(is_accepted(&answer));
}

static void label_of_a_reserved_kind_is_refused(void **state)
{
    /* As many bytes follow as its length would be, so that all else is right. */
    static const uint8_t labels[] = { 0x40, 0x41, 0x7f, 0x80, 0xbf };
    const struct hex header = hex(HEADER);

    (void)state;
    for (size_t i = 0; i < sizeof(labels); i++)
    {
        struct answer answer = usual;
        struct writer rest;
        struct writer datagram = { 0 };

        answer.header = "";
        answer.name = "00";
        rest = make(&answer);
        writer_bytes(&datagram, header.data, header.size);
        writer_u8(&datagram, labels[i]);
        writer_zeros(&datagram, labels[i]);
        writer_bytes(&datagram, rest.data, rest.size);
        assert_false(decodes((struct bytes){ datagram.data, datagram.size }));
        writer_free(&rest);
        writer_free(&datagram);
    }
}

static void nothing_is_left_of_an_answer_that_is_refused_at_its_head(void **state)
{
    struct netbios_node_status status;
    const struct netbios_node_status empty = { 0 };

    (void)state;
    memset(&status, 0xff, sizeof(status));
    assert_false(netbios_node_status_decode(&status, ID, (struct bytes){ NULL, 0 }));
    assert_memory_equal(&status, &empty, sizeof(status));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(request_asks_for_any_name),
        cmocka_unit_test(answer_gives_names_with_their_flags_and_the_mac_address),
        cmocka_unit_test(answer_may_have_no_names),
        cmocka_unit_test(answer_may_have_as_many_names_as_a_byte_counts),
        cmocka_unit_test(what_else_answers_may_have_is_passed_over),
        cmocka_unit_test(bytes_behind_the_record_are_not_looked_at),
        cmocka_unit_test(answer_that_ends_early_is_refused),
        cmocka_unit_test(answer_to_something_else_is_refused),
        cmocka_unit_test(number_of_names_that_are_not_there_is_refused),
        cmocka_unit_test(size_of_the_record_bounds_its_names),
        cmocka_unit_test(statistics_without_a_whole_mac_address_are_refused),
        cmocka_unit_test(label_of_a_reserved_kind_is_refused),
        cmocka_unit_test(nothing_is_left_of_an_answer_that_is_refused_at_its_head),
    };

    return cmocka_run_group_tests_name("netbios_node_status", tests, NULL, NULL);
}
