/*
 * What is known of a domain controller: DOMAIN_CONTROLLER_INFO without Windows' types.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_DIRECTORY_DC_INFO_H
#define NETAPI32_DIRECTORY_DC_INFO_H

#include <stdint.h>

#include "base/utf16.h"

#define DC_GUID_SIZE 16

/* Names are without backslashes; what is not known is empty. */
struct dc_info
{
    struct utf16_name controller; /* a DNS name or a flat one: see flags */
    struct utf16_name address;
    struct utf16_name domain; /* a DNS name or a flat one: see flags */
    struct utf16_name forest;
    struct utf16_name site;
    struct utf16_name client_site; /* of this computer, as the controller sees it */
    uint32_t address_type;         /* DS_INET_ADDRESS */
    uint8_t domain_guid[DC_GUID_SIZE];
    uint32_t flags; /* DS_*_FLAG */
};

#endif
