/*
 * NetBIOS: what the commands of Netbios() have in common.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Documented with nb30.h. A command is a function that reads a network control block (NCB), fills
 * in its results and returns an NRC code. Whether it runs on the caller's thread or on its own
 * (ASYNCH) is netbios_api.c's business.
 */
#ifndef NETAPI32_NETBIOS_H
#define NETAPI32_NETBIOS_H

#include <windows.h>

#include <nb30.h>

/* A command on its way. */
struct netbios_command
{
    NCB *ncb;
    /* What it is: the program may have changed ncb_command when this is asked for again. */
    const struct netbios_command_type *type;
    HANDLE cancelled; /* signalled by NCBCANCEL; commands that wait must look at it */
    struct netbios_command *next;
};

typedef UCHAR (*netbios_function)(struct netbios_command *command);

/* netbios_adapters.c */
UCHAR netbios_enum(struct netbios_command *command);
UCHAR netbios_adapter_status(struct netbios_command *command);
/* Whether an adapter of this computer has the number `lana`. */
BOOL netbios_has_adapter(UCHAR lana);

/* netbios_names.c */
UCHAR netbios_add_name(struct netbios_command *command);
UCHAR netbios_add_group_name(struct netbios_command *command);
/* Forgets the names of an adapter; `name_max` is how many it may have from now on. */
void netbios_names_reset(UCHAR lana, UCHAR name_max);
/* Copies names of an adapter, at most `room`; returns how many it has. */
WORD netbios_names_copy(UCHAR lana, NAME_BUFFER *names, size_t room);
/* False if the adapter does not have the name. */
BOOL netbios_name_remove(UCHAR lana, const UCHAR name[NCBNAMSZ]);
/* The number of a name, 0 if the adapter does not have it. */
UCHAR netbios_name_number(UCHAR lana, const UCHAR name[NCBNAMSZ]);

/* netbios_resolve.c */
UCHAR netbios_find_name(struct netbios_command *command);
/* The IPv4 address of a called name, in network byte order. False when nobody knows the name, or has said
 * so before `deadline`, of GetTickCount64(). */
BOOL netbios_resolve(const UCHAR name[NCBNAMSZ], ULONGLONG deadline, ULONG *address);

/* netbios_call.c */
UCHAR netbios_call(struct netbios_command *command);

/* netbios_transfer.c */
UCHAR netbios_send(struct netbios_command *command);
UCHAR netbios_chain_send(struct netbios_command *command);
UCHAR netbios_receive(struct netbios_command *command);

/* netbios_sessions.c */
UCHAR netbios_hang_up(struct netbios_command *command);
/* Ends the sessions of an adapter; `maximum` is how many it may have from now on. */
void netbios_sessions_reset(UCHAR lana, UCHAR maximum);
/* How many sessions an adapter may have, and how many a name has. */
UCHAR netbios_session_max(UCHAR lana);
BOOL netbios_name_has_sessions(UCHAR lana, const UCHAR name[NCBNAMSZ]);

/* Ends the sessions and forgets the names and the adapters, before the library is unloaded; no command
 * is on its way then. */
void netbios_forget(void);
void netbios_sessions_forget(void);
void netbios_names_forget(void);
void netbios_adapters_forget(void);

/* netbios_commands.c */
UCHAR netbios_delete_name(struct netbios_command *command);
UCHAR netbios_session_status(struct netbios_command *command);

#endif
