/*
 * Asking the name servers of this computer.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "dns/dns_client.h"

#include <stdlib.h>
#include <string.h>

#include "base/status.h"
#include "platform/log.h"

#define MESSAGE_MAX  65535
#define DATAGRAM_MAX 4096 /* 512 without EDNS; some send more */
#define ALIASES_MAX  8

/* How long a server is waited for, in milliseconds, one round after the other. */
static const unsigned int patience[] = { 1000, 2000 };

/* A question, and what has been heard of it. */
struct question
{
    const char *name;
    enum dns_type type;
    uint64_t deadline;
    uint16_t id;
    struct writer message;
    struct arena *arena;
    struct dns_answer *answer;
};

static uint64_t earlier(uint64_t a, uint64_t b)
{
    return a < b ? a : b;
}

/* ---- One server ------------------------------------------------------------------------------ */

/* What a message that answers the question makes of it. */
static uint32_t take_answer(const struct question *question, struct bytes message)
{
    const uint32_t status = dns_answer_decode(message, question->arena, question->answer);

    if (status)
    {
        return status;
    }
    switch (question->answer->result)
    {
    case DNS_RESULT_SUCCESS: return ERROR_SUCCESS;
    case DNS_RESULT_NAME_ERROR: return DNS_ERROR_RCODE_NAME_ERROR;
    default: return DNS_ERROR_RCODE_SERVER_FAILURE;
    }
}

/* Waits for the answer. What answers something else is passed over: anybody can send it, also so much
 * of it that there is always something to read. */
static uint32_t await_datagram(const struct question *question,
                               struct platform_datagrams *datagrams, uint64_t deadline)
{
    uint8_t data[DATAGRAM_MAX];

    do
    {
        struct bytes message = { data, 0 };
        size_t peer = 0;
        const uint32_t status = platform_datagrams_receive(datagrams, data, sizeof(data),
                                                           &message.size, &peer, deadline);

        if (status)
        {
            return status;
        }
        if (dns_answers_question(message, question->id, question->name, question->type))
        {
            return take_answer(question, message);
        }
    } while (platform_now() < deadline);
    return ERROR_SEM_TIMEOUT;
}

static uint32_t ask_by_datagram(const struct question *question, const struct ip_endpoint *server,
                                uint64_t deadline)
{
    struct platform_datagrams *datagrams = NULL;
    size_t peer = 0;
    uint32_t status = platform_datagrams_open(&datagrams);

    if (!status)
    {
        status = platform_datagrams_add(datagrams, server, &peer);
    }
    if (!status)
    {
        status = platform_datagrams_send(datagrams, peer, question->message.data,
                                         question->message.size);
    }
    if (!status)
    {
        status = await_datagram(question, datagrams, deadline);
    }
    platform_datagrams_close(datagrams);
    return status;
}

static uint32_t receive_all(struct platform_socket *connected, uint8_t *data, size_t size,
                            uint64_t deadline)
{
    uint32_t status = ERROR_SUCCESS;

    while (size && !status)
    {
        size_t received = 0;

        status = ERROR_SEM_TIMEOUT; /* also of who sends byte after byte, which are always there */
        if (platform_now() < deadline)
        {
            status = platform_receive(connected, data, size, &received, deadline);
        }
        data += received;
        size -= received;
    }
    return status;
}

/* [RFC 1035] 4.2.2: two bytes say how long the message is. */
static uint32_t exchange_on_stream(const struct question *question,
                                   struct platform_socket *connected, uint64_t deadline,
                                   uint8_t *data)
{
    const size_t size = question->message.size;
    const uint8_t prefix[] = { (uint8_t)(size >> 8), (uint8_t)size };
    struct bytes message = { data, 0 };
    uint8_t announced[2];
    uint32_t status = platform_send(connected, prefix, sizeof(prefix), deadline);

    if (!status)
    {
        status = platform_send(connected, question->message.data, size, deadline);
    }
    if (!status)
    {
        status = receive_all(connected, announced, sizeof(announced), deadline);
    }
    if (status)
    {
        return status;
    }
    message.size = (size_t)announced[0] << 8 | announced[1];
    status = receive_all(connected, data, message.size, deadline);
    if (status)
    {
        return status;
    }
    status = dns_answers_question(message, question->id, question->name, question->type)
                 ? take_answer(question, message)
                 : ERROR_BAD_NET_RESP;
    return !status && question->answer->is_truncated ? ERROR_BAD_NET_RESP : status;
}

static uint32_t ask_by_stream(const struct question *question, const struct ip_endpoint *server,
                              uint64_t deadline)
{
    char text[IP_ADDRESS_TEXT_SIZE];
    struct utf16_name host;
    struct platform_socket *connected = NULL;
    uint8_t *data = malloc(MESSAGE_MAX);
    uint32_t status = data ? ERROR_SUCCESS : ERROR_NOT_ENOUGH_MEMORY;

    ip_address_format(&server->address, text);
    host = utf16_name_from_ascii(text);
    if (!status)
    {
        status = platform_connect(utf16_from_name(&host), server->port, deadline, &connected, NULL);
    }
    if (!status)
    {
        status = exchange_on_stream(question, connected, deadline, data);
    }
    platform_close(connected);
    free(data);
    return status;
}

/* ---- All of them ----------------------------------------------------------------------------- */

/* Whether another server may know what this one did not say. */
static bool is_final(uint32_t status)
{
    return status == ERROR_SUCCESS || status == DNS_ERROR_RCODE_NAME_ERROR ||
           status == ERROR_NOT_ENOUGH_MEMORY;
}

static uint32_t ask_server(const struct question *question, const struct ip_endpoint *server,
                           unsigned int wait)
{
    const uint64_t deadline = earlier(platform_now() + wait, question->deadline);
    uint32_t status = ask_by_datagram(question, server, deadline);

    if (!status && question->answer->is_truncated)
    {
        status =
            ask_by_stream(question, server, earlier(platform_now() + wait, question->deadline));
    }
    return status;
}

static uint32_t ask_servers(const struct dns_servers *servers, const struct question *question)
{
    uint32_t status = DNS_ERROR_NO_DNS_SERVERS;

    for (size_t round = 0; round < sizeof(patience) / sizeof(patience[0]); round++)
    {
        bool is_answered = false;

        for (size_t i = 0; i < servers->count; i++)
        {
            char text[IP_ADDRESS_TEXT_SIZE];

            if (platform_now() >= question->deadline)
            {
                return ERROR_SEM_TIMEOUT;
            }
            status = ask_server(question, &servers->endpoints[i], patience[round]);
            ip_address_format(&servers->endpoints[i].address, text);
            TRACE("%s, type %u, of %s port %u: %u\n", debugstr_utf8(question->name).text,
                  (unsigned int)question->type, text, servers->endpoints[i].port, status);
            if (is_final(status))
            {
                return status;
            }
            is_answered = is_answered || status == DNS_ERROR_RCODE_SERVER_FAILURE;
        }
        if (is_answered)
        {
            return DNS_ERROR_RCODE_SERVER_FAILURE;
        }
    }
    /* A refusal, or no way: nobody has answered either way. */
    return status == ERROR_CONNECTION_REFUSED || status == ERROR_BAD_NETPATH ? ERROR_SEM_TIMEOUT
                                                                             : status;
}

static uint32_t ask_once(const struct dns_servers *servers, const char *name, enum dns_type type,
                         uint64_t deadline, struct arena *arena, struct dns_answer *answer)
{
    struct question question = {
        .name = name, .type = type, .deadline = deadline, .arena = arena, .answer = answer
    };
    uint32_t status = platform_random(&question.id, sizeof(question.id));

    if (!status)
    {
        /* What can be no name nobody has. */
        status = dns_question_encode(question.id, name, type, &question.message)
                     ? ask_servers(servers, &question)
                 : question.message.failed ? ERROR_NOT_ENOUGH_MEMORY
                                           : DNS_ERROR_RCODE_NAME_ERROR;
    }
    writer_free(&question.message);
    return status;
}

/* ---- Aliases --------------------------------------------------------------------------------- */

static const struct dns_record *find_record(const struct dns_answer *answer, const char *name,
                                            enum dns_type type)
{
    for (size_t i = 0; i < answer->count; i++)
    {
        if (answer->records[i].type == type && dns_name_equal(answer->records[i].name, name))
        {
            return &answer->records[i];
        }
    }
    return NULL;
}

/* Goes from `name` along the aliases of the answer, as long as there are any. */
static const char *follow_aliases(const struct dns_answer *answer, const char *name,
                                  unsigned int *aliases_left)
{
    const struct dns_record *alias = find_record(answer, name, DNS_CNAME);

    while (alias && *aliases_left)
    {
        name = alias->target;
        (*aliases_left)--;
        alias = find_record(answer, name, DNS_CNAME);
    }
    return name;
}

/* Leaves the records of the type that `name` has, and those of other types. */
static void keep_records_of(struct dns_answer *answer, const char *name, enum dns_type type)
{
    size_t kept = 0;

    for (size_t i = 0; i < answer->count; i++)
    {
        const struct dns_record *record = &answer->records[i];

        if (record->type != type || dns_name_equal(record->name, name))
        {
            answer->records[kept++] = *record;
        }
    }
    answer->count = kept;
}

/* Whether a name lies below the domain `invalid`, which nobody is to be asked about. */
static bool is_invalid(const char *name)
{
    static const char domain[] = "invalid";
    const size_t length = strlen(name);

    return length >= sizeof(domain) - 1 &&
           dns_name_equal(name + length - (sizeof(domain) - 1), domain) &&
           (length == sizeof(domain) - 1 || name[length - sizeof(domain)] == '.');
}

uint32_t dns_ask(const struct dns_servers *servers, const char *name, enum dns_type type,
                 uint64_t deadline, struct arena *arena, struct dns_answer *answer)
{
    unsigned int aliases_left = ALIASES_MAX;

    *answer = (struct dns_answer){ 0 };
    for (;;)
    {
        const char *alias = NULL;
        uint32_t status = DNS_ERROR_RCODE_NAME_ERROR;

        if (!*name || is_invalid(name))
        {
            return status;
        }
        status = ask_once(servers, name, type, deadline, arena, answer);
        if (status)
        {
            return status;
        }
        alias = follow_aliases(answer, name, &aliases_left);
        if (find_record(answer, alias, type))
        {
            keep_records_of(answer, alias, type);
            return ERROR_SUCCESS;
        }
        if (alias == name || !aliases_left)
        {
            return DNS_INFO_NO_RECORDS;
        }
        name = alias;
    }
}
