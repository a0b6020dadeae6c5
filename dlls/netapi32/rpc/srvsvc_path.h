/*
 * The Server Service: [MS-SRVS]. What the server thinks of paths and names: 3.1.4.29 to 3.1.4.34.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_RPC_SRVSVC_PATH_H
#define NETAPI32_RPC_SRVSVC_PATH_H

#include "rpc/ndr.h"

/* NetprPathType, 3.1.4.29 */
struct srvsvc_path_type
{
    struct utf16_slice server;
    struct utf16_slice path;
    uint32_t type; /* ITYPE_* */
    uint32_t flags;
    uint32_t result;
};

/* NetprPathCanonicalize, 3.1.4.30 */
struct srvsvc_path_canonicalize
{
    struct utf16_slice server;
    struct utf16_slice path;
    struct bytes output;  /* as many as output_size; terminated UTF-16 */
    uint32_t output_size; /* at most 64000 */
    struct utf16_slice prefix;
    uint32_t type;
    uint32_t flags;
    uint32_t result;
};

/* NetprPathCompare, 3.1.4.31, and NetprNameCompare, 3.1.4.34 */
struct srvsvc_compare
{
    struct utf16_slice server;
    struct utf16_slice first;
    struct utf16_slice second;
    uint32_t type;
    uint32_t flags;
    uint32_t result; /* no status: < 0, 0 or > 0, as the first compares with the second */
};

/* NetprNameValidate, 3.1.4.32 */
struct srvsvc_name_validate
{
    struct utf16_slice server;
    struct utf16_slice name;
    uint32_t type; /* NAMETYPE_* */
    uint32_t flags;
    uint32_t result;
};

/* NetprNameCanonicalize, 3.1.4.33 */
struct srvsvc_name_canonicalize
{
    struct utf16_slice server;
    struct utf16_slice name;
    uint16_t *output;       /* as many as output_length */
    uint32_t output_length; /* at most 64000 */
    uint32_t type;
    uint32_t flags;
    uint32_t result;
};

#endif
