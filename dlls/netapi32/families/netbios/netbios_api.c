/*
 * NetBIOS: Netbios(). Documented with nb30.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Commands run on the caller's thread or, with ASYNCH, on a thread of their own. An adapter need
 * not be reset before its first use, though Windows asks for that: Wine never did, and programs
 * that read a MAC address under Wine may rely on it.
 */
#include "families/netbios/netbios.h"

#include <stdlib.h>
#include <string.h>

#include "api/debug.h"

static UCHAR reset(struct netbios_command *command);
static UCHAR cancel(struct netbios_command *command);

static const struct netbios_command_type
{
    UCHAR code;
    BOOL needs_adapter;
    BOOL can_be_cancelled;
    netbios_function run;
} command_types[] = {
    { NCBENUM, FALSE, FALSE, netbios_enum },
    { NCBCANCEL, FALSE, FALSE, cancel },
    { NCBRESET, TRUE, FALSE, reset },
    { NCBASTAT, TRUE, TRUE, netbios_adapter_status },
    { NCBSSTAT, TRUE, FALSE, netbios_session_status },
    { NCBADDNAME, TRUE, FALSE, netbios_add_name },
    { NCBADDGRNAME, TRUE, FALSE, netbios_add_group_name },
    { NCBDELNAME, TRUE, FALSE, netbios_delete_name },
    { NCBFINDNAME, TRUE, TRUE, netbios_find_name },
    { NCBCALL, TRUE, TRUE, netbios_call },
    { NCBSEND, TRUE, TRUE, netbios_send },
    { NCBSENDNA, TRUE, TRUE, netbios_send },
    { NCBCHAINSEND, TRUE, TRUE, netbios_chain_send },
    { NCBCHAINSENDNA, TRUE, TRUE, netbios_chain_send },
    { NCBRECV, TRUE, TRUE, netbios_receive },
    { NCBHANGUP, TRUE, FALSE, netbios_hang_up },
};

static const struct netbios_command_type *find_type(UCHAR code)
{
    for (size_t i = 0; i < ARRAYSIZE(command_types); i++)
    {
        if (command_types[i].code == code)
        {
            return &command_types[i];
        }
    }
    return NULL;
}

static UCHAR command_code(const NCB *ncb)
{
    return ncb->ncb_command & (UCHAR)~ASYNCH;
}

/* ---- Commands that are on their way ---------------------------------------------------------- */

static SRWLOCK pending_lock = SRWLOCK_INIT;
static struct netbios_command *pending;

static void pending_add(struct netbios_command *command)
{
    AcquireSRWLockExclusive(&pending_lock);
    command->next = pending;
    pending = command;
    ReleaseSRWLockExclusive(&pending_lock);
}

static void pending_remove(const struct netbios_command *command)
{
    struct netbios_command **place = &pending;

    AcquireSRWLockExclusive(&pending_lock);
    while (*place != command)
    {
        place = &(*place)->next;
    }
    *place = command->next;
    ReleaseSRWLockExclusive(&pending_lock);
}

static struct netbios_command *command_create(NCB *ncb, const struct netbios_command_type *type)
{
    struct netbios_command *command = calloc(1, sizeof(*command));

    if (!command)
    {
        return NULL;
    }
    command->ncb = ncb;
    command->type = type;
    command->cancelled = CreateEventW(NULL, TRUE, FALSE, NULL);
    if (!command->cancelled)
    {
        free(command);
        return NULL;
    }
    pending_add(command);
    return command;
}

static void command_destroy(struct netbios_command *command)
{
    pending_remove(command);
    CloseHandle(command->cancelled);
    free(command);
}

/* ncb_buffer is the NCB of the command to cancel. */
static UCHAR cancel(struct netbios_command *command)
{
    const NCB *target = (const NCB *)(void *)command->ncb->ncb_buffer;
    const struct netbios_command *found = NULL;
    UCHAR result = NRC_CANOCCR;

    if (!target)
    {
        return NRC_CANCEL;
    }
    AcquireSRWLockShared(&pending_lock);
    for (found = pending; found && found->ncb != target; found = found->next)
    {
    }
    if (found)
    {
        result = found->type->can_be_cancelled ? NRC_GOODRET : NRC_CANCEL;
        if (result == NRC_GOODRET)
        {
            SetEvent(found->cancelled);
        }
    }
    ReleaseSRWLockShared(&pending_lock);
    return result;
}

/* ---- Running -------------------------------------------------------------------------------- */

/* The sizes that a reset asks for stand in the called name. A session number there means that
 * what the adapter holds is given up, which is the first half of a reset. */
static UCHAR reset(struct netbios_command *command)
{
    const NCB *ncb = command->ncb;
    BOOL is_release = ncb->ncb_lsn != 0;

    netbios_sessions_reset(ncb->ncb_lana_num, is_release ? 0 : ncb->ncb_callname[0]);
    netbios_names_reset(ncb->ncb_lana_num, is_release ? 0 : ncb->ncb_callname[2]);
    return NRC_GOODRET;
}

static UCHAR run(struct netbios_command *command)
{
    if (command->type->needs_adapter && !netbios_has_adapter(command->ncb->ncb_lana_num))
    {
        return NRC_BRIDGE;
    }
    if (WaitForSingleObject(command->cancelled, 0) == WAIT_OBJECT_0)
    {
        return NRC_CMDCAN;
    }
    return command->type->run(command);
}

/* The NCB is the program's again as soon as ncb_cmd_cplt is set: it is not looked at behind that,
 * but handed to the post routine. */
static void run_on_own_thread(void *argument)
{
    struct netbios_command *command = argument;
    NCB *ncb = command->ncb;
    void(CALLBACK * post)(NCB *) = ncb->ncb_post;
    HANDLE event = ncb->ncb_event;
    UCHAR result = run(command);

    TRACE("%p returning %#x\n", (void *)ncb, result);
    command_destroy(command);
    ncb->ncb_retcode = result;
    MemoryBarrier();
    *(volatile UCHAR *)&ncb->ncb_cmd_cplt = result;
    if (event)
    {
        SetEvent(event);
    }
    if (post)
    {
        post(ncb);
    }
}

static UCHAR start(struct netbios_command *command)
{
    NCB *ncb = command->ncb;

    ncb->ncb_retcode = NRC_PENDING;
    ncb->ncb_cmd_cplt = NRC_PENDING;
    if (ncb->ncb_event)
    {
        ResetEvent(ncb->ncb_event);
    }
    if (platform_thread_start(run_on_own_thread, command))
    {
        command_destroy(command);
        ncb->ncb_retcode = NRC_OSRESNOTAV;
        ncb->ncb_cmd_cplt = NRC_OSRESNOTAV;
        return NRC_OSRESNOTAV;
    }
    return NRC_GOODRET;
}

static UCHAR finish(NCB *ncb, UCHAR result)
{
    ncb->ncb_retcode = result;
    ncb->ncb_cmd_cplt = result;
    return result;
}

/* An event belongs to an asynchronous command that has no post routine. */
static BOOL is_event_misplaced(const NCB *ncb)
{
    return ncb->ncb_event && (!(ncb->ncb_command & ASYNCH) || ncb->ncb_post);
}

UCHAR WINAPI Netbios(PNCB pncb)
{
    const struct netbios_command_type *type = NULL;
    struct netbios_command *command = NULL;
    UCHAR result = NRC_GOODRET;

    if (!pncb)
    {
        return NRC_INVADDRESS;
    }
    TRACE("command %#x, adapter %u, session %u, %p, %u bytes\n", pncb->ncb_command,
          pncb->ncb_lana_num, pncb->ncb_lsn, (void *)pncb->ncb_buffer, pncb->ncb_length);
    type = find_type(command_code(pncb));
    if (!type || is_event_misplaced(pncb))
    {
        return finish(pncb, NRC_ILLCMD);
    }
    command = command_create(pncb, type);
    if (!command)
    {
        return finish(pncb, NRC_OSRESNOTAV);
    }
    if (pncb->ncb_command & ASYNCH)
    {
        return start(command);
    }
    result = run(command);
    command_destroy(command);
    return finish(pncb, result);
}

void netbios_forget(void)
{
    netbios_sessions_forget();
    netbios_names_forget();
    netbios_adapters_forget();
}
