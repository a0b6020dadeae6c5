/*
 * Which computer a call is for.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "remote/target.h"

#include "base/ip_address.h"
#include "base/status.h"
#include "platform/platform.h"
#include "platform/utf16_equal.h"

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

/* A fully qualified name may end with the dot of the root. */
static struct utf16_slice without_final_dot(struct utf16_slice name)
{
    bool has_dot = name.length > 1 && utf16_unit(name, name.length - 1) == '.';

    return has_dot ? utf16_part(name, 0, name.length - 1) : name;
}

static bool is_this_computer(struct utf16_slice name)
{
    struct ip_address address;

    if (ip_address_parse(name, &address))
    {
        return ip_address_is_loopback(&address);
    }
    if (utf16_equal_ascii(name, "."))
    {
        return true;
    }
    name = without_final_dot(name);
    return utf16_equal_ascii(name, THIS_COMPUTER) || platform_is_own_name(name);
}

struct utf16_slice target_name(struct utf16_slice server_name)
{
    return without_leading_backslashes(server_name);
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
    target->is_this_computer = is_this_computer(name);
    return ERROR_SUCCESS;
}

uint32_t target_result(uint32_t status, struct utf16_slice server_name)
{
    const bool has_blanks = utf16_find(server_name, ' ') < server_name.length;

    return status == ERROR_INVALID_NAME && has_blanks ? ERROR_BAD_NETPATH : status;
}
