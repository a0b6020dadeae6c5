/*
 * What stays in memory of passwords, hashes and keys.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The library works in a process of its own, which stops where it is told to, while the test, which
 * knows all secrets, searches that process's memory. It knows the keys from the server, which can
 * be made to print them.
 */
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/wipe.h"
#include "families/use/use_values.h"
#include "families/use/uses.h"
#include "platform/platform.h"
#include "platform/posix.h"
#include "remote/pool.h"
#include "support/live.h"
#include "support/memory_search.h"
#include "support/secrets.h"
#include "support/session_calls.h"

#define WORK      "--work"
#define LOG_SIZE  65536
#define PART_SIZE 8

/* ---- The process that works ------------------------------------------------------------------ */

/* Where it stops, one after the other. */
enum stage
{
    STAGE_CONFIGURED, /* the system's store, or the order, has the password */
    STAGE_CALLED,     /* a call has been made; its connection is idle in the pool */
    STAGE_CLOSED,     /* the connection is closed, and the store forgotten */
    STAGES,
};

/* What it is told. */
struct order
{
    uint16_t port;
    uint32_t expected; /* of the call */
    bool uses;         /* as NetUseAdd does it, without the system's store */
    char user[64];
    char password[64];
};

/* Says that a stage is reached, and waits to be sent on. */
static bool stop_at(enum stage stage)
{
    const char reached = (char)stage;
    char word = 0;

    return write(STDOUT_FILENO, &reached, 1) == 1 && read(STDIN_FILENO, &word, 1) == 1;
}

/* A call with a password that the system keeps. */
static int work_with_store(struct order *order)
{
    struct info_answer answer;
    uint32_t expected = order->expected;

    posix_credential_set(SERVER, order->user, order->password);
    wipe(order, sizeof(*order));
    if (!stop_at(STAGE_CONFIGURED) || enum_sessions(SERVER, NULL, NULL, 1, &answer) != expected)
    {
        return 1;
    }
    answer_free(&answer);
    if (!stop_at(STAGE_CALLED))
    {
        return 1;
    }
    pool_clear();
    posix_config_clear();
    return !stop_at(STAGE_CLOSED);
}

/* A call with a password that the program gives itself. */
static int work_with_use(struct order *order)
{
    struct utf16_name remote = utf16_name_from_ascii("\\\\" SERVER);
    struct utf16_name user = utf16_name_from_ascii(order->user);
    struct utf16_name password = { .length = 0 };
    struct uses_request request = {
        .remote = utf16_from_name(&remote),
        .type = USE_IPC,
        .user = utf16_from_name(&user),
    };
    struct info_answer answer;
    uint32_t expected = order->expected;
    uint32_t parameter = 0;

    /* In place: a function that returns a name may leave a copy of it on the stack. */
    utf16_name_append_ascii(&password, order->password);
    request.password = utf16_from_name(&password);
    if (!stop_at(STAGE_CONFIGURED) || uses_add(&request, &parameter) != expected)
    {
        return 1;
    }
    wipe(order, sizeof(*order));
    wipe(&password, sizeof(password));
    if (enum_sessions(SERVER, NULL, NULL, 1, &answer) != expected)
    {
        return 1;
    }
    answer_free(&answer);
    if (!stop_at(STAGE_CALLED) || uses_delete(utf16_from_name(&remote), USE_NOFORCE))
    {
        return 1;
    }
    return !stop_at(STAGE_CLOSED);
}

static int work(void)
{
    struct order order;

    if (read(STDIN_FILENO, &order, sizeof(order)) != sizeof(order))
    {
        return 1;
    }
    bed_configure_port(SERVER, order.port);
    return order.uses ? work_with_use(&order) : work_with_store(&order);
}

/* ---- The test's end of it -------------------------------------------------------------------- */

static struct secret secrets[SECRETS];

static struct
{
    pid_t process;
    int to;
    int from;
    int log; /* what it logs, at the highest level */
} worker;

static void worker_await(enum stage stage)
{
    char reached = STAGES;

    assert_int_equal(read(worker.from, &reached, 1), 1);
    assert_int_equal(reached, stage);
}

static void worker_send_on(enum stage stage)
{
    assert_int_equal(write(worker.to, "", 1), 1);
    worker_await(stage);
}

/* Has a worker call the server as `user`, which must give `expected`. */
static void worker_start_with(bool uses, const char *user, const char *password, uint32_t expected)
{
    struct order order = { .port = bed_port(bed), .expected = expected, .uses = uses };
    char path[PATH_MAX] = "";
    int to[2];
    int from[2];

    snprintf(order.user, sizeof(order.user), "%s", user);
    snprintf(order.password, sizeof(order.password), "%s", password);
    assert_true(readlink("/proc/self/exe", path, sizeof(path) - 1) > 0);
    assert_int_equal(pipe2(to, O_CLOEXEC) | pipe2(from, O_CLOEXEC), 0);
    worker.log = memfd_create("log", MFD_CLOEXEC);
    worker.process = fork();
    if (!worker.process)
    {
        setenv("NETAPI32_DEBUG", "1", 1);
        dup2(to[0], STDIN_FILENO);
        dup2(from[1], STDOUT_FILENO);
        dup2(worker.log, STDERR_FILENO);
        execl(path, path, WORK, NULL);
        _exit(127);
    }
    close(to[0]);
    close(from[1]);
    worker.to = to[1];
    worker.from = from[0];
    assert_int_equal(write(worker.to, &order, sizeof(order)), sizeof(order));
    worker_await(STAGE_CONFIGURED);
}

static void worker_start(const char *user, const char *password, uint32_t expected)
{
    worker_start_with(false, user, password, expected);
}

static int worker_stop(void **state)
{
    int status = 0;

    (void)state;
    close(worker.to);
    close(worker.from);
    close(worker.log);
    waitpid(worker.process, &status, 0);
    return 0;
}

/* ---- What is found --------------------------------------------------------------------------- */

/* Looks for both halves, so that a copy that is half overwritten is found as well; and for what HMAC
 * makes of a key, which is as good as the key (RFC 2104). */
static bool is_in_memory(enum secret_id id)
{
    static const uint8_t forms[] = { 0, 0x36, 0x5C };
    const struct secret *secret = &secrets[id];
    const size_t half = secret->size / 2;
    unsigned int found = 0;

    for (size_t i = 0; i < COUNT(forms); i++)
    {
        uint8_t form[SECRET_SIZE_MAX];

        for (size_t k = 0; k < secret->size; k++)
        {
            form[k] = secret->data[k] ^ forms[i];
        }
        found += memory_count(worker.process, (struct bytes){ form, half });
        found += memory_count(worker.process, (struct bytes){ form + half, half });
    }
    return found != 0;
}

static void assert_not_in_memory(enum secret_id first, enum secret_id last)
{
    bool found = false;

    for (enum secret_id id = first; id <= last; id++)
    {
        if (is_in_memory(id))
        {
            print_error("still in memory: %s\n", secrets[id].name);
            found = true;
        }
    }
    assert_false(found);
}

/* From the password alone to what is used with it, at each stage. */
static void assert_connection_leaves_no_secrets(void)
{
    secrets_of_user(secrets, "admin", bed_password(bed, "admin"));
    worker_start("admin", bed_password(bed, "admin"), ERROR_SUCCESS);
    assert_true(is_in_memory(SECRET_PASSWORD)); /* so the search finds what is there */

    worker_send_on(STAGE_CALLED);
    secrets_of_connection(secrets, bed);
    assert_true(is_in_memory(SECRET_SIGNING_KEY));
    assert_not_in_memory(SECRET_PASSWORD_UTF16, SECRET_SESSION_KEY);

    worker_send_on(STAGE_CLOSED);
    assert_not_in_memory(SECRET_PASSWORD, SECRET_DECRYPTION_KEY);
}

static void signed_connection_leaves_no_secrets_in_memory(void **state)
{
    (void)state;
    bed_set_options(bed, "smb encrypt = default");
    assert_connection_leaves_no_secrets();
}

static void encrypted_connection_leaves_no_secrets_in_memory(void **state)
{
    (void)state;
    bed_set_options(bed, "smb encrypt = required");
    assert_connection_leaves_no_secrets();
}

/* HMAC keeps its key in other forms than ciphers do. */
static void connection_signed_with_hmac_leaves_no_secrets_in_memory(void **state)
{
    (void)state;
    bed_set_options(bed, "smb encrypt = default\nserver smb3 signing algorithms = hmac-sha256");
    assert_connection_leaves_no_secrets();
}

static void use_leaves_no_secrets_in_memory_when_it_ends(void **state)
{
    (void)state;
    bed_set_options(bed, "smb encrypt = default");
    secrets_of_user(secrets, "admin", bed_password(bed, "admin"));
    worker_start_with(true, "admin", bed_password(bed, "admin"), ERROR_SUCCESS);

    worker_send_on(STAGE_CALLED);
    secrets_of_connection(secrets, bed);
    assert_true(is_in_memory(SECRET_PASSWORD_UTF16)); /* for the calls to come */
    assert_true(is_in_memory(SECRET_SIGNING_KEY));

    worker_send_on(STAGE_CLOSED);
    assert_not_in_memory(SECRET_PASSWORD, SECRET_DECRYPTION_KEY);
}

static void refused_logon_leaves_no_secrets_in_memory(void **state)
{
    static const char password[] = "mistaken for the right one";

    (void)state;
    secrets_of_user(secrets, "admin", password);
    worker_start("admin", password, ERROR_LOGON_FAILURE);
    worker_send_on(STAGE_CALLED);
    assert_not_in_memory(SECRET_PASSWORD_UTF16, SECRET_RESPONSE_KEY);
    worker_send_on(STAGE_CLOSED);
    assert_not_in_memory(SECRET_PASSWORD, SECRET_RESPONSE_KEY);
}

/* ---- What is logged -------------------------------------------------------------------------- */

/* Not even a part: PART_SIZE bytes as they are, or half as many in hexadecimal. */
static void assert_not_in_log(const char *log, const struct secret *secret)
{
    for (size_t start = 0; start + PART_SIZE <= secret->size; start++)
    {
        const uint8_t *part = secret->data + start;
        char hexadecimal[PART_SIZE + 1];

        for (size_t i = 0; i < PART_SIZE / 2; i++)
        {
            snprintf(hexadecimal + 2 * i, 3, "%02x", part[i]);
        }
        assert_null(strcasestr(log, hexadecimal));
        assert_null(memmem(log, strlen(log), part, PART_SIZE));
    }
}

static void log_at_its_highest_level_tells_no_secrets(void **state)
{
    static char log[LOG_SIZE + 1];

    (void)state;
    bed_set_options(bed, "smb encrypt = required");
    secrets_of_user(secrets, "admin", bed_password(bed, "admin"));
    worker_start("admin", bed_password(bed, "admin"), ERROR_SUCCESS);
    worker_send_on(STAGE_CALLED);
    worker_send_on(STAGE_CLOSED);
    secrets_of_connection(secrets, bed);
    assert_true(pread(worker.log, log, LOG_SIZE, 0) > 0);
    assert_non_null(strstr(log, "trace:"));
    for (enum secret_id id = 0; id < SECRETS; id++)
    {
        assert_not_in_log(log, &secrets[id]);
    }
}

static int start(void **state)
{
    static const char *const arguments[] = { "--option", SECRETS_SERVER_OPTION, NULL };

    (void)state;
    return start_server_with(arguments);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(signed_connection_leaves_no_secrets_in_memory, worker_stop),
        cmocka_unit_test_teardown(encrypted_connection_leaves_no_secrets_in_memory, worker_stop),
        cmocka_unit_test_teardown(connection_signed_with_hmac_leaves_no_secrets_in_memory,
                                  worker_stop),
        cmocka_unit_test_teardown(use_leaves_no_secrets_in_memory_when_it_ends, worker_stop),
        cmocka_unit_test_teardown(refused_logon_leaves_no_secrets_in_memory, worker_stop),
        cmocka_unit_test_teardown(log_at_its_highest_level_tells_no_secrets, worker_stop),
    };

    if (argc == 2 && !strcmp(argv[1], WORK))
    {
        return work();
    }
    return cmocka_run_group_tests(tests, start, stop_server);
}
