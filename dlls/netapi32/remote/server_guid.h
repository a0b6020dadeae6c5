/*
 * What a server said of itself when it was connected to.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_REMOTE_SERVER_GUID_H
#define NETAPI32_REMOTE_SERVER_GUID_H

#include "base/utf16.h"
#include "remote/server_key.h"

/* The ServerGuid ([MS-SMB2] 2.2.4) of the server that calls with this name reach, from a connection
 * that calls left open; asks nobody. ERROR_NOT_FOUND if there is none; errors of target_parse(). */
uint32_t server_guid_find(struct utf16_slice server_name, uint8_t guid[SERVER_GUID_SIZE]);

#endif
