/*
 * A host for the tests of servers and workstations: what the functions say of it where no server does.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_SUPPORT_HOSTS_H
#define NETAPI32_TESTS_SUPPORT_HOSTS_H

#include "families/server/server_host.h"
#include "families/workstation/workstation_host.h"

#define HOST_NAME       "THISHOST"
#define HOST_TRANSPORT  "\\Device\\NetBT_Tcpip_{HOST}"
#define HOST_START_TIME (FILETIME_OF_UNIX_EPOCH + 5ull * FILETIME_SECOND)

/* Its disks are C: and Z:. */
extern const struct server_host test_server_host;
/* Its users are zoe and ann, in this order. */
extern const struct workstation_host test_workstation_host;

/* Text of ASCII as the functions take it, absent for NULL. The latest eight are valid. */
struct utf16_slice text_of(const char *ascii);
/* A request for everything. */
struct info_request request_for(const char *server, uint32_t level);

#endif
