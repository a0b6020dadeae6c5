/*
 * A man in the middle who wants less protection than client and server would agree on.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Each attack must end the connection before the first answer about sessions, and must have taken
 * place: a message that is not what it was is counted.
 *
 * Each test has a server of its own. A connection that Samba 4.22 itself ends, as it does over a
 * NEGOTIATE that was changed on its way, can leave a record of a session without a channel behind;
 * its list of sessions ends there from then on, for smbstatus as for everybody.
 */
#include "platform/posix.h"
#include "remote/pool.h"
#include "support/attacks.h"
#include "support/direct.h"
#include "support/live.h"
#include "support/proxy.h"
#include "support/session_calls.h"

/* ---- The table ------------------------------------------------------------------------------- */

static const struct attack
{
    const char *name;
    middle_change *request;
    middle_change *reply;
    const char *server; /* further lines of its smb.conf */
    uint32_t status;
} attacks[] = {
#define LATEST   ""
#define MAX_302  "server max protocol = SMB3_02"
#define MAX_300  "server max protocol = SMB3_00"
#define MAX_210  "server max protocol = SMB2_10"
#define MAX_202  "server max protocol = SMB2_02"
#define ENCRYPTS "server smb encrypt = required"
#define BROKEN   ERROR_BAD_NET_RESP
#define GUEST    ERROR_SMB_GUEST_LOGON_BLOCKED
    { "reply lowered to 3.0.2", NULL, lower_reply_to_0x0302, LATEST, BROKEN },
    { "reply lowered to 3.0", NULL, lower_reply_to_0x0300, LATEST, BROKEN },
    { "reply lowered to 2.1", NULL, lower_reply_to_0x0210, LATEST, BROKEN },
    { "reply lowered to 2.0.2", NULL, lower_reply_to_0x0202, LATEST, BROKEN },
    { "reply lowered, signatures gone", NULL, lower_reply_and_strip_signatures, LATEST, BROKEN },
    { "3.0.2 server's reply lowered to 3.0", NULL, lower_reply_to_0x0300, MAX_302, BROKEN },
    { "3.0.2 server's reply lowered to 2.1", NULL, lower_reply_to_0x0210, MAX_302, BROKEN },
    { "2.1 server's reply lowered to 2.0.2", NULL, lower_reply_to_0x0202, MAX_210, BROKEN },

    { "offer cut to 3.0.2", cut_request_to_0x0302, NULL, LATEST, BROKEN },
    { "offer cut to 3.0", cut_request_to_0x0300, NULL, LATEST, BROKEN },
    { "offer cut to 2.1", cut_request_to_0x0210, NULL, LATEST, BROKEN },
    { "offer cut to 2.0.2", cut_request_to_0x0202, NULL, LATEST, BROKEN },
    { "offer to a 3.0 server cut to 2.1", cut_request_to_0x0210, NULL, MAX_300, BROKEN },
    { "offer without 3.1.1", spoil_latest_dialect, NULL, LATEST, BROKEN },
    { "offer cut, validation denied", cut_request_to_0x0302, deny_validation, LATEST, BROKEN },
    { "offer cut to 2.1, validation denied", cut_request_to_0x0210, deny_validation, LATEST,
      BROKEN },

    { "reply's signing context removed", NULL, remove_reply_signing, LATEST, BROKEN },
    { "reply's signing algorithm weakened", NULL, weaken_reply_signing, LATEST, BROKEN },
    { "reply's cipher context removed", NULL, remove_reply_cipher, LATEST, BROKEN },
    { "reply's cipher weakened", NULL, weaken_reply_cipher, LATEST, BROKEN },
    { "reply's cipher denied", NULL, deny_reply_cipher, LATEST, BROKEN },
    { "reply's security mode", NULL, clear_reply_security_mode, LATEST, BROKEN },
    { "reply's security mode, 3.0.2", NULL, clear_reply_security_mode, MAX_302, BROKEN },
    { "reply's capabilities", NULL, clear_reply_capabilities, LATEST, BROKEN },
    { "reply's capabilities, 3.0", NULL, clear_reply_capabilities, MAX_300, BROKEN },
    { "reply's GUID", NULL, change_reply_guid, LATEST, BROKEN },
    { "reply's GUID, 3.0.2", NULL, change_reply_guid, MAX_302, BROKEN },
    { "reply's start time", NULL, change_reply_start_time, LATEST, BROKEN },
    { "offer's signing context removed", remove_request_signing, NULL, LATEST, BROKEN },
    { "offer's cipher context removed", remove_request_cipher, NULL, LATEST, BROKEN },
    { "offer's security mode", clear_request_security_mode, NULL, LATEST, BROKEN },
    { "offer's security mode, 3.0.2", clear_request_security_mode, NULL, MAX_302, BROKEN },
    { "offer's capabilities", clear_request_capabilities, NULL, LATEST, BROKEN },
    { "offer's capabilities, 3.0", clear_request_capabilities, NULL, MAX_300, BROKEN },
    { "offer's GUID", change_request_guid, NULL, LATEST, BROKEN },
    { "offer's GUID, 3.0.2", change_request_guid, NULL, MAX_302, BROKEN },

    { "first SESSION_SETUP reply", NULL, change_first_session_setup_reply, LATEST, BROKEN },
    { "last one unsigned", NULL, strip_final_signature, LATEST, BROKEN },
    { "last one unsigned, 3.0.2", NULL, strip_final_signature, MAX_302, BROKEN },
    { "last one unsigned, 2.1", NULL, strip_final_signature, MAX_210, BROKEN },
    { "last one unsigned, 2.0.2", NULL, strip_final_signature, MAX_202, BROKEN },
    { "last one badly signed", NULL, spoil_final_signature, LATEST, BROKEN },
    { "last one badly signed, 3.0", NULL, spoil_final_signature, MAX_300, BROKEN },
    { "last one badly signed, 2.0.2", NULL, spoil_final_signature, MAX_202, BROKEN },
    { "guest", NULL, make_guest, LATEST, GUEST },
    { "guest, 2.1", NULL, make_guest, MAX_210, GUEST },
    { "anonymous", NULL, make_anonymous, LATEST, GUEST },
    { "encryption called off", NULL, clear_session_flags, ENCRYPTS, BROKEN },
    { "encryption called off, 3.0", NULL, clear_session_flags, ENCRYPTS "\n" MAX_300, BROKEN },

    { "tree reply unsigned", NULL, strip_tree_signature, LATEST, BROKEN },
    { "tree reply unsigned, 3.0", NULL, strip_tree_signature, MAX_300, BROKEN },
    { "tree reply unsigned, 2.0.2", NULL, strip_tree_signature, MAX_202, BROKEN },
    { "tree reply badly signed", NULL, spoil_tree_signature, LATEST, BROKEN },
    { "tree reply badly signed, 2.1", NULL, spoil_tree_signature, MAX_210, BROKEN },
    { "validation denied, 3.0.2", NULL, deny_validation, MAX_302, BROKEN },
    { "validation denied, 2.1", NULL, deny_validation, MAX_210, BROKEN },
    { "encrypted reply changed", NULL, spoil_encrypted, ENCRYPTS, BROKEN },
    { "encrypted reply changed, 3.0", NULL, spoil_encrypted, ENCRYPTS "\n" MAX_300, BROKEN },
};

static uint32_t open_through(struct middle *middle, struct server_connection **opened)
{
    return direct_open_over(middle_transport(middle, direct_transport(bed)), bed, "admin", false,
                            opened);
}

static void every_attack_ends_the_connection(void **state)
{
    const char *server = NULL;
    unsigned int failures = 0;

    (void)state;
    for (size_t i = 0; i < COUNT(attacks); i++)
    {
        struct middle middle = { .change_request = attacks[i].request,
                                 .change_reply = attacks[i].reply };
        struct server_connection *connection = NULL;
        uint32_t status = 0;

        if (server != attacks[i].server)
        {
            server = attacks[i].server;
            bed_set_options(bed, server);
        }
        status = open_through(&middle, &connection);
        if (status != attacks[i].status)
        {
            print_error("%s: %u instead of %u\n", attacks[i].name, status, attacks[i].status);
            failures++;
        }
        if (!middle.changed)
        {
            print_error("%s: the attack did not take place\n", attacks[i].name);
            failures++;
        }
        server_connection_free(connection);
    }
    bed_set_options(bed, "");
    assert_int_equal(failures, 0);
}

/* ---- Without an attack ----------------------------------------------------------------------- */

/* Attacks that fail show nothing if everything failed. */
static void untouched_conversations_succeed(void **state)
{
    static const char *const servers[] = {
        LATEST, MAX_302, MAX_300, MAX_210, MAX_202, ENCRYPTS, ENCRYPTS "\n" MAX_300
    };

    (void)state;
    for (size_t i = 0; i < COUNT(servers); i++)
    {
        struct middle middle = { 0 };
        struct server_connection *connection = NULL;
        size_t entries = 0;

        bed_set_options(bed, servers[i]);
        assert_int_equal(open_through(&middle, &connection), ERROR_SUCCESS);
        assert_int_equal(direct_enum(connection, &entries), ERROR_SUCCESS);
        assert_true(entries > 0);
        server_connection_free(connection);
    }
    bed_set_options(bed, "");
}

/* ---- On an open connection ------------------------------------------------------------------- */

static void attack_on_an_open_connection_breaks_it(void **state)
{
    static const struct
    {
        middle_change *reply;
        const char *server;
    } cases[] = {
        { replay, LATEST },           { replay, MAX_302 },
        { replay, MAX_202 },          { replay, ENCRYPTS },
        { strip_signature, LATEST },  { strip_signature, MAX_300 },
        { strip_signature, MAX_210 }, { spoil_last_byte, LATEST },
        { spoil_last_byte, MAX_202 }, { spoil_last_byte, ENCRYPTS },
        { answer_plainly, LATEST },   { answer_plainly, ENCRYPTS },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
    {
        struct middle middle = { 0 };
        struct server_connection *connection = NULL;
        size_t entries = 0;
        uint32_t status = 0;

        bed_set_options(bed, cases[i].server);
        assert_int_equal(open_through(&middle, &connection), ERROR_SUCCESS);
        middle.change_reply = remember;
        assert_int_equal(direct_enum(connection, &entries), ERROR_SUCCESS);
        assert_int_equal(middle.changed, 0);
        middle.change_reply = cases[i].reply;
        status = direct_enum(connection, &entries);
        if (status != ERROR_BAD_NET_RESP)
        {
            fail_msg("case %zu: %u", i, status);
        }
        assert_true(middle.changed > 0);
        assert_true(connection->smb.broken);
        assert_int_equal(direct_enum(connection, &entries), ERROR_NETNAME_DELETED);
        server_connection_free(connection);
    }
    bed_set_options(bed, "");
}

/* ---- Over the network ------------------------------------------------------------------------ */

/* The whole library through a TCP proxy, as a program would call it. */
static uint32_t enum_through_proxy(const char *server, middle_change *request, middle_change *reply)
{
    struct proxy *proxy = proxy_start(bed_port(bed), request, reply);
    struct info_answer answer;
    uint32_t status = 0;

    assert_non_null(proxy);
    bed_set_options(bed, server);
    bed_configure_port(SERVER, proxy_port(proxy));
    posix_credential_set(SERVER, "admin", bed_password(bed, "admin"));
    status = enum_sessions(SERVER, NULL, NULL, 1, &answer);
    assert_int_equal(answer.entries != 0, !status);
    assert_true(proxy_accepted(proxy) > 0);
    assert_int_equal(proxy_changed(proxy) != 0, request || reply);
    answer_free(&answer);
    pool_clear();
    proxy_stop(proxy);
    posix_config_clear();
    bed_set_options(bed, "");
    return status;
}

static void attacks_by_a_tcp_proxy_are_refused(void **state)
{
    static const struct
    {
        middle_change *request;
        middle_change *reply;
        const char *server;
        uint32_t status;
    } cases[] = {
        { NULL, NULL, LATEST, ERROR_SUCCESS },
        { NULL, NULL, MAX_302, ERROR_SUCCESS },
        { NULL, NULL, ENCRYPTS, ERROR_SUCCESS },
        { NULL, lower_reply_to_0x0302, LATEST, BROKEN },
        { cut_request_to_0x0302, NULL, LATEST, BROKEN },
        { cut_request_to_0x0210, NULL, LATEST, BROKEN },
        { cut_request_to_0x0210, deny_validation, LATEST, BROKEN },
        { NULL, weaken_reply_cipher, LATEST, BROKEN },
        { NULL, strip_final_signature, MAX_202, BROKEN },
        { NULL, make_guest, LATEST, GUEST },
        { NULL, strip_tree_signature, LATEST, BROKEN },
        { NULL, spoil_encrypted, ENCRYPTS, BROKEN },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
    {
        uint32_t status = enum_through_proxy(cases[i].server, cases[i].request, cases[i].reply);

        if (status != cases[i].status)
        {
            fail_msg("case %zu: %u instead of %u", i, status, cases[i].status);
        }
    }
}

/* A test, with a server of its own. */
#define TEST(name) cmocka_unit_test_setup_teardown(name, start_server, stop_server)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(untouched_conversations_succeed),
        TEST(every_attack_ends_the_connection),
        TEST(attack_on_an_open_connection_breaks_it),
        TEST(attacks_by_a_tcp_proxy_are_refused),
    };

    return cmocka_run_group_tests_name("downgrade", tests, NULL, NULL);
}
