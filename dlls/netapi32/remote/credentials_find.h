/*
 * Whose credentials a server is called with.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_REMOTE_CREDENTIALS_FIND_H
#define NETAPI32_REMOTE_CREDENTIALS_FIND_H

#include "auth/credentials.h"
#include "base/utf16.h"

/* The credentials for `server`, the first that exist: those of NetUseAdd in this process
 * (use_table.h), those that the system keeps, else the current user's. Wipe them with
 * credentials_wipe(). What the system keeps and cannot be used is an error, with the current user's:
 * nobody may go on as somebody else than was meant. NERR_BadUsername for a user that is none (empty,
 * too long, a domain alone), ERROR_INVALID_PASSWORD for a password that is too long or no text, or what
 * the system says where it cannot be read. */
uint32_t credentials_find(struct credentials *credentials, struct utf16_slice server);

#endif
