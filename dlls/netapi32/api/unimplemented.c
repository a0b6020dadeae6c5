/*
 * What exported functions without code do.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "api/unimplemented.h"

#include <stdio.h>

#include "platform/log.h"

#define MOST_ARGUMENTS 17 /* DsRoleDcAsDc */

/* All arguments as numbers: strings among them may be secrets, or no strings at all. Of a number
 * the caller sets 32 bits only. */
static void log_call(const struct unimplemented *function, const ULONG_PTR *arguments)
{
    char list[MOST_ARGUMENTS * sizeof(", 0x0123456789abcdef")] = "";
    size_t used = 0;
    size_t i = 0;

    for (; function->kinds[i] && used < sizeof(list); i++)
    {
        ULONG_PTR value = function->kinds[i] == 'n' ? (DWORD)arguments[i] : arguments[i];

        used += (size_t)snprintf(list + used, sizeof(list) - used, "%s%#llx", i ? ", " : "",
                                 (unsigned long long)value);
    }
    platform_log(LOG_FIXME, function->name, "(%s) is not implemented\n", list);
}

ULONG_PTR unimplemented_call(const struct unimplemented *function, const ULONG_PTR *arguments)
{
    size_t i = 0;

    if (platform_log_enabled(LOG_FIXME))
    {
        log_call(function, arguments);
    }
    for (; function->kinds[i]; i++)
    {
        void *output = (void *)arguments[i];

        if (!output)
        {
            continue;
        }
        switch (function->kinds[i])
        {
        case 'P': *(void **)output = NULL; break;
        case 'D': *(DWORD *)output = 0; break;
        case 'B': *(BYTE *)output = 0; break;
        default: break;
        }
    }
    return function->failure;
}
