/*
 * What servers are asked while somebody watches.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_ASKING_H
#define NETADMIN_ASKING_H

#include "monitoring/poll.h"
#include "watching/pages.h"

/* Connections take a question for each share: they are asked for only while they are looked at. */
enum asking_wanted
{
    ASKING_WITHOUT_CONNECTIONS,
    ASKING_WITH_CONNECTIONS,
};

/* What to want of servers while this page is looked at. */
enum asking_wanted asking_for_page(enum page page);

/* poll_plan.ask: the parts of the answer are the pages, in their order. */
struct answer *asking_ask(const WCHAR *server, size_t place, unsigned int wanted);

#endif
