/*
 * Opens many sessions to a bed that tests/bed/smbd started and holds them until standard input
 * closes. A program for scripts, not a test.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 *     open_sessions FOLDER COUNT SESSIONS-PER-CONNECTION USER...
 *
 * The users take turns. Prints READY=1 on standard output when all sessions are there. Samba has a
 * process for each TCP connection, so many sessions share one: after its first session, a
 * connection is authenticated again and again, each time as a new session ([MS-SMB2] 3.2.4.2.3).
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "auth/ntlm.h"
#include "auth/spnego.h"
#include "base/status.h"
#include "platform/platform.h"
#include "remote/start.h"
#include "smb/exchange.h"
#include "smb/smb2_session.h"

#define TIMEOUT       60000 /* ms */
#define TEXT_SIZE     512
#define FIXED_OPTIONS 4 /* the arguments in front of the users, with the program's name */

static void die(const char *what, const char *about)
{
    fprintf(stderr, "open_sessions: %s: %s\n", what, about);
    exit(1);
}

/* ---- What the bed says ----------------------------------------------------------------------- */

/* The value of a line "name = value" in a file of the bed. */
static void read_value(const char *folder, const char *file, const char *name, char *value)
{
    char path[TEXT_SIZE];
    char line[TEXT_SIZE];
    FILE *stream = NULL;

    snprintf(path, sizeof(path), "%s/%s", folder, file);
    stream = fopen(path, "r");
    if (!stream)
    {
        die("cannot be read", path);
    }
    *value = '\0';
    while (!*value && fgets(line, sizeof(line), stream))
    {
        char *equals = strchr(line, '=');

        if (equals && strstr(line, name))
        {
            snprintf(value, TEXT_SIZE, "%s", equals + 1 + strspn(equals + 1, " "));
            value[strcspn(value, "\n")] = '\0';
        }
    }
    fclose(stream);
    if (!*value)
    {
        die("has no such value", path);
    }
}

static void read_user(const char *folder, const char *name, struct credentials *user)
{
    char file[TEXT_SIZE];
    char password[TEXT_SIZE];
    struct utf16_name names[2];

    snprintf(file, sizeof(file), "users/%s", name);
    read_value(folder, file, "password", password);
    if (!utf16_name_from_utf8(&names[0], name) || !utf16_name_from_utf8(&names[1], password) ||
        credentials_set(user, utf16_from_name(&names[0]), utf16_from_name(&names[1])))
    {
        die("is no user", name);
    }
}

/* ---- Sessions -------------------------------------------------------------------------------- */

static void open_connection(struct smb2_connection *connection, uint16_t port,
                            const struct credentials *user)
{
    const struct utf16_name host = utf16_name_from_ascii("127.0.0.1");
    const struct smb2_session_parameters parameters = {
        .server_name = utf16_from_name(&host),
        .credentials = user,
    };
    const uint64_t deadline = platform_now() + TIMEOUT;
    struct transport *transport = NULL;

    if (tcp_transport_open(parameters.server_name, port, deadline, &transport) ||
        smb2_session_open(connection, transport, &parameters, deadline))
    {
        die("no session", "the server refuses it");
    }
}

static void encode_session_setup(const void *parameters, size_t header, struct writer *writer)
{
    const struct writer *token = parameters;

    smb2_session_setup_encode(SMB2_NEGOTIATE_SIGNING_ENABLED,
                              (struct bytes){ token->data, token->size }, header, writer);
}

static struct spnego *start_authentication(const struct credentials *user)
{
    const struct utf16_name target = utf16_name_from_ascii("cifs/127.0.0.1");
    struct mechanism *mechanism = NULL;
    struct spnego *spnego = NULL;

    if (ntlm_create(user, utf16_from_name(&target), &mechanism) ||
        spnego_create(&mechanism, 1, (struct bytes){ NULL, 0 }, &spnego))
    {
        abort();
    }
    return spnego;
}

/* One more session on the connection. It is only there to be listed: nothing is sent in it, and
 * what keys it has is not looked at. */
static void add_session(struct smb2_connection *connection, const struct credentials *user)
{
    struct spnego *spnego = start_authentication(user);
    struct smb2_session_setup_reply answer = { 0 };
    struct smb2_reply reply = { 0 };
    uint32_t status = STATUS_MORE_PROCESSING_REQUIRED;

    connection->session_id = 0;
    while (status == STATUS_MORE_PROCESSING_REQUIRED)
    {
        struct writer token = { 0 };
        const struct smb2_request request = {
            .command = SMB2_SESSION_SETUP,
            .encode = encode_session_setup,
            .parameters = &token,
        };
        bool done = false;

        if (spnego_step(spnego, answer.security_blob, &token, &done))
        {
            die("no session", "the server's token makes no sense");
        }
        if (smb2_exchange_one(connection, &request, &reply, platform_now() + TIMEOUT) ||
            smb2_session_setup_decode(&answer, reply.message))
        {
            die("no session", "the server's reply makes no sense");
        }
        writer_free(&token);
        status = reply.header.status;
        connection->session_id = reply.header.session_id;
    }
    spnego_free(spnego);
    if (status)
    {
        die("no session", "the server refuses it");
    }
}

static void wait_for_end_of_input(void)
{
    char byte;

    while (read(STDIN_FILENO, &byte, 1) > 0)
    {
    }
}

int main(int argc, char **argv)
{
    size_t count = argc > FIXED_OPTIONS ? strtoul(argv[2], NULL, 10) : 0;
    size_t per_connection = argc > FIXED_OPTIONS ? strtoul(argv[3], NULL, 10) : 0;
    size_t user_count = count ? (size_t)argc - FIXED_OPTIONS : 0;
    struct smb2_connection *connections = calloc(count + 1, sizeof(*connections));
    struct credentials *users = calloc(user_count + 1, sizeof(*users));
    char port[TEXT_SIZE];

    if (!count || !per_connection || !connections || !users || library_start())
    {
        die("usage", "open_sessions FOLDER COUNT SESSIONS-PER-CONNECTION USER...");
    }
    read_value(argv[1], "etc/samba/port.conf", "port", port);
    for (size_t i = 0; i < user_count; i++)
    {
        read_user(argv[1], argv[FIXED_OPTIONS + i], &users[i]);
    }
    for (size_t i = 0; i < count; i++)
    {
        struct smb2_connection *connection = &connections[i / per_connection];
        const struct credentials *user = &users[i % user_count];

        if (i % per_connection)
        {
            add_session(connection, user);
        }
        else
        {
            open_connection(connection, (uint16_t)strtoul(port, NULL, 10), user);
        }
    }
    puts("READY=1");
    fflush(stdout);
    wait_for_end_of_input();
    for (size_t i = 0; i < count; i += per_connection)
    {
        smb2_connection_close(&connections[i / per_connection]);
    }
    free(connections);
    free(users);
    return 0;
}
