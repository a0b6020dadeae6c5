/*
 * The exports that this netapi32.dll has and others have not: what its latest call does and who answered
 * it, and what a server says of itself when it is connected to. Made for netadmin, which looks them up with
 * GetProcAddress() and does without where they are missing; programs for Windows need nothing of them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_CALL_H
#define NETAPI32_CALL_H

#include <stdint.h>

#define NETAPI32_QUERY_CALL   "Netapi32QueryCall"
#define NETAPI32_QUERY_SERVER "Netapi32QueryServer"

enum netapi32_source
{
    NETAPI32_SOURCE_NONE, /* nobody so far */
    NETAPI32_SOURCE_SERVER,
    NETAPI32_SOURCE_LOGINS, /* the network logins of this computer */
};

enum netapi32_phase
{
    NETAPI32_PHASE_NONE, /* it waits for no server */
    NETAPI32_PHASE_CONNECTING,
    NETAPI32_PHASE_AUTHENTICATING,
    NETAPI32_PHASE_RECEIVING,
};

/* Of the call that began last in this process, while it runs and afterwards. A program that calls
 * from several threads at once cannot tell their calls apart. */
struct netapi32_call
{
    uint32_t source;   /* enum netapi32_source: who answered */
    uint32_t phase;    /* enum netapi32_phase: what it waits for */
    uint32_t received; /* bytes from the server so far */
};

/* void WINAPI Netapi32QueryCall(struct netapi32_call *call); asks at any time, from any thread;
 * NULL does nothing. */

#define NETAPI32_GUID_SIZE 16

/* What a server said of itself when the connection was made that calls to it now use. Later members come
 * at the end. */
struct netapi32_server
{
    /* [MS-SMB2] 2.2.4, ServerGuid. Other servers may have the same: Samba's is the NetBIOS name. Servers
     * with different ones are different, or nodes of a cluster of Windows servers. */
    uint8_t guid[NETAPI32_GUID_SIZE];
};

/* uint32_t WINAPI Netapi32QueryServer(const WCHAR *server, struct netapi32_server *identity, uint32_t size);
 * the server as any call takes it, and the size of the structure that the program knows: so many bytes are
 * set, to 0 what is not known. Asks nobody. ERROR_NOT_FOUND if no connection to the server is open (they are
 * for some seconds after a call); ERROR_INVALID_PARAMETER; ERROR_INVALID_NAME. */

#endif
