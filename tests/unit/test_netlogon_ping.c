/*
 * Pings of domain controllers: the request against [RFC 4511], and each form of the answer against
 * [MS-ADTS] 6.3.1.7 to 6.3.1.9.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/directory/dc_requirements.h"
#include "families/directory/dc_flags.h"
#include "families/directory/netlogon_ping.h"
#include "support/exact_copy.h"
#include "support/hex.h"
#include "support/unit.h"

#define GUID   "00010203 04050607 08090a0b 0c0d0e0f"
#define TOKENS "ffff ffff"

/* example.test, dc.example.test, EX, DC, no user, Here, There. The names stand from 24 on: example.test
 * there, which the forest is too. */
#define NAMES                                                                                      \
    "07 6578616d706c65 04 74657374 00 c018 02 6463 c018 02 4558 00 02 4443 00 00 04 48657265 00 "  \
    "05 "                                                                                          \
    "5468657265 00"
#define EXTENDED "1700 0000 fd330000" GUID NAMES "05000000" TOKENS

/* \\DC, no user, EX */
#define OLD_NAMES "5c00 5c00 4400 4300 0000 0000 4500 5800 0000"
#define NT40      "1300" OLD_NAMES "01000000" TOKENS
/* The names of the DNS stand from 52 on. */
#define VERSION_5                                                                                  \
    "1300" OLD_NAMES GUID "00000000 00000000 00000000 00000000"                                    \
    "07 6578616d706c65 04 74657374 00 c034 02 6463 c034 c0000201 fd330000 03000000" TOKENS

/* The entry of message 7, with an empty name and one attribute, and the end of the search. */
static struct writer make_reply(const char *attribute, const char *value_text)
{
    const struct hex value = hex(value_text);
    const size_t size = value.size + strlen(attribute);
    const uint8_t heads[] = { 0x30,
                              (uint8_t)(size + 17),
                              0x02,
                              0x01,
                              0x07,
                              0x64,
                              (uint8_t)(size + 12),
                              0x04,
                              0x00,
                              0x30,
                              (uint8_t)(size + 8),
                              0x30,
                              (uint8_t)(size + 6),
                              0x04,
                              (uint8_t)strlen(attribute) };
    const uint8_t inner[] = { 0x31, (uint8_t)(value.size + 2), 0x04, (uint8_t)value.size };
    const struct hex done = hex("30 0c 02 01 07 65 07 0a 01 00 04 00 04 00");
    struct writer writer = { 0 };

    assert_true(size + 17 < 0x80);
    writer_bytes(&writer, heads, sizeof(heads));
    writer_bytes(&writer, attribute, strlen(attribute));
    writer_bytes(&writer, inner, sizeof(inner));
    writer_bytes(&writer, value.data, value.size);
    writer_bytes(&writer, done.data, done.size);
    return writer;
}

static void assert_name(const struct utf16_name *name, const char *expected)
{
    char text[256];

    assert_true(utf16_to_utf8(utf16_from_name(name), text, sizeof(text)));
    assert_string_equal(text, expected);
}

static bool answer_decodes(struct bytes value)
{
    struct netlogon_answer answer;

    return netlogon_answer_decode(value, &answer);
}

static bool decode(const char *text, struct netlogon_answer *answer)
{
    const struct hex value = hex(text);
    const struct bytes copy = exact_copy(bytes_of_hex(&value), value.size);
    const bool decoded = netlogon_answer_decode(copy, answer);

    free((void *)(uintptr_t)copy.data);
    return decoded;
}

/* ---- The request ----------------------------------------------------------------------------- */

static void request_has_what_is_asked_for(void **state)
{
    static const uint8_t guid[NETLOGON_GUID_SIZE] = { 0xAB };
    struct netlogon_ping ping = { .message_id = 0x80, .dns_domain = "d", .nt_version = 6 };
    struct writer writer = { 0 };

    (void)state;
    assert_true(netlogon_ping_encode(&ping, &writer));
    assert_hex_equal(writer.data, writer.size,
                     "30 44 02 02 0080 63 3e 04 00 0a 01 00 0a 01 00 02 01 00 02 01 00 01 01 00"
                     "a0 1f a3 0e 04 09 446e73446f6d61696e 04 01 64"
                     "a3 0d 04 05 4e74566572 04 04 06000000 30 0a 04 08 4e65746c6f676f6e");
    writer_clear(&writer);

    ping = (struct netlogon_ping){ .message_id = 1,
                                   .host = "h",
                                   .account = "u",
                                   .account_control = 0x280,
                                   .domain_guid = guid,
                                   .nt_version = 0x01000016 };
    assert_true(netlogon_ping_encode(&ping, &writer));
    assert_hex_equal(writer.data, writer.size,
                     "30 76 02 01 01 63 71 04 00 0a 01 00 0a 01 00 02 01 00 02 01 00 01 01 00"
                     "a0 52 a3 09 04 04 486f7374 04 01 68 a3 09 04 04 55736572 04 01 75"
                     "a3 0b 04 03 414143 04 04 80020000"
                     "a3 1e 04 0a 446f6d61696e47756964"
                     "04 10 ab000000 00000000 00000000 00000000"
                     "a3 0d 04 05 4e74566572 04 04 16000001 30 0a 04 08 4e65746c6f676f6e");
    writer_free(&writer);
}

/* ---- The forms of the answer ----------------------------------------------------------------- */

static void extended_form_tells_everything(void **state)
{
    struct netlogon_answer answer;

    (void)state;
    assert_true(decode(EXTENDED, &answer));
    assert_int_equal(answer.form, NETLOGON_FORM_EX);
    assert_int_equal(answer.flags, 0x33fd);
    assert_hex_equal(answer.domain_guid, sizeof(answer.domain_guid), GUID);
    assert_name(&answer.forest, "example.test");
    assert_name(&answer.dns_domain, "example.test");
    assert_name(&answer.dns_host, "dc.example.test");
    assert_name(&answer.flat_domain, "EX");
    assert_name(&answer.flat_host, "DC");
    assert_name(&answer.site, "Here");
    assert_name(&answer.client_site, "There");
    assert_name(&answer.next_closest_site, "");
    assert_false(answer.is_paused || answer.is_user_unknown);
}

static void what_was_asked_for_stands_behind_the_names(void **state)
{
    struct netlogon_answer answer;

    (void)state;
    assert_true(decode("1700 0000 fd330000" GUID NAMES "10 0200 0000 c0000201 0000000000000000"
                       "04 4e657874 00 1d000000" TOKENS,
                       &answer));
    assert_name(&answer.next_closest_site, "Next");
    assert_true(decode("1700 0000 fd330000" GUID NAMES "c03c 15000000" TOKENS, &answer));
    assert_name(&answer.next_closest_site, "There");
    /* The version says that there is more, and there is not. */
    assert_false(decode("1700 0000 fd330000" GUID NAMES "15000000" TOKENS, &answer));
}

static void older_forms_tell_less(void **state)
{
    struct netlogon_answer answer;

    (void)state;
    assert_true(decode(VERSION_5, &answer));
    assert_int_equal(answer.form, NETLOGON_FORM_5);
    assert_int_equal(answer.flags, 0x33fd);
    assert_hex_equal(answer.domain_guid, sizeof(answer.domain_guid), GUID);
    assert_name(&answer.forest, "example.test");
    assert_name(&answer.dns_domain, "example.test");
    assert_name(&answer.dns_host, "dc.example.test");
    assert_name(&answer.flat_domain, "EX");
    assert_name(&answer.flat_host, "DC");

    assert_true(decode(NT40, &answer));
    assert_int_equal(answer.form, NETLOGON_FORM_NT40);
    assert_name(&answer.flat_domain, "EX");
    assert_name(&answer.flat_host, "DC");
    assert_int_equal(answer.flags, 0);
}

static void code_of_the_operation_says_what_is_wrong(void **state)
{
    struct netlogon_answer answer;

    (void)state;
    assert_true(decode("1800 0000 fd330000" GUID NAMES "05000000" TOKENS, &answer));
    assert_true(answer.is_paused && !answer.is_user_unknown);
    assert_true(decode("1900 0000 fd330000" GUID NAMES "05000000" TOKENS, &answer));
    assert_true(answer.is_user_unknown && !answer.is_paused);
    assert_true(decode("1400" OLD_NAMES "01000000" TOKENS, &answer));
    assert_true(answer.is_paused);
    assert_true(decode("1500" OLD_NAMES "01000000" TOKENS, &answer));
    assert_true(answer.is_user_unknown);
    assert_false(decode("1600" OLD_NAMES "01000000" TOKENS, &answer));
}

/* Any other end than the whole has other bytes where the version should be. */
static void answers_that_end_early_are_refused(void **state)
{
    static const char *const answers[] = { EXTENDED, VERSION_5, NT40 };

    (void)state;
    for (size_t i = 0; i < sizeof(answers) / sizeof(answers[0]); i++)
    {
        const struct hex value = hex(answers[i]);

        for (size_t size = 0; size < 24 && size < value.size; size++)
        {
            const struct bytes part = exact_copy(bytes_of_hex(&value), size);

            assert_false(answer_decodes(part));
            free((void *)(uintptr_t)part.data);
        }
    }
}

static void nothing_is_left_of_an_answer_that_is_refused(void **state)
{
    const struct netlogon_answer nothing = { .flags = 0 };
    struct netlogon_answer answer;

    (void)state;
    memset(&answer, 0xff, sizeof(answer));
    assert_false(decode("1700 0000 fd330000" GUID "c018 05000000" TOKENS, &answer));
    assert_memory_equal(&answer, &nothing, sizeof(answer));
}

/* ---- The reply ------------------------------------------------------------------------------- */

static enum netlogon_reply decode_reply(const struct writer *reply, uint32_t id)
{
    struct netlogon_answer answer;

    return netlogon_reply_decode((struct bytes){ reply->data, reply->size }, id, &answer);
}

static void reply_has_the_answer_in_it(void **state)
{
    struct writer reply = make_reply("netlogon", NT40);

    (void)state;
    assert_int_equal(decode_reply(&reply, 7), NETLOGON_REPLY_ANSWER);
    assert_int_equal(decode_reply(&reply, 8), NETLOGON_REPLY_OTHER);
    writer_free(&reply);
}

static void reply_without_the_attribute_says_nothing(void **state)
{
    struct writer reply = make_reply("other", NT40);
    const struct hex done = hex("30 0c 02 01 07 65 07 0a 01 00 04 00 04 00");
    struct netlogon_answer answer;

    (void)state;
    assert_int_equal(decode_reply(&reply, 7), NETLOGON_REPLY_NONE);
    writer_free(&reply);
    assert_int_equal(netlogon_reply_decode(bytes_of_hex(&done), 7, &answer), NETLOGON_REPLY_NONE);
    assert_int_equal(netlogon_reply_decode((struct bytes){ NULL, 0 }, 7, &answer),
                     NETLOGON_REPLY_OTHER);
}

static void reply_that_ends_early_is_not_taken(void **state)
{
    struct writer reply = make_reply("Netlogon", NT40);
    const size_t size_of_entry = reply.size - 14;

    (void)state;
    for (size_t size = 0; size < size_of_entry; size++)
    {
        const struct bytes part = exact_copy((struct bytes){ reply.data, reply.size }, size);
        struct netlogon_answer answer;

        assert_int_equal(netlogon_reply_decode(part, 7, &answer), NETLOGON_REPLY_OTHER);
        free((void *)(uintptr_t)part.data);
    }
    writer_free(&reply);
}

/* ---- Flags ----------------------------------------------------------------------------------- */

static const struct utf16_slice no_site = { NULL, 0 };
static const struct utf16_slice site = { u"Site", 4 };

static void flags_that_exclude_each_other_are_invalid(void **state)
{
    static const uint32_t invalid[] = {
        DS_GC_SERVER_REQUIRED | DS_PDC_REQUIRED,
        DS_GC_SERVER_REQUIRED | DS_KDC_REQUIRED,
        DS_PDC_REQUIRED | DS_KDC_REQUIRED,
        DS_IS_FLAT_NAME | DS_IS_DNS_NAME,
        DS_RETURN_FLAT_NAME | DS_RETURN_DNS_NAME,
        0x2,
        0x04000000,
        0x20000000,
    };

    (void)state;
    for (size_t i = 0; i < sizeof(invalid) / sizeof(invalid[0]); i++)
    {
        assert_false(dc_flags_are_valid(invalid[i], no_site));
    }
    for (uint32_t bit = 1; bit; bit <<= 1)
    {
        assert_int_equal(dc_flags_are_valid(bit, no_site), (bit & 0xC3FFFFF1) != 0);
    }
    assert_false(dc_flags_are_valid(DS_TRY_NEXTCLOSEST_SITE, site));
    assert_true(dc_flags_are_valid(DS_PDC_REQUIRED, site));
}

static void some_flags_make_others_not_count(void **state)
{
    (void)state;
    assert_int_equal(dc_flags_effective(DS_ONLY_LDAP_NEEDED | DS_PDC_REQUIRED | DS_KDC_REQUIRED |
                                        DS_TIMESERV_REQUIRED | DS_GC_SERVER_REQUIRED),
                     DS_ONLY_LDAP_NEEDED | DS_GC_SERVER_REQUIRED);
    assert_int_equal(dc_flags_effective(DS_PDC_REQUIRED | DS_TRY_NEXTCLOSEST_SITE),
                     DS_PDC_REQUIRED);
    assert_int_equal(dc_flags_effective(DS_KDC_REQUIRED | DS_TRY_NEXTCLOSEST_SITE),
                     DS_KDC_REQUIRED | DS_TRY_NEXTCLOSEST_SITE);
}

static void controller_fits_by_what_it_says_of_itself(void **state)
{
    static const struct
    {
        uint32_t wanted;
        uint32_t controller;
    } cases[] = {
        { DS_DIRECTORY_SERVICE_REQUIRED, DS_DS_FLAG },
        { DS_GC_SERVER_REQUIRED, DS_GC_FLAG },
        { DS_PDC_REQUIRED, DS_PDC_FLAG },
        { DS_KDC_REQUIRED, DS_KDC_FLAG },
        { DS_TIMESERV_REQUIRED, DS_TIMESERV_FLAG },
        { DS_WRITABLE_REQUIRED, DS_WRITABLE_FLAG },
        { DS_ONLY_LDAP_NEEDED, DS_LDAP_FLAG },
        { DS_DIRECTORY_SERVICE_6_REQUIRED, DS_FULL_SECRET_DOMAIN_6_FLAG },
        { DS_DIRECTORY_SERVICE_6_REQUIRED, DS_SELECT_SECRET_DOMAIN_6_FLAG },
        { DS_WEB_SERVICE_REQUIRED, DS_WS_FLAG },
        { DS_DIRECTORY_SERVICE_8_REQUIRED, DS_DS_8_FLAG },
        { DS_DIRECTORY_SERVICE_8_REQUIRED, DS_DS_10_FLAG },
        { DS_DIRECTORY_SERVICE_9_REQUIRED, DS_DS_9_FLAG },
        { DS_DIRECTORY_SERVICE_10_REQUIRED, DS_DS_10_FLAG },
        { DS_KEY_LIST_SUPPORT_REQUIRED, DS_KEY_LIST_FLAG },
        { DS_DIRECTORY_SERVICE_13_REQUIRED, DS_DS_13_FLAG },
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
    {
        assert_int_equal(dc_flags_fit(cases[i].controller, cases[i].wanted), DC_PREFERRED);
        assert_int_equal(dc_flags_fit(0, cases[i].wanted), DC_UNFIT);
    }
    assert_int_equal(dc_flags_fit(DS_DS_8_FLAG, DS_DIRECTORY_SERVICE_9_REQUIRED), DC_UNFIT);
    assert_int_equal(dc_flags_fit(0, DS_GOOD_TIMESERV_PREFERRED), DC_FIT);
    assert_int_equal(dc_flags_fit(DS_GOOD_TIMESERV_FLAG, DS_GOOD_TIMESERV_PREFERRED), DC_PREFERRED);
    assert_int_equal(dc_flags_fit(0, DS_DIRECTORY_SERVICE_PREFERRED), DC_FIT);
    assert_int_equal(dc_flags_fit(0, 0), DC_PREFERRED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(request_has_what_is_asked_for),
        cmocka_unit_test(extended_form_tells_everything),
        cmocka_unit_test(what_was_asked_for_stands_behind_the_names),
        cmocka_unit_test(older_forms_tell_less),
        cmocka_unit_test(code_of_the_operation_says_what_is_wrong),
        cmocka_unit_test(answers_that_end_early_are_refused),
        cmocka_unit_test(nothing_is_left_of_an_answer_that_is_refused),
        cmocka_unit_test(reply_has_the_answer_in_it),
        cmocka_unit_test(reply_without_the_attribute_says_nothing),
        cmocka_unit_test(reply_that_ends_early_is_not_taken),
        cmocka_unit_test(flags_that_exclude_each_other_are_invalid),
        cmocka_unit_test(some_flags_make_others_not_count),
        cmocka_unit_test(controller_fits_by_what_it_says_of_itself),
    };

    return cmocka_run_group_tests_name("netlogon_ping", tests, NULL, NULL);
}
