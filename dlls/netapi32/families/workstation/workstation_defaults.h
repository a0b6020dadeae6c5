/*
 * What this computer is as a workstation unless somebody says otherwise.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_FAMILIES_WORKSTATION_WORKSTATION_DEFAULTS_H
#define NETAPI32_FAMILIES_WORKSTATION_WORKSTATION_DEFAULTS_H

#include "levels/workstation_levels.h"

/* A workstation of Windows NT without names and version. Nothing here has a redirector that settings
 * could be read from: each has the value which Microsoft's documentation of the registry key
 * LanmanWorkstation\Parameters (Q102981) calls the default. */
extern const struct workstation workstation_defaults;

#endif
