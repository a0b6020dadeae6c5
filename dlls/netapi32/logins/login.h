/*
 * A login on the host, as its files tell of it, and the two kinds of such files.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_LOGINS_LOGIN_H
#define NETAPI32_LOGINS_LOGIN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/ip_address.h"
#include "base/wire.h"

/* Texts are parts of the file that was read: not terminated, of any bytes but zero. */
struct login
{
    struct bytes user;
    struct bytes host; /* from where, as the login program wrote it; may be empty */
    struct bytes line; /* the terminal, without /dev/; may be empty */
    bool has_address;  /* from where, as an address */
    struct ip_address address;
    uint32_t process; /* the session's leader */
    uint64_t start;   /* FILETIME */
    bool is_user;     /* somebody logged in and has not logged out */
};

/* Reads the next record of a utmp file as glibc writes it on x86-64 and i386 (384 bytes). False when
 * no whole record is left. */
bool utmp_next(struct reader *file, struct login *login);

/* Reads a file of systemd's /run/systemd/sessions. False when it is none of a login. */
bool systemd_session_parse(struct bytes file, struct login *login);

#endif
