/*
 * Accounts of a server, by the operations of the Security Account Manager on one held connection; and
 * passwords in every way in which this server takes them: whoever has a new one logs on with it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdio.h>

#include "base/wipe.h"
#include "families/accounts/samr_password.h"
#include "platform/platform.h"
#include "platform/posix.h"
#include "remote/call.h"
#include "rpc/samr.h"
#include "support/live.h"
#include "support/session_calls.h"
#include "support/utf16_literal.h"

#define MAXIMUM_ALLOWED   0x02000000
#define NORMAL_ACCOUNT    0x00000010 /* USER_NORMAL_ACCOUNT, [MS-SAMR] 2.2.1.12 */
#define LENGTH_EVERYTHING 0xFFFF

static const struct utf16_slice alice = U("alice");

/* What one test has open: ended by its teardown, also where it fails. */
static struct remote remote;
static struct context_handle server;
static struct context_handle domain;
static struct context_handle user;

/* ---- Calls ----------------------------------------------------------------------------------- */

static uint32_t call(uint16_t operation, void *parameters, struct rpc_reply *reply)
{
    return remote_call(&remote, &samr_interface, operation, parameters, reply);
}

static uint32_t connect_5(void)
{
    struct samr_connect_5 connect = {
        .server_name = utf16_from_name(&remote.server.unc_name),
        .desired_access = MAXIMUM_ALLOWED,
        .in_version = 1,
        .in_revision = { .revision = 3 },
    };
    struct rpc_reply reply;
    const uint32_t status = call(SAMR_CONNECT5, &connect, &reply);

    server = connect.server;
    rpc_reply_free(&reply);
    return status;
}

/* Opens the domain that is not BUILTIN. */
static uint32_t open_account_domain(void)
{
    const struct utf16_slice builtin = U("Builtin");
    struct samr_enumerate enumerate = { .handle = server, .preferred_length = LENGTH_EVERYTHING };
    struct samr_lookup_domain lookup = { .server = server };
    struct samr_open_domain open = { .server = server, .desired_access = MAXIMUM_ALLOWED };
    struct rpc_reply list;
    struct rpc_reply sid;
    struct rpc_reply opened;
    uint32_t status = call(SAMR_ENUMERATE_DOMAINS_IN_SAM_SERVER, &enumerate, &list);

    for (uint32_t i = 0; !status && i < enumerate.buffer->count; i++)
    {
        if (utf16_compare(enumerate.buffer->entries[i].name, builtin) != 0)
        {
            lookup.name = enumerate.buffer->entries[i].name;
        }
    }
    assert_int_equal(status, ERROR_SUCCESS);
    assert_int_equal(call(SAMR_LOOKUP_DOMAIN_IN_SAM_SERVER, &lookup, &sid), ERROR_SUCCESS);
    open.domain_id = lookup.domain_id;
    status = call(SAMR_OPEN_DOMAIN, &open, &opened);
    domain = open.domain;
    rpc_reply_free(&opened);
    rpc_reply_free(&sid);
    rpc_reply_free(&list);
    return status;
}

static uint32_t open_user(struct utf16_slice name)
{
    struct samr_lookup_names lookup = { .domain = domain, .count = 1, .names = &name };
    struct samr_open_object open = { .domain = domain, .desired_access = MAXIMUM_ALLOWED };
    struct rpc_reply reply;
    uint32_t status = call(SAMR_LOOKUP_NAMES_IN_DOMAIN, &lookup, &reply);

    open.rid = status ? 0 : lookup.rids.numbers[0];
    rpc_reply_free(&reply);
    if (!status)
    {
        status = call(SAMR_OPEN_USER, &open, &reply);
        user = open.handle;
        rpc_reply_free(&reply);
    }
    return status;
}

static void close_handle(struct context_handle *handle)
{
    struct samr_close close = { .handle = *handle };
    struct rpc_reply reply;

    assert_int_equal(call(SAMR_CLOSE_HANDLE, &close, &reply), ERROR_SUCCESS);
    *handle = close.handle;
    rpc_reply_free(&reply);
}

static void begin(void)
{
    const struct utf16_name name = utf16_name_from_ascii(SERVER);

    assert_int_equal(remote_begin_for(&remote, utf16_from_name(&name)), ERROR_SUCCESS);
    remote_hold(&remote);
}

static void begin_with_alice(void)
{
    begin();
    assert_int_equal(connect_5(), ERROR_SUCCESS);
    assert_int_equal(open_account_domain(), ERROR_SUCCESS);
    assert_int_equal(open_user(alice), ERROR_SUCCESS);
}

static void end_with_alice(void)
{
    close_handle(&user);
    close_handle(&domain);
    close_handle(&server);
    assert_int_equal(remote.hold.open_handles, 0);
    remote_end(&remote);
}

/* Whether alice logs on with a password. */
static void assert_alice_logs_on(const char *password)
{
    struct info_answer answer;

    pool_clear();
    posix_config_clear();
    bed_configure_with_password(bed, SERVER, "alice", password);
    /* She may not list sessions, but is told so. */
    assert_int_equal(enum_sessions(SERVER, NULL, NULL, 1, &answer), ERROR_ACCESS_DENIED);
    answer_free(&answer);
    pool_clear();
    posix_config_clear();
    bed_configure_with_password(bed, SERVER, "alice", "another");
    assert_int_equal(enum_sessions(SERVER, NULL, NULL, 1, &answer), ERROR_LOGON_FAILURE);
    answer_free(&answer);
    pool_clear();
    posix_config_clear();
    bed_configure(bed, SERVER, "admin");
}

static struct utf16_name text_of(const char *text)
{
    return utf16_name_from_ascii(text);
}

/* ---- Fixtures -------------------------------------------------------------------------------- */

static int configure(void **state)
{
    (void)state;
    bed_configure(bed, SERVER, "admin");
    return 0;
}

static int forget(void **state)
{
    (void)state;
    remote_end(&remote);
    pool_clear();
    posix_config_clear();
    return 0;
}

static int start_server_of_smb_2(void **state)
{
    static const char *const arguments[] = { "--option", "server max protocol = SMB2_10", NULL };

    (void)state;
    return start_server_with(arguments);
}

static int start_server_of_smb_3_0(void **state)
{
    static const char *const arguments[] = { "--option", "server max protocol = SMB3_02", NULL };

    (void)state;
    return start_server_with(arguments);
}

static int start_server_that_encrypts(void **state)
{
    static const char *const arguments[] = { "--option", "smb encrypt = required", NULL };

    (void)state;
    return start_server_with(arguments);
}

/* ---- What is asked --------------------------------------------------------------------------- */

static void user_is_found_and_told_of(void **state)
{
    struct samr_query_user query = { .information_class = SAMR_USER_ALL };
    struct rpc_reply reply;

    (void)state;
    begin_with_alice();
    query.user = user;
    assert_int_equal(call(SAMR_QUERY_INFORMATION_USER, &query, &reply), ERROR_SUCCESS);
    assert_int_equal(utf16_compare(query.information->user.user_name, alice), 0);
    assert_true(query.information->user.user_account_control & NORMAL_ACCOUNT);
    rpc_reply_free(&reply);
    end_with_alice();
}

static void user_that_is_not_there_is_no_user(void **state)
{
    const struct utf16_slice nobody = U("no such user");

    (void)state;
    begin();
    assert_int_equal(connect_5(), ERROR_SUCCESS);
    assert_int_equal(open_account_domain(), ERROR_SUCCESS);
    assert_int_not_equal(open_user(nobody), ERROR_SUCCESS);
    close_handle(&domain);
    close_handle(&server);
    remote_end(&remote);
}

/* ---- Passwords that are set ------------------------------------------------------------------ */

/* This server takes AES without saying so in its features. */

/* Fills in what a class has of a password. */
static uint32_t encrypt(uint16_t information_class, struct utf16_slice password,
                        union samr_user_info *information, struct samr_password_aes *aes)
{
    uint8_t key[SAMR_SESSION_KEY_SIZE];
    uint32_t status = remote_session_key(&remote, key);

    if (status)
    {
        return status;
    }
    switch (information_class)
    {
    case SAMR_USER_INTERNAL_4:
        information->internal_4.user.which_fields = SAMR_FIELD_NT_PASSWORD;
        status = samr_password_encrypt(password, key, information->internal_4.password);
        break;
    case SAMR_USER_INTERNAL_5:
        status = samr_password_encrypt(password, key, information->internal_5.password);
        break;
    case SAMR_USER_INTERNAL_4_NEW:
        information->internal_4.user.which_fields = SAMR_FIELD_NT_PASSWORD;
        status = samr_password_encrypt_new(password, key, information->internal_4.password);
        break;
    case SAMR_USER_INTERNAL_5_NEW:
        status = samr_password_encrypt_new(password, key, information->internal_5.password);
        break;
    case SAMR_USER_INTERNAL_7:
        status = samr_password_encrypt_aes(password, key, aes);
        information->internal_7.password = aes->encrypted;
        break;
    default:
        information->internal_8.user.which_fields = SAMR_FIELD_NT_PASSWORD;
        status = samr_password_encrypt_aes(password, key, aes);
        information->internal_8.password = aes->encrypted;
        break;
    }
    wipe(key, sizeof(key));
    return status;
}

static void set_password(uint16_t information_class, const char *password)
{
    const struct utf16_name text = text_of(password);
    struct samr_set_user set = { .information_class = information_class };
    struct samr_password_aes aes;
    struct rpc_reply reply;

    begin_with_alice();
    assert_true(remote_is_protected(&remote));
    assert_int_equal(encrypt(information_class, utf16_from_name(&text), &set.information, &aes),
                     ERROR_SUCCESS);
    set.user = user;
    assert_int_equal(call(SAMR_SET_INFORMATION_USER2, &set, &reply), ERROR_SUCCESS);
    rpc_reply_free(&reply);
    end_with_alice();
}

static void password_that_is_set_logs_on(uint16_t information_class)
{
    char password[32];

    snprintf(password, sizeof(password), "Secret of class %u", information_class);
    set_password(information_class, password);
    assert_alice_logs_on(password);
}

static void password_of_class_23_logs_on(void **state)
{
    (void)state;
    password_that_is_set_logs_on(SAMR_USER_INTERNAL_4);
}

static void password_of_class_24_logs_on(void **state)
{
    (void)state;
    password_that_is_set_logs_on(SAMR_USER_INTERNAL_5);
}

static void password_of_class_25_logs_on(void **state)
{
    (void)state;
    password_that_is_set_logs_on(SAMR_USER_INTERNAL_4_NEW);
}

static void password_of_class_26_logs_on(void **state)
{
    (void)state;
    password_that_is_set_logs_on(SAMR_USER_INTERNAL_5_NEW);
}

static void password_of_class_31_logs_on(void **state)
{
    (void)state;
    password_that_is_set_logs_on(SAMR_USER_INTERNAL_7);
}

static void password_of_class_32_logs_on(void **state)
{
    (void)state;
    password_that_is_set_logs_on(SAMR_USER_INTERNAL_8);
}

/* ---- Passwords that are changed -------------------------------------------------------------- */

static uint32_t change(const char *old_password, const char *new_password)
{
    const struct utf16_name old_text = text_of(old_password);
    const struct utf16_name new_text = text_of(new_password);
    struct samr_password_change encrypted;
    struct samr_change_password parameters = {
        .user = alice,
        .new_password_with_old_nt = encrypted.new_with_old,
        .old_nt_with_new_nt = encrypted.old_hash_with_new,
    };
    struct rpc_reply reply;
    uint32_t status = ERROR_SUCCESS;

    assert_int_equal(
        samr_password_change(utf16_from_name(&old_text), utf16_from_name(&new_text), &encrypted),
        ERROR_SUCCESS);
    begin();
    status = call(SAMR_UNICODE_CHANGE_PASSWORD_USER2, &parameters, &reply);
    rpc_reply_free(&reply);
    remote_end(&remote);
    return status;
}

static uint32_t change_aes(const char *old_password, const char *new_password)
{
    const struct utf16_name old_text = text_of(old_password);
    const struct utf16_name new_text = text_of(new_password);
    struct samr_password_aes encrypted;
    struct samr_change_password_4 parameters = { .user = alice };
    struct rpc_reply reply;
    uint32_t status = ERROR_SUCCESS;

    assert_int_equal(samr_password_change_aes(utf16_from_name(&old_text),
                                              utf16_from_name(&new_text), &encrypted),
                     ERROR_SUCCESS);
    parameters.password = encrypted.encrypted;
    begin();
    status = call(SAMR_UNICODE_CHANGE_PASSWORD_USER4, &parameters, &reply);
    rpc_reply_free(&reply);
    remote_end(&remote);
    return status;
}

static void changed_password_logs_on(void **state)
{
    (void)state;
    set_password(SAMR_USER_INTERNAL_7, "First password");
    assert_int_equal(change("Wrong password", "Second password"), ERROR_INVALID_PASSWORD);
    assert_int_equal(change("First password", "Second password"), ERROR_SUCCESS);
    assert_alice_logs_on("Second password");
}

static void password_changed_with_aes_logs_on(void **state)
{
    (void)state;
    set_password(SAMR_USER_INTERNAL_7, "First password");
    assert_int_equal(change_aes("Wrong password", "Second password"), ERROR_INVALID_PASSWORD);
    assert_int_equal(change_aes("First password", "Third password"), ERROR_SUCCESS);
    assert_alice_logs_on("Third password");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, configure, forget)

int main(void)
{
    const struct CMUnitTest all_tests[] = {
        TEST(user_is_found_and_told_of),    TEST(user_that_is_not_there_is_no_user),
        TEST(password_of_class_23_logs_on), TEST(password_of_class_24_logs_on),
        TEST(password_of_class_25_logs_on), TEST(password_of_class_26_logs_on),
        TEST(password_of_class_31_logs_on), TEST(password_of_class_32_logs_on),
        TEST(changed_password_logs_on),     TEST(password_changed_with_aes_logs_on),
    };
    /* Other dialects have other keys. */
    const struct CMUnitTest key_tests[] = {
        TEST(password_of_class_26_logs_on),
        TEST(password_of_class_31_logs_on),
    };

    return cmocka_run_group_tests_name("samr", all_tests, start_server, stop_server) +
           cmocka_run_group_tests_name("samr, SMB 2.1", key_tests, start_server_of_smb_2,
                                       stop_server) +
           cmocka_run_group_tests_name("samr, SMB 3.0.2", key_tests, start_server_of_smb_3_0,
                                       stop_server) +
           cmocka_run_group_tests_name("samr, encrypted", key_tests, start_server_that_encrypts,
                                       stop_server);
}
