/*
 * A peer that sends datagrams without end, of which none is the answer: whoever waits for it gives up
 * in time. [RFC 1035] 4.2.1, [MS-ADTS] 6.3.3
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * This file stands for the datagrams of the platform: there is always one to receive.
 */
#include <string.h>

#include "dns/dns_client.h"
#include "families/directory/dc_pings.h"
#include "platform/platform.h"
#include "support/unit.h"

#define PATIENCE      50  /* ms */
#define LATE_MAX      100 /* datagrams that somebody receives who ought to have given up */
#define DATAGRAM_SIZE 64

static uint64_t given_up; /* the time at which everybody ought to have */
static unsigned int late;

/* ---- platform/platform.h --------------------------------------------------------------------- */

struct platform_datagrams
{
    bool is_open;
};

static struct platform_datagrams only;

uint32_t platform_datagrams_open(struct platform_datagrams **opened)
{
    *opened = &only;
    return ERROR_SUCCESS;
}

uint32_t platform_datagrams_add(struct platform_datagrams *datagrams,
                                const struct ip_endpoint *endpoint, size_t *peer)
{
    (void)datagrams;
    (void)endpoint;
    *peer = 0;
    return ERROR_SUCCESS;
}

uint32_t platform_datagrams_send(struct platform_datagrams *datagrams, size_t peer,
                                 const void *data, size_t size)
{
    (void)datagrams;
    (void)peer;
    (void)data;
    (void)size;
    return ERROR_SUCCESS;
}

uint32_t platform_datagrams_receive(struct platform_datagrams *datagrams, void *data, size_t size,
                                    size_t *received, size_t *peer, uint64_t deadline)
{
    (void)datagrams;
    (void)deadline;
    *received = 0;
    *peer = 0;
    late += platform_now() > given_up;
    if (late > LATE_MAX)
    {
        return ERROR_SEM_TIMEOUT;
    }
    assert_true(size >= DATAGRAM_SIZE);
    memset(data, 0, DATAGRAM_SIZE);
    *received = DATAGRAM_SIZE;
    return ERROR_SUCCESS;
}

void platform_datagrams_close(struct platform_datagrams *datagrams)
{
    (void)datagrams;
}

/* ---- Who waits ------------------------------------------------------------------------------- */

static uint64_t begin(void)
{
    given_up = platform_now() + PATIENCE;
    late = 0;
    return given_up;
}

static void name_server_that_floods_is_given_up(void **state)
{
    const struct dns_servers servers = { .count = 1 };
    struct arena arena = { 0 };
    struct dns_answer answer;

    (void)state;
    assert_int_equal(dns_ask(&servers, "a.domain", DNS_A, begin(), &arena, &answer),
                     ERROR_SEM_TIMEOUT);
    assert_in_range(late, 0, LATE_MAX - 1);
    arena_free(&arena);
}

static enum dc_fit nobody_fits(const struct netlogon_answer *answer, const void *context)
{
    (void)answer;
    (void)context;
    return DC_UNFIT;
}

static void controller_that_floods_is_given_up(void **state)
{
    const struct netlogon_ping ping = { .dns_domain = "a.domain" };
    const struct dc_question question = { .ping = &ping, .judge = nobody_fits };
    struct dns_service service = { .host = "dc.a.domain", .address_count = 1 };
    const struct dns_services services = { &service, 1 };
    struct dc_locator locator = { .deadline = begin() };
    struct dc_found found;

    (void)state;
    assert_int_equal(dc_ping(&locator, &services, &question, &found), ERROR_NO_SUCH_DOMAIN);
    assert_in_range(late, 0, LATE_MAX - 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(name_server_that_floods_is_given_up),
        cmocka_unit_test(controller_that_floods_is_given_up),
    };

    return cmocka_run_group_tests_name("datagram_flood", tests, NULL, NULL);
}
