/*
 * What connect.c needs from a system's sockets; implemented by win32_socket.c and posix_socket.c.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_PLATFORM_ADDRESS_H
#define NETAPI32_PLATFORM_ADDRESS_H

#include "platform/platform.h"

/* The addresses of a host. */
struct address_list;

enum address_lookup
{
    ADDRESS_NUMERIC, /* the host is an address itself: answers at once */
    ADDRESS_BY_NAME, /* asks the system's resolver, which may take its time */
};

/* The caller owns *found. ERROR_BAD_NETPATH when the host has no address (or is no numeric one);
 * ERROR_NOT_ENOUGH_MEMORY. `host` has no brackets. */
uint32_t address_list_find(const struct utf16_name *host, uint16_t port, enum address_lookup lookup,
                           struct address_list **found);
size_t address_list_count(const struct address_list *list);
void address_list_get(const struct address_list *list, size_t index, struct ip_endpoint *endpoint);
/* Connects to one of them. Errors as platform_connect(). */
uint32_t address_connect(const struct address_list *list, size_t index, uint64_t deadline,
                         struct platform_socket **connected);
void address_list_free(struct address_list *list); /* NULL is allowed */

#endif
