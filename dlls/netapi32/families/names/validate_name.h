/*
 * Names for a computer, a workgroup or a domain: what NetValidateName() says of them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Documented with lmjoin.h; [MS-WKST] 3.2.4.16 and 2.2.3.2; what Windows takes is in Microsoft's
 * article Q909264, and for DNS in the documentation of DnsValidateName().
 */
#ifndef NETAPI32_VALIDATE_NAME_H
#define NETAPI32_VALIDATE_NAME_H

#include "base/utf16.h"
#include "remote/target.h"

/* NETSETUP_NAME_TYPE */
enum setup_name_type
{
    SETUP_NAME_MACHINE = 1, /* NetBIOS name of a computer */
    SETUP_NAME_WORKGROUP,
    SETUP_NAME_DOMAIN,              /* of a domain that exists */
    SETUP_NAME_NON_EXISTENT_DOMAIN, /* of one that does not */
    SETUP_NAME_DNS_MACHINE,         /* DNS name of a computer */
};

/* What this computer is called and belongs to. */
struct setup_names
{
    struct utf16_slice computer; /* NetBIOS name */
    struct utf16_slice domain;   /* absent, unless it is a member of one */
};

/* Says whether `name` is one of the type.
 *
 * Only one domain is known to exist, that of this computer: to look for others is the business of
 * DsGetDcName(). Nor is the network asked whether a computer's name is taken.
 *
 *   ERROR_INVALID_PARAMETER        the name is absent, or there is no such type
 *   NERR_InvalidComputer           it can be no NetBIOS name of a computer, or has digits alone
 *   ERROR_INVALID_COMPUTERNAME     it can be no DNS name: empty, or too long, or so are its labels
 *   DNS_ERROR_INVALID_NAME_CHAR    of a DNS name: it has characters that no DNS name has
 *   DNS_ERROR_NON_RFC_NAME         of a DNS name: it has some that DNS servers need not take
 *   NERR_InvalidWorkgroupName      it can be no workgroup's name, or is this computer's
 *   ERROR_INVALID_DOMAINNAME       it can be no domain's name, of NetBIOS or DNS
 *   ERROR_NO_SUCH_DOMAIN           a domain that is not known to exist
 *   ERROR_DUP_NAME                 a domain that exists */
uint32_t validate_name_here(struct utf16_slice name, uint32_t type,
                            const struct setup_names *names);

/* What a server says of it. No account's password is sent: servers take no notice of it. Errors: as
 * above, what a server answers, those of remote_call(), and
 *
 *   ERROR_NOT_SUPPORTED            the server lacks the operation, as Samba does
 *   ERROR_INVALID_NAME             it is too long for any type */
uint32_t validate_name_there(const struct target *target, struct utf16_slice name, uint32_t type);

#endif
