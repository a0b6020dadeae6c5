/*
 * The Local Security Authority: [MS-LSAD] and [MS-LSAT], names and SIDs.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Each structure holds the parameters of one method, in and out, by their order in the
 * specification; methods that have the same parameters share one. Every method returns an NTSTATUS.
 * What a lookup method found, of which a client sends none, is empty in the request.
 */
#ifndef NETAPI32_RPC_LSARPC_H
#define NETAPI32_RPC_LSARPC_H

#include "rpc/lsa_policy.h"
#include "rpc/ndr.h"
#include "rpc/pdu.h"

extern const struct rpc_interface lsarpc_interface;

enum lsarpc_operation
{
    LSAR_CLOSE = 0,
    LSAR_QUERY_INFORMATION_POLICY = 7,
    LSAR_LOOKUP_NAMES = 14,
    LSAR_LOOKUP_SIDS = 15,
    LSAR_OPEN_POLICY_2 = 44,
    LSAR_GET_USER_NAME = 45,
    LSAR_QUERY_INFORMATION_POLICY_2 = 46,
    LSAR_LOOKUP_SIDS_2 = 57,
    LSAR_LOOKUP_NAMES_2 = 58,
    LSAR_LOOKUP_NAMES_3 = 68,
};

/* ---- Structures ------------------------------------------------------------------------------ */

/* SECURITY_QUALITY_OF_SERVICE */
struct lsa_quality_of_service
{
    uint32_t length;
    uint16_t impersonation_level;
    uint8_t context_tracking_mode;
    uint8_t effective_only;
};

/* LSAPR_OBJECT_ATTRIBUTES, [MS-LSAD] 2.2.9: the pointers in there but the last are always NULL */
struct lsa_object_attributes
{
    uint32_t length;
    uint32_t attributes;
    struct lsa_quality_of_service *quality_of_service;
};

/* LSAPR_REFERENCED_DOMAIN_LIST, [MS-LSAT] 2.2.12 */
struct lsa_domain_list
{
    uint32_t count;
    struct lsa_domain *domains; /* LSAPR_TRUST_INFORMATION */
    uint32_t max_entries;       /* means nothing */
};

/* LSAPR_SID_ENUM_BUFFER, [MS-LSAT] 2.2.18 */
struct lsa_sid_list
{
    uint32_t count;
    struct bytes *sids;
};

/* LSAPR_TRANSLATED_NAME and, with flags, LSAPR_TRANSLATED_NAME_EX. An index of UINT32_MAX: of no
 * domain. */
struct lsa_translated_name
{
    uint16_t use; /* SID_NAME_USE */
    struct utf16_slice name;
    uint32_t domain_index;
    uint32_t flags;
};

/* LSAPR_TRANSLATED_NAMES and LSAPR_TRANSLATED_NAMES_EX, [MS-LSAT] 2.2.20, 2.2.22 */
struct lsa_translated_names
{
    uint32_t count;
    struct lsa_translated_name *names;
};

/* LSA_TRANSLATED_SID, with flags LSAPR_TRANSLATED_SID_EX, and with a SID and not a RID
 * LSAPR_TRANSLATED_SID_EX2 */
struct lsa_translated_sid
{
    uint16_t use;
    uint32_t rid;
    struct bytes sid;
    uint32_t domain_index;
    uint32_t flags;
};

/* LSAPR_TRANSLATED_SIDS and its kin, [MS-LSAT] 2.2.15, 2.2.24, 2.2.26 */
struct lsa_translated_sids
{
    uint32_t count;
    struct lsa_translated_sid *sids;
};

/* ---- Methods --------------------------------------------------------------------------------- */

/* LsarClose, [MS-LSAD] 3.1.4.9.4 */
struct lsar_close
{
    struct context_handle handle;
    uint32_t result;
};

/* LsarQueryInformationPolicy, LsarQueryInformationPolicy2, [MS-LSAD] 3.1.4.4.4, 3.1.4.4.3 */
struct lsar_query_policy
{
    struct context_handle policy;
    uint16_t information_class; /* enum lsa_policy_class */
    union lsa_policy_information *information;
    uint32_t result;
};

/* LsarLookupNames, LsarLookupNames2, LsarLookupNames3, [MS-LSAT] 3.1.4.8, 3.1.4.7, 3.1.4.6 */
struct lsar_lookup_names
{
    struct context_handle policy;
    uint32_t count; /* at most 1000 */
    struct utf16_slice *names;
    struct lsa_domain_list *referenced_domains;
    struct lsa_translated_sids translated_sids;
    uint16_t lookup_level; /* LsapLookupWksta: 1 */
    uint32_t mapped_count;
    uint32_t lookup_options;  /* not of the first method */
    uint32_t client_revision; /* likewise; 2: knows DNS domain names */
    uint32_t result;
};

/* LsarLookupSids, LsarLookupSids2, [MS-LSAT] 3.1.4.11, 3.1.4.10 */
struct lsar_lookup_sids
{
    struct context_handle policy;
    struct lsa_sid_list sids;
    struct lsa_domain_list *referenced_domains;
    struct lsa_translated_names translated_names;
    uint16_t lookup_level;
    uint32_t mapped_count;
    uint32_t lookup_options;
    uint32_t client_revision;
    uint32_t result;
};

/* LsarOpenPolicy2, [MS-LSAD] 3.1.4.4.1 */
struct lsar_open_policy_2
{
    struct utf16_slice system_name;
    struct lsa_object_attributes object_attributes;
    uint32_t desired_access;
    struct context_handle policy;
    uint32_t result;
};

/* LsarGetUserName, [MS-LSAT] 3.1.4.4 */
struct lsar_get_user_name
{
    struct utf16_slice system_name;
    struct utf16_slice *user_name;
    struct utf16_slice **domain_name; /* NULL: not asked for */
    uint32_t result;
};

#endif
