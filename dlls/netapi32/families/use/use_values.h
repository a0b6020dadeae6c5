/*
 * The numbers of lmuse.h, for code that does not include Windows' headers.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_USE_VALUES_H
#define NETAPI32_USE_VALUES_H

#include <stdint.h>

/* ui2_asg_type. [MS-WKST] 2.2.5.23 */
enum use_type
{
    USE_DISKDEV = 0,
    USE_SPOOLDEV = 1,
    USE_CHARDEV = 2,
    USE_IPC = 3,
};
#define USE_WILDCARD UINT32_MAX /* whatever the resource is */

/* The member of USE_INFO_2 that is in error. */
enum use_parameter
{
    USE_LOCAL_PARMNUM = 1,
    USE_REMOTE_PARMNUM = 2,
    USE_PASSWORD_PARMNUM = 3,
    USE_ASGTYPE_PARMNUM = 4,
    USE_USERNAME_PARMNUM = 5,
    USE_DOMAINNAME_PARMNUM = 6,
};

/* How NetUseDel ends a use. */
enum use_force
{
    USE_NOFORCE = 0,
    USE_FORCE = 1,
    USE_LOTS_OF_FORCE = 2,
};

#endif
