/*
 * The accounts of a server that is made up: one with many users, one that lacks things, one that lies.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * This file stands for remote/call.c: operations are answered by functions here.
 */
#include <stdlib.h>

#include "base/sid.h"
#include "base/status.h"
#include "families/accounts/account_server.h"
#include "families/accounts/user_flags.h"
#include "platform/posix.h"
#include "rpc/lsarpc.h"
#include "support/hosts.h"
#include "support/unit.h"
#include "support/utf16_literal.h"

#define SERVER              "made-up"
#define USERS               5000u
#define FIRST_RID           1000u
#define STATUS_MORE_ENTRIES 0x00000105u
#define STATUS_NO_SUCH_USER 0xC0000064u
#define CALLS_MAX           10000u

/* ---- The server ------------------------------------------------------------------------------ */

static const uint8_t domain_sid[] = { 1, 4, 0, 0, 0, 0, 0, 5, 21, 0, 0, 0,
                                      1, 0, 0, 0, 2, 0, 0, 0, 3,  0, 0, 0 };

/* How it is to behave. */
struct behaviour
{
    uint32_t page;      /* users of a page */
    bool backwards;     /* the list is not sorted, and has each user twice */
    bool empty_pages;   /* there is always more, and nothing comes */
    bool says_end;      /* each page promises more, and the last one is no page */
    bool nobodys_rid;   /* the first user has the relative identifier 0 */
    bool no_context;    /* there is more, and nothing to ask for it with */
    bool endless;       /* the first page comes again and again */
    bool lists_nobody;  /* in its lists for display */
    bool short_answers; /* fewer answers than names */
    bool no_domain;     /* but BUILTIN */
    bool bad_sid;
    bool long_sid;         /* of the domain: there is no room for anybody's in it */
    uint16_t oldest_lacks; /* the operations from this one on are not there */
    bool is_unprotected;
    bool loses_protection; /* after the first operation: the connection is replaced by another */
    uint32_t features;
    bool lacks_aes;
};

static struct behaviour behaviour;
static bool demands_protection;
static unsigned int calls;
static unsigned int calls_of[128]; /* by operation */
static uint16_t last_class;        /* of information that was set */

static struct context_handle some_handle(void)
{
    return (struct context_handle){ { 0, 0, 0, 0, 1 } };
}

static uint32_t rid_at(uint32_t index)
{
    if (behaviour.nobodys_rid && !index)
    {
        return 0;
    }
    return behaviour.backwards ? FIRST_RID + (2 * USERS - 1 - index) % USERS : FIRST_RID + index;
}

static uint32_t connect_5(void *memory, struct arena *arena)
{
    struct samr_connect_5 *call = memory;

    (void)arena;
    call->server = some_handle();
    call->out_version = 1;
    call->out_revision.supported_features = behaviour.features;
    return call->result = 0;
}

static uint32_t connect_2(void *memory, struct arena *arena)
{
    (void)arena;
    ((struct samr_connect_2 *)memory)->server = some_handle();
    return 0;
}

static uint32_t enumerate_domains(void *memory, struct arena *arena)
{
    static const struct utf16_slice names[] = { U("Builtin"), U("MADEUP") };
    struct samr_enumerate *call = memory;

    call->buffer = arena_allocate(arena, sizeof(*call->buffer));
    call->buffer->count = behaviour.no_domain ? 1 : 2;
    call->buffer->entries = arena_array(arena, 2, sizeof(*call->buffer->entries));
    call->buffer->entries[0].name = names[0];
    call->buffer->entries[1].name = names[1];
    return 0;
}

static uint32_t lookup_domain(void *memory, struct arena *arena)
{
    static const uint8_t long_sid[8 + 4 * SID_SUB_AUTHORITIES_MAX] = { 1, SID_SUB_AUTHORITIES_MAX };
    struct samr_lookup_domain *call = memory;

    (void)arena;
    call->domain_id =
        (struct bytes){ domain_sid, sizeof(domain_sid) - (behaviour.bad_sid ? 1 : 0) };
    if (behaviour.long_sid)
    {
        call->domain_id = (struct bytes){ long_sid, sizeof(long_sid) };
    }
    return 0;
}

static uint32_t open_domain(void *memory, struct arena *arena)
{
    (void)arena;
    ((struct samr_open_domain *)memory)->domain = some_handle();
    return 0;
}

static uint32_t open_object(void *memory, struct arena *arena)
{
    (void)arena;
    ((struct samr_open_object *)memory)->handle = some_handle();
    return 0;
}

static uint32_t close_handle(void *memory, struct arena *arena)
{
    (void)arena;
    ((struct samr_close *)memory)->handle = (struct context_handle){ 0 };
    return 0;
}

static uint32_t enumerate_users(void *memory, struct arena *arena)
{
    static const struct utf16_slice name = U("somebody");
    const uint32_t all = behaviour.backwards ? 2 * USERS : USERS;
    struct samr_enumerate_users *call = memory;
    const uint32_t start = behaviour.endless ? 0 : call->enumeration_context;
    const uint32_t count = behaviour.page < all - start ? behaviour.page : all - start;
    const bool has_more =
        behaviour.endless || behaviour.empty_pages || behaviour.says_end || start + count < all;

    if (behaviour.says_end && start == all)
    {
        return STATUS_NO_MORE_ENTRIES;
    }
    call->buffer = arena_allocate(arena, sizeof(*call->buffer));
    call->buffer->count = behaviour.empty_pages ? 0 : count;
    call->buffer->entries = arena_array(arena, count, sizeof(*call->buffer->entries));
    for (uint32_t i = 0; i < count; i++)
    {
        call->buffer->entries[i] = (struct samr_rid_name){ rid_at(start + i), name };
    }
    call->enumeration_context = behaviour.no_context ? 0 : start + count;
    return has_more ? STATUS_MORE_ENTRIES : 0;
}

static uint32_t query_display(void *memory, struct arena *arena)
{
    static const struct utf16_slice comment = U("a comment");
    struct samr_query_display *call = memory;
    const uint32_t all = behaviour.lists_nobody || call->display_class != 1 ? 0 : USERS;
    const uint32_t left = call->index < all ? all - call->index : 0;
    struct samr_display_list *list = &call->buffer.list;

    list->count = behaviour.page < left ? behaviour.page : left;
    list->entries = arena_array(arena, list->count, sizeof(*list->entries));
    for (uint32_t i = 0; i < list->count; i++)
    {
        list->entries[i] = (struct samr_display_entry){
            .index = call->index + i + 1,
            .rid = FIRST_RID + call->index + i,
            .flags = 0x10, /* USER_NORMAL_ACCOUNT */
            .admin_comment = comment,
        };
    }
    return list->count < left ? STATUS_MORE_ENTRIES : 0;
}

static uint32_t query_user(void *memory, struct arena *arena)
{
    static const struct utf16_slice name = U("alone");
    struct samr_query_user *call = memory;

    call->information = arena_allocate(arena, sizeof(*call->information));
    call->information->user = (struct samr_user){
        .user_name = name,
        .which_fields = UINT32_MAX,
        .user_account_control = 0x10,
    };
    return 0;
}

static uint32_t lookup_names(void *memory, struct arena *arena)
{
    struct samr_lookup_names *call = memory;
    const uint32_t count = behaviour.short_answers ? call->count - 1 : call->count;

    call->rids = (struct samr_number_array){ count, arena_array(arena, count, sizeof(uint32_t)) };
    call->uses = (struct samr_number_array){ count, arena_array(arena, count, sizeof(uint32_t)) };
    for (uint32_t i = 0; i < count; i++)
    {
        call->rids.numbers[i] = FIRST_RID;
        call->uses.numbers[i] = 1;
    }
    return 0;
}

static uint32_t succeed(void *memory, struct arena *arena)
{
    (void)memory;
    (void)arena;
    return 0;
}

static const struct
{
    uint16_t operation;
    uint32_t (*answer)(void *memory, struct arena *arena);
} answers[] = {
    { SAMR_CONNECT5, connect_5 },
    { SAMR_CONNECT2, connect_2 },
    { SAMR_ENUMERATE_DOMAINS_IN_SAM_SERVER, enumerate_domains },
    { SAMR_LOOKUP_DOMAIN_IN_SAM_SERVER, lookup_domain },
    { SAMR_OPEN_DOMAIN, open_domain },
    { SAMR_OPEN_USER, open_object },
    { SAMR_CLOSE_HANDLE, close_handle },
    { SAMR_ENUMERATE_USERS_IN_DOMAIN, enumerate_users },
    { SAMR_QUERY_DISPLAY_INFORMATION, query_display },
    { SAMR_QUERY_INFORMATION_USER, query_user },
    { SAMR_LOOKUP_NAMES_IN_DOMAIN, lookup_names },
    { SAMR_SET_INFORMATION_USER2, succeed },
    { SAMR_GET_DOMAIN_PASSWORD_INFORMATION, succeed },
    { SAMR_UNICODE_CHANGE_PASSWORD_USER2, succeed },
    { SAMR_UNICODE_CHANGE_PASSWORD_USER4, succeed },
};

/* ---- remote/call.h --------------------------------------------------------------------------- */

static uint32_t (*answer_of(uint16_t operation))(void *, struct arena *)
{
    for (size_t i = 0; i < COUNT(answers); i++)
    {
        if (answers[i].operation == operation &&
            !(behaviour.oldest_lacks && operation >= behaviour.oldest_lacks))
        {
            return answers[i].answer;
        }
    }
    return NULL;
}

static bool is_of_unknown_class(struct remote *remote, uint16_t operation, const void *parameters)
{
    if (operation == SAMR_SET_INFORMATION_USER2)
    {
        last_class = ((const struct samr_set_user *)parameters)->information_class;
    }
    remote->cannot_read = operation == SAMR_SET_INFORMATION_USER2 && behaviour.lacks_aes &&
                          last_class == SAMR_USER_INTERNAL_8;
    return remote->cannot_read;
}

uint32_t remote_call(struct remote *remote, const struct rpc_interface *interface,
                     uint16_t operation, void *parameters, struct rpc_reply *reply)
{
    uint32_t (*answer)(void *, struct arena *) = answer_of(operation);
    const struct ndr_operation *described = rpc_operation(interface, operation);
    uint32_t result = 0;

    *reply = (struct rpc_reply){ .stub = { .data = NULL } };
    remote->lacks_operation = !answer || interface != &samr_interface;
    calls_of[operation]++;
    if (++calls > CALLS_MAX)
    {
        return ERROR_SEM_TIMEOUT;
    }
    if (demands_protection && behaviour.is_unprotected)
    {
        calls_of[operation]--;
        remote->lacks_operation = false;
        return ERROR_NOT_SUPPORTED;
    }
    behaviour.is_unprotected |= behaviour.loses_protection;
    if (remote->lacks_operation)
    {
        return RPC_S_PROCNUM_OUT_OF_RANGE;
    }
    if (is_of_unknown_class(remote, operation, parameters))
    {
        return RPC_X_BAD_STUB_DATA;
    }
    reply->stub.data = malloc(1);
    assert_non_null(reply->stub.data);
    result = answer(parameters, &reply->arena);
    memcpy((uint8_t *)parameters + described->result_offset, &result, sizeof(result));
    return result & 0x80000000u ? ERROR_GEN_FAILURE : ERROR_SUCCESS;
}

void remote_hold(struct remote *remote)
{
    (void)remote;
}

uint32_t remote_loss(const struct remote *remote)
{
    (void)remote;
    return ERROR_SUCCESS;
}

bool remote_is_protected(const struct remote *remote)
{
    (void)remote;
    return !behaviour.is_unprotected;
}

void remote_demand_protection(struct remote *remote)
{
    (void)remote;
    demands_protection = true;
}

bool remote_is_encrypted(const struct remote *remote)
{
    (void)remote;
    return false;
}

uint32_t remote_session_key(const struct remote *remote, uint8_t key[SMB2_APPLICATION_KEY_SIZE])
{
    memset(key, 7, SMB2_APPLICATION_KEY_SIZE);
    return remote_is_protected(remote) ? ERROR_SUCCESS : ERROR_NO_USER_SESSION_KEY;
}

/* ---- Calls ----------------------------------------------------------------------------------- */

static struct account_call call;

/* A server of its own for each test: what is learnt of one is not known of the next. */
static void begin(struct behaviour how)
{
    static unsigned int number;
    char name[] = SERVER "-000";

    number++;
    name[sizeof(name) - 2] = (char)('0' + number % 10);
    name[sizeof(name) - 3] = (char)('0' + number / 10 % 10);
    posix_config_set(name, "Address", "127.0.0.1");
    posix_config_set(name, "Port", "1");
    behaviour = how;
    behaviour.page = how.page ? how.page : 100;
    demands_protection = false;
    calls = 0;
    memset(calls_of, 0, sizeof(calls_of));
    assert_int_equal(account_call_begin(&call, text_of(name), ACCOUNTS_CHANGE), ERROR_SUCCESS);
}

static uint32_t list(struct info_rows *users)
{
    return call.source->list_users(&call, UF_NORMAL_ACCOUNT, users);
}

static void assert_listed(struct behaviour how, uint32_t expected)
{
    struct info_rows users;

    begin(how);
    assert_int_equal(list(&users), expected);
    assert_int_equal(users.count, expected ? 0 : USERS);
    for (uint32_t i = 0; i < users.count; i++)
    {
        assert_int_equal(((const struct user *)users.rows)[i].relative_id, FIRST_RID + i);
    }
    account_call_end(&call);
}

/* ---- Lists ----------------------------------------------------------------------------------- */

static void each_user_is_listed_once_whatever_a_page_has(void **state)
{
    static const uint32_t pages[] = { 1, 7, 1000, USERS, USERS + 1 };

    (void)state;
    for (size_t i = 0; i < COUNT(pages); i++)
    {
        assert_listed((struct behaviour){ .page = pages[i] }, ERROR_SUCCESS);
    }
}

static void users_in_disorder_and_twice_are_sorted_and_listed_once(void **state)
{
    (void)state;
    assert_listed((struct behaviour){ .page = 123, .backwards = true }, ERROR_SUCCESS);
}

static void list_that_never_ends_is_ended(void **state)
{
    (void)state;
    assert_listed((struct behaviour){ .empty_pages = true }, RPC_S_PROTOCOL_ERROR);
    assert_listed((struct behaviour){ .no_context = true }, RPC_S_PROTOCOL_ERROR);
    assert_listed((struct behaviour){ .endless = true, .page = 1 }, ERROR_SEM_TIMEOUT);
    assert_listed((struct behaviour){ .endless = true, .page = USERS }, ERROR_NOT_ENOUGH_MEMORY);
}

static void list_that_ends_with_nothing_is_whole(void **state)
{
    (void)state;
    assert_listed((struct behaviour){ .says_end = true, .page = 1000 }, ERROR_SUCCESS);
}

static void users_are_described_by_lists(void **state)
{
    struct info_rows users;

    (void)state;
    begin((struct behaviour){ .page = 400 });
    assert_int_equal(list(&users), ERROR_SUCCESS);
    assert_int_equal(call.source->describe_users(&call, USER_DISPLAY, users.rows, users.count),
                     ERROR_SUCCESS);
    for (uint32_t i = 0; i < users.count; i++)
    {
        const struct user *user = (const struct user *)users.rows + i;

        assert_int_equal(user->comment.length, 9);
        assert_int_equal(user->flags, UF_SCRIPT | UF_NORMAL_ACCOUNT);
        assert_int_equal(sid_rid((struct bytes){ user->sid.data, user->sid.size }), FIRST_RID + i);
    }
    assert_int_equal(calls_of[SAMR_OPEN_USER], 0);
    assert_int_equal(calls_of[SAMR_QUERY_DISPLAY_INFORMATION], (USERS + 399) / 400);
    account_call_end(&call);
}

static void users_that_no_list_has_are_asked_one_by_one(void **state)
{
    struct info_rows users;

    (void)state;
    begin((struct behaviour){ .lists_nobody = true });
    assert_int_equal(list(&users), ERROR_SUCCESS);
    assert_int_equal(call.source->describe_users(&call, USER_DISPLAY, users.rows, 50),
                     ERROR_SUCCESS);
    assert_int_equal(calls_of[SAMR_OPEN_USER], 50);
    assert_int_equal(((const struct user *)users.rows)[49].name.length, 5);
    account_call_end(&call);
}

/* ---- What a server lacks, and lies about ------------------------------------------------------- */

static void oldest_way_to_connect_is_found(void **state)
{
    (void)state;
    assert_listed((struct behaviour){ .oldest_lacks = SAMR_CONNECT4, .page = USERS },
                  ERROR_SUCCESS);
    assert_int_equal(calls_of[SAMR_CONNECT5], 1);
    assert_int_equal(calls_of[SAMR_CONNECT4], 1);
    assert_int_equal(calls_of[SAMR_CONNECT2], 1);
    assert_listed((struct behaviour){ .oldest_lacks = SAMR_CONNECT2 }, ERROR_NOT_SUPPORTED);
}

static void lies_about_domains_and_names_are_seen(void **state)
{
    const struct utf16_slice names[] = { U("a"), U("b") };
    uint32_t rids[2];
    uint32_t uses[2];

    (void)state;
    assert_listed((struct behaviour){ .no_domain = true }, RPC_S_PROTOCOL_ERROR);
    assert_listed((struct behaviour){ .bad_sid = true }, RPC_S_PROTOCOL_ERROR);
    assert_listed((struct behaviour){ .long_sid = true }, RPC_S_PROTOCOL_ERROR);
    assert_listed((struct behaviour){ .nobodys_rid = true }, RPC_S_PROTOCOL_ERROR);
    begin((struct behaviour){ .short_answers = true });
    assert_int_equal(account_server_find_names(&call, ACCOUNT_DOMAIN, names, 2, rids, uses),
                     RPC_S_PROTOCOL_ERROR);
    account_call_end(&call);
}

static void number_that_does_not_fit_is_sent_to_nobody(void **state)
{
    const struct user values = { .name = U("somebody"), .country_code = 1, .code_page = 0x10000 };
    const uint32_t fields = USER_FIELD_NAME | USER_FIELD_COUNTRY_CODE | USER_FIELD_CODE_PAGE;
    uint32_t parameter = 0;

    (void)state;
    begin((struct behaviour){ .page = 0 });
    assert_int_equal(call.source->set_user(&call, values.name, &values, fields, &parameter),
                     ERROR_INVALID_PARAMETER);
    assert_int_equal(parameter, 25); /* USER_CODE_PAGE_PARMNUM */
    parameter = 0;
    assert_int_equal(call.source->add_user(&call, &values, fields, &parameter),
                     ERROR_INVALID_PARAMETER);
    assert_int_equal(parameter, 25);
    assert_int_equal(calls, 0);
    account_call_end(&call);
}

/* ---- Passwords ------------------------------------------------------------------------------- */

static uint32_t set_password(struct behaviour how)
{
    const struct user values = { .password = U("Some-Passw0rd") };
    const struct utf16_slice name = U("somebody");
    uint32_t parameter = 0;
    uint32_t status = ERROR_SUCCESS;

    last_class = 0;
    begin(how);
    status = call.source->set_user(&call, name, &values, USER_FIELD_PASSWORD, &parameter);
    account_call_end(&call);
    return status;
}

static void password_is_set_in_the_strongest_way(void **state)
{
    (void)state;
    assert_int_equal(set_password((struct behaviour){ .features = SAMR_FEATURE_AES }),
                     ERROR_SUCCESS);
    assert_int_equal(last_class, SAMR_USER_INTERNAL_8);
    assert_int_equal(set_password((struct behaviour){ .features = 0 }), ERROR_SUCCESS);
    assert_int_equal(last_class, SAMR_USER_INTERNAL_8);
    assert_int_equal(set_password((struct behaviour){ .lacks_aes = true }), ERROR_SUCCESS);
    assert_int_equal(last_class, SAMR_USER_INTERNAL_4_NEW);
    assert_int_equal(calls_of[SAMR_SET_INFORMATION_USER2], 2);
}

static void server_that_says_aes_is_sent_nothing_weaker(void **state)
{
    (void)state;
    assert_int_not_equal(
        set_password((struct behaviour){ .features = SAMR_FEATURE_AES, .lacks_aes = true }),
        ERROR_SUCCESS);
    assert_int_equal(last_class, SAMR_USER_INTERNAL_8);
    assert_int_equal(calls_of[SAMR_SET_INFORMATION_USER2], 1);
}

static void nothing_is_sent_over_a_connection_that_is_not_protected(void **state)
{
    const struct utf16_slice text = U("somebody");

    (void)state;
    assert_int_equal(set_password((struct behaviour){ .is_unprotected = true }),
                     ERROR_NOT_SUPPORTED);
    assert_int_equal(calls_of[SAMR_SET_INFORMATION_USER2], 0);
    begin((struct behaviour){ .is_unprotected = true });
    assert_int_equal(call.source->change_password(&call, text, text, text), ERROR_NOT_SUPPORTED);
    account_call_end(&call);
    assert_int_equal(calls_of[SAMR_UNICODE_CHANGE_PASSWORD_USER2], 0);
    assert_int_equal(calls_of[SAMR_UNICODE_CHANGE_PASSWORD_USER4], 0);
}

static void protection_is_wanted_of_each_connection(void **state)
{
    const struct utf16_slice text = U("somebody");

    (void)state;
    begin((struct behaviour){ .loses_protection = true });
    assert_int_equal(call.source->change_password(&call, text, text, text), ERROR_NOT_SUPPORTED);
    account_call_end(&call);
    assert_int_equal(calls_of[SAMR_GET_DOMAIN_PASSWORD_INFORMATION], 1);
    assert_int_equal(calls_of[SAMR_UNICODE_CHANGE_PASSWORD_USER4], 0);
    assert_int_equal(calls_of[SAMR_UNICODE_CHANGE_PASSWORD_USER2], 0);
}

static void password_is_changed_in_the_strongest_way(void **state)
{
    const struct utf16_slice text = U("somebody");

    (void)state;
    begin((struct behaviour){ .page = 0 });
    assert_int_equal(call.source->change_password(&call, text, text, text), ERROR_SUCCESS);
    account_call_end(&call);
    assert_int_equal(calls_of[SAMR_UNICODE_CHANGE_PASSWORD_USER4], 1);
    assert_int_equal(calls_of[SAMR_UNICODE_CHANGE_PASSWORD_USER2], 0);
    begin((struct behaviour){ .oldest_lacks = SAMR_UNICODE_CHANGE_PASSWORD_USER4 });
    assert_int_equal(call.source->change_password(&call, text, text, text), ERROR_SUCCESS);
    account_call_end(&call);
    assert_int_equal(calls_of[SAMR_UNICODE_CHANGE_PASSWORD_USER2], 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_user_is_listed_once_whatever_a_page_has),
        cmocka_unit_test(users_in_disorder_and_twice_are_sorted_and_listed_once),
        cmocka_unit_test(list_that_never_ends_is_ended),
        cmocka_unit_test(list_that_ends_with_nothing_is_whole),
        cmocka_unit_test(users_are_described_by_lists),
        cmocka_unit_test(users_that_no_list_has_are_asked_one_by_one),
        cmocka_unit_test(oldest_way_to_connect_is_found),
        cmocka_unit_test(lies_about_domains_and_names_are_seen),
        cmocka_unit_test(number_that_does_not_fit_is_sent_to_nobody),
        cmocka_unit_test(password_is_set_in_the_strongest_way),
        cmocka_unit_test(server_that_says_aes_is_sent_nothing_weaker),
        cmocka_unit_test(nothing_is_sent_over_a_connection_that_is_not_protected),
        cmocka_unit_test(protection_is_wanted_of_each_connection),
        cmocka_unit_test(password_is_changed_in_the_strongest_way),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
