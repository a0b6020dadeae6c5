/*
 * NetBIOS: the commands that are about both names and sessions.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/netbios/netbios_sessions.h"

#include <string.h>

/* A name that is in use stays. */
UCHAR netbios_delete_name(struct netbios_command *command)
{
    const NCB *ncb = command->ncb;

    if (netbios_name_has_sessions(ncb->ncb_lana_num, ncb->ncb_name))
    {
        return NRC_ACTSES;
    }
    return netbios_name_remove(ncb->ncb_lana_num, ncb->ncb_name) ? NRC_GOODRET : NRC_NOWILD;
}

UCHAR netbios_session_status(struct netbios_command *command)
{
    const NCB *ncb = command->ncb;
    SESSION_HEADER header = { .sess_name = netbios_name_number(ncb->ncb_lana_num, ncb->ncb_name) };
    size_t room = 0;

    if (!ncb->ncb_buffer)
    {
        return NRC_BADDR;
    }
    if (ncb->ncb_length < sizeof(header))
    {
        return NRC_BUFLEN;
    }
    room = (ncb->ncb_length - sizeof(header)) / sizeof(SESSION_BUFFER);
    header.num_sess = (UCHAR)netbios_sessions_copy(ncb->ncb_lana_num, ncb->ncb_name,
                                                   ncb->ncb_buffer + sizeof(header), room);
    memcpy(ncb->ncb_buffer, &header, sizeof(header));
    return header.num_sess > room ? NRC_INCOMP : NRC_GOODRET;
}
