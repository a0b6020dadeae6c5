/*
 * What this computer and the user are called, on POSIX systems.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <pwd.h>
#include <unistd.h>

#include "platform/platform.h"
#include "platform/utf16_equal.h"

#define NETBIOS_NAME_LENGTH 15

static void host_name(struct utf16_name *name)
{
    char host[NAME_LENGTH_MAX + 1] = "";

    if (gethostname(host, sizeof(host) - 1))
    {
        host[0] = 0;
    }
    utf16_name_from_utf8(name, host);
}

static void cut_name(struct utf16_name *name, size_t length)
{
    if (length < name->length)
    {
        name->length = length;
        name->units[length] = 0;
    }
}

void platform_computer_name(struct utf16_name *name)
{
    host_name(name);
    cut_name(name, utf16_find(utf16_from_name(name), '.'));
    for (size_t i = 0; i < name->length; i++)
    {
        name->units[i] = platform_upcase(name->units[i]);
    }
}

void platform_user_name(struct utf16_name *name)
{
    struct passwd user;
    struct passwd *found = NULL;
    char buffer[1024];

    getpwuid_r(geteuid(), &user, buffer, sizeof(buffer), &found);
    utf16_name_from_utf8(name, found ? user.pw_name : "");
}

bool platform_is_own_name(struct utf16_slice name)
{
    struct utf16_name full;
    struct utf16_name host;
    struct utf16_name netbios;

    host_name(&full);
    platform_computer_name(&host);
    netbios = host;
    cut_name(&netbios, NETBIOS_NAME_LENGTH);
    return name.length && (utf16_equal(name, utf16_from_name(&full)) ||
                           utf16_equal(name, utf16_from_name(&host)) ||
                           utf16_equal(name, utf16_from_name(&netbios)));
}
