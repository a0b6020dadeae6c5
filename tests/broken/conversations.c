/*
 * Conversations with a real server, recorded and had again.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "broken/conversations.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/status.h"
#include "platform/posix.h"
#include "remote/pool.h"
#include "support/fixed_platform.h"
#include "support/live.h"

#define CHANCE 20260101

const struct manner manners[] = {
    { "signed", NULL, false, true, 1 },
    { "encrypted", NULL, true, true, 1 },
    { "signed-3.0.2", "server max protocol = SMB3_02", false, false, 8 },
    { "encrypted-3.0", "server max protocol = SMB3_00", true, false, 8 },
    { "signed-2.1", "server max protocol = SMB2_10", false, false, 8 },
    { "signed-2.0.2", "server max protocol = SMB2_02", false, false, 8 },
};
const unsigned int manner_count = COUNT(manners);

/* ---- The network ----------------------------------------------------------------------------- */

struct real_transport
{
    struct transport transport;
    int descriptor;
};

static int descriptor_of(struct transport *transport)
{
    return ((struct real_transport *)(void *)transport)->descriptor;
}

static uint32_t real_send(struct transport *transport, const void *data, size_t size,
                          uint64_t deadline)
{
    const uint8_t *bytes = data;

    (void)deadline;
    while (size)
    {
        const ssize_t sent = send(descriptor_of(transport), bytes, size, MSG_NOSIGNAL);

        if (sent < 0)
        {
            return ERROR_NETNAME_DELETED;
        }
        bytes += sent;
        size -= (size_t)sent;
    }
    return ERROR_SUCCESS;
}

static uint32_t real_receive(struct transport *transport, void *data, size_t size, size_t *received,
                             uint64_t deadline)
{
    const ssize_t count = recv(descriptor_of(transport), data, size, 0);

    (void)deadline;
    *received = count > 0 ? (size_t)count : 0;
    return count > 0 ? ERROR_SUCCESS : ERROR_NETNAME_DELETED;
}

static void real_close(struct transport *transport)
{
    close(descriptor_of(transport));
    free(transport);
}

static const struct transport_operations real_operations = {
    .send = real_send,
    .receive = real_receive,
    .close = real_close,
};

static struct transport *real_open(uint16_t port)
{
    const struct sockaddr_in address = { .sin_family = AF_INET,
                                         .sin_addr = { htonl(INADDR_LOOPBACK) },
                                         .sin_port = htons(port) };
    const int on = 1;
    struct real_transport *real = calloc(1, sizeof(*real));

    if (!real)
    {
        abort();
    }
    real->transport.operations = &real_operations;
    real->descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (real->descriptor < 0 ||
        connect(real->descriptor, (const struct sockaddr *)&address, sizeof(address)))
    {
        abort();
    }
    setsockopt(real->descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
    return &real->transport;
}

/* ---- Recording ------------------------------------------------------------------------------- */

/* What was learnt of the server in one conversation is forgotten in the next. */
#define FORGETTING_TIME 1000000u
#define CALLS_MAX       8 /* of a conversation */

static void begin(const struct conversation *conversation, fixed_platform_connect *connection,
                  void *context)
{
    static uint64_t conversations;

    fixed_platform_reset(CHANCE);
    fixed_platform_skip(++conversations * FORGETTING_TIME * CALLS_MAX);
    fixed_platform_set_connect(connection, context);
    posix_credential_set(SERVER, "admin", conversation->password);
    broken_calls_log_on(conversation->password);
    posix_config_set(SERVER, "Encryption", conversation->manner->encrypts ? "required" : "auto");
}

static uint32_t connect_and_record(void *context, struct utf16_slice host, uint16_t port,
                                   uint64_t deadline, struct transport **transport)
{
    struct conversation *conversation = context;

    (void)host;
    (void)deadline;
    fixed_platform_set_chance(CHANCE);
    if (conversation->recording.sent.size)
    {
        conversation->recording.failed = true; /* a second connection */
        return ERROR_CONNECTION_REFUSED;
    }
    *transport = recording_transport(&conversation->recording, real_open(port));
    return *transport ? ERROR_SUCCESS : ERROR_NOT_ENOUGH_MEMORY;
}

void conversations_start(void)
{
    struct outcome nothing;

    fixed_platform_reset(CHANCE);
    broken_call_make(0, &nothing);
}

static void record_calls(struct conversation *conversation, unsigned int count)
{
    recording_free(&conversation->recording);
    conversation->calls = count;
    begin(conversation, connect_and_record, conversation);
    for (unsigned int i = 0; i < count; i++)
    {
        broken_call_make(conversation->call, &conversation->outcomes[i]);
    }
    pool_clear();
}

bool conversation_record(struct conversation *conversation)
{
    const struct fault none = { .kind = FAULT_NONE };
    struct retold again;
    const char *trouble = NULL;

    record_calls(conversation, CALLS_RECORDED);
    if (conversation->recording.failed)
    {
        record_calls(conversation, 1);
    }
    trouble = conversation->recording.failed ? "a call of more than one connection" : NULL;
    if (!trouble)
    {
        conversation_retell(conversation, &none, &again);
        trouble = again.replays[0].differs ? "the client does not say the same again"
                                           : conversation_judge(conversation, &none, &again);
    }
    if (trouble)
    {
        fprintf(stderr, "%s, %s: %s\n", broken_call_name(conversation->call),
                conversation->manner->name, trouble);
    }
    return !trouble;
}

/* ---- Having it again ------------------------------------------------------------------------- */

struct retelling
{
    const struct conversation *conversation;
    const struct fault *fault;
    struct retold *retold;
};

static const struct replay_clock replay_clock = { platform_now, fixed_platform_pass_until };

static uint32_t connect_and_replay(void *context, struct utf16_slice host, uint16_t port,
                                   uint64_t deadline, struct transport **transport)
{
    static const struct fault none = { .kind = FAULT_NONE };
    const struct retelling *retelling = context;
    struct retold *retold = retelling->retold;
    const bool is_first = retold->connections == 0;

    (void)host;
    (void)port;
    (void)deadline;
    fixed_platform_set_chance(CHANCE);
    if (retold->connections == REPLAYS_MAX)
    {
        return ERROR_CONNECTION_REFUSED;
    }
    *transport =
        replay_transport(&retelling->conversation->recording, is_first ? retelling->fault : &none,
                         &replay_clock, &retold->replays[retold->connections++]);
    return *transport ? ERROR_SUCCESS : ERROR_NOT_ENOUGH_MEMORY;
}

void conversation_retell(const struct conversation *conversation, const struct fault *fault,
                         struct retold *retold)
{
    struct retelling retelling = { conversation, fault, retold };
    bool has_failed = false;

    *retold = (struct retold){ .connections = 0 };
    begin(conversation, connect_and_replay, &retelling);
    for (unsigned int i = 0; i <= conversation->calls; i++)
    {
        uint64_t start = 0;
        bool fails = false;

        /* The recording ends with its last call: where that went well, the next is on a new connection. */
        if (i == conversation->calls && !has_failed)
        {
            pool_clear();
            fixed_platform_skip(FORGETTING_TIME);
        }
        start = platform_now();
        broken_call_make(conversation->call, &retold->outcomes[i]);
        fails = !conversation_has_outcome(conversation, &retold->outcomes[i]);
        retold->took[i] = platform_now() - start;
        retold->is_open[i] = retold->replays[0].is_open;
        retold->reached[i] = retold->replays[0].reached;
        if (fails && !has_failed)
        {
            /* What it had learnt before it failed, the next would not ask for. */
            fixed_platform_skip(FORGETTING_TIME);
            has_failed = true;
        }
    }
    pool_clear();
    fixed_platform_set_connect(NULL, NULL);
    for (unsigned int i = 0; i < retold->connections; i++)
    {
        retold->left_open = retold->left_open || retold->replays[i].is_open;
    }
    retold->blocks_held = api_blocks_held();
}
