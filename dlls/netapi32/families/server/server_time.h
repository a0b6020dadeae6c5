/*
 * The clock of a server, over SMB and [MS-SRVS].
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_SERVER_TIME_H
#define NETAPI32_SERVER_TIME_H

#include "remote/target.h"
#include "rpc/time_of_day.h"

/* Errors of remote_call(). */
uint32_t server_time_of_day(const struct target *target, struct time_of_day *time);

#endif
