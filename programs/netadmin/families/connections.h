/*
 * What the families of connections share.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_CONNECTIONS_H
#define NETADMIN_CONNECTIONS_H

#include <stdbool.h>
#include <lmcons.h>
#include <lmshare.h>

/* Samba answers with as many rows as there are connections, and the number of open files in each; the
 * rest is the same in every row, of a user whom nobody has. */
bool connection_is_made_up(const CONNECTION_INFO_1 *row);

#endif
