/*
 * What a system that is not Windows calls this computer's user, domain, workgroup and version.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "api/system_names.h"

#include "platform/platform.h"

/* What the host's files do not say, nobody says. */
BOOL system_domain(struct utf16_name *name)
{
    (void)name;
    return FALSE;
}

void system_workgroup(struct utf16_name *name)
{
    (void)name;
}

void system_user(struct utf16_name *name)
{
    platform_user_name(name);
}

/* The version of Windows that Samba says it is. */
void system_version(uint32_t *major, uint32_t *minor)
{
    *major = 6;
    *minor = 1;
}
