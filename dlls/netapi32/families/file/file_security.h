/*
 * The security of files on servers, without Windows' types: NetpGetFileSecurity and
 * NetpSetFileSecurity.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Results follow [MS-SRVS] 3.1.4.27 and 3.1.4.28. A file is named \\server\share\path; the root of a
 * share \\server\share. Which parts of a security descriptor are meant say the bits of
 * SECURITY_INFORMATION, [MS-DTYP] 2.4.7.
 */
#ifndef NETAPI32_FILE_FILE_SECURITY_H
#define NETAPI32_FILE_FILE_SECURITY_H

#include "base/utf16.h"
#include "base/wire.h"

struct file_name
{
    struct utf16_slice server;
    struct utf16_slice share;
    struct utf16_slice path; /* from the share on, with a backslash before it */
};

/* Whether a path is that of a file on a server. What begins with \\. or \\? is a path of the system. */
bool file_name_parse(struct utf16_slice path, struct file_name *name);

/* A copy of the security descriptor, which the caller owns (platform_api_free()); self-relative.
 * ERROR_FILE_NOT_FOUND, NERR_NetNameNotFound, ERROR_ACCESS_DENIED and what else the server says;
 * RPC_X_BAD_STUB_DATA for what is no security descriptor; ERROR_NOT_SUPPORTED where the server has no
 * such operation; NERR_NetNameNotFound where this computer has no server; errors of remote_call();
 * ERROR_NOT_ENOUGH_MEMORY. */
uint32_t file_security_get(const struct file_name *name, uint32_t information, void **descriptor,
                           uint32_t *size);
/* Sets those parts of the security descriptor, which is self-relative; its size is found out here.
 * ERROR_INVALID_SECURITY_DESCR; else as above. */
uint32_t file_security_set(const struct file_name *name, uint32_t information,
                           const void *descriptor);

#endif
