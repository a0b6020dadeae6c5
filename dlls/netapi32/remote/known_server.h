/*
 * What a call knows of a server before it asks it: read once, and kept until it may have changed.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Secrets are not kept: of the credentials there is their fingerprint, which tells whether an open
 * connection is theirs. They are read anew for each connection that is opened.
 */
#ifndef NETAPI32_REMOTE_KNOWN_SERVER_H
#define NETAPI32_REMOTE_KNOWN_SERVER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/utf16.h"
#include "remote/server_key.h"
#include "remote/settings.h"
#include "remote/target.h"

struct known_server
{
    struct target target;
    enum local_source source; /* of a call for this computer */
    bool is_complete;         /* what stands below is set */
    struct settings settings;
    struct server_key key;
    struct utf16_name unc_name; /* \\\\server, as its services want it */
};

/* A number that has become another one when something may have changed of what the system has
 * (platform_generation()) or of the uses of this process. 0 when that cannot be told: then nothing is
 * kept. */
uint64_t known_server_generation(void);

/* What is kept of the server of this name, as target_parse() takes it, since nothing has changed. */
bool known_server_find(struct utf16_slice name, uint64_t generation, struct known_server *server);
/* Keeps it. `generation` is what known_server_generation() said before anything of it was read. Where
 * there is no memory it is not kept. */
void known_server_keep(struct utf16_slice name, uint64_t generation,
                       const struct known_server *server);
/* Forgets all, for the end of the library. */
void known_servers_forget(void);

#endif
