/*
 * What every live test needs: cmocka, and a server that starts before the tests and stops after
 * them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_SUPPORT_LIVE_H
#define NETAPI32_TESTS_SUPPORT_LIVE_H

#include "support/bed.h"
#include "support/unit.h"

/* The name under which a test calls its server. */
#define SERVER "bed"

/* The server that the fixtures below have started. */
extern struct bed *bed;

/* Fixtures for a test or a group: a Samba server with its usual users; the same, called as its
 * administrator under the name SERVER; and its end, with that of the sessions held. */
int start_server(void **state);
int start_server_as_admin(void **state);
int stop_server(void **state);

/* For a fixture that wants more: `arguments`, ending with NULL, are those of tests/bed/smbd. As a
 * fixture does, it gives 0, or -1 when there is no server. */
int start_server_with(const char *const *arguments);
/* Holds a session of a user open until stop_server(), as bed_client() does. */
struct helper *hold_session(const char *user, const char *file, const char *address);
/* Holds a file open until stop_server(), as bed_hold_file() does. */
struct helper *hold_file(const struct held_file *file);

#endif
