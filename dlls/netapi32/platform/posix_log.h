/*
 * The log of the native build.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_PLATFORM_POSIX_LOG_H
#define NETAPI32_PLATFORM_POSIX_LOG_H

/* From now on nothing is logged that the environment does not ask for (NETAPI32_DEBUG). */
void posix_log_on_demand(void);

#endif
