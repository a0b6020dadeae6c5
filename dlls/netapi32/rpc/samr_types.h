/*
 * The Security Account Manager: [MS-SAMR] 2.2, the structures that more than one method uses.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * An RPC_UNICODE_STRING is a struct utf16_slice, an RPC_SID is struct bytes; both may be absent.
 */
#ifndef NETAPI32_RPC_SAMR_TYPES_H
#define NETAPI32_RPC_SAMR_TYPES_H

#include "rpc/ndr.h"

/* SAMPR_SR_SECURITY_DESCRIPTOR, 2.2.7.11: self-relative */
struct samr_security_descriptor
{
    uint32_t length;
    struct bytes descriptor;
};

/* SAMPR_ULONG_ARRAY, 2.2.7.4 */
struct samr_number_array
{
    uint32_t count;
    uint32_t *numbers;
};

/* SAMPR_PSID_ARRAY and SAMPR_PSID_ARRAY_OUT, 2.2.7.6 */
struct samr_sid_array
{
    uint32_t count;
    struct bytes *sids;
};

/* SAMPR_RETURNED_USTRING_ARRAY, 2.2.7.7 */
struct samr_string_array
{
    uint32_t count;
    struct utf16_slice *strings;
};

/* SAMPR_RID_ENUMERATION, 2.2.7.9 */
struct samr_rid_name
{
    uint32_t rid;
    struct utf16_slice name;
};

/* SAMPR_ENUMERATION_BUFFER, 2.2.7.10 */
struct samr_enumeration
{
    uint32_t count;
    struct samr_rid_name *entries;
};

/* USER_DOMAIN_PASSWORD_INFORMATION, 2.2.3.16 */
struct samr_user_domain_password
{
    uint16_t minimum_length;
    uint32_t properties; /* DOMAIN_PASSWORD_COMPLEX, ... */
};

extern const struct ndr_type samr_security_descriptor;
extern const struct ndr_type samr_number_array;
extern const struct ndr_type samr_sid_array;
extern const struct ndr_type samr_string_array;
extern const struct ndr_type samr_enumeration;
extern const struct ndr_type samr_user_domain_password;

#endif
