/*
 * netadmin sessions, netadmin session: listing sessions.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/call_state.h"
#include "command_line/arguments.h"
#include "command_line/command.h"
#include "console/error.h"
#include "families/session_query.h"
#include "listing/listing_format.h"
#include "listing/watch.h"

#define DEFAULT_LEVEL         1
#define DEFAULT_WATCH_SECONDS 2
#define WATCH_SECONDS_MAX     86400

/* What the two commands share. */
#define LEVEL_PARAMETER                                                                            \
    .name = L"level", .kind = PARAMETER_NUMBER, .maximum = MAXDWORD, .value = L"N",                \
    .help = L"what to ask for: 0 (computers), 10 (users, times), 1 (opens, guest; the default), "  \
            L"2 (client type), 502 (transport)"
#define FORMAT_PARAMETER                                                                           \
    .name = L"format", .kind = PARAMETER_CHOICE, .choices = listing_formats, .value = L"F",        \
    .help = L"table (the default), csv or json; csv and json carry every field of the level "      \
            L"under its Windows name"

enum usage
{
    USAGE_ONCE = 1,
    USAGE_WATCH,
};

static const struct parameter sessions_parameters[] = {
    { .name = L"SERVER", .kind = PARAMETER_COMPUTER, .operand = true },
    { .name = L"client",
      .kind = PARAMETER_COMPUTER,
      .value = L"NAME",
      .help = L"only sessions from this computer" },
    { .name = L"user",
      .kind = PARAMETER_TEXT,
      .value = L"NAME",
      .help = L"only sessions of this user" },
    { LEVEL_PARAMETER },
    { FORMAT_PARAMETER, .usage = USAGE_ONCE },
    { .name = L"watch",
      .kind = PARAMETER_OPTIONAL,
      .minimum = 1,
      .maximum = WATCH_SECONDS_MAX,
      .value = L"SECONDS",
      .help =
          L"show them every so many seconds (2) until Ctrl+C; + is what came, - what went since "
          L"the time before",
      .usage = USAGE_WATCH },
    { 0 },
};

static const struct parameter session_parameters[] = {
    { .name = L"SERVER", .kind = PARAMETER_COMPUTER, .operand = true, .required = true },
    { .name = L"CLIENT", .kind = PARAMETER_COMPUTER, .operand = true, .required = true },
    { .name = L"USER", .kind = PARAMETER_TEXT, .operand = true, .required = true },
    { LEVEL_PARAMETER },
    { FORMAT_PARAMETER },
    { 0 },
};

/* Sets the listing up for the level that was asked for; false if there is no such level. */
static bool listing_begin(struct listing *listing, const struct arguments *arguments)
{
    const DWORD number = arguments_number(arguments, L"level", DEFAULT_LEVEL);

    *listing =
        (struct listing){ .family = &session_family, .level = level_find(&session_family, number) };
    if (!listing->level)
    {
        usage_error(arguments->command->name, L"'level' must be 0, 1, 2, 10 or 502, not %lu",
                    number);
        return false;
    }
    return true;
}

static enum exit_status listing_end(struct listing *listing, const struct arguments *arguments,
                                    DWORD error)
{
    if (!error)
    {
        error = listing_write(listing, arguments_value(arguments, L"format"));
    }
    listing_free(listing);
    if (error == ERROR_CALL_NOT_IMPLEMENTED)
    {
        return error_report_with_hint(error, L"this may be another netapi32.dll; in Wine, set "
                                             L"WINEDLLOVERRIDES=netapi32=n,b.");
    }
    return error_report(error);
}

/* Who answered for this computer; NULL where that is not known. */
static const WCHAR *origin_of_local(void)
{
    switch (call_state_query().source)
    {
    case NETAPI32_SOURCE_SERVER: return L"this computer, server";
    case NETAPI32_SOURCE_LOGINS: return L"this computer, logins";
    default: return NULL;
    }
}

static DWORD enumerate(const void *context, struct listing *listing)
{
    const struct arguments *arguments = context;
    const WCHAR *server = arguments_value(arguments, L"SERVER");
    const DWORD error = sessions_enumerate(server, arguments_value(arguments, L"client"),
                                           arguments_value(arguments, L"user"), listing);

    listing->origin = server ? NULL : origin_of_local();
    return error;
}

static enum exit_status sessions_run(const struct arguments *arguments)
{
    struct listing listing;

    if (!listing_begin(&listing, arguments))
    {
        return EXIT_STATUS_USAGE;
    }
    if (!arguments_value(arguments, L"watch"))
    {
        return listing_end(&listing, arguments, enumerate(arguments, &listing));
    }
    if (arguments_value(arguments, L"format"))
    {
        return usage_error(arguments->command->name, L"'watch' shows tables and takes no 'format'");
    }
    return watch_run(enumerate, arguments, &listing,
                     arguments_number(arguments, L"watch", DEFAULT_WATCH_SECONDS));
}

static enum exit_status session_run(const struct arguments *arguments)
{
    struct listing listing;
    DWORD error;

    if (!listing_begin(&listing, arguments))
    {
        return EXIT_STATUS_USAGE;
    }
    error =
        session_get(arguments_value(arguments, L"SERVER"), arguments_value(arguments, L"CLIENT"),
                    arguments_value(arguments, L"USER"), &listing);
    return listing_end(&listing, arguments, error);
}

const struct command sessions_command = {
    .name = L"sessions",
    .summary = L"List the sessions on a server",
    .details = L"Without SERVER, the sessions on this computer: of its server or, where none runs, "
               L"its network logins; the last line says which.",
    .parameters = sessions_parameters,
    .run = sessions_run,
};

const struct command session_command = {
    .name = L"session",
    .summary = L"Show the session of one user from one computer",
    .parameters = session_parameters,
    .run = session_run,
};
