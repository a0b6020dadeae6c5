/*
 * What files of the host say of a domain.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "membership/host_files.h"

#include <stddef.h>
#include <string.h>

#include "membership/ini.h"
#include "platform/platform.h"

/* RFC 1035, 2.3.4 */
#define DNS_NAME_LENGTH_MAX 253

/* SSSD's domains that are looked at. */
#define SSSD_DOMAINS_MAX 32

struct word
{
    const char *text;
    uint32_t value;
};

/* ---- Names ----------------------------------------------------------------------------------- */

static bool refuse(struct utf16_name *name)
{
    *name = utf16_name_from_ascii("");
    return false;
}

/* What no name of a computer or domain has; % begins a macro of Samba's. */
static bool is_of_flat_names(uint16_t unit)
{
    return unit > ' ' && !(unit < 0x80 && strchr("\"/\\[]:|<>+=;,?*%", unit));
}

bool make_flat_name(struct utf16_name *name)
{
    if (!name->length || name->length > FLAT_NAME_LENGTH_MAX)
    {
        return refuse(name);
    }
    for (size_t i = 0; i < name->length; i++)
    {
        if (!is_of_flat_names(name->units[i]))
        {
            return refuse(name);
        }
        name->units[i] = platform_upcase(name->units[i]);
    }
    return true;
}

bool make_dns_name(struct utf16_name *name)
{
    bool in_label = false;

    if (name->length && name->units[name->length - 1] == '.')
    {
        name->units[--name->length] = 0;
    }
    if (!name->length || name->length > DNS_NAME_LENGTH_MAX)
    {
        return refuse(name);
    }
    for (size_t i = 0; i < name->length; i++)
    {
        uint16_t *unit = &name->units[i];

        if (*unit >= 'A' && *unit <= 'Z')
        {
            *unit = (uint16_t)(*unit - 'A' + 'a');
        }
        if (*unit == '.' ? !in_label
                         : !((*unit >= 'a' && *unit <= 'z') || (*unit >= '0' && *unit <= '9') ||
                             *unit == '-' || *unit == '_' || *unit >= 0xA0))
        {
            return refuse(name);
        }
        in_label = *unit != '.';
    }
    return in_label || refuse(name);
}

static bool dns_name_of(struct bytes value, struct utf16_name *name)
{
    return ini_name(value, name) && make_dns_name(name);
}

/* ---- Samba ----------------------------------------------------------------------------------- */

static const struct word roles[] = {
    { "auto", SAMBA_ROLE_AUTO },
    { "standalone server", SAMBA_ROLE_STANDALONE },
    { "standalone", SAMBA_ROLE_STANDALONE },
    { "member server", SAMBA_ROLE_MEMBER },
    { "member", SAMBA_ROLE_MEMBER },
    { "classic primary domain controller", SAMBA_ROLE_CONTROLLER },
    { "classic backup domain controller", SAMBA_ROLE_CONTROLLER },
    { "active directory domain controller", SAMBA_ROLE_CONTROLLER },
    { "domain controller", SAMBA_ROLE_CONTROLLER },
    { "dc", SAMBA_ROLE_CONTROLLER },
    { "ipa domain controller", SAMBA_ROLE_CONTROLLER },
    { "ipa primary domain controller", SAMBA_ROLE_CONTROLLER },
    { NULL, 0 },
};

static const struct word securities[] = {
    { "auto", SAMBA_SECURITY_AUTO },
    { "user", SAMBA_SECURITY_USER },
    { "domain", SAMBA_SECURITY_DOMAIN },
    { "ads", SAMBA_SECURITY_ADS },
    { NULL, 0 },
};

/* `otherwise` where it is none of them. */
static uint32_t word_value(const struct word *words, struct bytes value, uint32_t otherwise)
{
    for (; words->text; words++)
    {
        if (ini_is(value, words->text))
        {
            return words->value;
        }
    }
    return otherwise;
}

void samba_configuration_read(struct bytes file, struct samba_configuration *configuration,
                              void (*include)(struct bytes path,
                                              struct samba_configuration *configuration,
                                              void *context),
                              void *context)
{
    struct ini_reader reader = ini_over(file);
    struct ini_setting setting;

    while (ini_next(&reader, &setting))
    {
        if (setting.section.size && !ini_is(setting.section, "global"))
        {
            continue;
        }
        if (ini_is(setting.key, "server role"))
        {
            configuration->role =
                (enum samba_role)word_value(roles, setting.value, configuration->role);
        }
        else if (ini_is(setting.key, "security"))
        {
            configuration->security =
                (enum samba_security)word_value(securities, setting.value, configuration->security);
        }
        else if (ini_is(setting.key, "workgroup"))
        {
            ini_name(setting.value, &configuration->workgroup);
            make_flat_name(&configuration->workgroup);
        }
        else if (ini_is(setting.key, "realm"))
        {
            dns_name_of(setting.value, &configuration->realm);
        }
        else if (ini_is(setting.key, "include"))
        {
            include(setting.value, configuration, context);
        }
    }
}

/* ---- SSSD ------------------------------------------------------------------------------------ */

/* The latest value of a key in a section whose name begins so; `rest` is what follows. */
static struct bytes find_value(struct bytes file, const char *section, struct bytes rest,
                               const char *key)
{
    const size_t length = strlen(section);
    struct ini_reader reader = ini_over(file);
    struct ini_setting setting;
    struct bytes value = { NULL, 0 };

    while (ini_next(&reader, &setting))
    {
        const struct bytes name = setting.section;

        if (name.size == length + rest.size && !memcmp(name.data, section, length) &&
            (!rest.size || !memcmp(name.data + length, rest.data, rest.size)) &&
            ini_is(setting.key, key))
        {
            value = setting.value;
        }
    }
    return value;
}

static bool is_joined_domain(struct bytes file, struct bytes domain, struct utf16_name *name)
{
    static const struct
    {
        const char *provider;
        const char *key; /* the name in DNS, where it is another than SSSD's own */
    } providers[] = { { "ad", "ad_domain" }, { "ipa", "ipa_domain" } };
    const struct bytes provider = find_value(file, "domain/", domain, "id_provider");

    for (size_t i = 0; i < sizeof(providers) / sizeof(providers[0]); i++)
    {
        if (ini_is(provider, providers[i].provider))
        {
            const struct bytes value = find_value(file, "domain/", domain, providers[i].key);

            return dns_name_of(value.size ? value : domain, name);
        }
    }
    return false;
}

bool sssd_domain_read(struct bytes file, struct utf16_name *domain)
{
    const struct bytes list = find_value(file, "sssd", (struct bytes){ NULL, 0 }, "domains");
    struct reader words = reader_over(list.data, list.size);
    struct bytes word;

    *domain = utf16_name_from_ascii("");
    for (int i = 0; i < SSSD_DOMAINS_MAX && ini_next_word(&words, &word); i++)
    {
        if (is_joined_domain(file, word, domain))
        {
            return true;
        }
    }
    return false;
}

/* ---- Kerberos -------------------------------------------------------------------------------- */

bool default_realm_read(struct bytes file, struct utf16_name *realm)
{
    return dns_name_of(find_value(file, "libdefaults", (struct bytes){ NULL, 0 }, "default_realm"),
                       realm);
}
