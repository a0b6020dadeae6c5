/*
 * The search for a domain controller, of which none answers: it has one deadline, however many are asked,
 * and however often the search begins anew.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * This file stands for the datagrams of the platform, of which none ever comes, and for the clock, which
 * moves only while somebody waits for one.
 */
#include <string.h>

#include "base/status.h"
#include "families/directory/dc_cache.h"
#include "families/directory/dc_find.h"
#include "families/directory/dc_flags.h"
#include "families/directory/dc_pings.h"
#include "platform/platform.h"
#include "platform/posix.h"
#include "support/hosts.h"
#include "support/unit.h"

#define PATIENCE 3000 /* ms: ConnectTimeout */

/* ---- platform/platform.h ---------------------------------------------------------------------- */

static uint64_t now = 100000000;
static unsigned int sent;

uint64_t __wrap_platform_now(void);

uint64_t __wrap_platform_now(void)
{
    return now;
}

struct platform_datagrams
{
    size_t peers;
};

static struct platform_datagrams only;

uint32_t platform_datagrams_open(struct platform_datagrams **opened)
{
    only.peers = 0;
    *opened = &only;
    return ERROR_SUCCESS;
}

uint32_t platform_datagrams_add(struct platform_datagrams *datagrams,
                                const struct ip_endpoint *endpoint, size_t *peer)
{
    (void)endpoint;
    *peer = datagrams->peers++;
    return ERROR_SUCCESS;
}

uint32_t platform_datagrams_send(struct platform_datagrams *datagrams, size_t peer,
                                 const void *data, size_t size)
{
    (void)datagrams;
    (void)peer;
    (void)data;
    (void)size;
    sent++;
    return ERROR_SUCCESS;
}

uint32_t platform_datagrams_receive(struct platform_datagrams *datagrams, void *data, size_t size,
                                    size_t *received, size_t *peer, uint64_t deadline)
{
    (void)datagrams;
    (void)data;
    (void)size;
    *received = 0;
    *peer = 0;
    now = deadline > now ? deadline : now;
    return ERROR_SEM_TIMEOUT;
}

void platform_datagrams_close(struct platform_datagrams *datagrams)
{
    (void)datagrams;
}

/* ---- The search ------------------------------------------------------------------------------- */

static int set_up(void **state)
{
    (void)state;
    posix_config_set(NULL, "ConnectTimeout", "3000");
    posix_config_set(NULL, "NameServers", "127.0.0.1 127.0.0.2");
    sent = 0;
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    dc_cache_forget();
    posix_config_clear();
    return 0;
}

/* The controller that was found before is asked first, whether it is still there. */
static void a_search_that_begins_anew_has_the_time_that_is_left(void **state)
{
    const struct dc_key key = { .domain = utf16_name_from_ascii("a.test"),
                                .flags = DS_IS_DNS_NAME };
    const struct dc_request request = { .domain = text_of("a.test"), .flags = DS_IS_DNS_NAME };
    struct dc_found found = { .host = "127.0.0.1", .answer = { .flags = DS_CLOSEST_FLAG } };
    const uint64_t start = now;
    struct dc_info info;

    (void)state;
    found.answer.dns_domain = key.domain;
    dc_cache_keep(&key, platform_generation(), now - DC_CACHE_FRESH, &found, false);
    assert_int_equal(dc_cache_find(&key, platform_generation(), now, &found), DC_AGE_OLD);
    assert_int_equal(dc_find(&request, &info), ERROR_NO_SUCH_DOMAIN);
    assert_true(sent > 1);
    assert_in_range(now - start, 1, PATIENCE);
}

static enum dc_fit everybody_fits(const struct netlogon_answer *answer, const void *context)
{
    (void)answer;
    (void)context;
    return DC_PREFERRED;
}

static void any_number_of_controllers_have_one_deadline(void **state)
{
    const struct netlogon_ping ping = { .dns_domain = "a.test" };
    const struct dc_question question = { .ping = &ping, .judge = everybody_fits };
    static struct dns_service items[100];
    const struct dns_services services = { items, COUNT(items) };
    struct dc_locator locator = { .deadline = now + PATIENCE };
    const uint64_t start = now;
    struct dc_found found;

    (void)state;
    for (size_t i = 0; i < COUNT(items); i++)
    {
        items[i].host[0] = 'a';
        items[i].address_count = 2;
    }
    assert_int_equal(dc_ping(&locator, &services, &question, &found), ERROR_NO_SUCH_DOMAIN);
    assert_in_range(now - start, PATIENCE / 2, PATIENCE);
    assert_in_range(sent, 10, COUNT(items));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_search_that_begins_anew_has_the_time_that_is_left, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(any_number_of_controllers_have_one_deadline, set_up,
                                        tear_down),
    };

    return cmocka_run_group_tests_name("silent_controllers", tests, NULL, NULL);
}
