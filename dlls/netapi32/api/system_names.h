/*
 * What the system itself calls this computer's user, domain, workgroup and version: system_names.c on
 * Windows, posix_system_names.c natively.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_API_SYSTEM_NAMES_H
#define NETAPI32_API_SYSTEM_NAMES_H

#include <windows.h>

#include "base/utf16.h"

/* The name of the domain, if this computer is a member of one beyond what the host's files say. */
BOOL system_domain(struct utf16_name *name);

/* Puts the name of the workgroup in place of what the host calls it, where the system has one. */
void system_workgroup(struct utf16_name *name);

/* The name of the user that runs this program. */
void system_user(struct utf16_name *name);

/* Of Windows, whatever the program's manifest says. */
void system_version(uint32_t *major, uint32_t *minor);

#endif
