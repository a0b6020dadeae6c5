/*
 * Names of SIDs and SIDs of names, of LSAs that answer as they should, and of some that do not.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "base/sid.h"
#include "base/sid_use.h"
#include "rpc/lsarpc.h"
#include "support/scripted_server.h"
#include "support/unit.h"

#define SOME_NOT_MAPPED 0x00000107u
#define NONE_MAPPED     0xC0000073u
#define MANY            2500

static const uint8_t domain_sid[] = { 1, 4, 0, 0, 0, 0, 0, 5, 21, 0, 0, 0,
                                      7, 0, 0, 0, 8, 0, 0, 0, 9,  0, 0, 0 };
static const uint8_t user_sid[] = { 1, 5, 0, 0, 0, 0, 0, 5, 21, 0, 0,    0,    7, 0,
                                    0, 0, 8, 0, 0, 0, 9, 0, 0,  0, 0xE8, 0x03, 0, 0 };
#define USER_RID 1000

static struct account_call call;
static struct lsa_domain domain;
static struct lsa_domain_list domains = { .count = 1, .domains = &domain };
static struct lsa_translated_sid sids[MANY];
static struct lsa_translated_name names[MANY];
static uint32_t
    found_count; /* how many a lying server says that it has found; 0: as many as asked */
static uint32_t result;

static int set_up(void **state)
{
    (void)state;
    scripted_call_begin(&call);
    domain = (struct lsa_domain){ scripted_text("ELSEWHERE"), { domain_sid, sizeof(domain_sid) } };
    found_count = 0;
    result = STATUS_SUCCESS;
    for (size_t i = 0; i < MANY; i++)
    {
        sids[i] = (struct lsa_translated_sid){ .use = SID_USE_USER,
                                               .rid = USER_RID,
                                               .sid = { user_sid, sizeof(user_sid) } };
        names[i] =
            (struct lsa_translated_name){ .use = SID_USE_USER, .name = scripted_text("somebody") };
    }
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(&call.arena);
    return 0;
}

static uint32_t lookup_names(void *parameters)
{
    struct lsar_lookup_names *in = parameters;

    assert_in_range(in->count, 1, 1000);
    in->referenced_domains = &domains;
    in->translated_sids =
        (struct lsa_translated_sids){ found_count ? found_count : in->count, sids };
    return result;
}

static uint32_t lookup_sids(void *parameters)
{
    struct lsar_lookup_sids *in = parameters;

    assert_in_range(in->sids.count, 1, 1000);
    in->referenced_domains = &domains;
    in->translated_names =
        (struct lsa_translated_names){ found_count ? found_count : in->sids.count, names };
    return result;
}

static const struct scripted_answer as_windows[] = {
    { &lsarpc_interface, LSAR_LOOKUP_NAMES_3, lookup_names },
    { &lsarpc_interface, LSAR_LOOKUP_SIDS_2, lookup_sids },
    { NULL, 0, NULL },
};
static const struct scripted_answer as_long_ago[] = {
    { &lsarpc_interface, LSAR_LOOKUP_NAMES_3, NULL },
    { &lsarpc_interface, LSAR_LOOKUP_NAMES_2, NULL },
    { &lsarpc_interface, LSAR_LOOKUP_NAMES, lookup_names },
    { &lsarpc_interface, LSAR_LOOKUP_SIDS_2, NULL },
    { &lsarpc_interface, LSAR_LOOKUP_SIDS, lookup_sids },
    { NULL, 0, NULL },
};

static void assert_sid(const struct member *member, const uint8_t *sid, size_t size)
{
    assert_int_equal(member->sid.size, size);
    assert_memory_equal(member->sid.data, sid, size);
}

static void assert_name(const struct member *member, const char *name, const char *domain_name)
{
    char text[NAME_LENGTH_MAX];

    assert_true(utf16_to_utf8(member->name, text, sizeof(text)));
    assert_string_equal(text, name);
    assert_true(utf16_to_utf8(member->domain_name, text, sizeof(text)));
    assert_string_equal(text, domain_name);
}

/* ---- SIDs of names --------------------------------------------------------------------------- */

static void any_number_of_names_is_asked_for_a_thousand_at_a_time(void **state)
{
    static struct member members[MANY];

    (void)state;
    memset(members, 0, sizeof(members));
    for (size_t i = 0; i < MANY; i++)
    {
        members[i].name = scripted_text("somebody");
    }
    scripted_server_set(as_windows);
    assert_int_equal(account_server_find_sids(&call, members, MANY), ERROR_SUCCESS);
    assert_int_equal(scripted_server_count(&lsarpc_interface, LSAR_LOOKUP_NAMES_3), 3);
    assert_sid(&members[0], user_sid, sizeof(user_sid));
    assert_sid(&members[MANY - 1], user_sid, sizeof(user_sid));
    assert_int_equal(members[MANY - 1].relative_id, USER_RID);
}

static void names_that_nobody_knows_have_no_sid(void **state)
{
    struct member members[] = {
        { .name = scripted_text("somebody") },
        { .domain_name = scripted_text("ELSEWHERE\\nobody") },
        { .name = scripted_text("") },
        { .sid = { domain_sid, sizeof(domain_sid) } },
    };

    (void)state;
    sids[1] = (struct lsa_translated_sid){ .use = SID_USE_UNKNOWN, .domain_index = UINT32_MAX };
    result = SOME_NOT_MAPPED;
    scripted_server_set(as_windows);
    assert_int_equal(account_server_find_sids(&call, members, COUNT(members)), ERROR_SUCCESS);
    assert_sid(&members[0], user_sid, sizeof(user_sid));
    assert_null(members[1].sid.data);
    assert_null(members[2].sid.data);
    assert_sid(&members[3], domain_sid, sizeof(domain_sid));
}

static void that_no_name_is_known_is_an_answer(void **state)
{
    struct member member = { .name = scripted_text("nobody") };

    (void)state;
    result = NONE_MAPPED;
    found_count = 0;
    sids[0] = (struct lsa_translated_sid){ .use = SID_USE_UNKNOWN, .domain_index = UINT32_MAX };
    scripted_server_set(as_windows);
    assert_int_equal(account_server_find_sids(&call, &member, 1), ERROR_SUCCESS);
    assert_null(member.sid.data);
}

static void servers_of_long_ago_tell_relative_identifiers(void **state)
{
    struct member members[] = {
        { .name = scripted_text("somebody") },
        { .name = scripted_text("ELSEWHERE") },
        { .sid = { user_sid, sizeof(user_sid) } },
    };

    (void)state;
    sids[0].sid = (struct bytes){ NULL, 0 };
    sids[1] = (struct lsa_translated_sid){ .use = SID_USE_DOMAIN, .rid = UINT32_MAX };
    scripted_server_set(as_long_ago);
    assert_int_equal(account_server_find_sids(&call, members, 2), ERROR_SUCCESS);
    assert_sid(&members[0], user_sid, sizeof(user_sid));
    assert_sid(&members[1], domain_sid, sizeof(domain_sid));
    assert_int_equal(members[1].use, SID_USE_DOMAIN);
    assert_int_equal(account_server_find_sid_names(&call, &members[2], 1), ERROR_SUCCESS);
    assert_name(&members[2], "somebody", "ELSEWHERE\\somebody");
}

static void what_a_server_finds_must_be_as_many_as_were_asked_for(void **state)
{
    struct member members[] = { { .name = scripted_text("somebody") },
                                { .name = scripted_text("another") } };
    struct member known = { .sid = { user_sid, sizeof(user_sid) } };

    (void)state;
    scripted_server_set(as_windows);
    found_count = 1;
    assert_int_equal(account_server_find_sids(&call, members, 2), RPC_S_PROTOCOL_ERROR);
    found_count = 3;
    assert_int_equal(account_server_find_sids(&call, members, 2), RPC_S_PROTOCOL_ERROR);
    assert_null(members[0].sid.data);
    assert_int_equal(account_server_find_sid_names(&call, &known, 1), RPC_S_PROTOCOL_ERROR);
}

static void domains_that_a_server_does_not_name_are_refused(void **state)
{
    struct member unknown = { .name = scripted_text("somebody") };
    struct member known = { .sid = { user_sid, sizeof(user_sid) } };

    (void)state;
    sids[0].domain_index = 1;
    names[0].domain_index = 0x80000000u;
    scripted_server_set(as_windows);
    assert_int_equal(account_server_find_sids(&call, &unknown, 1), RPC_S_PROTOCOL_ERROR);
    assert_int_equal(account_server_find_sid_names(&call, &known, 1), RPC_S_PROTOCOL_ERROR);
    scripted_server_set(as_long_ago);
    assert_int_equal(account_server_find_sids(&call, &unknown, 1), RPC_S_PROTOCOL_ERROR);
}

static void sids_that_are_none_are_refused(void **state)
{
    static const uint8_t short_sid[] = { 1, 5, 0, 0, 0, 0, 0, 5, 21, 0, 0, 0 };
    static const struct bytes none[] = {
        { NULL, 0 },
        { short_sid, sizeof(short_sid) },
        { user_sid, sizeof(user_sid) - 1 },
    };
    struct member member = { .name = scripted_text("somebody") };

    (void)state;
    for (size_t i = 0; i < COUNT(none); i++)
    {
        sids[0].sid = none[i];
        scripted_server_set(as_windows);
        assert_int_equal(account_server_find_sids(&call, &member, 1), RPC_S_PROTOCOL_ERROR);
        assert_null(member.sid.data);
    }
    domain.sid = none[1];
    scripted_server_set(as_long_ago);
    assert_int_equal(account_server_find_sids(&call, &member, 1), RPC_S_PROTOCOL_ERROR);
}

/* ---- Names of SIDs --------------------------------------------------------------------------- */

static void names_have_their_domains(void **state)
{
    struct member members[4];

    (void)state;
    for (size_t i = 0; i < COUNT(members); i++)
    {
        members[i] = (struct member){ .sid = { user_sid, sizeof(user_sid) } };
    }
    names[1] = (struct lsa_translated_name){ .use = SID_USE_WELL_KNOWN_GROUP,
                                             .name = scripted_text("Everyone"),
                                             .domain_index = UINT32_MAX };
    names[2] = (struct lsa_translated_name){ .use = SID_USE_DOMAIN };
    names[3] =
        (struct lsa_translated_name){ .use = SID_USE_UNKNOWN, .name = scripted_text("000003E8") };
    result = SOME_NOT_MAPPED;
    scripted_server_set(as_windows);
    assert_int_equal(account_server_find_sid_names(&call, members, COUNT(members)), ERROR_SUCCESS);
    assert_name(&members[0], "somebody", "ELSEWHERE\\somebody");
    assert_name(&members[1], "Everyone", "Everyone");
    assert_name(&members[2], "ELSEWHERE", "ELSEWHERE");
    assert_name(&members[3], "S-1-5-21-7-8-9-1000", "S-1-5-21-7-8-9-1000");
    assert_int_equal(members[3].use, SID_USE_UNKNOWN);
}

static void that_no_sid_is_known_is_an_answer(void **state)
{
    static struct member members[MANY];

    (void)state;
    memset(members, 0, sizeof(members));
    for (size_t i = 0; i < MANY; i++)
    {
        members[i].sid.data = user_sid;
        members[i].sid.size = sizeof(user_sid);
    }
    found_count = MANY;
    result = NONE_MAPPED;
    scripted_server_set(as_windows);
    assert_int_equal(account_server_find_sid_names(&call, members, MANY), ERROR_SUCCESS);
    assert_int_equal(scripted_server_count(&lsarpc_interface, LSAR_LOOKUP_SIDS_2), 3);
    assert_name(&members[MANY - 1], "S-1-5-21-7-8-9-1000", "S-1-5-21-7-8-9-1000");
}

static void uses_that_there_are_not_are_unknown(void **state)
{
    struct member member = { .sid = { user_sid, sizeof(user_sid) } };

    (void)state;
    names[0].use = 0x7FFF;
    scripted_server_set(as_windows);
    assert_int_equal(account_server_find_sid_names(&call, &member, 1), ERROR_SUCCESS);
    assert_int_equal(member.use, SID_USE_UNKNOWN);
    names[0] = (struct lsa_translated_name){ .use = SID_USE_USER };
    assert_int_equal(account_server_find_sid_names(&call, &member, 1), RPC_S_PROTOCOL_ERROR);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        T(any_number_of_names_is_asked_for_a_thousand_at_a_time),
        T(names_that_nobody_knows_have_no_sid),
        T(that_no_name_is_known_is_an_answer),
        T(servers_of_long_ago_tell_relative_identifiers),
        T(what_a_server_finds_must_be_as_many_as_were_asked_for),
        T(domains_that_a_server_does_not_name_are_refused),
        T(sids_that_are_none_are_refused),
        T(names_have_their_domains),
        T(that_no_sid_is_known_is_an_answer),
        T(uses_that_there_are_not_are_unknown),
    };
#undef T

    return cmocka_run_group_tests(tests, NULL, NULL);
}
