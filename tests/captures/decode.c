/*
 * Shows what this project's decoders read in messages of servers. For scripts; no test itself.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Standard input has a question a line, its bytes in hexadecimal:
 *
 *     message CODE HEX     an SMB2 message; CODE is the control code that was asked for, 0 if none
 *     bind_ack CALL HEX    a PDU that answers the bind of this call
 *     response CALL HEX    a PDU of the answer to this call; a new call begins a new answer
 *
 * Each is answered by lines NAME=VALUE and an empty line. Numbers are decimal, bytes hexadecimal.
 * The name of a decoder has its status code: what it decoded follows only if that is 0.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "auth/der.h"
#include "auth/ntlm_messages.h"
#include "auth/ntlm_target_info.h"
#include "auth/spnego_messages.h"
#include "base/status.h"
#include "rpc/pdu.h"
#include "smb/commands.h"
#include "smb/header.h"
#include "smb/transform.h"

#define NUMBER_BASE_ANY 0

/* ---- What is printed ------------------------------------------------------------------------- */

static void print_number(const char *name, uint64_t value)
{
    printf("%s=%" PRIu64 "\n", name, value);
}

static void print_bytes(const char *name, const void *data, size_t size)
{
    const uint8_t *bytes = data;

    printf("%s=", name);
    for (size_t i = 0; i < size; i++)
    {
        printf("%02x", bytes[i]);
    }
    putchar('\n');
}

/* ---- Authentication -------------------------------------------------------------------------- */

static const char ntlm_signature[] = "NTLMSSP";

static bool is_ntlm(struct bytes token)
{
    return token.size >= sizeof(ntlm_signature) &&
           memcmp(token.data, ntlm_signature, sizeof(ntlm_signature)) == 0;
}

/* The AV pairs that the client would send, as "id:value". */
static void print_pairs(struct bytes pairs)
{
    struct reader reader = reader_over(pairs.data, pairs.size);

    while (reader_left(&reader))
    {
        const uint16_t id = reader_u16(&reader);
        const uint16_t size = reader_u16(&reader);

        printf("ntlm.pair=%u:", id);
        for (uint16_t i = 0; i < size; i++)
        {
            printf("%02x", reader_u8(&reader));
        }
        putchar('\n');
    }
}

static void show_target_info(struct bytes server_info)
{
    struct writer info = { 0 };
    bool has_timestamp = false;
    uint64_t timestamp = 0;
    uint32_t status = ntlm_extend_target_info(server_info, (struct utf16_slice){ 0 }, &info,
                                              &has_timestamp, &timestamp);

    print_number("ntlm.target_info", status);
    if (!status)
    {
        print_number("ntlm.has_timestamp", has_timestamp);
        print_number("ntlm.timestamp", timestamp);
        print_pairs((struct bytes){ info.data, info.size });
    }
    writer_free(&info);
}

static void show_ntlm(struct bytes token)
{
    struct ntlm_challenge challenge;
    uint32_t status = ntlm_read_challenge(token, &challenge);

    print_number("ntlm", status);
    if (!status)
    {
        print_number("ntlm.flags", challenge.flags);
        print_bytes("ntlm.server_challenge", challenge.server_challenge, NTLM_CHALLENGE_SIZE);
        show_target_info(challenge.target_info);
    }
}

static void show_spnego_init(struct bytes token)
{
    struct reader mechanisms;
    uint32_t status = spnego_read_init(token, &mechanisms);

    print_number("spnego_init", status);
    while (!status && reader_left(&mechanisms))
    {
        const struct bytes mechanism = der_expect(&mechanisms, DER_OBJECT_IDENTIFIER);

        if (mechanisms.failed)
        {
            return;
        }
        print_bytes("spnego.mechanism", mechanism.data, mechanism.size);
    }
}

static void show_spnego_response(struct bytes token)
{
    struct spnego_response response;
    uint32_t status = spnego_read_response(token, &response);

    print_number("spnego_response", status);
    if (!status)
    {
        print_number("spnego.state", response.state);
        print_bytes("spnego.mechanism", response.mechanism.data, response.mechanism.size);
        print_bytes("spnego.token", response.token.data, response.token.size);
        print_bytes("spnego.mic", response.mic.data, response.mic.size);
    }
    if (!status && is_ntlm(response.token))
    {
        show_ntlm(response.token);
    }
}

/* ---- SMB ------------------------------------------------------------------------------------- */

static void show_negotiate(struct bytes message)
{
    struct smb2_negotiate_reply reply = { 0 };
    uint32_t status = smb2_negotiate_decode(&reply, message);

    print_number("negotiate", status);
    if (!status)
    {
        print_number("negotiate.security_mode", reply.security_mode);
        print_number("negotiate.dialect", reply.dialect);
        print_bytes("negotiate.server_guid", reply.server_guid, SMB2_GUID_SIZE);
        print_number("negotiate.capabilities", reply.capabilities);
        print_number("negotiate.cipher", reply.cipher);
        print_number("negotiate.signing", reply.signing);
        print_bytes("negotiate.security_blob", reply.security_blob.data, reply.security_blob.size);
        show_spnego_init(reply.security_blob);
    }
}

static void show_session_setup(struct bytes message)
{
    struct smb2_session_setup_reply reply = { 0 };
    uint32_t status = smb2_session_setup_decode(&reply, message);

    print_number("session_setup", status);
    if (status)
    {
        return;
    }
    print_number("session_setup.session_flags", reply.session_flags);
    print_bytes("session_setup.security_blob", reply.security_blob.data, reply.security_blob.size);
    if (is_ntlm(reply.security_blob))
    {
        show_ntlm(reply.security_blob); /* to a client that does without SPNEGO */
    }
    else if (reply.security_blob.size)
    {
        show_spnego_response(reply.security_blob);
    }
}

static void show_tree_connect(struct bytes message)
{
    struct smb2_tree_connect_reply reply = { 0 };
    uint32_t status = smb2_tree_connect_decode(&reply, message);

    print_number("tree_connect", status);
    if (!status)
    {
        print_number("tree_connect.share_type", reply.share_type);
        print_number("tree_connect.share_flags", reply.share_flags);
    }
}

static void show_create(struct bytes message)
{
    struct smb2_file_id file_id = { 0 };
    uint32_t status = smb2_create_decode(&file_id, message);

    print_number("create", status);
    if (!status)
    {
        print_number("create.persistent", file_id.persistent);
        print_number("create.transient", file_id.transient);
    }
}

static void show_data(const char *decoder, uint32_t status, struct bytes data)
{
    print_number(decoder, status);
    if (!status)
    {
        print_bytes("data", data.data, data.size);
    }
}

static void show_body(uint16_t command, uint32_t control_code, struct bytes message)
{
    struct bytes data = { 0 };
    uint32_t status = ERROR_SUCCESS;
    uint32_t written = 0;

    switch (command)
    {
    case SMB2_NEGOTIATE: show_negotiate(message); break;
    case SMB2_SESSION_SETUP: show_session_setup(message); break;
    case SMB2_TREE_CONNECT: show_tree_connect(message); break;
    case SMB2_CREATE: show_create(message); break;
    case SMB2_READ:
        status = smb2_read_decode(&data, message);
        show_data("read", status, data);
        break;
    case SMB2_WRITE:
        status = smb2_write_decode(&written, message);
        print_number("write", status);
        print_number("write.written", written);
        break;
    case SMB2_IOCTL:
        status = smb2_ioctl_decode(&data, control_code, message);
        show_data("ioctl", status, data);
        break;
    default: break;
    }
}

/* Error replies have a body of their own, 2.2.2, which no decoder here is asked to read. */
static bool has_body(uint32_t status)
{
    return status == STATUS_SUCCESS || status == STATUS_MORE_PROCESSING_REQUIRED ||
           status == STATUS_BUFFER_OVERFLOW;
}

static void show_message(uint32_t control_code, struct bytes message)
{
    struct reader reader = reader_over(message.data, message.size);
    struct smb2_header header;

    if (smb2_is_encrypted(message))
    {
        print_number("encrypted", 1);
        return;
    }
    if (!smb2_header_decode(&header, &reader))
    {
        print_number("header", ERROR_BAD_NET_RESP);
        return;
    }
    print_number("header", ERROR_SUCCESS);
    print_number("header.credit_charge", header.credit_charge);
    print_number("header.status", header.status);
    print_number("header.command", header.command);
    print_number("header.credits", header.credits);
    print_number("header.flags", header.flags);
    print_number("header.next_command", header.next_command);
    print_number("header.message_id", header.message_id);
    print_number("header.tree_id", header.tree_id);
    print_number("header.session_id", header.session_id);
    print_bytes("header.signature", header.signature, sizeof(header.signature));
    if (has_body(header.status))
    {
        show_body(header.command, control_code, message);
    }
}

/* ---- RPC ------------------------------------------------------------------------------------- */

/* Whether `pdu` is one PDU, and all of it. */
static bool show_length(struct bytes pdu)
{
    size_t length = 0;
    uint32_t status = rpc_pdu_length(pdu, &length);

    print_number("pdu", status);
    print_number("pdu.length", length);
    return !status && length == pdu.size;
}

static void show_bind_ack(uint32_t call_id, struct bytes pdu)
{
    struct rpc_fragment_sizes sizes = { 0, 0 };
    uint32_t status = ERROR_SUCCESS;

    if (show_length(pdu))
    {
        status = rpc_bind_ack_decode(pdu, call_id, &sizes);
        print_number("bind_ack", status);
        print_number("bind_ack.receive_max", sizes.receive_max);
        print_number("bind_ack.transmit_max", sizes.transmit_max);
    }
}

static void show_response(struct rpc_answer *answer, uint32_t call_id, struct bytes pdu)
{
    uint32_t status = ERROR_SUCCESS;

    if (answer->complete || answer->call_id != call_id)
    {
        writer_free(&answer->stub);
        *answer = (struct rpc_answer){ .call_id = call_id };
    }
    if (!show_length(pdu))
    {
        return;
    }
    status = rpc_answer_add(answer, pdu);
    print_number("response", status);
    if (!status)
    {
        print_number("response.complete", answer->complete);
        print_number("response.left", answer->left);
    }
    if (!status && answer->complete)
    {
        print_bytes("response.stub", answer->stub.data, answer->stub.size);
    }
    else if (status)
    {
        answer->complete = true; /* the next PDU begins a new answer */
    }
}

/* ---- Questions ------------------------------------------------------------------------------- */

/* The bytes in a block of their exact size, so that a sanitizer sees a read beyond them. The caller
 * frees them. */
static bool bytes_from_hex(const char *text, struct bytes *bytes)
{
    const size_t length = strspn(text, "0123456789abcdef");
    uint8_t *data = NULL;

    if (!length || length % 2 || text[length])
    {
        return false;
    }
    data = malloc(length / 2);
    if (!data)
    {
        return false;
    }
    for (size_t i = 0; i < length / 2; i++)
    {
        const char digits[] = { text[2 * i], text[2 * i + 1], '\0' };

        data[i] = (uint8_t)strtoul(digits, NULL, 16);
    }
    *bytes = (struct bytes){ data, length / 2 };
    return true;
}

static bool answer_question(char *line, struct rpc_answer *answer)
{
    char *rest = NULL;
    const char *kind = strtok_r(line, " \n", &rest);
    const char *number = strtok_r(NULL, " \n", &rest);
    const char *text = strtok_r(NULL, " \n", &rest);
    struct bytes bytes = { 0 };
    uint32_t value = 0;
    bool understood = true;

    if (!kind || !number || !text || !bytes_from_hex(text, &bytes))
    {
        return false;
    }
    value = (uint32_t)strtoul(number, NULL, NUMBER_BASE_ANY);
    if (strcmp(kind, "message") == 0)
    {
        show_message(value, bytes);
    }
    else if (strcmp(kind, "bind_ack") == 0)
    {
        show_bind_ack(value, bytes);
    }
    else if (strcmp(kind, "response") == 0)
    {
        show_response(answer, value, bytes);
    }
    else
    {
        understood = false;
    }
    putchar('\n');
    free((void *)bytes.data);
    return understood;
}

int main(void)
{
    struct rpc_answer answer = { .complete = true };
    char *line = NULL;
    size_t capacity = 0;
    bool understood = true;

    while (understood && getline(&line, &capacity, stdin) > 0)
    {
        understood = answer_question(line, &answer);
        fflush(stdout);
    }
    writer_free(&answer.stub);
    free(line);
    if (!understood)
    {
        fputs("decode: a line that is no question\n", stderr);
    }
    return understood ? 0 : 2;
}
