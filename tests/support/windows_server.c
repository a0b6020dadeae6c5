/*
 * A server for a test that answers as Windows does: tests/bed/windows-server.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/windows_server.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

#include "platform/posix.h"
#include "remote/pool.h"
#include "support/bed.h"
#include "support/live.h"

#define NAME_SIZE 64

static struct helper *process;
static bool is_usual; /* it has no arguments */

int start_windows_server(const char *const *arguments)
{
    stop_windows_server(NULL);
    process = helper_start("windows-server", arguments);
    is_usual = process && !arguments[0];
    return process ? 0 : -1;
}

int stop_windows_server(void **state)
{
    (void)state;
    pool_clear();
    helper_stop(process);
    process = NULL;
    is_usual = false;
    return 0;
}

static const char *password_of(const char *user)
{
    char variable[NAME_SIZE];

    snprintf(variable, sizeof(variable), "%s_PASSWORD", user);
    for (char *c = variable; *c; c++)
    {
        *c = (char)toupper((unsigned char)*c);
    }
    return helper_value(process, variable);
}

void windows_server_be(const char *name, const char *user)
{
    pool_clear();
    posix_config_clear();
    bed_configure_port(name, (uint16_t)strtoul(helper_value(process, "PORT"), NULL, 10));
    posix_credential_set(name, user, password_of(user));
}

const char *windows_server_name(const char *user)
{
    static unsigned int count;
    static char name[NAME_SIZE];

    snprintf(name, sizeof(name), "windows%u", ++count);
    windows_server_be(name, user);
    return name;
}

const char *usual_windows_server(void)
{
    static const char *const no_arguments[] = { NULL };

    return is_usual || !start_windows_server(no_arguments) ? windows_server_name(WINDOWS_ADMIN)
                                                           : NULL;
}

/* ---- Its sessions ---------------------------------------------------------------------------- */

static void assert_text(const uint16_t *text, const char *expected)
{
    char utf8[NAME_SIZE * 4];

    assert_true(utf16_to_utf8(utf16_from_terminated(text), utf8, sizeof(utf8)));
    assert_string_equal(utf8, expected);
}

/* What a level does not have is not looked at. */
static void assert_text_if_known(const uint16_t *text, const char *expected)
{
    if (text)
    {
        assert_text(text, expected);
    }
}

static void assert_number_if_known(uint32_t number, uint32_t expected)
{
    if (number != UNKNOWN)
    {
        assert_int_equal(number, expected);
    }
}

static void assert_session(uint32_t level, const struct session_entry *entry, uint32_t index,
                           const char *client, bool has_strings)
{
    assert_text(entry->client, client);
    assert_int_equal(entry->user != NULL, level != 0);
    assert_int_equal(entry->client_type != NULL, level == 2 || level == 502);
    assert_int_equal(entry->transport != NULL, level == 502);
    assert_text_if_known(entry->user, !has_strings ? "" : index % 3 ? "bob" : "alice");
    assert_text_if_known(entry->client_type, has_strings ? "Windows" : "");
    assert_text_if_known(entry->transport, has_strings ? "\\Device\\NetBT_Tcpip" : "");
    assert_number_if_known(entry->opens, index + 1);
    assert_number_if_known(entry->active_seconds, 100000 - index / 3);
    assert_number_if_known(entry->idle_seconds, index);
    assert_number_if_known(entry->flags, index % 4);
}

void assert_windows_session(uint32_t level, const struct session_entry *entry, uint32_t index,
                            const char *client_form)
{
    char client[NAME_SIZE];

    snprintf(client, sizeof(client), client_form, index / 3 + 1);
    assert_session(level, entry, index, client, true);
}

void assert_windows_session_without_strings(uint32_t level, const struct session_entry *entry,
                                            uint32_t index)
{
    char client[NAME_SIZE];

    snprintf(client, sizeof(client), WINDOWS_CLIENT, index / 3 + 1);
    assert_session(level, entry, index, client, index % 3 != 1);
}
