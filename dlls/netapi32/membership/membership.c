/*
 * Whether this computer is a member of a domain.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "membership/membership.h"

#include <stdlib.h>
#include <string.h>

#include "base/status.h"
#include "membership/host_files.h"
#include "membership/ini.h"
#include "platform/log.h"
#include "platform/platform.h"
#include "platform/utf16_equal.h"
#include "remote/settings.h"

#define SAMBA_FILE     "/etc/samba/smb.conf"
#define SSSD_FILE      "/etc/sssd/sssd.conf"
#define KERBEROS_FILE  "/etc/krb5.conf"
#define KEYTAB_FILE    "/etc/krb5.keytab"
#define SSSD_FOLDER    "/var/lib/sss/pubconf"
#define KDCINFO_PREFIX "kdcinfo."

/* Larger files are not read. */
#define FILE_SIZE_MAX 0x40000u
/* smb.conf and all that it includes. */
#define SAMBA_FILES_MAX 8

/* One look at the host. */
struct look
{
    struct utf16_name root; /* stands before each path; empty for the host's own root */
    unsigned samba_files;   /* read so far */
    uint32_t status;        /* not 0: there was no memory for a file */
};

/* ---- Files ----------------------------------------------------------------------------------- */

static bool host_path(const struct look *look, const char *path, struct utf16_name *full)
{
    *full = look->root;
    return utf16_name_append_ascii(full, path);
}

/* The caller releases *data. */
static bool read_file(struct look *look, const struct utf16_name *path, uint8_t **data,
                      size_t *size)
{
    const uint32_t status = platform_read_file(path, FILE_SIZE_MAX, data, size);

    if (status == ERROR_NOT_ENOUGH_MEMORY)
    {
        look->status = status;
    }
    return !status;
}

/* A name in a file: false where the file is not there, or has none. */
static bool read_name(struct look *look, const char *path,
                      bool (*parse)(struct bytes file, struct utf16_name *name),
                      struct utf16_name *name)
{
    struct utf16_name full;
    uint8_t *data = NULL;
    size_t size = 0;
    bool found = false;

    if (host_path(look, path, &full) && read_file(look, &full, &data, &size))
    {
        found = parse((struct bytes){ data, size }, name);
        free(data);
    }
    return found;
}

/* ---- Who says what --------------------------------------------------------------------------- */

/* The custom is that the flat name is the first label of the DNS name. */
static void flat_name_from_dns(struct membership *membership)
{
    const struct utf16_slice dns_name = utf16_from_name(&membership->dns_name);
    size_t length = utf16_find(dns_name, '.');

    length = length < FLAT_NAME_LENGTH_MAX ? length : FLAT_NAME_LENGTH_MAX;
    utf16_name_set(&membership->flat_name, utf16_part(dns_name, 0, length));
    make_flat_name(&membership->flat_name);
}

static bool is_member(struct membership *membership, enum membership_source source)
{
    if (!membership->flat_name.length)
    {
        flat_name_from_dns(membership);
    }
    membership->is_member = membership->flat_name.length != 0;
    membership->source = membership->is_member ? source : MEMBERSHIP_NOBODY;
    return membership->is_member;
}

/* NAME, DNS.NAME or NAME/DNS.NAME. */
static bool read_domain(struct utf16_slice text, struct membership *membership)
{
    const size_t slash = utf16_find(text, '/');
    const struct utf16_slice flat_name = utf16_part(text, 0, slash);
    const struct utf16_slice dns_name =
        slash < text.length ? utf16_part(text, slash + 1, text.length) : text;
    bool is_fine = true;

    if (slash < text.length || utf16_find(text, '.') < text.length)
    {
        is_fine =
            utf16_name_set(&membership->dns_name, dns_name) && make_dns_name(&membership->dns_name);
    }
    if (is_fine && (slash < text.length || !membership->dns_name.length))
    {
        is_fine = utf16_name_set(&membership->flat_name, flat_name) &&
                  make_flat_name(&membership->flat_name);
    }
    if (!is_fine || !is_member(membership, MEMBERSHIP_SETTING))
    {
        *membership = (struct membership){ .source = MEMBERSHIP_NOBODY };
        return false;
    }
    return true;
}

static bool read_setting(const struct membership_settings *settings, struct membership *membership)
{
    const struct utf16_slice text = utf16_from_name(&settings->domain_membership);

    if (!text.length || utf16_equal_ascii(text, "auto"))
    {
        return false;
    }
    if (utf16_equal_ascii(text, "workgroup"))
    {
        membership->source = MEMBERSHIP_SETTING;
        return true;
    }
    return read_domain(text, membership);
}

static void read_samba_file(const struct utf16_name *path,
                            struct samba_configuration *configuration, struct look *look);

/* Paths with macros, and `registry`, are nothing that anybody but Samba can read. */
static void include_samba_file(struct bytes path, struct samba_configuration *configuration,
                               void *context)
{
    struct look *look = context;
    struct utf16_name name;
    struct utf16_name full = look->root;

    if (ini_name(path, &name) && name.units[0] == '/' &&
        utf16_name_append(&full, utf16_from_name(&name)))
    {
        read_samba_file(&full, configuration, look);
    }
}

static void read_samba_file(const struct utf16_name *path,
                            struct samba_configuration *configuration, struct look *look)
{
    uint8_t *data = NULL;
    size_t size = 0;

    if (look->samba_files < SAMBA_FILES_MAX && read_file(look, path, &data, &size))
    {
        look->samba_files++;
        samba_configuration_read((struct bytes){ data, size }, configuration, include_samba_file,
                                 look);
        free(data);
    }
}

static bool read_samba(struct look *look, struct membership *membership)
{
    struct samba_configuration samba = { .role = SAMBA_ROLE_AUTO };
    struct utf16_name path;

    if (host_path(look, SAMBA_FILE, &path))
    {
        read_samba_file(&path, &samba, look);
    }
    membership->flat_name = samba.workgroup;
    if (samba.role == SAMBA_ROLE_STANDALONE ||
        (samba.role == SAMBA_ROLE_AUTO && samba.security < SAMBA_SECURITY_DOMAIN))
    {
        return false;
    }
    membership->is_controller = samba.role == SAMBA_ROLE_CONTROLLER;
    if (samba.security != SAMBA_SECURITY_DOMAIN)
    {
        membership->dns_name = samba.realm;
    }
    /* Samba's own default. */
    if (!samba.workgroup.length && !samba.realm.length)
    {
        membership->flat_name = utf16_name_from_ascii("WORKGROUP");
    }
    return is_member(membership, MEMBERSHIP_SAMBA);
}

/* What Samba's file calls the workgroup is not the name of another program's domain. */
static bool is_member_by_dns(const struct utf16_name *dns_name, enum membership_source source,
                             struct membership *membership)
{
    *membership = (struct membership){ .dns_name = *dns_name };
    return is_member(membership, source);
}

static bool read_sssd(struct look *look, struct membership *membership)
{
    struct utf16_name domain;

    return read_name(look, SSSD_FILE, sssd_domain_read, &domain) &&
           is_member_by_dns(&domain, MEMBERSHIP_SSSD, membership);
}

/* ---- What SSSD keeps for Kerberos ------------------------------------------------------------- */

struct realm_search
{
    struct utf16_name preferred; /* empty: none is */
    struct utf16_name realm;     /* the one found last */
    unsigned count;
    bool is_preferred_there;
};

static bool visit_kdcinfo(const struct utf16_name *name, void *context)
{
    const struct utf16_name prefix = utf16_name_from_ascii(KDCINFO_PREFIX);
    const struct utf16_slice text = utf16_from_name(name);
    struct realm_search *search = context;
    struct utf16_name realm;

    if (utf16_begins_with(text, utf16_from_name(&prefix)) &&
        utf16_name_set(&realm, utf16_part(text, prefix.length, text.length)) &&
        make_dns_name(&realm))
    {
        search->realm = realm;
        search->count++;
        search->is_preferred_there =
            utf16_equal(utf16_from_name(&realm), utf16_from_name(&search->preferred));
    }
    return !search->is_preferred_there;
}

static bool read_kerberos(struct look *look, struct membership *membership)
{
    struct realm_search search = { .count = 0 };
    struct utf16_name path;

    if (!host_path(look, KEYTAB_FILE, &path) || !platform_file_exists(&path) ||
        !host_path(look, SSSD_FOLDER, &path))
    {
        return false;
    }
    read_name(look, KERBEROS_FILE, default_realm_read, &search.preferred);
    platform_list_folder(&path, visit_kdcinfo, &search);
    return (search.is_preferred_there || search.count == 1) &&
           is_member_by_dns(&search.realm, MEMBERSHIP_KERBEROS, membership);
}

/* ---- The answer ------------------------------------------------------------------------------ */

uint32_t membership_read(struct membership *membership)
{
    struct membership_settings settings;
    struct look look = { .samba_files = 0 };
    const uint32_t status = membership_settings_read(&settings);

    *membership = (struct membership){ .source = MEMBERSHIP_NOBODY };
    if (status)
    {
        return status;
    }
    if (read_setting(&settings, membership))
    {
        return ERROR_SUCCESS;
    }
    look.root = settings.membership_root;
    if (look.root.length && look.root.units[look.root.length - 1] == '/')
    {
        look.root.units[--look.root.length] = 0;
    }
    if (!read_samba(&look, membership) && !read_sssd(&look, membership))
    {
        read_kerberos(&look, membership);
    }
    if (look.status)
    {
        *membership = (struct membership){ .source = MEMBERSHIP_NOBODY };
    }
    return look.status;
}
