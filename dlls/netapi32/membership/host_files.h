/*
 * What files of the host say of a domain: Samba's, SSSD's, Kerberos'.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Files are bytes here; any bytes are fine. A name that cannot be one counts as not there.
 */
#ifndef NETAPI32_MEMBERSHIP_HOST_FILES_H
#define NETAPI32_MEMBERSHIP_HOST_FILES_H

#include <stdbool.h>

#include "base/utf16.h"
#include "base/wire.h"

/* A flat name has as many units at most ([MS-NBTE] 2.1). */
#define FLAT_NAME_LENGTH_MAX 15

/* smb.conf(5) */
enum samba_role
{
    SAMBA_ROLE_AUTO, /* what `security` says */
    SAMBA_ROLE_STANDALONE,
    SAMBA_ROLE_MEMBER,
    SAMBA_ROLE_CONTROLLER,
};

enum samba_security
{
    SAMBA_SECURITY_AUTO,
    SAMBA_SECURITY_USER,
    SAMBA_SECURITY_DOMAIN,
    SAMBA_SECURITY_ADS,
};

/* Zeros before the first file is read. */
struct samba_configuration
{
    enum samba_role role;
    enum samba_security security;
    struct utf16_name workgroup; /* a flat name; empty where none is said */
    struct utf16_name realm;     /* a DNS name; empty where none is said */
};

/* Takes what the section [global], and what stands before any section, has. For each
 * `include` there, `include` reads that file into the same configuration: the latest value counts. */
void samba_configuration_read(struct bytes file, struct samba_configuration *configuration,
                              void (*include)(struct bytes path,
                                              struct samba_configuration *configuration,
                                              void *context),
                              void *context);

/* sssd.conf(5): the DNS name of the first of its domains that a host joins: id_provider = ad or ipa.
 * False, and an empty name, when there is none. */
bool sssd_domain_read(struct bytes file, struct utf16_name *domain);

/* krb5.conf(5): default_realm. False, and an empty name, when there is none. */
bool default_realm_read(struct bytes file, struct utf16_name *realm);

/* Checks a flat name and puts it into capitals; checks a DNS name and puts it into small letters. False,
 * and an empty name, where it cannot be one. */
bool make_flat_name(struct utf16_name *name);
bool make_dns_name(struct utf16_name *name);

#endif
