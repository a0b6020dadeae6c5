/*
 * Long lists in orders that a server chose: whatever a function makes of them takes n log n comparisons at
 * most, with a look at the clock, and what it does beside is done once for each row.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The linker puts functions of this file into the place of those that ask a server, and around that which
 * sorts.
 */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/sid.h"
#include "base/sort.h"
#include "base/status.h"
#include "families/accounts/account_server.h"
#include "families/accounts/display.h"
#include "families/accounts/groups.h"
#include "families/accounts/members.h"
#include "families/accounts/users.h"
#include "families/connection/connections.h"
#include "families/file/files.h"
#include "families/server/transports.h"
#include "families/session/sessions.h"
#include "families/share/shares.h"
#include "families/workstation/workstations.h"
#include "platform/posix.h"
#include "remote/call.h"
#include "remote/pool.h"
#include "platform/platform.h"
#include "rpc/samr.h"
#include "rpc/srvsvc.h"
#include "rpc/wkssvc.h"
#include "support/bed.h"
#include "support/hosts.h"
#include "support/unit.h"

#define SERVER      "long"
#define ROWS        120000u
#define LOG2_ROWS   17
#define NAME_LENGTH 6
/* Of the processor, for all that is done with one list: what is done once for each pair takes more. */
#define SECONDS_MAX 8.0
/* What looks at the list again, for who it was given as: the sets of local groups. */
#define SORTS_MAX 4

/* ---- Orders ----------------------------------------------------------------------------------- */

static uint32_t falling(uint32_t place)
{
    return ROWS - 1 - place;
}

static uint32_t organ_pipes(uint32_t place)
{
    return place < ROWS / 2 ? 2 * place : 2 * (ROWS - 1 - place) + 1;
}

/* D. R. Musser, Introspective Sorting and Selection Algorithms, 1997: the median of the first, the middle
 * and the last is always one of the least. */
static uint32_t median_of_three_killer(uint32_t place)
{
    const uint32_t half = ROWS / 2;

    if (place >= half)
    {
        return 2 * (place - half) + 1;
    }
    return place % 2 ? half + place - 1 : place;
}

/* All the same. */
static uint32_t alike(uint32_t place)
{
    (void)place;
    return 7;
}

static uint32_t (*const orders[])(uint32_t place) = { falling, organ_pipes, alike,
                                                      median_of_three_killer };
static uint32_t (*order)(uint32_t place);

/* ---- Sorting ---------------------------------------------------------------------------------- */

static struct
{
    size_t sorts;
    size_t comparisons;
    size_t most; /* of one sorting */
} counted;

struct counting
{
    const struct sorting *sorting;
    size_t comparisons;
};

uint32_t __real_sort(void *elements, size_t count, const struct sorting *sorting);
uint32_t __wrap_sort(void *elements, size_t count, const struct sorting *sorting);

static int compare(const void *left, const void *right, const void *context)
{
    struct counting *counting = (struct counting *)(uintptr_t)context;

    counting->comparisons++;
    return counting->sorting->compare(left, right, counting->sorting->context);
}

static bool is_late(const void *context)
{
    const struct counting *counting = context;

    return counting->sorting->is_late(counting->sorting->context);
}

uint32_t __wrap_sort(void *elements, size_t count, const struct sorting *sorting)
{
    struct counting counting = { sorting, 0 };
    const struct sorting counted_sorting = { sorting->size, compare, is_late, &counting };
    uint32_t status = ERROR_SUCCESS;

    if (!sorting->is_late)
    {
        fail_msg("nobody looks at the clock while %zu rows are sorted", count);
    }
    status = __real_sort(elements, count, &counted_sorting);
    counted.sorts++;
    counted.comparisons += counting.comparisons;
    counted.most = counting.comparisons > counted.most ? counting.comparisons : counted.most;
    return status;
}

/* ---- A server --------------------------------------------------------------------------------- */

/* The number, as text of one length, whose order is that of the numbers. */
static struct utf16_slice name_of(uint32_t number, struct arena *arena)
{
    uint16_t *units = arena_array(arena, NAME_LENGTH, sizeof(*units));

    assert_non_null(units);
    for (size_t i = NAME_LENGTH; i-- > 0; number /= 10)
    {
        units[i] = (uint16_t)('0' + number % 10);
    }
    return (struct utf16_slice){ units, NAME_LENGTH };
}

#define NO_NUMBER SIZE_MAX

/* A list of rows that have a text and a number, at these places. */
static struct info_rows rows_of(struct arena *arena, size_t row_size, size_t text, size_t number)
{
    uint8_t *rows = arena_array(arena, ROWS, row_size);

    assert_non_null(rows);
    for (uint32_t i = 0; i < ROWS; i++)
    {
        const uint32_t value = order(i);
        const struct utf16_slice name = name_of(value, arena);

        memcpy(rows + i * row_size + text, &name, sizeof(name));
        if (number != NO_NUMBER)
        {
            memcpy(rows + i * row_size + number, &value, sizeof(value));
        }
    }
    return (struct info_rows){ rows, ROWS };
}

#define ROWS_OF(arena, row, text, number)                                                          \
    rows_of(arena, sizeof(struct row), offsetof(struct row, text), offsetof(struct row, number))

static bool answer_list(const struct rpc_interface *interface, uint16_t operation, void *parameters,
                        struct arena *arena)
{
    if (interface == &srvsvc_interface)
    {
        switch (operation)
        {
        case NETR_SESSION_ENUM:
            ((struct srvsvc_session_enum *)parameters)->sessions.rows =
                ROWS_OF(arena, session, client, opens);
            return true;
        case NETR_FILE_ENUM:
            ((struct srvsvc_file_enum *)parameters)->files.rows =
                ROWS_OF(arena, open_file, user, id);
            return true;
        case NETR_CONNECTION_ENUM:
            ((struct srvsvc_connection_enum *)parameters)->connections.rows =
                ROWS_OF(arena, connection, user, id);
            return true;
        case NETR_SHARE_ENUM:
            ((struct srvsvc_share_enum *)parameters)->shares.rows =
                ROWS_OF(arena, share, name, type);
            return true;
        case NETR_SERVER_TRANSPORT_ENUM:
            ((struct srvsvc_server_transport_enum *)parameters)->transports.rows =
                ROWS_OF(arena, server_transport, name, circuits);
            return true;
        default: return false;
        }
    }
    if (interface == &wkssvc_interface && operation == NETR_WKSTA_USER_ENUM)
    {
        ((struct wkssvc_wksta_user_enum *)parameters)->users.rows =
            rows_of(arena, sizeof(struct workstation_user), offsetof(struct workstation_user, name),
                    NO_NUMBER);
        return true;
    }
    return false;
}

/* ---- Its accounts ----------------------------------------------------------------------------- */

static const uint8_t domain_sid[] = { 1, 4, 0, 0, 0, 0, 0, 5, 21, 0, 0, 0,
                                      1, 0, 0, 0, 2, 0, 0, 0, 3,  0, 0, 0 };
static uint32_t use_of_names; /* SidTypeUser and its kin */

static struct samr_enumeration *enumeration(struct arena *arena)
{
    struct samr_enumeration *list = arena_allocate(arena, sizeof(*list));

    assert_non_null(list);
    list->count = ROWS;
    list->entries = arena_array(arena, ROWS, sizeof(*list->entries));
    assert_non_null(list->entries);
    for (uint32_t i = 0; i < ROWS; i++)
    {
        list->entries[i] = (struct samr_rid_name){ 1000 + order(i), name_of(order(i), arena) };
    }
    return list;
}

/* The first page is short, and in no order; the second one has all. */
static uint32_t show(struct samr_query_display *query, struct arena *arena)
{
    const bool is_first = query->entry_count <= 100;
    const uint32_t count = is_first ? 100 : ROWS;
    struct samr_display_entry *entries = arena_array(arena, count, sizeof(*entries));

    assert_non_null(entries);
    for (uint32_t i = 0; i < count; i++)
    {
        const uint32_t number = is_first ? i * 37 % 100 : order(i);

        entries[i] = (struct samr_display_entry){
            .index = i + 1,
            .rid = 1000 + number,
            .flags = 0x10,
            .account_name = name_of(number, arena),
        };
    }
    query->buffer.list = (struct samr_display_list){ count, entries };
    return is_first ? STATUS_MORE_ENTRIES : 0;
}

static void find_names(struct samr_lookup_names *lookup, struct arena *arena)
{
    lookup->rids = (struct samr_number_array){ lookup->count, arena_array(arena, lookup->count,
                                                                          sizeof(uint32_t)) };
    lookup->uses = (struct samr_number_array){ lookup->count, arena_array(arena, lookup->count,
                                                                          sizeof(uint32_t)) };
    for (uint32_t i = 0; i < lookup->count; i++)
    {
        lookup->rids.numbers[i] = 1000 + i;
        lookup->uses.numbers[i] = use_of_names;
    }
}

static void find_ids(struct samr_lookup_ids *lookup, struct arena *arena)
{
    lookup->names.count = lookup->count;
    lookup->names.strings = arena_array(arena, lookup->count, sizeof(struct utf16_slice));
    lookup->uses = (struct samr_number_array){ lookup->count, arena_array(arena, lookup->count,
                                                                          sizeof(uint32_t)) };
    for (uint32_t i = 0; i < lookup->count; i++)
    {
        lookup->names.strings[i] = name_of(lookup->rids[i], arena);
        lookup->uses.numbers[i] = 1;
    }
}

static struct samr_group_members *members_of_group(struct arena *arena)
{
    struct samr_group_members *members = arena_allocate(arena, sizeof(*members));

    assert_non_null(members);
    members->count = ROWS;
    members->rids = arena_array(arena, ROWS, sizeof(uint32_t));
    members->attributes = arena_array(arena, ROWS, sizeof(uint32_t));
    assert_true(members->rids && members->attributes);
    for (uint32_t i = 0; i < ROWS; i++)
    {
        members->rids[i] = 1000 + order(i);
    }
    return members;
}

static struct samr_sid_array members_of_alias(struct arena *arena)
{
    struct samr_sid_array members = { ROWS, arena_array(arena, ROWS, sizeof(struct bytes)) };
    struct sid *sids = arena_array(arena, ROWS, sizeof(*sids));

    assert_true(members.sids && sids);
    for (uint32_t i = 0; i < ROWS; i++)
    {
        members.sids[i] =
            sid_join((struct bytes){ domain_sid, sizeof(domain_sid) }, 1000 + order(i), &sids[i]);
    }
    return members;
}

static struct samr_memberships *groups_of_somebody(struct arena *arena)
{
    struct samr_memberships *memberships = arena_allocate(arena, sizeof(*memberships));

    assert_non_null(memberships);
    memberships->count = ROWS;
    memberships->groups = arena_array(arena, ROWS, sizeof(*memberships->groups));
    assert_non_null(memberships->groups);
    for (uint32_t i = 0; i < ROWS; i++)
    {
        memberships->groups[i].rid = 1000 + order(i);
    }
    return memberships;
}

/* A thousand of them in any order, each time. */
static struct samr_number_array some_aliases(struct arena *arena)
{
    struct samr_number_array found = { 1000, arena_array(arena, 1000, sizeof(uint32_t)) };

    assert_non_null(found.numbers);
    for (uint32_t i = 0; i < found.count; i++)
    {
        found.numbers[i] = 1000 + order(i * 119 % ROWS) % 5000;
    }
    return found;
}

static uint32_t answer_accounts(uint16_t operation, void *parameters, struct arena *arena)
{
    static const struct context_handle handle = { { 1 } };
    static struct samr_rid_name domains[2];
    static struct samr_enumeration all_domains = { 1, domains };

    switch (operation)
    {
    case SAMR_CONNECT5: ((struct samr_connect_5 *)parameters)->server = handle; return 0;
    case SAMR_ENUMERATE_DOMAINS_IN_SAM_SERVER:
        domains[0].name = name_of(1, arena);
        ((struct samr_enumerate *)parameters)->buffer = &all_domains;
        return 0;
    case SAMR_LOOKUP_DOMAIN_IN_SAM_SERVER:
        ((struct samr_lookup_domain *)parameters)->domain_id =
            (struct bytes){ domain_sid, sizeof(domain_sid) };
        return 0;
    case SAMR_OPEN_DOMAIN: ((struct samr_open_domain *)parameters)->domain = handle; return 0;
    case SAMR_OPEN_USER:
    case SAMR_OPEN_GROUP:
    case SAMR_OPEN_ALIAS: ((struct samr_open_object *)parameters)->handle = handle; return 0;
    case SAMR_CLOSE_HANDLE: return 0;
    case SAMR_LOOKUP_NAMES_IN_DOMAIN: find_names(parameters, arena); return 0;
    case SAMR_LOOKUP_IDS_IN_DOMAIN: find_ids(parameters, arena); return 0;
    case SAMR_QUERY_DISPLAY_INFORMATION3: return show(parameters, arena);
    case SAMR_ENUMERATE_USERS_IN_DOMAIN:
        ((struct samr_enumerate_users *)parameters)->buffer = enumeration(arena);
        return 0;
    case SAMR_ENUMERATE_ALIASES_IN_DOMAIN:
        ((struct samr_enumerate *)parameters)->buffer = enumeration(arena);
        return 0;
    case SAMR_GET_MEMBERS_IN_GROUP:
        ((struct samr_get_group_members *)parameters)->members = members_of_group(arena);
        return 0;
    case SAMR_GET_MEMBERS_IN_ALIAS:
        ((struct samr_get_alias_members *)parameters)->members = members_of_alias(arena);
        return 0;
    case SAMR_GET_GROUPS_FOR_USER:
        ((struct samr_get_groups_for_user *)parameters)->groups = groups_of_somebody(arena);
        return 0;
    case SAMR_GET_ALIAS_MEMBERSHIP:
        ((struct samr_get_alias_membership *)parameters)->membership = some_aliases(arena);
        return 0;
    default: fail_msg("nobody answers operation %u", operation); return 0;
    }
}

/* ---- remote/call.h ---------------------------------------------------------------------------- */

uint32_t __wrap_remote_call(struct remote *remote, const struct rpc_interface *interface,
                            uint16_t operation, void *parameters, struct rpc_reply *reply);

uint32_t __wrap_remote_call(struct remote *remote, const struct rpc_interface *interface,
                            uint16_t operation, void *parameters, struct rpc_reply *reply)
{
    uint32_t status = remote_prepare(remote);
    uint32_t result = 0;

    *reply = (struct rpc_reply){ .stub = { .data = NULL } };
    remote->lacks_operation = false;
    if (status)
    {
        return status;
    }
    writer_u8(&reply->stub, 0); /* there is a reply */
    if (!answer_list(interface, operation, parameters, &reply->arena))
    {
        assert_ptr_equal(interface, &samr_interface);
        result = answer_accounts(operation, parameters, &reply->arena);
        memcpy((uint8_t *)parameters + rpc_operation(interface, operation)->result_offset, &result,
               sizeof(result));
    }
    return win32_from_ntstatus(result);
}

/* ---- The lists -------------------------------------------------------------------------------- */

/* A page of a few rows, of a server that takes no notice of lengths: all are put in order. */
static struct info_request page(uint32_t level)
{
    struct info_request request = request_for(SERVER, level);

    request.preferred_length = 4096;
    return request;
}

static uint32_t list_sessions(struct info_answer *answer)
{
    const struct sessions_request request = { .list = page(1) };

    return sessions_enumerate(&request, answer);
}

static uint32_t list_sessions_of_a_client(struct info_answer *answer)
{
    const struct sessions_request request = { .list = page(1), .client = text_of("\\\\000007") };

    return sessions_enumerate(&request, answer);
}

static uint32_t list_files(struct info_answer *answer)
{
    const struct files_request request = { .list = page(3) };

    return files_enumerate(&request, answer);
}

static uint32_t list_files_of_a_user(struct info_answer *answer)
{
    const struct files_request request = { .list = page(3), .user = text_of("000007") };

    return files_enumerate(&request, answer);
}

static uint32_t list_connections(struct info_answer *answer)
{
    const struct connections_request request = { .list = page(1), .qualifier = text_of("docs") };

    return connections_enumerate(&request, answer);
}

static uint32_t list_shares(struct info_answer *answer)
{
    const struct info_request request = page(2);

    return shares_enumerate(&request, answer);
}

static uint32_t list_transports(struct info_answer *answer)
{
    const struct info_request request = page(0);

    return transports_enumerate(&request, &test_server_host, answer);
}

static uint32_t list_workstation_users(struct info_answer *answer)
{
    const struct info_request request = page(0);

    return workstations_list_users(&request, &test_workstation_host, answer);
}

static uint32_t list_users(struct info_answer *answer)
{
    const struct info_request request = page(0);

    return users_enumerate(&request, 0, answer);
}

static uint32_t list_global_groups(struct info_answer *answer)
{
    const struct info_request request = page(2);

    return groups_enumerate(GLOBAL_GROUP, &request, answer);
}

static uint32_t list_local_groups(struct info_answer *answer)
{
    const struct info_request request = page(0);

    return groups_enumerate(LOCAL_GROUP, &request, answer);
}

static uint32_t list_members(struct info_answer *answer, enum group_kind kind, uint32_t use)
{
    const struct member_request request = { text_of(SERVER), text_of("staff"), kind, 0 };

    use_of_names = use;
    return members_enumerate(&request, 4096, 0, answer);
}

static uint32_t list_members_of_a_global_group(struct info_answer *answer)
{
    return list_members(answer, GLOBAL_GROUP, 2);
}

static uint32_t list_members_of_a_local_group(struct info_answer *answer)
{
    return list_members(answer, LOCAL_GROUP, 4);
}

static uint32_t list_groups_of(struct info_answer *answer, enum group_kind kind)
{
    const struct member_request request = { text_of(SERVER), text_of("alice"), kind, 0 };

    use_of_names = 1;
    return member_groups_enumerate(&request, true, 4096, answer);
}

static uint32_t list_global_groups_of_a_user(struct info_answer *answer)
{
    return list_groups_of(answer, GLOBAL_GROUP);
}

static uint32_t list_local_groups_of_a_user(struct info_answer *answer)
{
    return list_groups_of(answer, LOCAL_GROUP);
}

static uint32_t list_display(struct info_answer *answer)
{
    const struct info_request request = page(DISPLAY_GROUPS);
    struct info_buffer entries;
    const uint32_t status = display_query(&request, 100, &entries);

    *answer = (struct info_answer){ .buffer = entries.buffer, .entries = entries.entries };
    return status;
}

static const struct
{
    const char *name;
    uint32_t (*list)(struct info_answer *answer);
} lists[] = {
    { "sessions", list_sessions },
    { "sessions of a client", list_sessions_of_a_client },
    { "files", list_files },
    { "files of a user", list_files_of_a_user },
    { "connections", list_connections },
    { "shares", list_shares },
    { "transports", list_transports },
    { "users of a workstation", list_workstation_users },
    { "users", list_users },
    { "global groups", list_global_groups },
    { "local groups", list_local_groups },
    { "members of a global group", list_members_of_a_global_group },
    { "members of a local group", list_members_of_a_local_group },
    { "global groups of a user", list_global_groups_of_a_user },
    { "local groups of a user", list_local_groups_of_a_user },
    { "a list for display", list_display },
};

static void assert_list_is_quick(size_t list, size_t which)
{
    const clock_t start = clock();
    struct info_answer answer = { 0 };
    double seconds = 0;
    uint32_t status = 0;

    memset(&counted, 0, sizeof(counted));
    status = lists[list].list(&answer);
    seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    if ((status && status != ERROR_MORE_DATA) || !answer.entries)
    {
        fail_msg("%s in order %zu: code %u", lists[list].name, which, status);
    }
    if (counted.sorts > SORTS_MAX || counted.most > 2 * (size_t)ROWS * LOG2_ROWS)
    {
        fail_msg("%s in order %zu: %zu sortings, of which one took %zu comparisons",
                 lists[list].name, which, counted.sorts, counted.most);
    }
    if (seconds > SECONDS_MAX)
    {
        fail_msg("%s in order %zu: %.1f s", lists[list].name, which, seconds);
    }
    platform_api_free(answer.buffer);
}

static void every_list_takes_n_log_n_comparisons_at_most(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(lists); i++)
    {
        for (size_t j = 0; j < COUNT(orders); j++)
        {
            order = orders[j];
            assert_list_is_quick(i, j);
        }
    }
}

static int set_up(void **state)
{
    (void)state;
    bed_configure_port(SERVER, 1); /* where nobody listens: nothing goes over the network */
    posix_config_set(NULL, "CallTimeout", "600000");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    pool_clear();
    posix_config_clear();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_list_takes_n_log_n_comparisons_at_most, set_up,
                                        tear_down),
    };

    return cmocka_run_group_tests_name("chosen_order", tests, NULL, NULL);
}
