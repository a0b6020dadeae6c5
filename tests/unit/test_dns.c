/*
 * Names, questions and answers of the DNS: [RFC 1035] 3.1, 4.1, and the order of services: [RFC 2782].
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "dns/dns_services.h"
#include "support/exact_copy.h"
#include "support/hex.h"
#include "support/unit.h"
#include "support/utf16_literal.h"

#define ID 0x1234

/* _ldap._tcp.x.y, SRV, IN, which stands at 12; x.y at 23 */
#define QUESTION "05 5f6c646170 04 5f746370 01 78 01 79 00 0021 0001"
/* dc.x.y:389, of priority 1 and weight 2 */
#define SERVICE "c00c 0021 0001 0000012c 000b 0001 0002 0185 02 6463 c017"
/* its host, which stands at 50, is 192.0.2.1 */
#define ADDRESS "c032 0001 0001 0000012c 0004 c0000201"

static const char name[] = "_ldap._tcp.x.y";

static uint32_t decode(const char *text, struct arena *arena, struct dns_answer *answer)
{
    const struct hex message = hex(text);
    const struct bytes copy = exact_copy(bytes_of_hex(&message), message.size);
    const uint32_t status = dns_answer_decode(copy, arena, answer);

    free((void *)(uintptr_t)copy.data);
    return status;
}

static uint32_t decode_status(const char *text)
{
    struct arena arena = { 0 };
    struct dns_answer answer;
    const uint32_t status = decode(text, &arena, &answer);

    arena_free(&arena);
    return status;
}

static bool is_answer(const char *text)
{
    const struct hex message = hex(text);

    return dns_answers_question(bytes_of_hex(&message), ID, name, DNS_SRV);
}

/* ---- Names ----------------------------------------------------------------------------------- */

static bool reads_as(const char *text, size_t offset, const char *expected)
{
    const struct hex message = hex(text);
    struct reader reader = reader_over(message.data, message.size);
    char read[DNS_NAME_SIZE] = "?";

    reader_seek(&reader, offset);
    return dns_name_read(&reader, read) ? expected && !strcmp(read, expected)
                                        : !expected && !*read && reader.failed;
}

static void names_are_read_with_their_pointers(void **state)
{
    (void)state;
    assert_true(reads_as("00", 0, ""));
    assert_true(reads_as("01 61 02 6263 00", 0, "a.bc"));
    assert_true(reads_as("01 61 00 02 6263 c000", 3, "bc.a"));
    assert_true(reads_as("01 61 00 02 6263 c000 c003", 8, "bc.a"));
    assert_true(reads_as("00 c000", 1, ""));
}

static void reader_stands_behind_the_name(void **state)
{
    const struct hex message = hex("01 61 00 02 6263 c000 07");
    struct reader reader = reader_over(message.data, message.size);
    char read[DNS_NAME_SIZE];

    (void)state;
    reader_seek(&reader, 3);
    assert_true(dns_name_read(&reader, read));
    assert_int_equal(reader_u8(&reader), 7);
}

static void names_that_break_the_rules_are_refused(void **state)
{
    static const struct
    {
        const char *text;
        size_t offset;
    } cases[] = {
        { "", 0 },           { "01 61", 0 },    /* no end */
        { "02 61", 0 },                         /* half a label */
        { "c000", 0 },                          /* a pointer to itself */
        { "c001 c000", 0 },                     /* forwards */
        { "01 61 c000", 0 },                    /* back into the name */
        { "c0", 0 },                            /* half a pointer */
        { "c002 c000", 2 },                     /* to one that leads on */
        { "41 61 00", 0 },                      /* labels of kinds that are no more */
        { "80 00", 0 },      { "01 2e 00", 0 }, /* a dot, */
        { "01 00 00", 0 },                      /* a zero in a label */
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
    {
        if (!reads_as(cases[i].text, cases[i].offset, NULL))
        {
            fail_msg("case %zu", i);
        }
    }
}

static void long_names_are_read_up_to_the_limit(void **state)
{
    struct writer writer = { 0 };
    struct reader reader;
    char read[DNS_NAME_SIZE];

    (void)state;
    /* 127 labels of one letter are 255 bytes with the root; one more is too many. */
    for (int i = 0; i < 127; i++)
    {
        writer_bytes(&writer, "\1a", 2);
    }
    writer_u8(&writer, 0);
    reader = reader_over(writer.data, writer.size);
    assert_true(dns_name_read(&reader, read));
    assert_int_equal(strlen(read), 253);
    writer.size--;
    writer_bytes(&writer, "\1a", 3);
    reader = reader_over(writer.data, writer.size);
    assert_false(dns_name_read(&reader, read));
    writer_free(&writer);
}

static bool can_be_written(const char *text)
{
    struct writer writer = { 0 };
    const bool is_written = dns_name_write(&writer, text);

    writer_free(&writer);
    return is_written;
}

static void names_are_written_if_they_can_be_any(void **state)
{
    char longest[DNS_NAME_SIZE + 1];

    (void)state;
    memset(longest, 'a', sizeof(longest));
    longest[63] = longest[127] = longest[191] = '.';
    longest[253] = 0;
    assert_true(can_be_written(longest));
    longest[253] = 'a';
    longest[254] = 0;
    assert_false(can_be_written(longest));
    longest[63] = 0;
    assert_true(can_be_written(longest));
    longest[63] = 'a';
    longest[64] = 0;
    assert_false(can_be_written(longest));
    assert_true(can_be_written(""));
    assert_false(can_be_written("a..b"));
    assert_false(can_be_written(".a"));
    assert_false(can_be_written("a."));
}

static void names_are_compared_without_case(void **state)
{
    (void)state;
    assert_true(dns_name_equal("A.b", "a.B"));
    assert_false(dns_name_equal("a.b", "a.bc"));
    assert_false(dns_name_equal("a.b", "a"));
    assert_false(dns_name_equal("[", "{"));
}

/* ---- Messages -------------------------------------------------------------------------------- */

static void question_is_as_specified(void **state)
{
    struct writer writer = { 0 };

    (void)state;
    assert_true(dns_question_encode(ID, name, DNS_SRV, &writer));
    assert_hex_equal(writer.data, writer.size, "1234 0100 0001 0000 0000 0000" QUESTION);
    writer_free(&writer);
}

static void answer_has_services_and_their_addresses(void **state)
{
    struct arena arena = { 0 };
    struct dns_answer answer;

    (void)state;
    assert_true(is_answer("1234 8180 0001 0001 0000 0001" QUESTION SERVICE ADDRESS));
    assert_int_equal(
        decode("1234 8180 0001 0001 0000 0001" QUESTION SERVICE ADDRESS, &arena, &answer),
        ERROR_SUCCESS);
    assert_int_equal(answer.result, DNS_RESULT_SUCCESS);
    assert_int_equal(answer.count, 2);
    assert_string_equal(answer.records[0].name, name);
    assert_int_equal(answer.records[0].type, DNS_SRV);
    assert_int_equal(answer.records[0].priority, 1);
    assert_int_equal(answer.records[0].weight, 2);
    assert_int_equal(answer.records[0].port, 389);
    assert_string_equal(answer.records[0].target, "dc.x.y");
    assert_string_equal(answer.records[1].name, "dc.x.y");
    assert_int_equal(answer.records[1].type, DNS_A);
    assert_true(ip_address_is_ipv4(&answer.records[1].address));
    assert_hex_equal(answer.records[1].address.bytes + 12, 4, "c0000201");
    arena_free(&arena);
}

static void records_that_are_not_known_are_passed_over(void **state)
{
    static const char message[] =
        "1234 8180 0001 0003 0001 0000" QUESTION "c00c 0010 0001 0000012c 0003 02 6869" /* TXT */
        "c00c 0021 0003 0000012c 0000" /* another class */
        SERVICE "00 0006 0001 0000012c 0001 00";
    struct arena arena = { 0 };
    struct dns_answer answer;

    (void)state;
    assert_int_equal(decode(message, &arena, &answer), ERROR_SUCCESS);
    assert_int_equal(answer.count, 1);
    assert_int_equal(answer.records[0].type, DNS_SRV);
    arena_free(&arena);
}

static void what_is_truncated_or_refused_is_not_read_further(void **state)
{
    struct arena arena = { 0 };
    struct dns_answer answer;

    (void)state;
    assert_int_equal(decode("1234 8380 0001 0007 0000 0000" QUESTION "c0", &arena, &answer),
                     ERROR_SUCCESS);
    assert_true(answer.is_truncated);
    assert_int_equal(decode("1234 8183 0001 0000 0000 0000" QUESTION, &arena, &answer),
                     ERROR_SUCCESS);
    assert_int_equal(answer.result, DNS_RESULT_NAME_ERROR);
    arena_free(&arena);
}

static void answer_to_something_else_is_none(void **state)
{
    (void)state;
    assert_true(is_answer("1234 8180 0001 0000 0000 0000" QUESTION));
    assert_true(is_answer("1234 8180 0001 0000 0000 0000"
                          "05 5f4c444150 04 5f746370 01 58 01 79 00 0021 0001"));
    assert_false(is_answer("1235 8180 0001 0000 0000 0000" QUESTION));
    assert_false(is_answer("1234 0180 0001 0000 0000 0000" QUESTION)); /* a question */
    assert_false(is_answer("1234 a980 0001 0000 0000 0000" QUESTION)); /* a notification */
    assert_false(is_answer("1234 8180 0000 0000 0000 0000"));
    assert_false(is_answer("1234 8180 0002 0000 0000 0000" QUESTION QUESTION));
    assert_false(is_answer("1234 8180 0001 0000 0000 0000"
                           "05 5f6c646170 04 5f746370 01 78 01 7a 00 0021 0001"));
    assert_false(is_answer("1234 8180 0001 0000 0000 0000"
                           "05 5f6c646170 04 5f746370 01 78 01 79 00 0001 0001"));
    assert_false(is_answer("1234 8180 0001 0000 0000 0000"
                           "05 5f6c646170 04 5f746370 01 78 01 79 00 0021 0003"));
    assert_false(is_answer("1234 8180 0001"));
}

static bool decodes(struct bytes message)
{
    struct arena arena = { 0 };
    struct dns_answer answer;
    const uint32_t status = dns_answer_decode(message, &arena, &answer);

    arena_free(&arena);
    return !status;
}

static void answer_that_ends_early_is_refused(void **state)
{
    const struct hex message = hex("1234 8180 0001 0001 0000 0001" QUESTION SERVICE ADDRESS);

    (void)state;
    assert_every_truncation_is_refused(bytes_of_hex(&message), decodes);
}

static void record_that_is_not_as_long_as_it_says_is_refused(void **state)
{
    (void)state;
    assert_int_equal(decode_status("1234 8180 0001 0001 0000 0000" QUESTION
                                   "c00c 0021 0001 0000012c 000c 0001 0002 0185 02 6463 c017 00"),
                     ERROR_BAD_NET_RESP);
    assert_int_equal(decode_status("1234 8180 0001 0001 0000 0000" QUESTION
                                   "c00c 0021 0001 0000012c 000a 0001 0002 0185 02 6463 c017"),
                     ERROR_BAD_NET_RESP);
}

/* Records that are announced, and did not come, are not allocated for. */
static void announced_records_cost_nothing(void **state)
{
    struct arena arena = { .limit = 4096 };
    struct dns_answer answer;

    (void)state;
    assert_int_equal(decode("1234 8180 0001 ffff 0000 ffff" QUESTION, &arena, &answer),
                     ERROR_BAD_NET_RESP);
    arena_free(&arena);
}

/* ---- Services -------------------------------------------------------------------------------- */

static uint32_t highest(uint32_t limit, void *context)
{
    (void)context;
    return limit;
}

static uint32_t lowest(uint32_t limit, void *context)
{
    (void)limit;
    (void)context;
    return 0;
}

static void services_come_by_priority_and_by_lot(void **state)
{
    struct dns_service items[] = {
        { .host = "backup", .priority = 5, .weight = 100 },
        { .host = "heavy", .weight = 90 },
        { .host = "none" },
        { .host = "light", .weight = 10 },
    };

    (void)state;
    /* The weights sum up to 100: none (0), heavy (90), light (100). */
    assert_int_equal(dns_services_order(items, 4, highest, NULL), ERROR_SUCCESS);
    assert_string_equal(items[0].host, "light");
    assert_string_equal(items[1].host, "heavy");
    assert_string_equal(items[2].host, "none");
    assert_string_equal(items[3].host, "backup");
    assert_int_equal(dns_services_order(items, 4, lowest, NULL), ERROR_SUCCESS);
    assert_string_equal(items[0].host, "none");
    assert_string_equal(items[3].host, "backup");
}

struct sequence
{
    uint32_t next;
};

static uint32_t in_turn(uint32_t limit, void *context)
{
    struct sequence *sequence = context;

    return sequence->next++ % (limit + 1);
}

static void services_are_first_as_often_as_they_are_heavy(void **state)
{
    struct sequence sequence = { 0 };
    unsigned int heavy_first = 0;

    (void)state;
    for (int i = 0; i < 101; i++)
    {
        struct dns_service items[] = {
            { .host = "light", .weight = 25 },
            { .host = "heavy", .weight = 75 },
        };

        sequence.next = (uint32_t)i;
        assert_int_equal(dns_services_order(items, 2, in_turn, &sequence), ERROR_SUCCESS);
        heavy_first += items[0].host[0] == 'h';
    }
    assert_int_equal(heavy_first, 75);
}

static void no_services_are_in_order(void **state)
{
    (void)state;
    assert_int_equal(dns_services_order(NULL, 0, lowest, NULL), ERROR_SUCCESS);
}

/* ---- Servers --------------------------------------------------------------------------------- */

static void assert_server(const struct ip_endpoint *endpoint, const char *address, uint16_t port)
{
    char text[IP_ADDRESS_TEXT_SIZE];

    ip_address_format(&endpoint->address, text);
    assert_string_equal(text, address);
    assert_int_equal(endpoint->port, port);
}

static void list_of_name_servers_is_read(void **state)
{
    static const struct utf16_slice list =
        U("192.0.2.1, nonsense 192.0.2.2:5353;2001:db8::1 [2001:db8::2] [2001:db8::3]:54 "
          "192.0.2.3:0 192.0.2.3:65536 [::1]53");
    struct dns_servers servers;

    (void)state;
    assert_int_equal(dns_servers_find(list, &servers), ERROR_SUCCESS);
    assert_int_equal(servers.count, 5);
    assert_server(&servers.endpoints[0], "192.0.2.1", 53);
    assert_server(&servers.endpoints[1], "192.0.2.2", 5353);
    assert_server(&servers.endpoints[2], "2001:db8::1", 53);
    assert_server(&servers.endpoints[3], "2001:db8::2", 53);
    assert_server(&servers.endpoints[4], "2001:db8::3", 54);
}

static void nobody_is_asked_of_names_that_nobody_has(void **state)
{
    static const char *const names[] = { "invalid", "_ldap._tcp.domain.INVALID", "", "a..b" };
    const struct dns_servers nobody = { .count = 0 };
    struct arena arena = { 0 };
    struct dns_answer answer;

    (void)state;
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
    {
        assert_int_equal(dns_ask(&nobody, names[i], DNS_SRV, UINT64_MAX, &arena, &answer),
                         DNS_ERROR_RCODE_NAME_ERROR);
    }
    assert_int_equal(dns_ask(&nobody, "notinvalid", DNS_SRV, UINT64_MAX, &arena, &answer),
                     DNS_ERROR_NO_DNS_SERVERS);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_read_with_their_pointers),
        cmocka_unit_test(reader_stands_behind_the_name),
        cmocka_unit_test(names_that_break_the_rules_are_refused),
        cmocka_unit_test(long_names_are_read_up_to_the_limit),
        cmocka_unit_test(names_are_written_if_they_can_be_any),
        cmocka_unit_test(names_are_compared_without_case),
        cmocka_unit_test(question_is_as_specified),
        cmocka_unit_test(answer_has_services_and_their_addresses),
        cmocka_unit_test(records_that_are_not_known_are_passed_over),
        cmocka_unit_test(what_is_truncated_or_refused_is_not_read_further),
        cmocka_unit_test(answer_to_something_else_is_none),
        cmocka_unit_test(answer_that_ends_early_is_refused),
        cmocka_unit_test(record_that_is_not_as_long_as_it_says_is_refused),
        cmocka_unit_test(announced_records_cost_nothing),
        cmocka_unit_test(services_come_by_priority_and_by_lot),
        cmocka_unit_test(services_are_first_as_often_as_they_are_heavy),
        cmocka_unit_test(no_services_are_in_order),
        cmocka_unit_test(list_of_name_servers_is_read),
        cmocka_unit_test(nobody_is_asked_of_names_that_nobody_has),
    };

    return cmocka_run_group_tests_name("dns", tests, NULL, NULL);
}
