/*
 * What a domain controller like Windows tells of its domain: all that Samba leaves out.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdio.h>
#include <string.h>

#include "families/directory/controllers.h"
#include "families/directory/forest_trust.h"
#include "families/directory/logon_control.h"
#include "families/directory/machine_role.h"
#include "families/directory/sites.h"
#include "families/directory/trusts.h"
#include "levels/netlogon_levels.h"
#include "platform/platform.h"
#include "support/hosts.h"
#include "support/live.h"
#include "support/session_calls.h"
#include "support/windows_server.h"

/* As tests/bed/windows/netlogon.py has it. */
#define DOMAIN     "BEDDOMAIN"
#define FIRST_SITE "Default-First-Site-Name"
#define ALL_TRUSTS 0x3F /* DS_DOMAIN_VALID_FLAGS */
#define PRIMARY    0x08 /* DS_DOMAIN_PRIMARY */
#define OUTBOUND   0x02 /* DS_DOMAIN_DIRECT_OUTBOUND */

#define ERROR_INVALID_FUNCTION 1
#define NERR_DCNotFound        2453

#define CONTROL_QUERY         1
#define CONTROL_REPLICATE     2
#define CONTROL_TC_QUERY      6
#define CONTROL_FIND_USER     8
#define CONTROL_TC_VERIFY     10
#define CONTROL_SET_DBFLAG    0xFFFE
#define FLAGS_HAS_IP_AND_TIME 0x30
#define FLAGS_VERIFIED        0xB0

static struct target server;

static void set_server(const char *name)
{
    assert_int_equal(target_parse(text_of(name), &server), ERROR_SUCCESS);
}

/* Each test has the usual server, under a name of its own. */
static int start(void **state)
{
    const char *name = usual_windows_server();

    (void)state;
    if (name)
    {
        set_server(name);
    }
    return name ? 0 : -1;
}

static void start_with(const char *const *arguments)
{
    assert_int_equal(start_windows_server(arguments), 0);
    set_server(windows_server_name(WINDOWS_ADMIN));
}

static bool is_text(const void *text, const char *expected)
{
    return text && text_is(text, expected);
}

/* ---- Controllers ----------------------------------------------------------------------------- */

static void server_names_controllers(void **state)
{
    void *name = NULL;

    (void)state;
    assert_int_equal(controllers_get_name(&server, text_of(NULL), true, &name), ERROR_SUCCESS);
    assert_true(is_text(name, "\\\\WINSERVER"));
    platform_api_free(name);
    assert_int_equal(controllers_get_name(&server, text_of("partner"), false, &name),
                     ERROR_SUCCESS);
    assert_true(is_text(name, "\\\\PARTNERDC"));
    platform_api_free(name);
    assert_int_equal(controllers_get_name(&server, text_of("none"), true, &name), NERR_DCNotFound);
    assert_null(name);
    assert_int_equal(controllers_get_name(&server, text_of("none"), false, &name),
                     ERROR_NO_SUCH_DOMAIN);
    assert_null(name);
}

static void records_of_a_controller_are_deregistered(void **state)
{
    uint8_t guids[32];

    (void)state;
    for (uint8_t i = 0; i < sizeof(guids); i++)
    {
        guids[i] = i;
    }
    assert_int_equal(controllers_deregister_dns(&server, text_of("beddomain.example"), guids,
                                                guids + 16, text_of("whole.beddomain.example")),
                     ERROR_SUCCESS);
    assert_int_equal(controllers_deregister_dns(&server, text_of(NULL), NULL, NULL,
                                                text_of("bare.beddomain.example")),
                     ERROR_SUCCESS);
    set_server(windows_server_name(WINDOWS_USER));
    assert_int_equal(controllers_deregister_dns(&server, text_of(NULL), NULL, NULL, text_of("h")),
                     ERROR_ACCESS_DENIED);
}

/* ---- Sites ----------------------------------------------------------------------------------- */

static void server_is_in_a_site_and_covers_two(void **state)
{
    uint32_t count = 0;
    void *site = NULL;
    void *sites = NULL;

    (void)state;
    assert_int_equal(sites_get_name(&server, directory_text_wide, &site), ERROR_SUCCESS);
    assert_true(is_text(site, FIRST_SITE));
    platform_api_free(site);
    assert_int_equal(sites_get_coverage(&server, directory_text_wide, &count, &sites),
                     ERROR_SUCCESS);
    assert_int_equal(count, 2);
    assert_true(is_text(((void **)sites)[0], FIRST_SITE));
    assert_true(is_text(((void **)sites)[1], "Branch"));
    platform_api_free(sites);
}

#define IPV4_SIZE 16
#define IPV6_SIZE 28
static const uint8_t ipv4_first[IPV4_SIZE] = { 2, 0, 0, 0, 192, 0, 2, 7 };
static const uint8_t ipv4_other[IPV4_SIZE] = { 2, 0, 0, 0, 127, 0, 0, 1 };
static const uint8_t ipv6_branch[IPV6_SIZE] = { 23, 0, 0, 0, 0, 0, 0, 0, 0x20, 1, 0x0D, 0xB8 };

static struct netlogon_socket_address addresses[] = {
    { { ipv4_first, IPV4_SIZE }, IPV4_SIZE },
    { { ipv4_other, IPV4_SIZE }, IPV4_SIZE },
    { { ipv6_branch, IPV6_SIZE }, IPV6_SIZE },
    { { NULL, 0 }, 0 },
};

static void addresses_have_sites_or_none(void **state)
{
    static const char *const expected[][2] = {
        { FIRST_SITE, "192.0.2.0/24" },
        { NULL, NULL },
        { "Branch", "2001:db8::/32" },
        { NULL, NULL },
    };
    void *sites = NULL;
    void *subnets = NULL;

    (void)state;
    assert_int_equal(sites_of_addresses(&server, addresses, COUNT(addresses), directory_text_wide,
                                        &sites, &subnets),
                     ERROR_SUCCESS);
    for (size_t i = 0; i < COUNT(addresses); i++)
    {
        const void *site = ((void **)sites)[i];
        const void *subnet = ((void **)subnets)[i];

        assert_int_equal(site != NULL, expected[i][0] != NULL);
        assert_int_equal(subnet != NULL, expected[i][1] != NULL);
        assert_true(!site || text_is(site, expected[i][0]));
        assert_true(!subnet || text_is(subnet, expected[i][1]));
    }
    platform_api_free(sites);
    platform_api_free(subnets);
    assert_int_equal(sites_of_addresses(&server, addresses, 1, directory_text_wide, &sites, NULL),
                     ERROR_SUCCESS);
    assert_true(is_text(((void **)sites)[0], FIRST_SITE));
    platform_api_free(sites);
}

static void no_addresses_and_too_many_have_no_sites(void **state)
{
    void *sites = (void *)1;
    void *subnets = (void *)1;

    (void)state;
    assert_int_equal(
        sites_of_addresses(&server, addresses, 0, directory_text_wide, &sites, &subnets),
        ERROR_SUCCESS);
    assert_null(sites);
    assert_null(subnets);
    sites = (void *)1;
    assert_int_equal(sites_of_addresses(&server, addresses, NETLOGON_ADDRESSES_MAX + 1,
                                        directory_text_wide, &sites, NULL),
                     ERROR_INVALID_PARAMETER);
    assert_null(sites);
}

/* ---- Trusts ---------------------------------------------------------------------------------- */

static void trusts_are_listed_by_flags(void **state)
{
    static const uint8_t sid[] = { 1, 4, 0, 0, 0, 0, 0, 5, 21, 0, 0, 0, 7, 0, 0, 0, 8, 0, 0, 0, 9 };
    struct ds_domain_trusts *trusts = NULL;
    uint32_t count = 0;

    (void)state;
    assert_int_equal(
        trusts_enumerate(&server, ALL_TRUSTS, directory_text_wide, &count, (void **)&trusts),
        ERROR_SUCCESS);
    assert_int_equal(count, 4);
    assert_true(is_text(trusts[0].netbios_domain_name, DOMAIN));
    assert_true(is_text(trusts[0].dns_domain_name, "beddomain.example"));
    assert_int_equal(trusts[0].flags, 0x1D);
    assert_int_equal(trusts[0].domain_guid[0], 0x03020100);
    assert_int_equal(trusts[1].parent_index, 0);
    assert_int_equal(trusts[1].trust_type, 2);
    assert_int_equal(trusts[1].trust_attributes, 0x20);
    assert_true(is_text(trusts[2].netbios_domain_name, "OLD"));
    assert_null(trusts[2].dns_domain_name);
    assert_null(trusts[2].domain_sid);
    assert_memory_equal(trusts[3].domain_sid, sid, sizeof(sid));
    platform_api_free(trusts);

    assert_int_equal(
        trusts_enumerate(&server, PRIMARY, directory_text_wide, &count, (void **)&trusts),
        ERROR_SUCCESS);
    assert_int_equal(count, 1);
    platform_api_free(trusts);
}

static void assert_names_of_trusted_domains(void)
{
    uint32_t ntstatus = 7;
    uint16_t *names = NULL;

    assert_int_equal(trusts_get_names(&server, &ntstatus, (void **)&names), ERROR_SUCCESS);
    assert_int_equal(ntstatus, 0);
    assert_true(text_is(names, "CHILD"));
    assert_true(text_is(names + 6, "OLD"));
    assert_true(text_is(names + 10, "PARTNER"));
    assert_int_equal(names[18], 0);
    platform_api_free(names);
}

static void names_of_trusted_domains_follow_each_other(void **state)
{
    (void)state;
    assert_names_of_trusted_domains();
}

static void names_are_those_of_trusts_where_the_method_is_lacking(void **state)
{
    static const char *const arguments[] = { "--lacks-operation", "netlogon:19", NULL };

    (void)state;
    start_with(arguments);
    assert_names_of_trusted_domains();
}

static void no_trusts_are_an_empty_list(void **state)
{
    static const char *const arguments[] = { "--rows", "0", NULL };
    uint32_t count = 7;
    uint32_t ntstatus = 7;
    void *trusts = (void *)1;
    uint16_t *names = NULL;

    (void)state;
    start_with(arguments);
    assert_int_equal(trusts_enumerate(&server, OUTBOUND, directory_text_wide, &count, &trusts),
                     ERROR_SUCCESS);
    assert_int_equal(count, 0);
    assert_null(trusts);
    assert_int_equal(trusts_get_names(&server, &ntstatus, (void **)&names), ERROR_SUCCESS);
    assert_int_equal(names[0], 0);
    platform_api_free(names);
}

static void forest_has_names_and_domains(void **state)
{
    struct forest_trust_information *trust = NULL;

    (void)state;
    assert_int_equal(trusts_get_forest(&server, text_of(NULL), 0, (void **)&trust), ERROR_SUCCESS);
    assert_int_equal(trust->count, 4);
    assert_true(is_text(trust->records[0]->data.top_level_name.units, "beddomain.example"));
    assert_int_equal(trust->records[1]->type, 1);
    assert_true(is_text(trust->records[2]->data.domain_info.netbios_name.units, DOMAIN));
    assert_int_equal(trust->records[3]->type, 3);
    assert_memory_equal(trust->records[3]->data.binary.data, "scan", 4);
    platform_api_free(trust);
    assert_int_equal(trusts_get_forest(&server, text_of("PARTNER.example"), 0, (void **)&trust),
                     ERROR_SUCCESS);
    assert_true(is_text(trust->records[2]->data.domain_info.dns_name.units, "partner.example"));
    platform_api_free(trust);
    assert_int_equal(trusts_get_forest(&server, text_of("none"), 0, (void **)&trust),
                     ERROR_INVALID_FUNCTION);
    assert_null(trust);
}

/* ---- Control --------------------------------------------------------------------------------- */

static void *control(uint32_t function, uint32_t level, const char *name, uint32_t number)
{
    const struct logon_control_data data = { text_of(name), number };
    void *buffer = NULL;

    assert_int_equal(logon_control(&server, function, level, &data, &buffer), ERROR_SUCCESS);
    assert_non_null(buffer);
    return buffer;
}

static void service_tells_of_itself_at_all_levels(void **state)
{
    struct netlogon_info_1 *first = control(CONTROL_QUERY, 1, NULL, 0);
    struct netlogon_info_2 *second = control(CONTROL_TC_VERIFY, 2, "PARTNER", 0);
    struct netlogon_info_3 *third = control(CONTROL_QUERY, 3, NULL, 0);
    struct netlogon_info_4 *fourth = control(CONTROL_FIND_USER, 4, "alice", 0);

    (void)state;
    assert_int_equal(first->flags, FLAGS_HAS_IP_AND_TIME);
    assert_int_equal(second->flags, FLAGS_VERIFIED);
    assert_true(is_text(second->trusted_dc_name, "\\\\PARTNERDC"));
    assert_int_equal(third->logon_attempts, 77);
    assert_true(is_text(fourth->trusted_domain_name, DOMAIN));
    platform_api_free(first);
    platform_api_free(second);
    platform_api_free(third);
    platform_api_free(fourth);
    first = control(CONTROL_SET_DBFLAG, 1, NULL, 0x2080FFFF);
    assert_int_equal(first->flags, 0x2080FFFF);
    platform_api_free(first);
}

static void first_function_of_control_has_one_level(void **state)
{
    void *buffer = NULL;

    (void)state;
    assert_int_equal(logon_control(&server, CONTROL_QUERY, 1, NULL, &buffer), ERROR_SUCCESS);
    platform_api_free(buffer);
    assert_int_equal(logon_control(&server, CONTROL_QUERY, 2, NULL, &buffer), ERROR_NOT_SUPPORTED);
    assert_null(buffer);
    assert_int_equal(logon_control(&server, CONTROL_QUERY, 3, NULL, &buffer), ERROR_INVALID_LEVEL);
    assert_null(buffer);
}

static void wrong_control_is_refused(void **state)
{
    const struct logon_control_data none = { text_of("none"), 0 };
    void *buffer = (void *)1;

    (void)state;
    assert_int_equal(logon_control(&server, CONTROL_QUERY, 0, &none, &buffer), ERROR_INVALID_LEVEL);
    assert_int_equal(logon_control(&server, CONTROL_QUERY, 5, &none, &buffer), ERROR_INVALID_LEVEL);
    assert_int_equal(logon_control(&server, 0, 1, &none, &buffer), ERROR_NOT_SUPPORTED);
    assert_int_equal(logon_control(&server, CONTROL_REPLICATE, 1, &none, &buffer),
                     ERROR_NOT_SUPPORTED);
    assert_int_equal(logon_control(&server, CONTROL_TC_QUERY, 2, &none, &buffer),
                     ERROR_NO_SUCH_DOMAIN);
    assert_int_equal(logon_control(&server, CONTROL_FIND_USER, 4, &none, &buffer),
                     NERR_UserNotFound);
    set_server(windows_server_name(WINDOWS_USER));
    assert_int_equal(logon_control(&server, CONTROL_QUERY, 1, &none, &buffer), ERROR_ACCESS_DENIED);
    assert_null(buffer);
}

static void server_without_the_newest_method_is_asked_by_another(void **state)
{
    static const char *const arguments[] = { "--lacks-operation", "netlogon:18", NULL };
    struct netlogon_info_3 *info = NULL;

    (void)state;
    start_with(arguments);
    info = control(CONTROL_QUERY, 3, NULL, 0);
    assert_int_equal(info->logon_attempts, 77);
    platform_api_free(info);
}

/* ---- What servers may lack or get wrong ------------------------------------------------------ */

static void operations_that_are_lacking_are_not_supported(void **state)
{
    static const char *const arguments[] = { "--lacks-operation", "netlogon:28",
                                             "--lacks-operation", "netlogon:40", NULL };
    uint32_t count = 0;
    void *buffer = NULL;

    (void)state;
    start_with(arguments);
    assert_int_equal(sites_get_name(&server, directory_text_wide, &buffer), ERROR_NOT_SUPPORTED);
    assert_int_equal(trusts_enumerate(&server, ALL_TRUSTS, directory_text_wide, &count, &buffer),
                     ERROR_NOT_SUPPORTED);
    assert_null(buffer);
}

static void service_that_is_lacking_is_unavailable(void **state)
{
    void *buffer = NULL;

    (void)state;
    assert_int_equal(machine_role_of_server(&server, 1, &buffer), RPC_S_SERVER_UNAVAILABLE);
    assert_null(buffer);
}

static void answers_without_what_was_asked_for_are_refused(void **state)
{
    static const char *const arguments[] = { "--no-texts", "--no-terminator", "--claim-rows", "1",
                                             NULL };
    uint32_t count = 7;
    uint32_t ntstatus = 0;
    void *buffer = (void *)1;
    void *subnets = (void *)1;

    (void)state;
    start_with(arguments);
    assert_int_equal(sites_get_name(&server, directory_text_wide, &buffer), RPC_X_BAD_STUB_DATA);
    assert_null(buffer);
    assert_int_equal(sites_get_coverage(&server, directory_text_wide, &count, &buffer),
                     RPC_X_BAD_STUB_DATA);
    assert_int_equal(count, 0);
    assert_null(buffer);
    assert_int_equal(sites_of_addresses(&server, addresses, COUNT(addresses), directory_text_wide,
                                        &buffer, &subnets),
                     RPC_X_BAD_STUB_DATA);
    assert_null(buffer);
    assert_null(subnets);
    assert_int_equal(trusts_get_names(&server, &ntstatus, &buffer), RPC_X_BAD_STUB_DATA);
    assert_null(buffer);
    assert_int_equal(trusts_get_forest(&server, text_of(NULL), 0, &buffer), RPC_X_BAD_STUB_DATA);
    assert_null(buffer);
}

/* All that can be asked for: whatever comes, a failure leaves nothing behind. */
static void ask_everything(void)
{
    const struct logon_control_data data = { text_of("PARTNER"), 0 };
    uint32_t count = 0;
    uint32_t ntstatus = 0;
    void *buffer = NULL;
    void *subnets = NULL;
    uint32_t status = controllers_get_name(&server, text_of(NULL), true, &buffer);

    assert_int_equal(!status, buffer != NULL);
    platform_api_free(buffer);
    status = sites_get_name(&server, directory_text_wide, &buffer);
    assert_int_equal(!status, buffer != NULL);
    platform_api_free(buffer);
    status = sites_get_coverage(&server, directory_text_wide, &count, &buffer);
    assert_int_equal(count != 0, buffer != NULL);
    assert_true(!status || !count);
    platform_api_free(buffer);
    status = sites_of_addresses(&server, addresses, COUNT(addresses), directory_text_wide, &buffer,
                                &subnets);
    assert_int_equal(!status, buffer != NULL);
    assert_int_equal(!status, subnets != NULL);
    platform_api_free(buffer);
    platform_api_free(subnets);
    status = trusts_enumerate(&server, ALL_TRUSTS, directory_text_wide, &count, &buffer);
    assert_int_equal(count != 0, buffer != NULL);
    assert_true(!status || !count);
    platform_api_free(buffer);
    status = trusts_get_names(&server, &ntstatus, &buffer);
    assert_int_equal(!status, buffer != NULL);
    platform_api_free(buffer);
    status = trusts_get_forest(&server, text_of(NULL), 0, &buffer);
    assert_int_equal(!status, buffer != NULL);
    platform_api_free(buffer);
    status = logon_control(&server, CONTROL_TC_QUERY, 2, &data, &buffer);
    assert_int_equal(!status, buffer != NULL);
    platform_api_free(buffer);
}

static void nothing_comes_of_answers_that_are_corrupt(void **state)
{
    static char seed[12];
    static const char *const arguments[] = { "--corrupt", seed, NULL };

    (void)state;
    for (int i = 1; i <= 3; i++)
    {
        snprintf(seed, sizeof(seed), "%d", i);
        start_with(arguments);
        for (int k = 0; k < 8; k++)
        {
            ask_everything();
        }
    }
}

static int stop(void **state)
{
    return stop_windows_server(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(server_names_controllers, start),
        cmocka_unit_test_setup(records_of_a_controller_are_deregistered, start),
        cmocka_unit_test_setup(server_is_in_a_site_and_covers_two, start),
        cmocka_unit_test_setup(addresses_have_sites_or_none, start),
        cmocka_unit_test_setup(no_addresses_and_too_many_have_no_sites, start),
        cmocka_unit_test_setup(trusts_are_listed_by_flags, start),
        cmocka_unit_test_setup(names_of_trusted_domains_follow_each_other, start),
        cmocka_unit_test(names_are_those_of_trusts_where_the_method_is_lacking),
        cmocka_unit_test(no_trusts_are_an_empty_list),
        cmocka_unit_test_setup(forest_has_names_and_domains, start),
        cmocka_unit_test_setup(service_tells_of_itself_at_all_levels, start),
        cmocka_unit_test_setup(first_function_of_control_has_one_level, start),
        cmocka_unit_test_setup(wrong_control_is_refused, start),
        cmocka_unit_test(server_without_the_newest_method_is_asked_by_another),
        cmocka_unit_test(operations_that_are_lacking_are_not_supported),
        cmocka_unit_test_setup(service_that_is_lacking_is_unavailable, start),
        cmocka_unit_test(answers_without_what_was_asked_for_are_refused),
        cmocka_unit_test(nothing_comes_of_answers_that_are_corrupt),
    };

    return cmocka_run_group_tests(tests, NULL, stop);
}
