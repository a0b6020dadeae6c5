/*
 * Whether this computer is a member of a domain: its host is, where Samba or SSSD made it one.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Joining is the host's business (`net ads join`, `realm join`); programs get to know of it. The
 * setting DomainMembership says from where: the host's files (`auto`), nothing (`workgroup`), or the
 * domain itself. The files are read for each question, because nothing tells when they change; each is
 * small, or is passed over. Of what is evidence, the first that there is counts:
 *
 *   /etc/samba/smb.conf     [global] security = ads or domain, or a `server role` of a member or a
 *                           domain controller. `workgroup` is the flat name, `realm` the DNS name
 *   /etc/sssd/sssd.conf     [sssd] domains: the first one with id_provider = ad or ipa (with SSSD, this
 *                           file is root's alone as a rule)
 *   /var/lib/sss/pubconf    kdcinfo.REALM, which SSSD keeps for a realm of Kerberos that it serves,
 *                           and everybody may read; only with a key for this host, /etc/krb5.keytab. Of
 *                           several, the default_realm of /etc/krb5.conf
 *
 * A realm in /etc/krb5.conf and a keytab alone are none: so are hosts of NFS set up, too.
 */
#ifndef NETAPI32_MEMBERSHIP_MEMBERSHIP_H
#define NETAPI32_MEMBERSHIP_MEMBERSHIP_H

#include <stdbool.h>

#include "base/utf16.h"

/* Who says so. */
enum membership_source
{
    MEMBERSHIP_NOBODY, /* no evidence */
    MEMBERSHIP_SETTING,
    MEMBERSHIP_SAMBA,
    MEMBERSHIP_SSSD,
    MEMBERSHIP_KERBEROS, /* SSSD's kdcinfo, and the keytab */
    MEMBERSHIP_SYSTEM,   /* the LSA of Wine: api/this_computer.h asks it where nobody else knows */
};

struct membership
{
    bool is_member;
    bool is_controller; /* a member that is a domain controller of it */
    enum membership_source source;
    /* The NetBIOS name of the domain, in capitals; where only the DNS name is known, made of its first
     * label, as is the custom. Of no member: the workgroup, empty where nobody names one. */
    struct utf16_name flat_name;
    /* The DNS name of the domain, in small letters; empty where it has none, and of no member. */
    struct utf16_name dns_name;
};

/* What cannot be read is no evidence. ERROR_NOT_ENOUGH_MEMORY: nobody knows. What membership_settings_read()
 * says of the configuration. */
uint32_t membership_read(struct membership *membership);

#endif
