/*
 * All controllers of a domain that the DNS has, one after the other, for DsGetDcOpen() and its
 * relatives.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_DIRECTORY_DC_LIST_H
#define NETAPI32_DIRECTORY_DC_LIST_H

#include "families/directory/dc_locator.h"

/* OptionFlags of DsGetDcOpen() */
enum dc_list_option
{
    DC_LIST_ONLY_DO_SITE_NAME = 0x1,
    DC_LIST_NOTIFY_AFTER_SITE_RECORDS = 0x2,
};

struct dc_list_request
{
    struct utf16_slice domain;  /* its DNS name */
    struct utf16_slice site;    /* may be absent: then all are of the domain */
    struct utf16_slice forest;  /* may be absent */
    const uint8_t *domain_guid; /* with the forest: where the domain's name is not found; or NULL */
    uint32_t options;
    uint32_t flags; /* DS_* */
};

struct dc_list;

/* The controllers of the site, then those of all the domain. ERROR_INVALID_PARAMETER without a domain;
 * ERROR_INVALID_FLAGS; ERROR_NO_SUCH_DOMAIN when there are none; ERROR_NOT_ENOUGH_MEMORY. On failure
 * *opened is NULL. */
uint32_t dc_list_open(const struct dc_list_request *request, struct dc_list **opened);
/* The next one, which belongs to the list. ERROR_NO_MORE_ITEMS; ERROR_FILEMARK_DETECTED once, behind
 * those of the site, where that was wished. */
uint32_t dc_list_next(struct dc_list *list, struct dns_service **service);
/* Finds the addresses of one; there may be none. */
void dc_list_find_addresses(struct dc_list *list, struct dns_service *service);
void dc_list_close(struct dc_list *list); /* NULL is allowed */

#endif
