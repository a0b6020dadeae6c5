/*
 * netadmin domain: a domain's controllers and trusts, and what this computer is a member of.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "commands/list.h"
#include "console/error.h"

static const struct parameter domain_parameters[] = {
    { .name = L"NAME", .kind = PARAMETER_TEXT, .operand = true },
    { .name = L"controllers", .kind = PARAMETER_FLAG, .help = L"all its controllers instead" },
    { .name = L"trusts",
      .kind = PARAMETER_FLAG,
      .help = L"the domains that it trusts or is trusted by instead" },
    { .name = L"rediscover",
      .kind = PARAMETER_FLAG,
      .help = L"look for its controllers anew, whatever is known of them" },
    FORMAT_PARAMETER(),
    { 0 },
};

static enum exit_status domain_run(const struct arguments *arguments)
{
    const bool controllers = arguments_value(arguments, L"controllers") != NULL;
    const bool trusts = arguments_value(arguments, L"trusts") != NULL;

    if (controllers && trusts)
    {
        return usage_error(arguments->command->name, L"say /controllers or /trusts, not both");
    }
    if (controllers)
    {
        return list_run(arguments, &controller_family);
    }
    return list_run(arguments, trusts ? &trust_family : &domain_family);
}

const struct command domain_command = {
    .name = L"domain",
    .summary = L"Show a domain, its controllers, or its trusts",
    .details = L"NAME is that of the DNS or the short one. Without NAME, what this computer is a "
               L"member of, with its site, and, where that is a domain, a controller of it.",
    .parameters = domain_parameters,
    .run = domain_run,
};
