/*
 * Which source answers for a computer.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * For another computer it is its server. For this computer LocalSource says it: its server, its
 * logins, or by itself: something that answers on the local port is the server, and its errors are
 * the caller's; a refused connection, which is known at once, means the logins.
 */
#ifndef NETAPI32_SESSION_CHOOSE_H
#define NETAPI32_SESSION_CHOOSE_H

#include "families/session/session_source.h"

/* Never NULL. */
const struct session_source *session_source_choose(const struct target *target);

#endif
