/*
 * NetBIOS: which computer has a name.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Names are host names to the system's resolver; an `Address` that the configuration has for a
 * server comes first. The last of a name's 16 characters is its type and not looked up.
 */
#include "families/netbios/netbios.h"

#include <string.h>

#include "api/debug.h"
#include "families/netbios/netbios_frame.h"

/* More of a name are not looked at. */
#define ADDRESSES_MAX 16
/* Where an IPv6 address has an IPv4 address in it. */
#define IPV4_OFFSET 12
/* What a look-up may take, in milliseconds: as long as a node is asked for its status, [RFC 1002] 6. */
#define FIND_MILLISECONDS 4500

/* What the configuration has for the host, if anything. */
static void take_configured(WCHAR host[NAME_LENGTH_MAX + 1])
{
    struct platform_config config;
    struct utf16_name address;

    if (platform_config_open(&config, slice_w(host)))
    {
        return;
    }
    if (platform_config_text(&config, "Address", &address))
    {
        memcpy(host, address.units, (address.length + 1) * sizeof(*host));
    }
    platform_config_close(&config);
}

/* The name without its type and the blanks before that, for the resolver. */
static BOOL host_name(const UCHAR name[NCBNAMSZ], WCHAR host[NAME_LENGTH_MAX + 1])
{
    int length = NCBNAMSZ - 1;

    while (length && (name[length - 1] == ' ' || !name[length - 1]))
    {
        length--;
    }
    length = MultiByteToWideChar(CP_OEMCP, 0, (const char *)name, length, host, NCBNAMSZ);
    host[length] = 0;
    if (length)
    {
        take_configured(host);
    }
    return length != 0;
}

BOOL netbios_resolve(const UCHAR name[NCBNAMSZ], ULONGLONG deadline, ULONG *address)
{
    WCHAR host[NAME_LENGTH_MAX + 1];
    struct ip_endpoint found[ADDRESSES_MAX];
    size_t count = 0;

    if (!host_name(name, host) || platform_start() ||
        platform_resolve(slice_w(host), NETBIOS_SESSION_PORT, deadline, found, ADDRESSES_MAX,
                         &count))
    {
        return FALSE;
    }
    for (size_t i = 0; i < count; i++)
    {
        if (ip_address_is_ipv4(&found[i].address))
        {
            memcpy(address, found[i].address.bytes + IPV4_OFFSET, sizeof(*address));
            TRACE("%s\n", debugstr_w(host).text);
            return TRUE;
        }
    }
    return FALSE;
}

/* One computer has the name; its IPv4 address stands behind two zeros, where the token ring had
 * six bytes. What the ring also told is empty. */
UCHAR netbios_find_name(struct netbios_command *command)
{
    NCB *ncb = command->ncb;
    FIND_NAME_HEADER header = { .node_count = 1 };
    FIND_NAME_BUFFER node = { .length = offsetof(FIND_NAME_BUFFER, routing_info) };
    ULONG address = 0;
    size_t room = 0;

    if (!ncb->ncb_buffer)
    {
        return NRC_BADDR;
    }
    if (ncb->ncb_length < sizeof(header))
    {
        return NRC_BUFLEN;
    }
    if (ncb->ncb_callname[0] == '*')
    {
        return NRC_NOWILD;
    }
    if (!netbios_resolve(ncb->ncb_callname, GetTickCount64() + FIND_MILLISECONDS, &address))
    {
        return NRC_CMDTMO;
    }
    memcpy(node.source_addr + 2, &address, sizeof(address));
    header.unique_group = UNIQUE_NAME;
    room = ncb->ncb_length - sizeof(header);
    memcpy(ncb->ncb_buffer, &header, sizeof(header));
    memcpy(ncb->ncb_buffer + sizeof(header), &node, room < sizeof(node) ? room : sizeof(node));
    return room < sizeof(node) ? NRC_INCOMP : NRC_GOODRET;
}
