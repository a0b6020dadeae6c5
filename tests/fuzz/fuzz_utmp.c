/*
 * Fuzz target: files of logins, utmp and systemd's, and the names in them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/ip_address.h"
#include "logins/login.h"
#include "logins/login_names.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* An address that is written reads as the same again. */
static void check_address(const struct ip_address *address)
{
    char text[IP_ADDRESS_TEXT_SIZE];
    struct ip_address again;
    struct utf16_name name;

    ip_address_format(address, text);
    name = utf16_name_from_ascii(text);
    if (!ip_address_parse(utf16_from_name(&name), &again) ||
        memcmp(address, &again, sizeof(again)) != 0)
    {
        abort();
    }
}

static void check_login(const struct login *login)
{
    struct utf16_name user;
    struct utf16_name client;
    struct ip_address address;

    login_user(login, &user);
    if (login_client(login, &client))
    {
        if (!client.length || utf16_find(utf16_from_name(&client), '\\') != client.length)
        {
            abort();
        }
        ip_address_parse(utf16_from_name(&client), &address);
    }
    check_address(&login->address);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct reader file = reader_over(data, size);
    struct login login;

    while (utmp_next(&file, &login))
    {
        check_login(&login);
    }
    if (systemd_session_parse((struct bytes){ data, size }, &login))
    {
        check_login(&login);
    }
    return 0;
}
