/*
 * The controllers that were found: how long they are kept, and for whom.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/directory/dc_cache.h"
#include "families/directory/dc_flags.h"
#include "support/unit.h"

#define GENERATION 5u
#define NOW        100000000u

static struct dc_key key_of(const char *domain)
{
    return (struct dc_key){ .domain = utf16_name_from_ascii(domain) };
}

static void keep(const struct dc_key *key, const char *host, uint64_t now)
{
    struct dc_found found = { .host = "" };

    found.answer.dns_host = utf16_name_from_ascii(host);
    found.answer.dns_domain = key->domain;
    found.answer.flat_domain = utf16_name_from_ascii("FLAT");
    found.answer.client_site = utf16_name_from_ascii("Site");
    dc_cache_keep(key, GENERATION, now, &found, false);
}

static enum dc_age age(const struct dc_key *key, uint64_t now)
{
    struct dc_found found;

    return dc_cache_find(key, GENERATION, now, &found);
}

static int forget(void **state)
{
    (void)state;
    dc_cache_forget();
    return 0;
}

static void controller_grows_old_and_is_forgotten(void **state)
{
    const struct dc_key key = key_of("a.test");
    struct dc_found found;

    (void)state;
    assert_int_equal(age(&key, NOW), DC_AGE_UNKNOWN);
    keep(&key, "dc", NOW);
    assert_int_equal(dc_cache_find(&key, GENERATION, NOW + DC_CACHE_FRESH - 1, &found),
                     DC_AGE_FRESH);
    assert_int_equal(found.answer.dns_host.length, 2);
    assert_int_equal(age(&key, NOW + DC_CACHE_FRESH), DC_AGE_OLD);
    assert_int_equal(age(&key, NOW + DC_CACHE_LONGEST - 1), DC_AGE_OLD);
    assert_int_equal(age(&key, NOW + DC_CACHE_LONGEST), DC_AGE_UNKNOWN);
}

static void ping_makes_fresh_and_not_younger(void **state)
{
    const struct dc_key key = key_of("a.test");
    struct dc_found found;

    (void)state;
    keep(&key, "dc", NOW);
    assert_int_equal(dc_cache_find(&key, GENERATION, NOW, &found), DC_AGE_FRESH);
    dc_cache_keep(&key, GENERATION, NOW + DC_CACHE_LONGEST - 10, &found, true);
    assert_int_equal(age(&key, NOW + DC_CACHE_LONGEST - 1), DC_AGE_FRESH);
    assert_int_equal(age(&key, NOW + DC_CACHE_LONGEST + DC_CACHE_FRESH), DC_AGE_UNKNOWN);
}

static void nothing_is_known_for_a_short_time(void **state)
{
    const struct dc_key key = key_of("a.test");

    (void)state;
    dc_cache_keep(&key, GENERATION, NOW, NULL, false);
    assert_int_equal(age(&key, NOW + DC_CACHE_NEGATIVE - 1), DC_AGE_MISSING);
    assert_int_equal(age(&key, NOW + DC_CACHE_NEGATIVE), DC_AGE_UNKNOWN);
}

static void each_question_has_its_own_answer(void **state)
{
    const struct dc_key key = key_of("a.test");
    const struct dc_key same = key_of("A.TEST");
    struct dc_key others[4] = { key, key, key, key_of("b.test") };

    (void)state;
    others[0].flags = DS_PDC_REQUIRED;
    others[1].site = utf16_name_from_ascii("Site");
    others[2].account = utf16_name_from_ascii("alice");
    keep(&key, "dc", NOW);
    assert_int_equal(age(&same, NOW), DC_AGE_FRESH);
    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
    {
        assert_int_equal(age(&others[i], NOW), DC_AGE_UNKNOWN);
    }
}

static void change_ends_all(void **state)
{
    const struct dc_key key = key_of("a.test");
    const struct dc_key other = key_of("b.test");
    struct dc_found found;

    (void)state;
    keep(&key, "dc", NOW);
    assert_int_equal(dc_cache_find(&key, GENERATION + 1, NOW, &found), DC_AGE_UNKNOWN);
    dc_cache_keep(&other, GENERATION + 1, NOW, NULL, false);
    assert_int_equal(age(&key, NOW), DC_AGE_UNKNOWN);
    /* What was found before the change comes too late, and where nobody can tell nothing is kept. */
    dc_cache_keep(&key, GENERATION, NOW, NULL, false);
    dc_cache_keep(&key, 0, NOW, NULL, false);
    assert_int_equal(dc_cache_find(&key, GENERATION + 1, NOW, &found), DC_AGE_UNKNOWN);
    assert_int_equal(dc_cache_find(&key, 0, NOW, &found), DC_AGE_UNKNOWN);
    dc_cache_forget();
}

static void number_of_domains_is_bounded(void **state)
{
    const struct dc_key first = key_of("first.test");
    const struct dc_key asked = key_of("asked.test");

    (void)state;
    keep(&first, "dc", NOW);
    keep(&asked, "dc", NOW);
    for (int i = 0; i < 1000; i++)
    {
        struct dc_key key = key_of("many.test");

        key.account_control = (uint32_t)i + 1;
        keep(&key, "dc", NOW);
        assert_int_equal(age(&key, NOW), DC_AGE_FRESH);
        assert_int_equal(age(&asked, NOW), DC_AGE_FRESH);
    }
    assert_int_equal(age(&first, NOW), DC_AGE_UNKNOWN);
}

static void names_and_sites_are_known_from_it(void **state)
{
    const struct dc_key key = key_of("a.test");
    const struct utf16_name flat = utf16_name_from_ascii("flat");
    const struct utf16_name domain = utf16_name_from_ascii("A.test");
    struct utf16_name found;

    (void)state;
    assert_false(dc_cache_domain_of_flat_name(utf16_from_name(&flat), GENERATION, &found));
    keep(&key, "dc", NOW);
    assert_true(dc_cache_domain_of_flat_name(utf16_from_name(&flat), GENERATION, &found));
    assert_int_equal(found.length, 6);
    assert_true(dc_cache_client_site(utf16_from_name(&domain), GENERATION, &found));
    assert_int_equal(found.length, 4);
    assert_false(dc_cache_client_site(utf16_from_name(&flat), GENERATION, &found));
    assert_false(dc_cache_client_site(utf16_from_name(&domain), GENERATION + 1, &found));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(controller_grows_old_and_is_forgotten, forget),
        cmocka_unit_test_teardown(ping_makes_fresh_and_not_younger, forget),
        cmocka_unit_test_teardown(nothing_is_known_for_a_short_time, forget),
        cmocka_unit_test_teardown(each_question_has_its_own_answer, forget),
        cmocka_unit_test_teardown(number_of_domains_is_bounded, forget),
        cmocka_unit_test_teardown(names_and_sites_are_known_from_it, forget),
        /* the last: the generation goes on */
        cmocka_unit_test_teardown(change_ends_all, forget),
    };

    return cmocka_run_group_tests_name("dc_cache", tests, NULL, NULL);
}
