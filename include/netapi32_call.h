/*
 * The one export that this netapi32.dll has and others have not: what its latest call does, and who
 * answered it. Made for netadmin, which looks it up with GetProcAddress() and does without where it
 * is missing; programs for Windows need nothing of it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_CALL_H
#define NETAPI32_CALL_H

#include <stdint.h>

#define NETAPI32_QUERY_CALL "Netapi32QueryCall"

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

#endif
