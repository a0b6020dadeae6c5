/*
 * What this computer's server is unless somebody says otherwise.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_FAMILIES_SERVER_SERVER_DEFAULTS_H
#define NETAPI32_FAMILIES_SERVER_SERVER_DEFAULTS_H

#include "levels/server_levels.h"

/* A server of Windows NT without names and version. Each setting has the value which Microsoft's
 * documentation of the registry key LanmanServer\Parameters (Q102967 and Q102969) calls the default,
 * and 0 where that depends on the machine. */
extern const struct server server_defaults;

#endif
