/*
 * The network logins of this host as sessions.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A login is a session when somebody came from another computer and the login's process still runs:
 * client is where from, as a name or an address; active is the time since the login; idle is the
 * time since the last input on its terminal; its terminal is the one thing that is open. What else
 * a session can have is zero or empty. Logins come from the file LoginsFile, or the host's utmp
 * file, or, where a host has none, the session files of systemd; LoginsFile may be a folder of
 * such. A host that keeps none of them has no sessions.
 */
#ifndef NETAPI32_SESSION_LOGINS_H
#define NETAPI32_SESSION_LOGINS_H

#include "base/utf16.h"
#include "families/session/session_source.h"
#include "logins/login.h"

/* Who logged in. False when that can be no name. */
bool login_user(const struct login *login, struct utf16_name *user);
/* Where a login came from: the host's name or address, without the display or the words that login
 * programs put behind it. False when it came from this host: it has no host and no address, a
 * display (`:0`), or something that is no name (a terminal multiplexer's). */
bool login_client(const struct login *login, struct utf16_name *client);

#endif
