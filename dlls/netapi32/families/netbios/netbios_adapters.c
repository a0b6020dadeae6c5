/*
 * NetBIOS: the adapters of this computer and their status.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The number of an adapter (LANA) is its place in the system's list. The list is read at the first
 * command and at each NCBENUM, which is how programs learn the numbers.
 */
#include "families/netbios/netbios.h"

#include <stdlib.h>
#include <string.h>

#include "api/adapters.h"
#include "api/debug.h"
#include "families/netbios/netbios_remote_status.h"

/* ADAPTER_STATUS.adapter_type */
#define ETHERNET_ADAPTER 0xfe
/* The version of the NetBIOS interface that nb30.h is of. */
#define NETBIOS_VERSION 3
/* Limits that this code does not have; the largest that a session message or a table may be. */
#define COMMANDS_MAX       255
#define SESSION_PACKET_MAX 65535

static SRWLOCK adapters_lock = SRWLOCK_INIT;
static struct adapter *adapters;
static size_t adapter_count;
static BOOL are_adapters_known;

static void load_adapters(void)
{
    struct adapter *list = NULL;
    size_t count = 0;
    DWORD status = adapters_list(&list, &count);

    if (status)
    {
        WARN("error %lu\n", status);
        return;
    }
    AcquireSRWLockExclusive(&adapters_lock);
    free(adapters);
    adapters = list;
    adapter_count = count < MAX_LANA ? count : MAX_LANA;
    are_adapters_known = TRUE;
    ReleaseSRWLockExclusive(&adapters_lock);
}

static BOOL get_adapter(UCHAR lana, struct adapter *adapter)
{
    BOOL is_known = FALSE;
    BOOL is_found = FALSE;

    AcquireSRWLockShared(&adapters_lock);
    is_known = are_adapters_known;
    ReleaseSRWLockShared(&adapters_lock);
    if (!is_known)
    {
        load_adapters();
    }
    AcquireSRWLockShared(&adapters_lock);
    is_found = lana < adapter_count;
    if (is_found)
    {
        *adapter = adapters[lana];
    }
    ReleaseSRWLockShared(&adapters_lock);
    return is_found;
}

BOOL netbios_has_adapter(UCHAR lana)
{
    struct adapter adapter;

    return get_adapter(lana, &adapter);
}

void netbios_adapters_forget(void)
{
    AcquireSRWLockExclusive(&adapters_lock);
    free(adapters);
    adapters = NULL;
    adapter_count = 0;
    are_adapters_known = FALSE;
    ReleaseSRWLockExclusive(&adapters_lock);
}

UCHAR netbios_enum(struct netbios_command *command)
{
    LANA_ENUM *list = (LANA_ENUM *)(void *)command->ncb->ncb_buffer;
    size_t count = 0;

    load_adapters();
    AcquireSRWLockShared(&adapters_lock);
    count = adapter_count;
    ReleaseSRWLockShared(&adapters_lock);
    if (!list || command->ncb->ncb_length < sizeof(list->length) + count)
    {
        return NRC_BUFLEN;
    }
    list->length = (UCHAR)count;
    for (size_t i = 0; i < count; i++)
    {
        list->lana[i] = (UCHAR)i;
    }
    return NRC_GOODRET;
}

/* What follows the status in the buffer are the names of the adapter, as many as fit. */
static UCHAR get_own_status(NCB *ncb)
{
    ADAPTER_STATUS *status = (ADAPTER_STATUS *)(void *)ncb->ncb_buffer;
    size_t room = (ncb->ncb_length - sizeof(*status)) / sizeof(NAME_BUFFER);
    WORD session_max = netbios_session_max(ncb->ncb_lana_num);
    struct adapter adapter;

    if (!get_adapter(ncb->ncb_lana_num, &adapter))
    {
        return NRC_BRIDGE;
    }
    memset(status, 0, sizeof(*status));
    memcpy(status->adapter_address, adapter.mac_address, sizeof(status->adapter_address));
    status->rev_major = NETBIOS_VERSION;
    status->adapter_type = ETHERNET_ADAPTER;
    status->free_ncbs = COMMANDS_MAX;
    status->max_cfg_ncbs = COMMANDS_MAX;
    status->max_ncbs = COMMANDS_MAX;
    status->max_cfg_sess = session_max;
    status->max_sess = session_max;
    status->max_sess_pkt_size = SESSION_PACKET_MAX;
    status->name_count =
        netbios_names_copy(ncb->ncb_lana_num, (NAME_BUFFER *)(void *)(status + 1), room);
    return status->name_count > room ? NRC_INCOMP : NRC_GOODRET;
}

/* The name "*" means the adapter itself; so does none, for programs that leave it out. */
UCHAR netbios_adapter_status(struct netbios_command *command)
{
    NCB *ncb = command->ncb;

    if (!ncb->ncb_buffer)
    {
        return NRC_BADDR;
    }
    if (ncb->ncb_length < sizeof(ADAPTER_STATUS))
    {
        return NRC_BUFLEN;
    }
    if (ncb->ncb_callname[0] == '*' || !ncb->ncb_callname[0] || ncb->ncb_callname[0] == ' ')
    {
        return get_own_status(ncb);
    }
    return netbios_remote_status(command);
}
