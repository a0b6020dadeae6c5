/*
 * The structure in which callers get what is known of a domain controller.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_DIRECTORY_DC_PACK_H
#define NETAPI32_DIRECTORY_DC_PACK_H

#include <windows.h>

#include "families/directory/dc_info.h"

/* Packs `info` into one API buffer, a DOMAIN_CONTROLLER_INFOW, or A with strings of the ANSI code page.
 * What is empty is a NULL pointer there. ERROR_NOT_ENOUGH_MEMORY. */
DWORD dc_info_pack(const struct dc_info *info, BOOL is_wide, void **buffer);

#endif
