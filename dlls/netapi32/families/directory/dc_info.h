/*
 * What is known of a domain controller, and the structure in which callers get it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_DIRECTORY_DC_INFO_H
#define NETAPI32_DIRECTORY_DC_INFO_H

#include <windows.h>

/* The strings of DOMAIN_CONTROLLER_INFO; absent ones are NULL. */
enum dc_text
{
    DC_NAME,    /* \\name */
    DC_ADDRESS, /* \\address */
    DC_DOMAIN,
    DC_FOREST,
    DC_SITE,
    DC_CLIENT_SITE,
    DC_TEXT_COUNT,
};

struct dc_info
{
    const WCHAR *texts[DC_TEXT_COUNT];
    ULONG address_type; /* DS_INET_ADDRESS or DS_NETBIOS_ADDRESS */
    GUID domain_guid;
    ULONG flags; /* DS_*_FLAG */
};

/* Packs `info` into one API buffer, with wide or with ANSI strings. ERROR_NOT_ENOUGH_MEMORY. */
DWORD dc_info_pack(const struct dc_info *info, BOOL is_wide, void **buffer);

#endif
