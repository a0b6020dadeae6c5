/*
 * The Server Service: [MS-SRVS]. Open files, and the security of files: 3.1.4.2 to 3.1.4.4,
 * 3.1.4.27 and 3.1.4.28.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_RPC_SRVSVC_FILE_H
#define NETAPI32_RPC_SRVSVC_FILE_H

#include "levels/file_levels.h"
#include "rpc/ndr.h"

/* ADT_SECURITY_DESCRIPTOR, 2.2.4.106 */
struct srvsvc_security_descriptor
{
    uint32_t size;
    struct bytes descriptor; /* self-relative */
};

/* NetrFileEnum, 3.1.4.2 */
struct srvsvc_file_enum
{
    struct utf16_slice server;
    struct utf16_slice base_path;
    struct utf16_slice user;
    struct ndr_level_list files; /* rows are struct open_file */
    uint32_t preferred_length;
    uint32_t total_entries;
    uint32_t *resume_handle;
    uint32_t result;
};

/* NetrFileGetInfo, 3.1.4.3 */
struct srvsvc_file_get_info
{
    struct utf16_slice server;
    uint32_t id;
    uint32_t level;
    struct open_file *file;
    uint32_t result;
};

/* NetrFileClose, 3.1.4.4 */
struct srvsvc_file_close
{
    struct utf16_slice server;
    uint32_t id;
    uint32_t result;
};

/* NetrpGetFileSecurity, 3.1.4.27 */
struct srvsvc_get_file_security
{
    struct utf16_slice server;
    struct utf16_slice share;
    struct utf16_slice file;
    uint32_t information; /* OWNER_SECURITY_INFORMATION and its kin */
    struct srvsvc_security_descriptor *descriptor;
    uint32_t result;
};

/* NetrpSetFileSecurity, 3.1.4.28 */
struct srvsvc_set_file_security
{
    struct utf16_slice server;
    struct utf16_slice share;
    struct utf16_slice file;
    uint32_t information;
    struct srvsvc_security_descriptor descriptor;
    uint32_t result;
};

#endif
