/*
 * Asks for accounts what the functions of the API ask, of a server that answers as one of a capture
 * did. For scripts; no test itself.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reads lines whose fields are between tabs:
 *
 *     call INTERFACE NUMBER REQUEST RESPONSE   a call of the capture, the stubs in hexadecimal
 *     ask FUNCTION LEVEL ABOUT                 asks; ABOUT is a name in UTF-16, or a SID, in hexadecimal
 *
 * and answers each "ask" with lines of NAME=VALUE and an empty one: an `asked` for each operation, and
 * an `unanswered` where the capture has no answer; the `status`; then the members of the structures.
 * Text, SIDs and bits are in hexadecimal.
 *
 * This file stands for remote/call.c.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/status.h"
#include "captures/hex_bytes.h"
#include "families/accounts/account_server.h"
#include "families/accounts/members.h"
#include "families/accounts/rules.h"
#include "families/accounts/users.h"
#include "platform/platform.h"
#include "platform/posix.h"
#include "rpc/interfaces.h"
#include "support/hosts.h"
#include "support/recorded_server.h"

#define SERVER       "\\\\recorded"
#define SERVER_NAME  "recorded"
#define SID_MIN_SIZE 8u
#define FIELDS_MAX   5

/* ---- remote/call.h --------------------------------------------------------------------------- */

uint32_t remote_call(struct remote *remote, const struct rpc_interface *interface,
                     uint16_t operation, void *parameters, struct rpc_reply *reply)
{
    const uint32_t status = recorded_server_call(remote, interface, operation, parameters, reply);

    printf("%s=%s.%s\n", remote->lacks_operation ? "unanswered" : "asked", interface->name,
           rpc_operation(interface, operation)->name);
    return status;
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
    return false;
}

void remote_demand_protection(struct remote *remote)
{
    (void)remote;
}

bool remote_is_encrypted(const struct remote *remote)
{
    (void)remote;
    return false;
}

uint32_t remote_session_key(const struct remote *remote, uint8_t key[SMB2_APPLICATION_KEY_SIZE])
{
    (void)remote;
    memset(key, 0, SMB2_APPLICATION_KEY_SIZE);
    return ERROR_NO_USER_SESSION_KEY;
}

/* ---- What comes out -------------------------------------------------------------------------- */

static void show_hex(const char *name, const void *data, size_t size)
{
    printf("%s=", name);
    for (size_t i = 0; i < size; i++)
    {
        printf("%02x", ((const uint8_t *)data)[i]);
    }
    putchar('\n');
}

static void show_text(const char *name, const uint16_t *units)
{
    size_t length = 0;

    while (units && units[length])
    {
        length++;
    }
    show_hex(name, units, length * sizeof(*units));
}

/* Hours of a week, or a SID, which says itself how long it is. */
static void show_bytes(const char *name, const uint8_t *data)
{
    if (strcmp(name, "logon_hours") == 0)
    {
        show_hex(name, data, USER_UNITS_PER_WEEK / 8);
    }
    else
    {
        show_hex(name, data, data ? SID_MIN_SIZE + data[1] * sizeof(uint32_t) : 0);
    }
}

static void show_structure(const struct info_level *level, const uint8_t *structure)
{
    for (size_t i = 0; i < level->field_count; i++)
    {
        const struct info_field *field = &level->fields[i];
        const void *value = structure + field->api_offset;

        if (field->kind == INFO_U32)
        {
            printf("%s=%" PRIu32 "\n", field->name, *(const uint32_t *)value);
        }
        else if (field->kind == INFO_BYTES)
        {
            show_bytes(field->name, *(uint8_t *const *)value);
        }
        else
        {
            show_text(field->name, *(uint16_t *const *)value);
        }
    }
}

/* Structures of a level in a buffer of the API, which is released. */
static void show_structures(const struct info_family *family, uint32_t number, void *buffer,
                            uint32_t count)
{
    const struct info_level *level = info_find_level(family, number);

    for (uint32_t i = 0; i < count && buffer; i++)
    {
        show_structure(level, (const uint8_t *)buffer + i * level->api_size);
    }
    platform_api_free(buffer);
}

static void show_status(uint32_t status)
{
    printf("status=%" PRIu32 "\n", status);
}

/* ---- Functions ------------------------------------------------------------------------------- */

static void get_info(uint32_t level, struct bytes about)
{
    void *buffer = NULL;

    show_status(users_get_info(text_of(SERVER),
                               (struct utf16_slice){ about.data, about.size / sizeof(uint16_t) },
                               level, &buffer));
    show_structures(&user_info_family, level, buffer, 1);
}

static void get_modals(uint32_t level, struct bytes about)
{
    void *buffer = NULL;

    (void)about;
    show_status(rules_get(text_of(SERVER), level, &buffer));
    show_structures(&account_rules_family, level, buffer, 1);
}

static void list_groups(enum group_kind kind, uint32_t level, struct bytes about)
{
    const struct member_request user = {
        .server = text_of(SERVER),
        .name = { about.data, about.size / sizeof(uint16_t) },
        .kind = kind,
        .level = level,
    };
    struct info_answer groups;

    show_status(member_groups_enumerate(&user, false, PREFERRED_LENGTH_UNLIMITED, &groups));
    show_structures(member_groups_family(kind), level, groups.buffer, groups.entries);
}

static void get_groups(uint32_t level, struct bytes about)
{
    list_groups(GLOBAL_GROUP, level, about);
}

static void get_local_groups(uint32_t level, struct bytes about)
{
    list_groups(LOCAL_GROUP, level, about);
}

static void show_slice(const char *name, struct utf16_slice text)
{
    show_hex(name, text.units, text.length * sizeof(uint16_t));
}

/* What LSA knows of an account: no function of the API, but what those ask that meet members of groups. */
static uint32_t look_up(struct member *member, bool by_name)
{
    struct account_call call;
    uint32_t status = account_call_begin(&call, text_of(SERVER), ACCOUNTS_READ);

    if (!status)
    {
        status = by_name ? account_server_find_sids(&call, member, 1)
                         : account_server_find_sid_names(&call, member, 1);
    }
    if (!status)
    {
        printf("use=%" PRIu32 "\n", member->use);
        if (by_name)
        {
            show_hex("sid", member->sid.data, member->sid.size);
        }
        else
        {
            show_slice("name", member->name);
            show_slice("domain_name", member->domain_name);
        }
    }
    account_call_end(&call);
    return status;
}

static void look_up_name(uint32_t level, struct bytes about)
{
    struct member member = { .domain_name = { about.data, about.size / sizeof(uint16_t) } };

    (void)level;
    show_status(look_up(&member, true));
}

static void look_up_sid(uint32_t level, struct bytes about)
{
    struct member member = { .sid = { about.data, about.size } };

    (void)level;
    show_status(look_up(&member, false));
}

static const struct
{
    const char *name;
    void (*ask)(uint32_t level, struct bytes about);
} functions[] = {
    { "NetUserGetInfo", get_info },
    { "NetUserGetGroups", get_groups },
    { "NetUserGetLocalGroups", get_local_groups },
    { "NetUserModalsGet", get_modals },
    { "LookupName", look_up_name },
    { "LookupSid", look_up_sid },
};

/* ---- Lines ----------------------------------------------------------------------------------- */

static const struct rpc_interface *find_interface(const char *name)
{
    for (size_t i = 0; i < rpc_interface_count; i++)
    {
        if (strcmp(rpc_interfaces[i]->name, name) == 0)
        {
            return rpc_interfaces[i];
        }
    }
    return NULL;
}

/* The response stays until the program ends: recorded_server.c has it. A call that cannot be read, or with
 * a handle that nobody opened, is left out. */
static bool take_call(char *const fields[])
{
    const struct rpc_interface *interface = find_interface(fields[0]);
    const uint16_t operation = (uint16_t)strtoul(fields[1], NULL, 10);
    const struct bytes request = bytes_from_hex(fields[2]);
    const struct bytes response = bytes_from_hex(fields[3]);

    if (!interface || !recorded_server_add(interface, operation, request, response))
    {
        free((void *)(uintptr_t)response.data);
    }
    free((void *)(uintptr_t)request.data);
    return interface != NULL;
}

static bool ask(char *const fields[])
{
    const struct bytes about = bytes_from_hex(fields[2]);
    bool understood = false;

    for (size_t i = 0; i < INFO_COUNT(functions); i++)
    {
        if (strcmp(functions[i].name, fields[0]) == 0)
        {
            functions[i].ask((uint32_t)strtoul(fields[1], NULL, 10), about);
            understood = true;
        }
    }
    putchar('\n');
    free((void *)(uintptr_t)about.data);
    return understood;
}

static bool answer_line(char *line)
{
    char *fields[FIELDS_MAX] = { NULL };
    size_t count = 0;
    char *rest = NULL;

    for (char *field = strtok_r(line, "\t\n", &rest); field && count < FIELDS_MAX;
         field = strtok_r(NULL, "\t\n", &rest))
    {
        fields[count++] = field;
    }
    if (count == FIELDS_MAX && strcmp(fields[0], "call") == 0)
    {
        return take_call(fields + 1);
    }
    return count == FIELDS_MAX - 1 && strcmp(fields[0], "ask") == 0 && ask(fields + 1);
}

int main(void)
{
    char *line = NULL;
    size_t capacity = 0;
    bool understood = true;

    posix_config_set(SERVER_NAME, "Address", "127.0.0.1");
    posix_config_set(SERVER_NAME, "Port", "1");
    while (understood && getline(&line, &capacity, stdin) > 0)
    {
        understood = answer_line(line);
    }
    free(line);
    if (!understood)
    {
        fputs("ask_accounts: a line that is not understood\n", stderr);
    }
    return understood ? EXIT_SUCCESS : EXIT_FAILURE;
}
