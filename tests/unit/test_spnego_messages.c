/*
 * SPNEGO's messages and their DER, against a recorded conversation of Windows.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdlib.h>

#include "auth/der.h"
#include "auth/spnego_messages.h"
#include "support/hex.h"
#include "support/unit.h"

/* The last token of a Windows client: the SMB 3.1.1 example in "SMB 2 and SMB 3 security in Windows
 * 10: the anatomy of signing and cryptographic keys", with a shorter responseToken. */
static void response_is_that_of_windows(void **state)
{
    static const uint8_t token[300] = { 0x4e };
    const struct hex mic = hex("0100000063775a9a5fd97f0600000000");
    const struct spnego_response response = {
        .state = SPNEGO_ACCEPT_INCOMPLETE,
        .token = { token, sizeof(token) },
        .mic = bytes_of_hex(&mic),
    };
    struct spnego_response read;
    struct writer message = { 0 };

    (void)state;
    spnego_write_response(&message, &response);
    assert_false(message.failed);
    assert_hex_equal(message.data, 21,
                     "a18201513082014da0030a0101a2820130"
                     "0482012c");
    assert_hex_equal(message.data + 321, 20,
                     "a3120410"
                     "0100000063775a9a5fd97f0600000000");
    assert_int_equal(spnego_read_response((struct bytes){ message.data, message.size }, &read),
                     ERROR_SUCCESS);
    assert_int_equal(read.state, SPNEGO_ACCEPT_INCOMPLETE);
    assert_int_equal(read.token.size, sizeof(token));
    assert_memory_equal(read.token.data, token, sizeof(token));
    assert_hex_equal(read.mic.data, read.mic.size, "0100000063775a9a5fd97f0600000000");
    writer_free(&message);
}

static void response_of_a_windows_server_is_read(void **state)
{
    const struct hex message = hex("a11b3019a0030a0100a3120410010000003b453cdc3524164200000000");
    struct spnego_response response;

    (void)state;
    assert_int_equal(spnego_read_response(bytes_of_hex(&message), &response), ERROR_SUCCESS);
    assert_int_equal(response.state, SPNEGO_ACCEPT_COMPLETED);
    assert_int_equal(response.mechanism.size, 0);
    assert_int_equal(response.token.size, 0);
    assert_hex_equal(response.mic.data, response.mic.size, "010000003b453cdc3524164200000000");
}

static void response_cut_at_any_place_is_refused(void **state)
{
    const struct hex whole = hex("a1173015a0030a0101a10406022a01a203040178a303040179");
    struct spnego_response response;

    (void)state;
    for (size_t size = 0; size < whole.size; size++)
    {
        uint8_t *cut = malloc(size ? size : 1);

        assert_non_null(cut);
        memcpy(cut, whole.data, size);
        assert_int_equal(spnego_read_response((struct bytes){ cut, size }, &response),
                         ERROR_BAD_NET_RESP);
        free(cut);
    }
}

static void lengths_of_elements_are_as_short_as_they_can_be(void **state)
{
    static const struct
    {
        size_t size;
        const char *header;
    } vectors[] = {
        { 0, "0400" },       { 127, "047f" },       { 128, "048180" },       { 255, "0481ff" },
        { 256, "04820100" }, { 65535, "0482ffff" }, { 65536, "0483010000" },
    };
    static uint8_t contents[65536];

    (void)state;
    for (size_t i = 0; i < COUNT(vectors); i++)
    {
        const size_t header_size = strlen(vectors[i].header) / 2;
        struct writer message = { 0 };
        struct reader reader;
        struct bytes read;

        der_write(&message, DER_OCTET_STRING, (struct bytes){ contents, vectors[i].size });
        assert_int_equal(message.size, header_size + vectors[i].size);
        assert_hex_equal(message.data, header_size, vectors[i].header);
        reader = reader_over(message.data, message.size);
        read = der_expect(&reader, DER_OCTET_STRING);
        assert_false(reader.failed);
        assert_int_equal(read.size, vectors[i].size);
        assert_int_equal(reader_left(&reader), 0);
        writer_free(&message);
    }
}

static void elements_of_unknown_length_are_refused(void **state)
{
    static const char *const malformed[] = {
        "04",             /* no length */
        "0480",           /* indefinite */
        "048200",         /* half a length */
        "04850000000000", /* a length of five bytes */
        "0484ffffffff",   /* more than there is */
        "0402aa",
    };

    (void)state;
    for (size_t i = 0; i < COUNT(malformed); i++)
    {
        const struct hex bytes = hex(malformed[i]);
        struct reader reader = reader_over(bytes.data, bytes.size);

        assert_int_equal(der_expect(&reader, DER_OCTET_STRING).size, 0);
        assert_true(reader.failed);
    }
}

/* [RFC 4178] 4.2.2: an ENUMERATED of one byte, from accept-completed to request-mic. */
static void states_that_there_are_not_are_refused(void **state)
{
    static const struct
    {
        const char *message;
        bool is_one;
    } cases[] = {
        { "a1073005a0030a0103", true },    { "a1073005a0030a0104", false },
        { "a1073005a0030a01ff", false },   { "a1063004a0020a00", false },
        { "a1083006a0040a020001", false }, { "a1083006a0040a020100", false },
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
    {
        const struct hex message = hex(cases[i].message);
        struct spnego_response response;

        if ((spnego_read_response(bytes_of_hex(&message), &response) == 0) != cases[i].is_one)
        {
            fail_msg("%s", cases[i].message);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(response_is_that_of_windows),
        cmocka_unit_test(response_of_a_windows_server_is_read),
        cmocka_unit_test(response_cut_at_any_place_is_refused),
        cmocka_unit_test(lengths_of_elements_are_as_short_as_they_can_be),
        cmocka_unit_test(elements_of_unknown_length_are_refused),
        cmocka_unit_test(states_that_there_are_not_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
