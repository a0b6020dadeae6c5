/*
 * What Wine's lmerr.h lacks: joining a domain.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef WINE_HEADERS_LMERR_H
#define WINE_HEADERS_LMERR_H

#include_next <lmerr.h>

#ifndef NERR_SetupAlreadyJoined

#define NERR_SetupAlreadyJoined    (NERR_BASE + 591)
#define NERR_SetupNotJoined        (NERR_BASE + 592)
#define NERR_SetupDomainController (NERR_BASE + 593)
#define NERR_InvalidWorkgroupName  (NERR_BASE + 595)

#endif

#ifndef NERR_DfsNoSuchServer

#define NERR_DfsNoSuchServer (NERR_BASE + 573)

#endif

#endif
