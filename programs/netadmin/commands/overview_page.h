/*
 * What a server is, shares and has in use, on one page.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_OVERVIEW_PAGE_H
#define NETADMIN_OVERVIEW_PAGE_H

#include "base/text.h"
#include "listing/listing.h"

/* An answer of the server. */
struct overview_part
{
    struct listing listing;
    DWORD error; /* in place of the records; 0: there are some, or none */
};

/* The order in which they are asked for. */
enum overview_part_number
{
    OVERVIEW_SERVER,   /* SERVER_INFO_101 or 100, one */
    OVERVIEW_TIME,     /* TIME_OF_DAY_INFO, one */
    OVERVIEW_SHARES,   /* SHARE_INFO_2 or 1 */
    OVERVIEW_SESSIONS, /* SESSION_INFO_1 */
    OVERVIEW_FILES,    /* FILE_INFO_3 */
    OVERVIEW_PART_COUNT
};

/* Appends the page, in lines of less than 80 characters. */
void overview_append(const struct overview_part parts[OVERVIEW_PART_COUNT], struct text *text);

#endif
