/*
 * A model of an SMB server: the transport, frames, and what is signed and encrypted.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/model_server.h"

#include <stdlib.h>
#include <string.h>

#include "base/status.h"
#include "remote/pool.h"
#include "support/fixed_platform.h"
#include "support/model_parts.h"

#define FRAME_ALIGNMENT  8
#define NEXT_POSITION    20
#define FLAGS_POSITION   16
#define ENDLESS_INTERVAL 1000 /* ms */
#define ERROR_BODY_SIZE  9
#define EMPTY_BODY_SIZE  4
#define TREE_REPLY_SIZE  16
#define GIVEN_CREDITS    32
#define GIVEN_FIRST_ID   5

static struct model_connection *connection_of(struct transport *transport)
{
    return (struct model_connection *)transport;
}

struct writer *model_writer(enum model_writer which)
{
    static struct writer writers[MODEL_WRITERS];

    writers[which].size = 0;
    writers[which].failed = false;
    return &writers[which];
}

/* ---- Edits ------------------------------------------------------------------------------------- */

static void xor_byte(const struct model_edit *edit, uint8_t *data, size_t size)
{
    const uint8_t value = (uint8_t)edit->value;

    data[edit->position % size] ^= value ? value : 1;
}

static void set_number(const struct model_edit *edit, uint8_t *data, size_t size)
{
    const size_t position = edit->position % size;
    const size_t left = size - position;

    for (size_t i = 0; i < sizeof(edit->value) && i < left; i++)
    {
        data[position + i] = (uint8_t)(edit->value >> 8 * i);
    }
}

static void append(const struct model_edit *edit, struct writer *bytes)
{
    for (size_t i = 0; i <= edit->position % 64; i++)
    {
        writer_u8(bytes, (uint8_t)edit->value);
    }
}

static void unsign(uint8_t *data, size_t size)
{
    if (size >= SMB2_HEADER_SIZE)
    {
        data[FLAGS_POSITION] &= (uint8_t)~SMB2_FLAGS_SIGNED;
        memset(data + SMB2_SIGNATURE_OFFSET, 0, SMB2_SIGNATURE_SIZE);
    }
}

void model_edit(const struct model_edit *edit, struct writer *bytes, size_t begin)
{
    uint8_t *data = bytes->data + begin;
    const size_t size = bytes->size - begin;

    switch (size || edit->kind == MODEL_APPEND ? edit->kind : MODEL_KEEP)
    {
    case MODEL_XOR: xor_byte(edit, data, size); break;
    case MODEL_SET: set_number(edit, data, size); break;
    case MODEL_CUT: bytes->size -= size - edit->position % size; break;
    case MODEL_APPEND: append(edit, bytes); break;
    case MODEL_UNSIGN: unsign(data, size); break;
    case MODEL_REPLACE:
        bytes->size = begin;
        writer_bytes(bytes, edit->bytes.data, edit->bytes.size);
        break;
    default: break;
    }
}

/* ---- Answers ----------------------------------------------------------------------------------- */

static bool is_signed(const struct model_exchange *exchange)
{
    const struct model_connection *connection = exchange->connection;

    return connection->has_keys && !connection->encrypts &&
           (!smb2_is_before_session(exchange->request.command) || exchange->ends_logon);
}

static void write_header(const struct model_exchange *exchange, const struct smb2_header *header,
                         struct writer *messages)
{
    struct smb2_header written = *header;

    written.flags |= is_signed(exchange) ? SMB2_FLAGS_SIGNED : 0;
    smb2_header_encode(&written, messages);
}

/* Changes a message as the test wants it, and signs that. `begins` where it follows another one. */
static void finish_message(const struct model_exchange *exchange, struct writer *messages,
                           size_t begin)
{
    struct model_connection *connection = exchange->connection;

    model_edit(&exchange->manner.message, messages, begin);
    if (messages->size - begin < SMB2_HEADER_SIZE)
    {
        return;
    }
    if (smb2_is_before_session(exchange->request.command) && !exchange->ends_logon)
    {
        model_preauth(connection, (struct bytes){ messages->data + begin, messages->size - begin });
    }
    if (is_signed(exchange) &&
        smb2_sign(&connection->signer, messages->data + begin, messages->size - begin))
    {
        abort();
    }
}

static bool is_protected(const struct model_exchange *exchange)
{
    return exchange->connection->encrypts || is_signed(exchange) ||
           exchange->connection->server->settings.dialect == SMB2_DIALECT_311;
}

static bool is_different(const struct writer *stream, size_t begin, const struct writer *before)
{
    return stream->size - begin != before->size ||
           memcmp(stream->data + begin, before->data, before->size) != 0;
}

/* Puts messages into a frame, encrypted where the request was. */
static void send_frame(const struct model_exchange *exchange, const struct writer *messages)
{
    struct model_connection *connection = exchange->connection;
    struct writer *stream = &connection->stream;
    struct writer before = { 0 };
    const size_t frame = frame_begin(stream);
    const size_t content = stream->size;
    struct model_frame *row = NULL;

    if (connection->frame_count == MODEL_FRAMES_MAX)
    {
        stream->size = frame;
        connection->is_ending = true;
        return;
    }
    if (connection->encrypts)
    {
        const size_t header = smb2_transform_begin(stream);

        writer_bytes(stream, messages->data, messages->size);
        if (smb2_encrypt(&connection->encryption, stream, header))
        {
            abort();
        }
    }
    else
    {
        writer_bytes(stream, messages->data, messages->size);
    }
    row = &connection->frames[connection->frame_count++];
    *row = (struct model_frame){ .ready = platform_now() + exchange->manner.delay };
    if (exchange->manner.sealed.kind)
    {
        writer_bytes(&before, stream->data + content, stream->size - content);
        model_edit(&exchange->manner.sealed, stream, content);
        row->is_edited = is_protected(exchange) && is_different(stream, content, &before);
        row->is_sealed = connection->encrypts || is_signed(exchange);
        writer_free(&before);
    }
    frame_end(stream, frame);
    model_edit(&exchange->manner.frame, stream, frame);
    row->end = stream->size;
}

static void send_interim(const struct model_exchange *exchange, const struct smb2_header *reply)
{
    struct model_exchange interim = *exchange;
    struct smb2_header header = *reply;
    struct writer *messages = model_writer(MODEL_INTERIM);

    interim.manner = (struct model_manner){ .delay = exchange->manner.delay };
    header.status = STATUS_PENDING;
    header.flags |= SMB2_FLAGS_ASYNC_COMMAND;
    write_header(&interim, &header, messages);
    writer_u16(messages, ERROR_BODY_SIZE);
    writer_zeros(messages, ERROR_BODY_SIZE - 2);
    if (!smb2_is_before_session(header.command))
    {
        finish_message(&interim, messages, 0);
    }
    send_frame(&interim, messages);
}

/* Writes an answer behind others of its frame; one that others follow takes its padding along. */
static void write_answer(const struct model_exchange *exchange, bool is_followed,
                         struct writer *messages)
{
    const size_t begin = messages->size;

    write_header(exchange, &exchange->reply, messages);
    writer_bytes(messages, exchange->answer->data, exchange->answer->size);
    if (is_followed)
    {
        writer_align(messages, 0, FRAME_ALIGNMENT);
        writer_patch_u32(messages, begin + NEXT_POSITION, (uint32_t)(messages->size - begin));
    }
    finish_message(exchange, messages, begin);
}

static void set_error(struct model_exchange *exchange, uint32_t status)
{
    exchange->reply.status = status;
    exchange->answer->size = 0;
    writer_u16(exchange->answer, ERROR_BODY_SIZE);
    writer_zeros(exchange->answer, ERROR_BODY_SIZE - 2);
}

/* ---- Requests ---------------------------------------------------------------------------------- */

static void set_empty(struct model_exchange *exchange)
{
    writer_u16(exchange->answer, EMPTY_BODY_SIZE);
    writer_u16(exchange->answer, 0);
}

/* [MS-SMB2] 2.2.10 */
static void tree_connect(struct model_exchange *exchange)
{
    exchange->reply.tree_id = MODEL_TREE_ID;
    writer_u16(exchange->answer, TREE_REPLY_SIZE);
    writer_u8(exchange->answer, SMB2_SHARE_TYPE_PIPE);
    writer_u8(exchange->answer, 0);
    writer_u32(exchange->answer, exchange->connection->server->settings.encrypts_share
                                     ? SMB2_SHAREFLAG_ENCRYPT_DATA
                                     : 0);
    writer_u32(exchange->answer, 0);
    writer_u32(exchange->answer, 0x1F01FF);
}

static void do_request(struct model_exchange *exchange)
{
    switch (exchange->request.command)
    {
    case SMB2_NEGOTIATE: model_negotiate(exchange); break;
    case SMB2_SESSION_SETUP: model_session_setup(exchange); break;
    case SMB2_TREE_CONNECT: tree_connect(exchange); break;
    case SMB2_CREATE: model_create(exchange); break;
    case SMB2_CLOSE: model_close(exchange); break;
    case SMB2_IOCTL: model_ioctl(exchange); break;
    case SMB2_READ: model_read(exchange); break;
    case SMB2_WRITE: model_write(exchange); break;
    default: set_empty(exchange); break;
    }
    if (!exchange->answer->size)
    {
        set_error(exchange, exchange->reply.status);
    }
}

static void make_reply(struct model_exchange *exchange)
{
    const struct model_settings *settings = &exchange->connection->server->settings;

    exchange->reply = (struct smb2_header){
        .credit_charge = exchange->request.credit_charge,
        .command = exchange->request.command,
        .credits = settings->credits ? settings->credits : exchange->request.credits,
        .flags =
            SMB2_FLAGS_SERVER_TO_REDIR | (exchange->request.flags & SMB2_FLAGS_RELATED_OPERATIONS),
        .message_id = exchange->request.message_id,
        .tree_id = exchange->request.tree_id,
        .session_id = exchange->request.session_id,
    };
    exchange->answer = model_writer(MODEL_ANSWER);
}

static void ask_for_manner(struct model_exchange *exchange)
{
    struct model_server *server = exchange->connection->server;

    exchange->question = (struct model_question){ .number = server->requests++,
                                                  .command = exchange->request.command };
    exchange->manner = (struct model_manner){ .delay = 0 };
    model_look_at_pipe(exchange);
    if (server->behaviour.choose_manner)
    {
        server->behaviour.choose_manner(server->behaviour.context, &exchange->question,
                                        &exchange->manner);
    }
}

static void send_answer(const struct model_exchange *exchange, bool is_followed,
                        struct writer *messages)
{
    const bool is_joined = is_followed && exchange->connection->server->settings.sends_compound;

    for (unsigned int i = 0; i <= exchange->manner.is_doubled; i++)
    {
        write_answer(exchange, is_joined, messages);
        if (!is_joined)
        {
            send_frame(exchange, messages);
            messages->size = 0;
        }
    }
}

/* Answers one request: in a frame of its own, or in `messages` before the answer to the next. */
static void answer(struct model_exchange *exchange, bool is_followed, struct writer *messages)
{
    struct model_connection *connection = exchange->connection;

    make_reply(exchange);
    ask_for_manner(exchange);
    do_request(exchange);
    if (exchange->manner.has_status)
    {
        set_error(exchange, exchange->manner.status);
    }
    for (unsigned int i = 0; i < exchange->manner.interims; i++)
    {
        send_interim(exchange, &exchange->reply);
    }
    if (exchange->manner.is_endless)
    {
        connection->is_endless = true;
        connection->endless = exchange->reply;
    }
    else if (!exchange->manner.is_silent)
    {
        send_answer(exchange, is_followed, messages);
    }
    connection->is_ending |= exchange->manner.closes;
}

/* Whether the client has signed what it must. */
static bool is_right(const struct model_connection *connection, const struct smb2_header *request,
                     struct bytes message)
{
    return connection->encrypts || !connection->has_keys ||
           smb2_is_before_session(request->command) ||
           !smb2_check_signature(&connection->signer, message);
}

static void refuse(struct model_connection *connection)
{
    const bool is_enough = connection->server->requests >= MODEL_REQUESTS_MAX;

    if (connection->is_given && !is_enough)
    {
        abort();
    }
    connection->server->bad_requests += !is_enough;
    connection->is_ending = true;
}

/* The size of the message that `rest` begins with, padding included. */
static size_t message_size(const struct smb2_header *header, struct bytes rest)
{
    const size_t size = header->next_command ? header->next_command : rest.size;

    if (size < SMB2_HEADER_SIZE || size > rest.size)
    {
        abort();
    }
    return size;
}

static void answer_messages(struct model_connection *connection, struct bytes rest)
{
    struct model_exchange exchange = { .connection = connection };
    struct writer *messages = model_writer(MODEL_MESSAGES);

    while (rest.size && !connection->is_ending)
    {
        struct reader reader = reader_over(rest.data, rest.size);
        size_t size = 0;

        if (!smb2_header_decode(&exchange.request, &reader))
        {
            abort();
        }
        size = message_size(&exchange.request, rest);
        exchange.message = (struct bytes){ rest.data, size };
        exchange.body = (struct bytes){ rest.data + SMB2_HEADER_SIZE, size - SMB2_HEADER_SIZE };
        rest = (struct bytes){ rest.data + size, rest.size - size };
        if (!is_right(connection, &exchange.request, exchange.message) ||
            connection->server->requests >= MODEL_REQUESTS_MAX)
        {
            refuse(connection);
            break;
        }
        connection->server->was_believed |=
            connection->was_edited && exchange.request.command != SMB2_LOGOFF;
        answer(&exchange, rest.size != 0, messages);
    }
}

static uint32_t model_send(struct transport *transport, const void *data, size_t size,
                           uint64_t deadline)
{
    struct model_connection *connection = connection_of(transport);
    struct reader reader = reader_over(data, size);
    struct writer *copy = model_writer(MODEL_DECRYPTED);

    (void)deadline;
    while (reader_left(&reader) && !connection->is_ending)
    {
        const size_t length = reader_u24_big_endian(&(struct reader){
            .data = reader.data + reader.offset, .size = reader_left(&reader), .offset = 1 });
        const uint8_t *frame = NULL;
        struct bytes messages = { 0 };

        reader_skip(&reader, FRAME_HEADER_SIZE);
        frame = reader_bytes(&reader, length);
        if (!frame)
        {
            abort();
        }
        messages = (struct bytes){ frame, length };
        connection->encrypts = smb2_is_encrypted(messages);
        if (connection->encrypts)
        {
            copy->size = 0;
            writer_bytes(copy, frame, length);
            if (smb2_decrypt(&connection->encryption, copy->data, copy->size, &messages))
            {
                refuse(connection);
                break;
            }
        }
        answer_messages(connection, messages);
    }
    return ERROR_SUCCESS;
}

/* ---- What the client receives ------------------------------------------------------------------ */

static void go_on_for_ever(struct model_connection *connection)
{
    const struct model_exchange exchange = {
        .connection = connection,
        .request = connection->endless,
        .manner = { .delay = ENDLESS_INTERVAL },
    };

    connection->frame_count = 0;
    connection->frames_sent = 0;
    connection->stream.size = 0;
    connection->sent = 0;
    send_interim(&exchange, &connection->endless);
}

static uint32_t wait_until(uint64_t ready, uint64_t deadline)
{
    fixed_platform_pass_until(ready < deadline ? ready : deadline);
    return ready < deadline ? ERROR_SUCCESS : ERROR_SEM_TIMEOUT;
}

static uint32_t model_receive(struct transport *transport, void *data, size_t size,
                              size_t *received, uint64_t deadline)
{
    struct model_connection *connection = connection_of(transport);
    struct model_server *server = connection->server;
    struct model_frame *frame = NULL;
    size_t piece = 0;
    uint32_t status = ERROR_SUCCESS;

    if (connection->frames_sent == connection->frame_count && connection->is_endless)
    {
        go_on_for_ever(connection);
    }
    if (connection->frames_sent == connection->frame_count)
    {
        return connection->is_ending ? ERROR_NETNAME_DELETED : wait_until(UINT64_MAX, deadline);
    }
    frame = &connection->frames[connection->frames_sent];
    if (frame->ready > platform_now() || server->settings.piece_delay)
    {
        const uint64_t now = platform_now();

        status = wait_until(
            (frame->ready > now ? frame->ready : now) + server->settings.piece_delay, deadline);
    }
    if (status)
    {
        return status;
    }
    piece = frame->end - connection->sent;
    piece = piece < size ? piece : size;
    if (server->settings.piece_max && piece > server->settings.piece_max)
    {
        piece = server->settings.piece_max;
    }
    memcpy(data, connection->stream.data + connection->sent, piece);
    connection->sent += piece;
    *received = piece;
    if (connection->sent == frame->end)
    {
        connection->frames_sent++;
        if (frame->is_edited)
        {
            connection->was_edited |= frame->is_sealed;
            server->sealed_edits++;
            server->edited_connection = connection->number;
        }
    }
    return piece ? ERROR_SUCCESS : ERROR_NETNAME_DELETED;
}

bool model_server_deceived(const struct model_server *server)
{
    return server->was_believed ||
           (server->edited_connection && server->edited_connection == server->connections);
}

/* ---- Connections ------------------------------------------------------------------------------- */

static void model_close_transport(struct transport *transport)
{
    struct model_connection *connection = connection_of(transport);

    if (connection->owns_keys)
    {
        smb2_signer_close(&connection->signer);
        smb2_encryption_close(&connection->encryption);
    }
    model_pipes_free(connection);
    writer_free(&connection->stream);
    connection->server->open--;
    free(connection);
}

static const struct transport_operations model_operations = {
    .send = model_send,
    .receive = model_receive,
    .close = model_close_transport,
};

static struct model_connection *connection_new(struct model_server *server)
{
    struct model_connection *connection = calloc(1, sizeof(*connection));

    if (connection)
    {
        connection->transport.operations = &model_operations;
        connection->server = server;
        connection->number = ++server->connections;
        server->open++;
    }
    return connection;
}

uint32_t model_server_connect(void *context, struct utf16_slice host, uint16_t port,
                              uint64_t deadline, struct transport **transport)
{
    struct model_connection *connection = connection_new(context);

    (void)host;
    (void)port;
    (void)deadline;
    *transport = connection ? &connection->transport : NULL;
    return connection ? ERROR_SUCCESS : ERROR_NOT_ENOUGH_MEMORY;
}

/* ---- A session that is there ------------------------------------------------------------------- */

static struct smb2_session_keys given_keys(enum smb2_cipher cipher)
{
    const struct smb2_cipher_row *row = smb2_cipher_find(cipher);
    struct smb2_session_keys keys = { .cipher_key_size = row ? row->key_size : 0 };

    memset(keys.signing, 0x51, sizeof(keys.signing));
    memset(keys.encryption, 0xC2, sizeof(keys.encryption));
    memset(keys.decryption, 0x2C, sizeof(keys.decryption));
    return keys;
}

/* The server's side of it: made once for each algorithm, for that takes as long as a call. */
static void use_given_keys(struct model_connection *connection, enum smb2_signing_algorithm signing,
                           enum smb2_cipher cipher)
{
    static struct smb2_signer signers[SMB2_SIGNING_AES_GMAC + 1];
    static struct smb2_encryption encryptions[SMB2_ENCRYPTION_AES256_GCM + 1];
    struct smb2_session_keys keys = given_keys(cipher);

    if (!signers[signing].mac && smb2_signer_open(&signers[signing], signing, keys.signing))
    {
        abort();
    }
    if (cipher && !encryptions[cipher].cipher)
    {
        memset(keys.encryption, 0x2C, sizeof(keys.encryption));
        memset(keys.decryption, 0xC2, sizeof(keys.decryption));
        if (smb2_encryption_open(&encryptions[cipher], cipher, &keys, MODEL_SESSION_ID))
        {
            abort();
        }
    }
    connection->signer = signers[signing];
    connection->encryption = encryptions[cipher];
    connection->has_keys = true;
    connection->is_given = true;
}

bool model_server_give_session(struct model_server *server, const struct server_key *key)
{
    struct model_connection *side = connection_new(server);
    struct server_connection *connection = side ? server_connection_new(key) : NULL;
    struct smb2_connection *smb = connection ? &connection->smb : NULL;
    struct smb2_session_keys keys;

    if (!smb)
    {
        free(side);
        return false;
    }
    *smb = (struct smb2_connection){
        .transport = &side->transport,
        .agreed = model_agreed(&server->settings),
        .next_message_id = GIVEN_FIRST_ID,
        .credits = server->settings.credits ? server->settings.credits : GIVEN_CREDITS,
        .session_id = MODEL_SESSION_ID,
        .signing = true,
    };
    keys = given_keys(smb->agreed.cipher);
    smb->encrypting = server->settings.encrypts_session && smb->agreed.cipher;
    use_given_keys(side, smb->agreed.signing, smb->agreed.cipher);
    if (smb2_signer_open(&smb->signer, smb->agreed.signing, keys.signing) ||
        smb2_encryption_open(&smb->encryption, smb->agreed.cipher, &keys, MODEL_SESSION_ID) ||
        smb2_ipc_tree_init(&connection->ipc, smb, utf16_from_name(&key->name)))
    {
        server_connection_free(connection);
        return false;
    }
    pool_put(connection);
    return true;
}
