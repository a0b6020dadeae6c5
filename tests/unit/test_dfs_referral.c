/*
 * Referrals of [MS-DFSC] 2.2.4 in all versions, and what breaks their rules.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "platform/utf16_equal.h"
#include "smb/dfs_referral.h"
#include "support/exact_copy.h"
#include "support/hex.h"
#include "support/unit.h"

/* "\a", terminated, and "\b\c" */
#define PATH    "5c00 6100 0000"
#define ADDRESS "5c00 6200 5c00 6300 0000"
/* PathConsumed, NumberOfReferrals, ReferralHeaderFlags */
#define HEADER(count) "0400 " count " 00000000"
#define GUID          "00000000 00000000 00000000 00000000"

struct decoded_referral
{
    struct dfs_referral referral;
    struct arena arena;
    struct bytes copy;
    uint32_t status;
};

static struct decoded_referral decode(const char *text)
{
    const struct hex message = hex(text);
    struct decoded_referral decoded = { .copy = exact_copy(bytes_of_hex(&message), message.size) };

    decoded.status = dfs_referral_decode(decoded.copy, &decoded.arena, &decoded.referral);
    return decoded;
}

static void release(struct decoded_referral *decoded)
{
    arena_free(&decoded->arena);
    free((void *)(uintptr_t)decoded->copy.data);
}

static void every_version_is_read(void **state)
{
    static const struct
    {
        const char *message;
        uint32_t time_to_live;
        bool has_path;
        bool is_root;
    } cases[] = {
        { HEADER("0100") "0100 1200 0100 0000" ADDRESS, 0, false, true },
        { HEADER("0100") "0200 1600 0000 0000 00000000 2c010000 1600 1600 1c00" PATH ADDRESS, 300,
          true, false },
        { HEADER("0100") "0300 2200 0000 0000 2c010000 2200 2200 2800" GUID PATH ADDRESS, 300, true,
          false },
        { HEADER("0100") "0400 2200 0100 0400 2c010000 2200 2200 2800" GUID PATH ADDRESS, 300, true,
          true },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
    {
        struct decoded_referral decoded = decode(cases[i].message);
        const struct dfs_referral_entry *entry = decoded.referral.entries;

        assert_int_equal(decoded.status, ERROR_SUCCESS);
        assert_int_equal(decoded.referral.path_consumed, 4);
        assert_int_equal(decoded.referral.count, 1);
        assert_int_equal(entry->is_root, cases[i].is_root);
        assert_int_equal(entry->time_to_live, cases[i].time_to_live);
        assert_true(utf16_equal_ascii(entry->dfs_path, cases[i].has_path ? "\\a" : ""));
        assert_true(utf16_equal_ascii(entry->network_address, "\\b\\c"));
        release(&decoded);
    }
}

/* The second has its strings before those of the first, and its own path once more. */
static void entries_stand_behind_each_other_and_share_strings(void **state)
{
    struct decoded_referral decoded =
        decode(HEADER("0200") "0300 2200 0000 0000 01000000 4400 4400 4a00" GUID
                              "0300 2200 0000 0000 02000000 2200 2200 2200" GUID PATH ADDRESS);

    (void)state;
    assert_int_equal(decoded.status, ERROR_SUCCESS);
    assert_int_equal(decoded.referral.count, 2);
    assert_true(utf16_equal_ascii(decoded.referral.entries[0].network_address, "\\b\\c"));
    assert_true(utf16_equal_ascii(decoded.referral.entries[1].network_address, "\\a"));
    assert_int_equal(decoded.referral.entries[1].time_to_live, 2);
    release(&decoded);
}

static void no_entries_are_no_lie(void **state)
{
    struct decoded_referral decoded = decode(HEADER("0000"));

    (void)state;
    assert_int_equal(decoded.status, ERROR_SUCCESS);
    assert_int_equal(decoded.referral.count, 0);
    release(&decoded);
}

static void referrals_that_break_the_rules_are_refused(void **state)
{
    static const char *const messages[] = {
        "0400 0100 0000",
        /* more entries than there are, or than would fit */
        HEADER("0200") "0100 1200 0100 0000" ADDRESS,
        HEADER("ffff") "0100 1200 0100 0000" ADDRESS,
        /* versions that are not, or differ */
        HEADER("0100") "0000 1200 0100 0000" ADDRESS,
        HEADER("0100") "0500 2200 0000 0000 2c010000 2200 2200 2800" GUID PATH ADDRESS,
        HEADER("0200") "0100 1200 0100 0000" ADDRESS
                       "0300 2200 0000 0000 2c010000 2200 2200 2800" GUID PATH ADDRESS,
        /* a size that leads nowhere */
        HEADER("0200") "0100 0000 0100 0000" ADDRESS ADDRESS,
        HEADER("0100") "0100 0700 0100 0000" ADDRESS,
        /* strings that end behind the message, or begin there */
        HEADER("0100") "0100 1200 0100 0000 5c00 6200",
        HEADER("0100") "0300 2200 0000 0000 2c010000 2200 2200 2800" GUID PATH "5c00 62",
        HEADER("0100") "0300 2200 0000 0000 2c010000 2200 2200 ff00" GUID PATH ADDRESS,
        HEADER("0100") "0300 2200 0000 0000 2c010000 ffff 2200 2800" GUID PATH ADDRESS,
        /* domains and their controllers */
        HEADER("0100") "0300 2200 0000 0200 2c010000 2200 0100 2800" GUID PATH ADDRESS,
    };

    (void)state;
    for (size_t i = 0; i < COUNT(messages); i++)
    {
        struct decoded_referral decoded = decode(messages[i]);

        if (decoded.status != ERROR_BAD_NET_RESP)
        {
            fail_msg("accepted: %s", messages[i]);
        }
        assert_int_equal(decoded.referral.count, 0);
        assert_null(decoded.referral.entries);
        release(&decoded);
    }
}

/* As many entries as fit, all with the one long address that fills the rest: read as they stand, they
 * would be a thousand times what came. */
static void one_address_of_many_entries_is_refused(void **state)
{
    const uint16_t entries = 1000;
    const uint16_t entry_size = 18;
    const size_t units = 20000;
    struct writer message = { 0 };
    struct dfs_referral referral;
    struct arena arena = { 0 };

    (void)state;
    writer_u16(&message, 4);
    writer_u16(&message, entries);
    writer_u32(&message, 0);
    for (uint16_t i = 0; i < entries; i++)
    {
        const uint16_t offset = (uint16_t)((entries - i) * entry_size);

        writer_u16(&message, 3);
        writer_u16(&message, entry_size);
        writer_u32(&message, 0);
        writer_u32(&message, 300);
        writer_u16(&message, offset);
        writer_u16(&message, offset);
        writer_u16(&message, offset);
    }
    for (size_t i = 0; i < units; i++)
    {
        writer_u16(&message, i % 100 ? 'a' : '\\');
    }
    writer_u16(&message, 0);
    assert_false(message.failed);
    assert_int_equal(
        dfs_referral_decode((struct bytes){ message.data, message.size }, &arena, &referral),
        ERROR_BAD_NET_RESP);
    assert_int_equal(referral.count, 0);
    arena_free(&arena);
    writer_free(&message);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_version_is_read),
        cmocka_unit_test(entries_stand_behind_each_other_and_share_strings),
        cmocka_unit_test(no_entries_are_no_lie),
        cmocka_unit_test(referrals_that_break_the_rules_are_refused),
        cmocka_unit_test(one_address_of_many_entries_is_refused),
    };

    return cmocka_run_group_tests_name("DFS referrals", tests, NULL, NULL);
}
