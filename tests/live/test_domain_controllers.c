/*
 * Domain controllers that are found by the DNS and by pings, against tests/bed/domain-server.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdio.h>

#include "families/directory/dc_cache.h"
#include "families/directory/dc_find.h"
#include "families/directory/dc_flags.h"
#include "families/directory/dc_list.h"
#include "platform/posix.h"
#include "support/helper.h"
#include "support/live.h"
#include "support/utf16_literal.h"

#define UF_NORMAL_ACCOUNT 0x200

static struct helper *server;

/* ---- The server ------------------------------------------------------------------------------ */

static void configure(void)
{
    char servers[32];

    posix_config_clear();
    snprintf(servers, sizeof(servers), "127.0.0.1:%s", helper_value(server, "DNS_PORT"));
    posix_config_set(NULL, "NameServers", servers);
    posix_config_set(NULL, "LdapPort", helper_value(server, "LDAP_PORT"));
}

/* The arguments end with NULL. */
#define START(...) start((const char *const[]){ __VA_ARGS__ })

static void start(const char *const *arguments)
{
    helper_stop(server);
    dc_cache_forget();
    server = helper_start("domain-server", arguments);
    assert_non_null(server);
    configure();
}

static int stop(void **state)
{
    (void)state;
    helper_stop(server);
    server = NULL;
    dc_cache_forget();
    posix_config_clear();
    return 0;
}

/* ---- Requests -------------------------------------------------------------------------------- */

static const struct utf16_slice domain = U("bed.test");
static const struct utf16_slice flat_domain = U("BEDTEST");
static const struct utf16_slice unknown = U("other.test");

static uint32_t find(struct utf16_slice name, uint32_t flags, struct dc_info *info)
{
    const struct dc_request request = { .domain = name, .flags = flags };

    assert_int_equal(dc_request_check(&request), ERROR_SUCCESS);
    return dc_find(&request, info);
}

static void assert_name(const struct utf16_name *name, const char *expected)
{
    char text[NAME_LENGTH_MAX * 3 + 1];

    assert_true(utf16_to_utf8(utf16_from_name(name), text, sizeof(text)));
    assert_string_equal(text, expected);
}

static void assert_finds(uint32_t flags, const char *controller)
{
    struct dc_info info;

    assert_int_equal(find(domain, flags | DS_FORCE_REDISCOVERY, &info), ERROR_SUCCESS);
    assert_name(&info.controller, controller);
}

static void assert_nothing(const struct dc_info *info)
{
    const struct dc_info nothing = { .flags = 0 };

    assert_memory_equal(info, &nothing, sizeof(nothing));
}

/* ---- What is found --------------------------------------------------------------------------- */

static void controller_tells_all_of_its_domain(void **state)
{
    struct dc_info info;

    (void)state;
    START(NULL);
    assert_int_equal(find(domain, 0, &info), ERROR_SUCCESS);
    assert_name(&info.controller, "dc1.bed.test");
    assert_name(&info.address, "127.0.0.1");
    assert_name(&info.domain, "bed.test");
    assert_name(&info.forest, "forest.test");
    assert_name(&info.site, "Far");
    assert_name(&info.client_site, "Far");
    assert_int_equal(info.address_type, DS_INET_ADDRESS);
    assert_int_equal(info.flags, DS_DNS_CONTROLLER_FLAG | DS_DNS_DOMAIN_FLAG | DS_DNS_FOREST_FLAG |
                                     DS_PDC_FLAG | DS_GC_FLAG | DS_LDAP_FLAG | DS_DS_FLAG |
                                     DS_KDC_FLAG | DS_TIMESERV_FLAG | DS_WRITABLE_FLAG |
                                     DS_CLOSEST_FLAG | DS_FULL_SECRET_DOMAIN_6_FLAG | DS_WS_FLAG);
    for (uint8_t i = 0; i < DC_GUID_SIZE; i++)
    {
        assert_int_equal(info.domain_guid[i], i);
    }
}

static void ping_says_what_is_wanted(void **state)
{
    const struct dc_request request = { .domain = domain,
                                        .account = (struct utf16_slice)U("alice"),
                                        .account_control = UF_NORMAL_ACCOUNT };
    struct dc_info info;
    const char *ping = NULL;

    (void)state;
    START(NULL);
    assert_int_equal(dc_find(&request, &info), ERROR_SUCCESS);
    ping = helper_wait_value(server, "PING1");
    assert_non_null(ping);
    assert_non_null(strstr(ping, "dc1: DnsDomain=bed.test Host="));
    assert_non_null(strstr(ping, " User=alice AAC=10000000 NtVer=16000001"));
}

static void flags_choose_the_controller(void **state)
{
    (void)state;
    START(NULL);
    assert_finds(0, "dc1.bed.test");
    assert_finds(DS_PDC_REQUIRED, "dc1.bed.test");
    assert_finds(DS_KDC_REQUIRED, "dc1.bed.test");
    assert_finds(DS_ONLY_LDAP_NEEDED, "dc1.bed.test");
    assert_finds(DS_DIRECTORY_SERVICE_8_REQUIRED, "dc2.bed.test");
}

static void preference_counts_among_those_that_are_equally_near(void **state)
{
    /* There is no such site: so it is all of the domain, without regard to where this computer is. */
    struct dc_request request = { .domain = domain,
                                  .site = (struct utf16_slice)U("Nowhere"),
                                  .flags = DS_GOOD_TIMESERV_PREFERRED };
    struct dc_info info;

    (void)state;
    START(NULL);
    assert_int_equal(dc_find(&request, &info), ERROR_SUCCESS);
    assert_name(&info.controller, "dc2.bed.test");
    assert_finds(DS_GOOD_TIMESERV_PREFERRED, "dc1.bed.test");
}

static void controller_that_nobody_is_is_not_found(void **state)
{
    struct dc_info info;

    (void)state;
    START(NULL);
    assert_int_equal(find(domain, DS_DIRECTORY_SERVICE_10_REQUIRED, &info), ERROR_NO_SUCH_DOMAIN);
    assert_nothing(&info);
    assert_int_equal(find(unknown, 0, &info), ERROR_NO_SUCH_DOMAIN);
    assert_nothing(&info);
}

static void global_catalog_is_searched_for_by_the_forest(void **state)
{
    struct dc_info info;

    (void)state;
    START(NULL);
    assert_int_equal(find((struct utf16_slice)U("forest.test"), DS_GC_SERVER_REQUIRED, &info),
                     ERROR_SUCCESS);
    assert_name(&info.controller, "dc1.bed.test");
    assert_int_equal(find(domain, DS_GC_SERVER_REQUIRED, &info), ERROR_NO_SUCH_DOMAIN);
}

static void names_are_of_the_kind_that_is_asked_for(void **state)
{
    struct dc_info info;

    (void)state;
    START(NULL);
    assert_int_equal(find(domain, DS_RETURN_FLAT_NAME, &info), ERROR_SUCCESS);
    assert_name(&info.controller, "DC1");
    assert_name(&info.domain, "BEDTEST");
    assert_int_equal(info.flags & (DS_DNS_CONTROLLER_FLAG | DS_DNS_DOMAIN_FLAG), 0);
    assert_int_equal(info.flags & DS_DNS_FOREST_FLAG, DS_DNS_FOREST_FLAG);
    assert_int_equal(find((struct utf16_slice)U("BED.Test."), 0, &info), ERROR_SUCCESS);
    assert_name(&info.domain, "bed.test");
}

static void older_forms_of_the_answer_are_understood(void **state)
{
    struct dc_info info;

    (void)state;
    START("--form", "sam", NULL);
    assert_int_equal(find(domain, DS_PDC_REQUIRED, &info), ERROR_SUCCESS);
    assert_name(&info.controller, "dc1.bed.test");
    assert_name(&info.forest, "forest.test");
    assert_name(&info.site, "");
    assert_int_equal(find(domain, DS_RETURN_FLAT_NAME, &info), ERROR_SUCCESS);
    assert_name(&info.controller, "DC1");
}

/* ---- Flat names ------------------------------------------------------------------------------ */

static void flat_name_is_found_by_the_configuration(void **state)
{
    struct dc_info info;

    (void)state;
    START(NULL);
    assert_int_equal(find(flat_domain, DS_IS_FLAT_NAME, &info), ERROR_NO_SUCH_DOMAIN);
    posix_config_set("BEDTEST", "Address", "127.0.0.2");
    assert_int_equal(find(flat_domain, DS_IS_FLAT_NAME, &info), ERROR_SUCCESS);
    assert_name(&info.controller, "DC2");
    assert_name(&info.domain, "BEDTEST");
    assert_int_equal(find(flat_domain, DS_RETURN_DNS_NAME, &info), ERROR_SUCCESS);
    assert_name(&info.controller, "dc2.bed.test");
    assert_name(&info.domain, "bed.test");
    /* Whose name that is is asked, not believed. */
    posix_config_set("OTHER", "Address", "127.0.0.2");
    assert_int_equal(find((struct utf16_slice)U("OTHER"), DS_IS_FLAT_NAME, &info),
                     ERROR_NO_SUCH_DOMAIN);
}

static void flat_name_is_known_from_an_earlier_search(void **state)
{
    struct dc_info info;

    (void)state;
    START(NULL);
    assert_int_equal(find(domain, 0, &info), ERROR_SUCCESS);
    assert_int_equal(find(flat_domain, DS_IS_FLAT_NAME, &info), ERROR_SUCCESS);
    assert_name(&info.controller, "DC1");
    assert_int_equal(find(flat_domain, DS_IS_DNS_NAME, &info), ERROR_NO_SUCH_DOMAIN);
}

static void dns_name_may_be_configured_too(void **state)
{
    struct dc_info info;

    (void)state;
    START(NULL);
    posix_config_set("bed.test", "Address", "127.0.0.2");
    assert_int_equal(find(domain, 0, &info), ERROR_SUCCESS);
    assert_name(&info.controller, "dc2.bed.test");
}

/* ---- Sites ----------------------------------------------------------------------------------- */

static void controller_that_is_near_is_preferred(void **state)
{
    struct dc_info info;

    (void)state;
    START("--near", NULL);
    assert_int_equal(find(domain, 0, &info), ERROR_SUCCESS);
    assert_name(&info.controller, "dc2.bed.test");
    assert_name(&info.client_site, "Near");
    assert_int_equal(info.flags & DS_CLOSEST_FLAG, DS_CLOSEST_FLAG);
    assert_finds(DS_PDC_REQUIRED, "dc1.bed.test");
}

static void site_of_the_caller_s_choice_comes_first(void **state)
{
    struct dc_request request = { .domain = domain, .site = (struct utf16_slice)U("Near") };
    struct dc_info info;

    (void)state;
    START(NULL);
    assert_int_equal(dc_find(&request, &info), ERROR_SUCCESS);
    assert_name(&info.controller, "dc2.bed.test");
    assert_name(&info.site, "Near");
    request.site = (struct utf16_slice)U("Nowhere");
    assert_int_equal(dc_find(&request, &info), ERROR_SUCCESS);
    assert_name(&info.controller, "dc1.bed.test");
}

/* ---- Accounts -------------------------------------------------------------------------------- */

static void account_has_to_be_there(void **state)
{
    struct dc_request request = { .domain = domain, .account = (struct utf16_slice)U("nobody") };
    struct dc_info info;

    (void)state;
    START(NULL);
    assert_int_equal(dc_find(&request, &info), ERROR_NO_SUCH_USER);
    assert_nothing(&info);
    request.account = (struct utf16_slice)U("alice");
    assert_int_equal(dc_find(&request, &info), ERROR_SUCCESS);
}

/* ---- The cache ------------------------------------------------------------------------------- */

static void end_server_and_keep_configuration(void)
{
    helper_stop(server);
    server = NULL;
}

static void found_controller_is_kept_unless_rediscovery_is_forced(void **state)
{
    struct dc_info info;

    (void)state;
    START(NULL);
    assert_int_equal(find(domain, 0, &info), ERROR_SUCCESS);
    end_server_and_keep_configuration();
    assert_int_equal(find(domain, 0, &info), ERROR_SUCCESS);
    assert_name(&info.controller, "dc1.bed.test");
    assert_int_equal(find((struct utf16_slice)U("BED.TEST"), DS_RETURN_FLAT_NAME, &info),
                     ERROR_SUCCESS);
    assert_int_equal(find(domain, DS_FORCE_REDISCOVERY, &info), ERROR_NO_SUCH_DOMAIN);
    /* Which is what is known now. */
    assert_int_equal(find(domain, 0, &info), ERROR_NO_SUCH_DOMAIN);
}

static void change_of_the_configuration_ends_what_is_kept(void **state)
{
    struct dc_info info;

    (void)state;
    START(NULL);
    assert_int_equal(find(domain, 0, &info), ERROR_SUCCESS);
    end_server_and_keep_configuration();
    posix_config_set(NULL, "ConnectTimeout", "1000");
    assert_int_equal(find(domain, 0, &info), ERROR_NO_SUCH_DOMAIN);
}

/* ---- Networks that do not behave ------------------------------------------------------------- */

static void one_finds(const char *first, const char *second)
{
    struct dc_info info;

    START(first, second, NULL);
    assert_int_equal(find(domain, 0, &info), ERROR_SUCCESS);
    assert_name(&info.controller, "dc1.bed.test");
}

static void answers_by_stream_are_fetched(void **state)
{
    (void)state;
    one_finds("--truncate", NULL);
}

static void addresses_are_asked_for_where_they_are_missing(void **state)
{
    (void)state;
    one_finds("--no-additional", NULL);
    one_finds("--no-additional", "--truncate");
}

static void aliases_are_followed(void **state)
{
    (void)state;
    one_finds("--alias", NULL);
}

static void datagrams_that_answer_something_else_are_passed_over(void **state)
{
    (void)state;
    one_finds("--stray", NULL);
}

static void lost_datagrams_are_sent_again(void **state)
{
    struct dc_info info;

    (void)state;
    START("--lose", "1", NULL);
    assert_int_equal(find(domain, DS_PDC_REQUIRED, &info), ERROR_SUCCESS);
    assert_name(&info.controller, "dc1.bed.test");
}

static void slow_controller_is_not_waited_for(void **state)
{
    struct dc_info info;

    (void)state;
    START("--delay", "6000", NULL);
    assert_int_equal(find(domain, 0, &info), ERROR_SUCCESS);
    assert_name(&info.controller, "dc2.bed.test");
}

static void controller_that_pauses_is_not_taken(void **state)
{
    struct dc_info info;

    (void)state;
    START("--paused", NULL);
    assert_int_equal(find(domain, 0, &info), ERROR_SUCCESS);
    assert_name(&info.controller, "dc2.bed.test");
}

static void search_ends_in_time_where_nobody_answers(void **state)
{
    struct dc_info info;
    const uint64_t begin = platform_now();

    (void)state;
    START("--silent", NULL);
    posix_config_set(NULL, "ConnectTimeout", "500");
    assert_int_equal(find(domain, 0, &info), ERROR_NO_SUCH_DOMAIN);
    assert_true(platform_now() - begin < 10000);
}

static void next_name_server_is_asked_where_one_is_dead(void **state)
{
    char servers[64];
    struct dc_info info;

    (void)state;
    START(NULL);
    snprintf(servers, sizeof(servers), "127.0.0.3:9, 127.0.0.1:%s",
             helper_value(server, "DNS_PORT"));
    posix_config_set(NULL, "NameServers", servers);
    assert_int_equal(find(domain, 0, &info), ERROR_SUCCESS);
}

/* ---- Lists ----------------------------------------------------------------------------------- */

static void assert_next(struct dc_list *list, const char *host)
{
    struct dns_service *service = NULL;

    assert_int_equal(dc_list_next(list, &service), ERROR_SUCCESS);
    assert_string_equal(service->host, host);
    dc_list_find_addresses(list, service);
    assert_int_equal(service->address_count, 1);
}

static void list_has_those_of_the_site_first(void **state)
{
    struct dc_list_request request = { .domain = domain,
                                       .site = (struct utf16_slice)U("Near"),
                                       .options = DC_LIST_NOTIFY_AFTER_SITE_RECORDS };
    struct dns_service *service = NULL;
    struct dc_list *list = NULL;

    (void)state;
    START(NULL);
    assert_int_equal(dc_list_open(&request, &list), ERROR_SUCCESS);
    assert_next(list, "dc2.bed.test");
    assert_int_equal(dc_list_next(list, &service), ERROR_FILEMARK_DETECTED);
    assert_next(list, "dc1.bed.test");
    assert_next(list, "dc2.bed.test");
    assert_int_equal(dc_list_next(list, &service), ERROR_NO_MORE_ITEMS);
    dc_list_close(list);

    request.options = DC_LIST_ONLY_DO_SITE_NAME;
    assert_int_equal(dc_list_open(&request, &list), ERROR_SUCCESS);
    assert_next(list, "dc2.bed.test");
    assert_int_equal(dc_list_next(list, &service), ERROR_NO_MORE_ITEMS);
    dc_list_close(list);
}

static void list_of_a_domain_that_was_renamed_goes_by_its_guid(void **state)
{
    uint8_t guid[DC_GUID_SIZE];
    const struct dc_list_request request = { .domain = unknown,
                                             .forest = (struct utf16_slice)U("forest.test"),
                                             .domain_guid = guid };
    struct dc_list *list = NULL;

    (void)state;
    START(NULL);
    for (uint8_t i = 0; i < DC_GUID_SIZE; i++)
    {
        guid[i] = i;
    }
    assert_int_equal(dc_list_open(&request, &list), ERROR_SUCCESS);
    assert_next(list, "dc1.bed.test");
    dc_list_close(list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(controller_tells_all_of_its_domain, stop),
        cmocka_unit_test_teardown(ping_says_what_is_wanted, stop),
        cmocka_unit_test_teardown(flags_choose_the_controller, stop),
        cmocka_unit_test_teardown(preference_counts_among_those_that_are_equally_near, stop),
        cmocka_unit_test_teardown(controller_that_nobody_is_is_not_found, stop),
        cmocka_unit_test_teardown(global_catalog_is_searched_for_by_the_forest, stop),
        cmocka_unit_test_teardown(names_are_of_the_kind_that_is_asked_for, stop),
        cmocka_unit_test_teardown(older_forms_of_the_answer_are_understood, stop),
        cmocka_unit_test_teardown(flat_name_is_found_by_the_configuration, stop),
        cmocka_unit_test_teardown(flat_name_is_known_from_an_earlier_search, stop),
        cmocka_unit_test_teardown(dns_name_may_be_configured_too, stop),
        cmocka_unit_test_teardown(controller_that_is_near_is_preferred, stop),
        cmocka_unit_test_teardown(site_of_the_caller_s_choice_comes_first, stop),
        cmocka_unit_test_teardown(account_has_to_be_there, stop),
        cmocka_unit_test_teardown(found_controller_is_kept_unless_rediscovery_is_forced, stop),
        cmocka_unit_test_teardown(change_of_the_configuration_ends_what_is_kept, stop),
        cmocka_unit_test_teardown(answers_by_stream_are_fetched, stop),
        cmocka_unit_test_teardown(addresses_are_asked_for_where_they_are_missing, stop),
        cmocka_unit_test_teardown(aliases_are_followed, stop),
        cmocka_unit_test_teardown(datagrams_that_answer_something_else_are_passed_over, stop),
        cmocka_unit_test_teardown(lost_datagrams_are_sent_again, stop),
        cmocka_unit_test_teardown(slow_controller_is_not_waited_for, stop),
        cmocka_unit_test_teardown(controller_that_pauses_is_not_taken, stop),
        cmocka_unit_test_teardown(search_ends_in_time_where_nobody_answers, stop),
        cmocka_unit_test_teardown(next_name_server_is_asked_where_one_is_dead, stop),
        cmocka_unit_test_teardown(list_has_those_of_the_site_first, stop),
        cmocka_unit_test_teardown(list_of_a_domain_that_was_renamed_goes_by_its_guid, stop),
    };

    return cmocka_run_group_tests_name("domain_controllers", tests, NULL, NULL);
}
