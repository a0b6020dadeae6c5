/*
 * NetBIOS: Netbios().
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "dump.h"

#include <nb30.h>
#include <string.h>

static NCB ncb_for(UCHAR command, void *buffer, WORD size)
{
    NCB ncb = { .ncb_command = command, .ncb_buffer = buffer, .ncb_length = size };

    memset(ncb.ncb_callname, ' ', NCBNAMSZ);
    memset(ncb.ncb_name, ' ', NCBNAMSZ);
    return ncb;
}

static void line_ncb(DWORD status, const NCB *ncb)
{
    line_print("%#lx, retcode %#x, completion %#x, session %u", status, ncb->ncb_retcode,
               ncb->ncb_cmd_cplt, ncb->ncb_lsn);
}

/* The commands that look at nothing but their name, adapter and buffer. */
static void dump_command(UCHAR command, UCHAR lana, const char *name, WORD size)
{
    UCHAR buffer[600];
    NCB ncb = ncb_for(command, size ? buffer : NULL, size);
    DWORD status;

    ncb.ncb_lana_num = lana;
    memcpy(ncb.ncb_callname, name, strlen(name));
    memcpy(ncb.ncb_name, name, strlen(name));
    status = CALL(Netbios, &ncb);
    line_key("Netbios(%#x, adapter %u, \"%s\", %u bytes)", command, lana, name, size);
    line_ncb(status, &ncb);
}

static void dump_adapters(void)
{
    LANA_ENUM list = { 0 };
    NCB ncb = ncb_for(NCBENUM, &list, sizeof(list));
    DWORD status = CALL(Netbios, &ncb);

    line_key("Netbios(NCBENUM)");
    line_ncb(status, &ncb);
    line_print("%u adapters", list.length);
    for (UCHAR i = 0; i < list.length; i++)
    {
        struct
        {
            ADAPTER_STATUS adapter;
            NAME_BUFFER names[30];
        } own;
        const BYTE *address = own.adapter.adapter_address;

        memset(&own, 0, sizeof(own));
        ncb = ncb_for(NCBASTAT, &own, sizeof(own));
        ncb.ncb_lana_num = list.lana[i];
        ncb.ncb_callname[0] = '*';
        status = CALL(Netbios, &ncb);
        line_key("Netbios(NCBASTAT, %u)", list.lana[i]);
        line_ncb(status, &ncb);
        line_print("%02x:%02x:%02x:%02x:%02x:%02x, type %#x, version %u.%u, %u names, packets %u",
                   address[0], address[1], address[2], address[3], address[4], address[5],
                   own.adapter.adapter_type, own.adapter.rev_major, own.adapter.rev_minor,
                   own.adapter.name_count, own.adapter.max_sess_pkt_size);
    }
}

void dump_netbios(void)
{
    static const UCHAR sessions[] = { NCBSEND, NCBRECV, NCBHANGUP };
    static const UCHAR unknown[] = { 0, 0x0f, NCBACTION, NCBTRACE, 0x7f };

    dump_adapters();
    dump_command(NCBENUM, 0, "", 0);
    dump_command(NCBENUM, 0, "", 1);
    dump_command(NCBRESET, 0, "", 0);
    dump_command(NCBRESET, 99, "", 0);
    dump_command(NCBASTAT, 0, "*", 0);
    dump_command(NCBASTAT, 0, "*", 59);
    dump_command(NCBASTAT, 0, "*", 60);
    dump_command(NCBASTAT, 99, "*", 600);
    dump_command(NCBADDNAME, 0, "DUMP", 0);
    dump_command(NCBADDNAME, 0, "DUMP", 0);
    dump_command(NCBADDGRNAME, 0, "DUMPS", 0);
    dump_command(NCBDELNAME, 0, "DUMP", 0);
    dump_command(NCBFINDNAME, 0, "localhost", 600);
    dump_command(NCBFINDNAME, 0, "no.invalid", 600);
    dump_command(NCBCALL, 0, "no.invalid", 0);
    dump_command(NCBSSTAT, 0, "*", 600);
    dump_command(NCBCANCEL, 0, "", 0);
    for (size_t i = 0; i < ARRAYSIZE(sessions); i++)
    {
        dump_command(sessions[i], 0, "", 100);
    }
    for (size_t i = 0; i < ARRAYSIZE(unknown); i++)
    {
        dump_command(unknown[i], 0, "", 0);
    }
    line_key("Netbios(NULL)");
    line_status(CALL(Netbios, NULL));
}
