/*
 * Who logged in, and where from.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "logins/login_names.h"

#include <string.h>

#include "platform/utf16_equal.h"

#define MOSH_SUFFIX " via mosh ["

/* Characters of names and addresses; what is not ASCII may be part of a name. */
static bool is_name_unit(uint16_t unit)
{
    return (unit >= '0' && unit <= '9') || (unit >= 'A' && unit <= 'Z') ||
           (unit >= 'a' && unit <= 'z') || (unit >= 0xA0 && unit != 0xFFFD) ||
           (unit < 0x80 && unit && strchr("-._:%[]", unit));
}

static struct utf16_slice without_leading_backslashes(struct utf16_slice text)
{
    while (text.length && utf16_unit(text, 0) == '\\')
    {
        text = utf16_part(text, 1, text.length);
    }
    return text;
}

static struct utf16_slice without_mosh(struct utf16_slice text)
{
    const size_t length = sizeof(MOSH_SUFFIX) - 1;

    for (size_t i = 0; i + length <= text.length; i++)
    {
        if (utf16_equal_ascii(utf16_part(text, i, length), MOSH_SUFFIX))
        {
            return utf16_part(text, 0, i);
        }
    }
    return text;
}

/* A display stands behind a colon. An address of IPv6 has more than one. */
static struct utf16_slice without_display(struct utf16_slice text)
{
    size_t colon = utf16_find(text, ':');
    struct utf16_slice rest = utf16_part(text, colon + 1, text.length);

    return utf16_find(rest, ':') == rest.length ? utf16_part(text, 0, colon) : text;
}

static bool is_name(struct utf16_slice text)
{
    for (size_t i = 0; i < text.length; i++)
    {
        if (!is_name_unit(utf16_unit(text, i)))
        {
            return false;
        }
    }
    return text.length != 0;
}

static bool name_from_bytes(struct bytes bytes, struct utf16_name *name)
{
    char text[NAME_LENGTH_MAX + 1];

    if (!bytes.size || bytes.size > NAME_LENGTH_MAX)
    {
        return false;
    }
    memcpy(text, bytes.data, bytes.size);
    text[bytes.size] = 0;
    return utf16_name_from_utf8(name, text);
}

bool login_user(const struct login *login, struct utf16_name *user)
{
    return name_from_bytes(login->user, user);
}

static bool host_name(struct bytes host, struct utf16_name *client)
{
    struct utf16_name name;
    struct utf16_slice part;

    if (!name_from_bytes(host, &name))
    {
        return false;
    }
    part = without_leading_backslashes(utf16_from_name(&name));
    part = without_display(without_mosh(part));
    return is_name(part) && utf16_name_set(client, part);
}

bool login_client(const struct login *login, struct utf16_name *client)
{
    char text[IP_ADDRESS_TEXT_SIZE];

    if (login->host.size)
    {
        return host_name(login->host, client);
    }
    if (!login->has_address)
    {
        return false;
    }
    ip_address_format(&login->address, text);
    *client = utf16_name_from_ascii(text);
    return true;
}
