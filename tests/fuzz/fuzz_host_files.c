/*
 * Fuzz target: files of a host that may tell of a domain: Samba's, SSSD's, Kerberos'.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "membership/host_files.h"
#include "membership/ini.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_flat_name(const struct utf16_name *name)
{
    struct utf16_name again = *name;

    if (name->length && (!make_flat_name(&again) || again.length != name->length))
    {
        abort();
    }
}

static void check_dns_name(const struct utf16_name *name)
{
    struct utf16_name again = *name;

    if (name->length && (!make_dns_name(&again) || again.length != name->length))
    {
        abort();
    }
}

static void see_include(struct bytes path, struct samba_configuration *configuration, void *context)
{
    struct utf16_name name;

    (void)configuration;
    (void)context;
    ini_name(path, &name);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct bytes file = { data, size };
    struct samba_configuration samba = { .role = SAMBA_ROLE_AUTO };
    struct utf16_name name;

    samba_configuration_read(file, &samba, see_include, NULL);
    check_flat_name(&samba.workgroup);
    check_dns_name(&samba.realm);
    if (sssd_domain_read(file, &name) != (name.length != 0))
    {
        abort();
    }
    check_dns_name(&name);
    if (default_realm_read(file, &name) != (name.length != 0))
    {
        abort();
    }
    check_dns_name(&name);
    return 0;
}
