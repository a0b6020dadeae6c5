/*
 * Lists the sessions of a server with the native library. A program for scripts, not a test.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 *     list_sessions SERVER USER
 *
 * The password is the first line of standard input. Prints "CLIENT USER" for each session; exit
 * status 1 and the code on standard error when the server cannot be asked.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/status.h"
#include "levels/session_levels.h"
#include "platform/posix.h"
#include "remote/pool.h"
#include "support/session_calls.h"

#define PASSWORD_SIZE 512
#define TEXT_SIZE     1024

static void print_session(const struct session_info_1 *session)
{
    char client[TEXT_SIZE] = "";
    char user[TEXT_SIZE] = "";

    utf16_to_utf8(utf16_from_terminated(session->client), client, sizeof(client));
    utf16_to_utf8(utf16_from_terminated(session->user), user, sizeof(user));
    printf("%s %s\n", client, user);
}

int main(int argc, char **argv)
{
    char password[PASSWORD_SIZE] = "";
    struct info_answer answer;
    uint32_t status = ERROR_SUCCESS;

    if (argc != 3 || !fgets(password, sizeof(password), stdin))
    {
        fputs("usage: list_sessions SERVER USER, with the password on standard input\n", stderr);
        return 2;
    }
    password[strcspn(password, "\n")] = '\0';
    posix_credential_set(argv[1], argv[2], password);
    status = enum_sessions(argv[1], NULL, NULL, 1, &answer);
    for (uint32_t i = 0; i < answer.entries; i++)
    {
        print_session((const struct session_info_1 *)answer.buffer + i);
    }
    answer_free(&answer);
    pool_clear();
    if (status)
    {
        fprintf(stderr, "list_sessions: error %u\n", status);
    }
    return status ? 1 : 0;
}
