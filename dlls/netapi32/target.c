/*
 * Which computer a call is for.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "target.h"

#include "base/status.h"
#include "platform/platform.h"

/* Characters that a host name or an address never has. */
static bool has_forbidden_unit(struct utf16_slice name)
{
    for (size_t i = 0; i < name.length; i++)
    {
        uint16_t unit = utf16_unit(name, i);

        if (unit <= ' ' || unit == '\\' || unit == '/')
        {
            return true;
        }
    }
    return false;
}

static struct utf16_slice without_leading_backslashes(struct utf16_slice name)
{
    bool has_both = name.length >= 2 && utf16_unit(name, 0) == '\\' && utf16_unit(name, 1) == '\\';

    return has_both ? utf16_part(name, 2, name.length) : name;
}

static bool is_own_name(struct utf16_slice name)
{
    static const char *const loopback_names[] = { ".", THIS_COMPUTER, "127.0.0.1", "::1", "[::1]" };
    struct utf16_name own;

    for (size_t i = 0; i < sizeof(loopback_names) / sizeof(loopback_names[0]); i++)
    {
        if (utf16_equal_ascii(name, loopback_names[i]))
        {
            return true;
        }
    }
    platform_computer_name(&own);
    return own.length && utf16_equal(name, utf16_from_name(&own));
}

uint32_t target_parse(struct utf16_slice server_name, struct target *target)
{
    struct utf16_slice name = without_leading_backslashes(server_name);

    if (!server_name.length)
    {
        *target = (struct target){ utf16_name_from_ascii(THIS_COMPUTER), true };
        return ERROR_SUCCESS;
    }
    if (!name.length || has_forbidden_unit(name) || !utf16_name_set(&target->name, name))
    {
        return ERROR_INVALID_NAME;
    }
    target->is_this_computer = is_own_name(name);
    return ERROR_SUCCESS;
}
