/*
 * Forest trust information, from what a server tells to what the API gives.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/directory/forest_trust.h"

#include <string.h>

#include "base/status.h"
#include "platform/platform.h"
#include "rpc/netlogon_trust.h"
#include "support/hosts.h"
#include "support/unit.h"
#include "support/utf16_literal.h"

static const uint8_t sid[] = { 1, 1, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0 };

static bool is_text(const struct forest_trust_text *text, const char *expected)
{
    const struct utf16_slice slice = { text->units, text->length / sizeof(uint16_t) };

    return !utf16_compare(slice, text_of(expected)) && text->maximum_length == text->length &&
           !text->units[slice.length];
}

static struct forest_trust_information *pack(struct lsa_forest_trust_record *const *records,
                                             uint32_t count)
{
    const struct lsa_forest_trust_information information = {
        count, (struct lsa_forest_trust_record **)(uintptr_t)records
    };
    void *buffer = NULL;

    assert_int_equal(forest_trust_pack(&information, &buffer), ERROR_SUCCESS);
    assert_non_null(buffer);
    return buffer;
}

static void records_of_all_types_are_packed(void **state)
{
    static const uint8_t data[] = { 1, 2, 3, 4, 5 };
    struct lsa_forest_trust_record top = { .flags = 1, .time = UINT64_MAX };
    struct lsa_forest_trust_record domain = { .type = LSA_FOREST_TRUST_DOMAIN_INFO };
    struct lsa_forest_trust_record other = { .type = 4711 };
    struct lsa_forest_trust_record *const records[] = { &top, &domain, &other };
    struct forest_trust_information *packed = NULL;

    (void)state;
    top.data.top_level_name = text_of("odd.example");
    domain.data.domain_info.sid = (struct bytes){ sid, sizeof(sid) };
    domain.data.domain_info.dns_name = text_of("even.example");
    domain.data.domain_info.netbios_name = text_of("");
    other.data.binary.length = sizeof(data);
    other.data.binary.data = (struct bytes){ data, sizeof(data) };
    packed = pack(records, COUNT(records));

    assert_int_equal(packed->count, 3);
    assert_int_equal(packed->records[0]->flags, 1);
    assert_true(packed->records[0]->time == UINT64_MAX);
    assert_true(is_text(&packed->records[0]->data.top_level_name, "odd.example"));
    assert_int_equal(packed->records[1]->type, LSA_FOREST_TRUST_DOMAIN_INFO);
    assert_memory_equal(packed->records[1]->data.domain_info.sid, sid, sizeof(sid));
    assert_int_equal((uintptr_t)packed->records[1]->data.domain_info.sid % sizeof(uint32_t), 0);
    assert_true(is_text(&packed->records[1]->data.domain_info.dns_name, "even.example"));
    assert_true(is_text(&packed->records[1]->data.domain_info.netbios_name, ""));
    assert_int_equal(packed->records[2]->type, 4711);
    assert_int_equal(packed->records[2]->data.binary.length, sizeof(data));
    assert_memory_equal(packed->records[2]->data.binary.data, data, sizeof(data));
    platform_api_free(packed);
}

static void what_is_absent_is_null(void **state)
{
    struct lsa_forest_trust_record domain = { .type = LSA_FOREST_TRUST_DOMAIN_INFO };
    struct lsa_forest_trust_record other = { .type = LSA_FOREST_TRUST_OTHER };
    struct lsa_forest_trust_record *const records[] = { &domain, &other };
    struct forest_trust_information *packed = pack(records, COUNT(records));

    (void)state;
    assert_null(packed->records[0]->data.domain_info.sid);
    assert_null(packed->records[0]->data.domain_info.dns_name.units);
    assert_int_equal(packed->records[0]->data.domain_info.dns_name.length, 0);
    assert_null(packed->records[1]->data.binary.data);
    platform_api_free(packed);
}

static void no_records_are_an_empty_structure(void **state)
{
    struct forest_trust_information *packed = pack(NULL, 0);

    (void)state;
    assert_int_equal(packed->count, 0);
    platform_api_free(packed);
}

static void records_that_are_left_out_are_refused(void **state)
{
    struct lsa_forest_trust_record *records[] = { NULL };
    struct lsa_forest_trust_information information = { 1, records };
    void *buffer = (void *)1;

    (void)state;
    assert_int_equal(forest_trust_pack(&information, &buffer), RPC_X_BAD_STUB_DATA);
    assert_null(buffer);
    information.records = NULL;
    assert_int_equal(forest_trust_pack(&information, &buffer), RPC_X_BAD_STUB_DATA);
    assert_null(buffer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(records_of_all_types_are_packed),
        cmocka_unit_test(what_is_absent_is_null),
        cmocka_unit_test(no_records_are_an_empty_structure),
        cmocka_unit_test(records_that_are_left_out_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
