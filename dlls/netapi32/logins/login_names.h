/*
 * Who logged in, and where from.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_LOGINS_LOGIN_NAMES_H
#define NETAPI32_LOGINS_LOGIN_NAMES_H

#include <stdbool.h>

#include "base/utf16.h"
#include "logins/login.h"

/* Who logged in. False when that can be no name. */
bool login_user(const struct login *login, struct utf16_name *user);
/* Where a login came from: the host's name or address, without the display or the words that login
 * programs put behind it. False when it came from this host: it has no host and no address, a
 * display (`:0`), or something that is no name (a terminal multiplexer's). */
bool login_client(const struct login *login, struct utf16_name *client);

#endif
