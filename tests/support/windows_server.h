/*
 * A server for a test that answers as Windows does: tests/bed/windows-server.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_SUPPORT_WINDOWS_SERVER_H
#define NETAPI32_TESTS_SUPPORT_WINDOWS_SERVER_H

#include "support/session_calls.h"

#define WINDOWS_ADMIN "admin"
#define WINDOWS_USER  "alice" /* who is no administrator */

/* How the server lists its clients. */
#define WINDOWS_CLIENT      "CLIENT%05u"
#define WINDOWS_CLIENT_IPV6 "fd00::%x"

/* Starts a server, in place of the one that was started before; `arguments`, ending with NULL, as
 * tests/bed/windows-server documents them. As a fixture of cmocka does, it gives 0, or -1 when that
 * is not possible; the reason is on standard error. */
int start_windows_server(const char *const *arguments);
/* For fixtures of tests that change little: the name, as windows_server_name() gives it to the
 * administrator, of a server without arguments, which is started unless it is the one that runs. NULL
 * when that is not possible. */
const char *usual_windows_server(void);
/* A fixture: closes the library's connections and ends the server, if there is one. */
int stop_windows_server(void **state);

/* A name for the server that was not used before, so that the library knows nothing of it, under
 * which it is called as `user` from now on. Valid until the next call. */
const char *windows_server_name(const char *user);

/* From now on the server is called by this name, as `user`. */
void windows_server_be(const char *name, const char *user);

/* Asserts that an entry is the server's session `index`, with all that its level shows. The
 * client is listed in the form `client_form`, with the client's number. */
void assert_windows_session(uint32_t level, const struct session_entry *entry, uint32_t index,
                            const char *client_form);
/* The same for a server that leaves strings out: those of the second session of each client are empty. */
void assert_windows_session_without_strings(uint32_t level, const struct session_entry *entry,
                                            uint32_t index);

#endif
