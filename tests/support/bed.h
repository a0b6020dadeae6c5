/*
 * A private Samba server for a test: tests/bed/smbd, with clients on it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_SUPPORT_BED_H
#define NETAPI32_TESTS_SUPPORT_BED_H

#include <stdbool.h>
#include <stdint.h>

#include "base/utf16.h"
#include "support/helper.h"

struct bed;

/* Starts a server; `arguments`, ending with NULL, as tests/bed/smbd documents them. NULL when that
 * is not possible; the reason is on standard error. */
struct bed *bed_start(const char *const *arguments);
/* Closes the library's connections and ends the server. NULL is allowed. */
void bed_stop(struct bed *bed);
/* Ends the server under the feet of whoever is connected; the bed is still to be stopped. */
void bed_end_server(struct bed *bed);

/* Where everything is that belongs to the server: its configuration, its logs. */
const char *bed_folder(const struct bed *bed);
uint16_t bed_port(const struct bed *bed);
const char *bed_password(const struct bed *bed, const char *user);

/* From now on the library finds this server under the name `server` and calls it as `user`, with
 * the user's own password or another one. A NULL user is nobody: anonymous. */
void bed_configure(const struct bed *bed, const char *server, const char *user);
void bed_configure_with_password(const struct bed *bed, const char *server, const char *user,
                                 const char *password);
/* Points the library to a port of this host under the name `server`. */
void bed_configure_port(const char *server, uint16_t port);

/* Gives smb.conf further lines in place of those that were given here before, and has the server
 * read it. Connections that are there keep what they have. */
void bed_set_options(struct bed *bed, const char *lines);

/* Holds a session of a user open, with a file open in it if `file` is not NULL; `address` is
 * 127.0.0.1 or ::1. Stop it with helper_stop(). */
struct helper *bed_client(const struct bed *bed, const char *user, const char *file,
                          const char *address);
/* A file that a user has open. */
struct held_file
{
    const char *user;
    const char *share; /* NULL is "files" */
    const char *path;  /* in the share, with slashes; made if it is not there */
    bool writable;
    unsigned int locks; /* byte ranges that are locked */
};

/* Holds a file open, in a session of its own from 127.0.0.1. When the server takes the file from its
 * holder, helper_wait_value() gives ENDED. Stop it with helper_stop(). */
struct helper *bed_hold_file(const struct bed *bed, const struct held_file *file);

/* What rpcclient's commands begin with: of itself it waits ten seconds (here in ms), and a server that runs
 * scripts for its groups takes longer on a busy machine. */
#define RPCCLIENT_PATIENCE "timeout 1800000;"
/* Samba's rpcclient asks the server, as `user`; gives its exit status. `output` as below. */
int bed_rpcclient(const struct bed *bed, const char *user, const char *command, char *output,
                  unsigned int size);
/* Runs a shell command where the server runs, and gives its exit status. `output` (NULL: not
 * wanted) takes what it prints. */
int bed_run(const struct bed *bed, const char *command, char *output, unsigned int size);

#endif
