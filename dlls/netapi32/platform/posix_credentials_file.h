/*
 * What a file with a password holds (include/netapi32_posix.h has its form).
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_PLATFORM_POSIX_CREDENTIALS_FILE_H
#define NETAPI32_PLATFORM_POSIX_CREDENTIALS_FILE_H

#include "base/utf16.h"
#include "base/wire.h"
#include "platform/posix_fault.h"

/* The user as a person writes it, DOMAIN\name where the file has a domain. The caller wipes both, whatever
 * the result is. ERROR_BAD_CONFIGURATION, and *fault, which tells no secret, for what has not the form,
 * NERR_BadUsername without a user name, or with one that is too long for any, ERROR_INVALID_PASSWORD for a
 * password that is; with *fault too. A file without a password has an empty one. */
uint32_t credentials_file_parse(struct utf16_slice text, struct utf16_name *user,
                                struct utf16_name *password, struct config_fault *fault);

/* Writes such a file, as UTF-16. False where its lines cannot hold them, or there is no memory. */
bool credentials_file_write(struct utf16_slice user, struct utf16_slice password,
                            struct writer *text);

#endif
