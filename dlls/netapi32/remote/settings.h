/*
 * The configuration of a call: the values of the settings in include/netapi32_settings.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_REMOTE_SETTINGS_H
#define NETAPI32_REMOTE_SETTINGS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/utf16.h"
#include "remote/target.h"

/* Who answers for this computer, in the order of NETAPI32_LOCAL_SOURCES. */
enum local_source
{
    LOCAL_SOURCE_AUTO, /* the server on the local port, or the logins if none is there */
    LOCAL_SOURCE_SERVER,
    LOCAL_SOURCE_LOGINS,
};

/* A field of these structures takes the value of one row of NETAPI32_SETTINGS. */
struct settings
{
    uint32_t connect_timeout; /* ms, from the look-up of the name to the open TCP connection */
    uint32_t call_timeout;    /* ms, for all that a call does on the connection */
    bool allow_guest;
    struct utf16_name name_servers; /* empty: those that the system asks */
    uint16_t ldap_port;             /* of domain controllers, by UDP */
    struct utf16_name address;      /* where the target is to be found */
    uint16_t port;
    bool require_encryption;
};

/* What is configured of the sources for this computer. */
struct local_settings
{
    enum local_source source;
    struct utf16_name logins_file; /* empty: where the host keeps its logins */
};

/* What is configured of this computer's membership in a domain (membership/membership.h). */
struct membership_settings
{
    struct utf16_name domain_membership; /* empty: not set */
    struct utf16_name membership_root;   /* empty: the host's own root */
};

/* Reads the configuration for a target: the values of its own name, and for this computer those of
 * `localhost`; defaults for what is not set. Where there is a configuration that cannot be read, nobody may
 * go by defaults: what platform_config_open() says of it. */
uint32_t settings_read(const struct target *target, struct settings *settings);
uint32_t local_settings_read(struct local_settings *settings);
uint32_t membership_settings_read(struct membership_settings *settings);

#endif
