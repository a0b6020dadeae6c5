/*
 * A peer that sends datagrams without end, of which none is the answer, or bytes of a stream, one by one:
 * whoever waits for it gives up in time. [RFC 1035] 4.2, [MS-ADTS] 6.3.3
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * This file stands for the datagrams of the platform, and the linker puts functions of it into the place of
 * those of streams: there is always something to receive.
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
static bool truncates; /* the answer is a datagram that says: ask by a stream */
static uint8_t asked[512];
static size_t asked_size;

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
    assert_true(size <= sizeof(asked));
    memcpy(asked, data, size);
    asked_size = size;
    return ERROR_SUCCESS;
}

/* The question, as an answer that is truncated. */
static size_t truncated_answer(uint8_t *data)
{
    assert_true(asked_size <= DATAGRAM_SIZE);
    memcpy(data, asked, asked_size);
    data[2] |= 0x82; /* QR, TC */
    return asked_size;
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
    if (truncates)
    {
        *received = truncated_answer(data);
        return ERROR_SUCCESS;
    }
    memset(data, 0, DATAGRAM_SIZE);
    *received = DATAGRAM_SIZE;
    return ERROR_SUCCESS;
}

void platform_datagrams_close(struct platform_datagrams *datagrams)
{
    (void)datagrams;
}

/* ---- Streams --------------------------------------------------------------------------------- */

uint32_t __wrap_platform_connect(struct utf16_slice host, uint16_t port, uint64_t deadline,
                                 struct platform_socket **connected, struct ip_endpoint *peer);
uint32_t __wrap_platform_send(struct platform_socket *connected, const void *data, size_t size,
                              uint64_t deadline);
uint32_t __wrap_platform_receive(struct platform_socket *connected, void *data, size_t size,
                                 size_t *received, uint64_t deadline);
void __wrap_platform_close(struct platform_socket *connected);

uint32_t __wrap_platform_connect(struct utf16_slice host, uint16_t port, uint64_t deadline,
                                 struct platform_socket **connected, struct ip_endpoint *peer)
{
    (void)peer;
    (void)host;
    (void)port;
    (void)deadline;
    *connected = NULL;
    return ERROR_SUCCESS;
}

uint32_t __wrap_platform_send(struct platform_socket *connected, const void *data, size_t size,
                              uint64_t deadline)
{
    (void)connected;
    (void)data;
    (void)size;
    (void)deadline;
    return ERROR_SUCCESS;
}

/* The longest message, whose bytes come when it is nearly too late. */
uint32_t __wrap_platform_receive(struct platform_socket *connected, void *data, size_t size,
                                 size_t *received, uint64_t deadline)
{
    (void)connected;
    (void)size;
    while (platform_now() <= deadline && deadline <= given_up && !late)
    {
    }
    late++;
    *received = late < LATE_MAX ? 1 : 0;
    memset(data, 0xFF, *received);
    return *received ? ERROR_SUCCESS : ERROR_SEM_TIMEOUT;
}

void __wrap_platform_close(struct platform_socket *connected)
{
    (void)connected;
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

static void name_server_that_sends_byte_by_byte_is_given_up(void **state)
{
    const struct dns_servers servers = { .count = 1 };
    struct arena arena = { 0 };
    struct dns_answer answer;

    (void)state;
    truncates = true;
    assert_int_equal(dns_ask(&servers, "a.domain", DNS_A, begin(), &arena, &answer),
                     ERROR_SEM_TIMEOUT);
    assert_in_range(late, 1, 2);
    truncates = false;
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
        cmocka_unit_test(name_server_that_sends_byte_by_byte_is_given_up),
        cmocka_unit_test(controller_that_floods_is_given_up),
    };

    return cmocka_run_group_tests_name("datagram_flood", tests, NULL, NULL);
}
