/*
 * A conversation over a pipe without a server.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/rpc_conversation.h"

#include <stdio.h>
#include <string.h>

#include "support/unit.h"

#define FIRST PROTECTED_SESSION_FIRST

static const struct rpc_interface interface = { .pipe_name = "srvsvc" };

void conversation_init(struct conversation *conversation)
{
    const struct utf16_name server = utf16_name_from_ascii("server");

    memset(conversation, 0, sizeof(*conversation));
    protected_session_init(&conversation->session, PROTECTION_SIGNED);
    conversation->next_id = FIRST;
    assert_int_equal(smb2_ipc_tree_init(&conversation->tree, &conversation->session.connection,
                                        utf16_from_name(&server)),
                     ERROR_SUCCESS);
}

void say(struct conversation *conversation, uint16_t command, uint32_t status, struct bytes body)
{
    struct smb2_header header = protected_session_header(command, conversation->next_id++);

    header.status = status;
    header.tree_id = 9;
    protected_session_say(&conversation->session, &header, body, false);
}

void say_error(struct conversation *conversation, uint16_t command, uint32_t status)
{
    const struct hex body = hex("0900 0000 00000000 00");

    say(conversation, command, status, bytes_of_hex(&body));
}

void say_tree(struct conversation *conversation)
{
    const struct hex body = hex("1000 02 00 00000000 00000000 ff011f00");

    say(conversation, SMB2_TREE_CONNECT, STATUS_SUCCESS, bytes_of_hex(&body));
}

void say_created(struct conversation *conversation)
{
    uint8_t body[88] = { 89 };

    say(conversation, SMB2_CREATE, STATUS_SUCCESS, (struct bytes){ body, sizeof(body) });
}

void say_closed(struct conversation *conversation)
{
    uint8_t body[60] = { 60 };

    say(conversation, SMB2_CLOSE, STATUS_SUCCESS, (struct bytes){ body, sizeof(body) });
}

void say_output_bytes(struct conversation *conversation, uint32_t status, struct bytes output)
{
    struct writer body = { 0 };

    writer_u16(&body, 49);
    writer_u16(&body, 0);
    writer_u32(&body, FSCTL_PIPE_TRANSCEIVE);
    writer_zeros(&body, 16 + 4 + 4);
    writer_u32(&body, SMB2_HEADER_SIZE + 48);
    writer_u32(&body, (uint32_t)output.size);
    writer_zeros(&body, 8);
    writer_bytes(&body, output.data, output.size);
    say(conversation, SMB2_IOCTL, status, (struct bytes){ body.data, body.size });
    writer_free(&body);
}

void say_output(struct conversation *conversation, uint32_t status, struct hex output)
{
    say_output_bytes(conversation, status, bytes_of_hex(&output));
}

void say_read_bytes(struct conversation *conversation, uint32_t status, struct bytes data)
{
    struct writer body = { 0 };

    writer_u16(&body, 17);
    writer_u16(&body, SMB2_HEADER_SIZE + 16);
    writer_u32(&body, (uint32_t)data.size);
    writer_zeros(&body, 8);
    writer_bytes(&body, data.data, data.size);
    say(conversation, SMB2_READ, status, (struct bytes){ body.data, body.size });
    writer_free(&body);
}

void say_read(struct conversation *conversation, uint32_t status, struct hex data)
{
    say_read_bytes(conversation, status, bytes_of_hex(&data));
}

struct hex bind_ack(void)
{
    return hex("05000c03 10000000 3800 0000 01000000 9805 b810 f0530000 0000 0000"
               "01000000 0000 0000 045d888aeb1cc9119fe808002b104860 02000000");
}

void say_opened(struct conversation *conversation)
{
    say_tree(conversation);
    say_created(conversation);
    say_output(conversation, STATUS_SUCCESS, bind_ack());
}

struct hex pdu(unsigned int type, unsigned int flags, const char *stub)
{
    char text[256];
    struct hex made;

    snprintf(text, sizeof(text), "0500%02x%02x 10000000 0000 0000 02000000 00000000 0000 0000 %s",
             type, flags, stub);
    made = hex(text);
    made.data[8] = (uint8_t)made.size;
    return made;
}

struct hex response(unsigned int flags, const char *stub)
{
    return pdu(2, flags, stub);
}

uint32_t conversation_bind(struct conversation *conversation)
{
    rpc_smb_pipe_init(&conversation->pipe, &conversation->tree);
    return rpc_client_bind(&conversation->client, &conversation->pipe.pipe, &interface,
                           NO_DEADLINE);
}

uint32_t conversation_call(struct conversation *conversation, struct writer *answer)
{
    return rpc_client_call(&conversation->client, 12, bytes_of_text("x"), answer, NO_DEADLINE);
}
