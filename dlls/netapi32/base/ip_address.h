/*
 * IP addresses as text.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_BASE_IP_ADDRESS_H
#define NETAPI32_BASE_IP_ADDRESS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/utf16.h"

/* An IPv6 address in network order; IPv4 addresses are ::ffff:a.b.c.d. */
struct ip_address
{
    uint8_t bytes[16];
};

/* Room for any address as text, terminated. */
#define IP_ADDRESS_TEXT_SIZE 46

/* Reads a dotted IPv4 address (four decimal numbers) or an IPv6 address ([RFC 4291] 2.2), which may
 * stand in brackets; no zone. False for anything else. */
bool ip_address_parse(struct utf16_slice text, struct ip_address *address);

/* Writes an address: IPv4 dotted, IPv6 as [RFC 5952] wants it, without brackets. */
void ip_address_format(const struct ip_address *address, char text[IP_ADDRESS_TEXT_SIZE]);

bool ip_address_is_ipv4(const struct ip_address *address);
/* 127.0.0.0/8 and ::1 */
bool ip_address_is_loopback(const struct ip_address *address);

#endif
