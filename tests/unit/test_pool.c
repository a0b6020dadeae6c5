/*
 * The pool of idle connections: who gets which, when they close, and many threads at once.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <dirent.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "platform/platform.h"
#include "remote/pool.h"
#include "remote/use_table.h"
#include "support/unit.h"

#define THREADS     8
#define ROUNDS      2000
#define EXPIRING    200
#define PATIENCE_MS 60000

/* ---- Connections that count themselves ------------------------------------------------------- */

static atomic_int open_connections;

struct counting_transport
{
    struct transport transport;
    atomic_bool is_in_use;
};

static uint32_t counting_send(struct transport *transport, const void *data, size_t size,
                              uint64_t deadline)
{
    (void)transport;
    (void)data;
    (void)size;
    (void)deadline;
    return 0;
}

static void counting_close(struct transport *transport)
{
    atomic_fetch_sub(&open_connections, 1);
    free(transport);
}

static const struct transport_operations counting_operations = {
    .send = counting_send,
    .close = counting_close,
};

static struct server_key key_of(const char *name)
{
    return (struct server_key){ .name = utf16_name_from_ascii(name), .port = 445 };
}

static void connect_to_nobody(struct server_connection *connection)
{
    struct counting_transport *transport = calloc(1, sizeof(*transport));

    if (!transport)
    {
        abort();
    }
    transport->transport.operations = &counting_operations;
    connection->smb.transport = &transport->transport;
    atomic_fetch_add(&open_connections, 1);
}

static struct server_connection *make_connection(const struct server_key *key)
{
    struct server_connection *connection = calloc(1, sizeof(*connection));

    if (!connection)
    {
        abort();
    }
    connection->key = *key;
    connect_to_nobody(connection);
    return connection;
}

/* As if the connection had been idle for its time. */
static void let_expire(struct server_connection *connection)
{
    platform_monitor_enter();
    connection->idle_until = platform_now();
    platform_monitor_notify();
    platform_monitor_leave();
}

static bool comes_down_to(int count)
{
    uint64_t deadline = platform_now() + PATIENCE_MS;

    while (atomic_load(&open_connections) != count && platform_now() < deadline)
    {
        platform_monitor_enter();
        platform_monitor_wait(platform_now() + 2);
        platform_monitor_leave();
    }
    return atomic_load(&open_connections) == count;
}

static size_t count_threads(void)
{
    DIR *tasks = opendir("/proc/self/task");
    size_t count = 0;

    assert_non_null(tasks);
    while (readdir(tasks))
    {
        count++;
    }
    closedir(tasks);
    return count - 2; /* . and .. */
}

/* ---- Tests ----------------------------------------------------------------------------------- */

static void connection_comes_back_for_the_same_key_only(void **state)
{
    const struct server_key base = key_of("server");
    struct server_key others[] = { base, base, base, base, base, base };
    struct server_key same = base;
    struct server_connection *connection = make_connection(&base);

    (void)state;
    others[0].name = utf16_name_from_ascii("server2");
    others[1].address = utf16_name_from_ascii("10.0.0.1");
    others[2].port = 446;
    others[3].require_encryption = true;
    others[4].allow_guest = true;
    others[5].credentials[SHA256_SIZE - 1] = 1;
    same.name = utf16_name_from_ascii("SERVER");

    assert_null(pool_take(&base));
    pool_put(connection);
    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
    {
        assert_null(pool_take(&others[i]));
    }
    assert_ptr_equal(pool_take(&same), connection);
    assert_null(pool_take(&base));
    server_connection_free(connection);
    assert_int_equal(atomic_load(&open_connections), 0);
}

static void latest_connection_is_taken_first(void **state)
{
    const struct server_key key = key_of("server");
    struct server_connection *first = make_connection(&key);
    struct server_connection *second = make_connection(&key);

    (void)state;
    pool_put(first);
    pool_put(second);
    assert_ptr_equal(pool_take(&key), second);
    assert_ptr_equal(pool_take(&key), first);
    pool_put(first);
    pool_put(second);
    pool_clear();
    assert_int_equal(atomic_load(&open_connections), 0);
}

static void connection_stays_for_ten_seconds(void **state)
{
    const struct server_key key = key_of("server");
    struct server_connection *connection = make_connection(&key);
    uint64_t before = platform_now();

    (void)state;
    pool_put(connection);
    assert_in_range(connection->idle_until, before + 10000, platform_now() + 10000);
    pool_clear();
}

static void expired_connections_close_and_others_stay(void **state)
{
    const struct server_key key = key_of("server");
    struct server_connection *old = make_connection(&key);
    struct server_connection *young = make_connection(&key);

    (void)state;
    pool_put(old);
    pool_put(young);
    let_expire(old);
    assert_true(comes_down_to(1));
    assert_ptr_equal(pool_take(&key), young);
    assert_null(pool_take(&key));
    pool_put(young);
    let_expire(young);
    assert_true(comes_down_to(0));
    assert_null(pool_take(&key));
    pool_clear();
}

/* The thread ends with the last connection, and comes back with the next. */
static void pool_goes_on_after_it_was_cleared(void **state)
{
    const struct server_key key = key_of("server");

    (void)state;
    for (int i = 0; i < 100; i++)
    {
        struct server_connection *connection = make_connection(&key);

        pool_put(connection);
        assert_ptr_equal(pool_take(&key), connection);
        pool_put(connection);
        pool_clear();
        assert_int_equal(atomic_load(&open_connections), 0);
    }
    pool_clear();
}

static void idle_connection_tells_what_its_server_said_of_itself(void **state)
{
    const struct server_key key = key_of("named");
    const struct server_key other = key_of("other");
    const struct utf16_name name = utf16_name_from_ascii("NAMED");
    const struct utf16_name unknown = utf16_name_from_ascii("unknown");
    struct server_connection *connection = make_connection(&key);
    uint8_t guid[SERVER_GUID_SIZE] = { 0 };

    (void)state;
    memset(connection->smb.agreed.server_guid, 0xab, SERVER_GUID_SIZE);
    pool_put(connection);
    pool_put(make_connection(&other));
    assert_true(pool_find_guid(&name, guid));
    assert_int_equal(guid[0], 0xab);
    assert_int_equal(guid[SERVER_GUID_SIZE - 1], 0xab);
    assert_false(pool_find_guid(&unknown, guid));
    pool_clear();
    assert_false(pool_find_guid(&name, guid));
}

/* ---- The end of a use -------------------------------------------------------------------------- */

static void use_and_end(const char *server)
{
    const struct utf16_name name = utf16_name_from_ascii(server);
    const struct credentials credentials = { .kind = CREDENTIALS_ANONYMOUS };
    bool is_gone = false;

    assert_int_equal(use_table_add(utf16_from_name(&name), &credentials), 0);
    assert_int_equal(use_table_remove(utf16_from_name(&name), true, &is_gone), 0);
    assert_true(is_gone);
    pool_close(&name);
}

static void end_of_a_use_closes_what_is_idle_whoever_is_logged_on(void **state)
{
    const struct server_key key = key_of("used");
    const struct server_key other = key_of("other");
    struct server_key as_another = key;

    (void)state;
    as_another.credentials[0] = 1;
    pool_put(make_connection(&key));
    pool_put(make_connection(&as_another));
    pool_put(make_connection(&other));
    use_and_end("USED");
    assert_int_equal(atomic_load(&open_connections), 1);
    pool_clear();
}

static void connection_that_was_busy_when_its_use_ended_is_not_kept(void **state)
{
    const struct server_key key = key_of("ended");
    struct server_connection *connection = make_connection(&key);

    (void)state;
    connection->uses = use_table_generation();
    use_and_end("ended");
    assert_int_equal(atomic_load(&open_connections), 1); /* it is still with somebody */
    pool_put(connection);
    assert_int_equal(atomic_load(&open_connections), 0);
    assert_null(pool_take(&key));
    /* One that a later call has is. */
    connection = make_connection(&key);
    connection->uses = use_table_generation();
    pool_put(connection);
    assert_ptr_equal(pool_take(&key), connection);
    server_connection_free(connection);
}

/* ---- Many threads ---------------------------------------------------------------------------- */

static atomic_int shared_uses;

static void *take_and_put(void *argument)
{
    const struct server_key *keys = argument;

    for (int i = 0; i < ROUNDS; i++)
    {
        const struct server_key *key = &keys[i % 3];
        struct server_connection *connection = pool_take(key);
        struct counting_transport *transport = NULL;

        if (!connection)
        {
            connection = make_connection(key);
        }
        transport = (struct counting_transport *)connection->smb.transport;
        if (atomic_exchange(&transport->is_in_use, true))
        {
            atomic_fetch_add(&shared_uses, 1);
        }
        atomic_store(&transport->is_in_use, false);
        if (i % 50 == 49)
        {
            server_connection_free(connection);
        }
        else
        {
            pool_put(connection);
        }
    }
    return NULL;
}

static void many_threads_never_share_a_connection(void **state)
{
    struct server_key keys[] = { key_of("one"), key_of("two"), key_of("three") };
    const struct server_key unused = key_of("unused");
    struct server_connection *expiring[EXPIRING];
    pthread_t threads[THREADS];

    (void)state;
    for (size_t i = 0; i < EXPIRING; i++)
    {
        expiring[i] = make_connection(&unused);
        pool_put(expiring[i]);
    }
    for (size_t i = 0; i < THREADS; i++)
    {
        assert_int_equal(pthread_create(&threads[i], NULL, take_and_put, keys), 0);
    }
    /* The thread of the pool is kept busy meanwhile. */
    for (size_t i = 0; i < EXPIRING; i++)
    {
        let_expire(expiring[i]);
    }
    for (size_t i = 0; i < THREADS; i++)
    {
        pthread_join(threads[i], NULL);
    }
    pool_clear();
    assert_int_equal(atomic_load(&shared_uses), 0);
    assert_int_equal(atomic_load(&open_connections), 0);
}

/* A thread that has said its last may still be there for a moment. */
static bool threads_come_down_to(size_t count)
{
    const uint64_t deadline = platform_now() + PATIENCE_MS;

    while (count_threads() > count && platform_now() < deadline)
    {
        platform_monitor_enter();
        platform_monitor_wait(platform_now() + 1);
        platform_monitor_leave();
    }
    return count_threads() == count;
}

/* So that a call on an open connection never has to make one. */
static void the_thread_stays_for_a_connection_that_is_with_somebody(void **state)
{
    const struct server_key key = key_of("server");
    struct server_connection *connection = NULL;

    (void)state;
    assert_true(threads_come_down_to(1));
    connection = server_connection_new(&key);
    assert_non_null(connection);
    connect_to_nobody(connection);
    pool_put(connection);
    assert_int_equal(count_threads(), 2);
    assert_ptr_equal(pool_take(&key), connection);
    for (int i = 0; i < 20; i++)
    {
        platform_monitor_enter();
        platform_monitor_notify();
        platform_monitor_wait(platform_now() + 1);
        platform_monitor_leave();
        assert_int_equal(count_threads(), 2);
    }
    server_connection_free(connection);
    assert_true(threads_come_down_to(1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(connection_comes_back_for_the_same_key_only),
        cmocka_unit_test(latest_connection_is_taken_first),
        cmocka_unit_test(connection_stays_for_ten_seconds),
        cmocka_unit_test(expired_connections_close_and_others_stay),
        cmocka_unit_test(pool_goes_on_after_it_was_cleared),
        cmocka_unit_test(idle_connection_tells_what_its_server_said_of_itself),
        cmocka_unit_test(end_of_a_use_closes_what_is_idle_whoever_is_logged_on),
        cmocka_unit_test(connection_that_was_busy_when_its_use_ended_is_not_kept),
        cmocka_unit_test(many_threads_never_share_a_connection),
        cmocka_unit_test(the_thread_stays_for_a_connection_that_is_with_somebody),
    };

    return cmocka_run_group_tests_name("pool", tests, NULL, NULL);
}
