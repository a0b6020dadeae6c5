/*
 * Whether this computer is in a domain: files of hosts made by hand, as they are and as they could be.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "membership/membership.h"
#include "platform/posix.h"
#include "support/unit.h"
#include "support/utmp.h"

/* ---- The host -------------------------------------------------------------------------------- */

static char root[] = "/tmp/netapi32-host.XXXXXX";

/* Below the root. */
static void write_bytes(const char *name, const char *text, size_t size)
{
    char path[PATH_MAX];

    snprintf(path, sizeof(path), "%s/%s", root, name);
    write_file(path, text, size);
}

static void write_text(const char *name, const char *text)
{
    write_bytes(name, text, strlen(text));
}

static int set_up(void **state)
{
    char command[256];

    (void)state;
    strcpy(root + sizeof(root) - 7, "XXXXXX");
    assert_non_null(mkdtemp(root));
    snprintf(command, sizeof(command), "mkdir -p %s/etc/samba %s/etc/sssd %s/var/lib/sss/pubconf",
             root, root, root);
    posix_config_set(NULL, "MembershipRoot", root);
    return system(command);
}

static int tear_down(void **state)
{
    char command[sizeof(root) + 16];

    (void)state;
    posix_config_clear();
    snprintf(command, sizeof(command), "rm -rf %s", root);
    return system(command);
}

/* ---- What is found --------------------------------------------------------------------------- */

static void assert_name(const struct utf16_name *name, const char *expected)
{
    char text[NAME_LENGTH_MAX];

    assert_true(utf16_to_utf8(utf16_from_name(name), text, sizeof(text)));
    assert_string_equal(text, expected);
}

static void assert_member(enum membership_source source, const char *flat_name,
                          const char *dns_name)
{
    struct membership membership;

    membership_read(&membership);
    assert_true(membership.is_member);
    assert_int_equal(membership.source, source);
    assert_name(&membership.flat_name, flat_name);
    assert_name(&membership.dns_name, dns_name);
}

static void assert_workgroup(enum membership_source source, const char *name)
{
    struct membership membership;

    membership_read(&membership);
    assert_false(membership.is_member);
    assert_false(membership.is_controller);
    assert_int_equal(membership.source, source);
    assert_name(&membership.flat_name, name);
    assert_name(&membership.dns_name, "");
}

static void samba_is(const char *text, const char *flat_name, const char *dns_name)
{
    write_text("etc/samba/smb.conf", text);
    assert_member(MEMBERSHIP_SAMBA, flat_name, dns_name);
}

static void samba_is_not(const char *text, const char *workgroup)
{
    write_text("etc/samba/smb.conf", text);
    assert_workgroup(MEMBERSHIP_NOBODY, workgroup);
}

/* ---- Nothing --------------------------------------------------------------------------------- */

static void a_host_without_files_is_in_no_domain(void **state)
{
    (void)state;
    assert_workgroup(MEMBERSHIP_NOBODY, "");
    posix_config_set(NULL, "MembershipRoot", "/nowhere/at/all");
    assert_workgroup(MEMBERSHIP_NOBODY, "");
}

/* ---- The setting ----------------------------------------------------------------------------- */

static void the_setting_goes_before_the_host(void **state)
{
    (void)state;
    write_text("etc/samba/smb.conf", "[global]\nsecurity=ads\nrealm=HOST.TEST\nworkgroup=HOST\n");
    assert_member(MEMBERSHIP_SAMBA, "HOST", "host.test");
    posix_config_set(NULL, "DomainMembership", "Auto");
    assert_member(MEMBERSHIP_SAMBA, "HOST", "host.test");
    posix_config_set(NULL, "DomainMembership", "Workgroup");
    assert_workgroup(MEMBERSHIP_SETTING, "");
    posix_config_set(NULL, "DomainMembership", "example");
    assert_member(MEMBERSHIP_SETTING, "EXAMPLE", "");
    posix_config_set(NULL, "DomainMembership", "Ad.Example.Com");
    assert_member(MEMBERSHIP_SETTING, "AD", "ad.example.com");
    posix_config_set(NULL, "DomainMembership", "Example/ad.example.com.");
    assert_member(MEMBERSHIP_SETTING, "EXAMPLE", "ad.example.com");
    posix_config_set(NULL, "DomainMembership", "auto/workgroup");
    assert_member(MEMBERSHIP_SETTING, "AUTO", "workgroup");
}

static void a_setting_that_is_no_domain_counts_as_not_set(void **state)
{
    static const char *const values[] = { "A B",    "a..b",      "/example.com",
                                          "NAME/",  "*",         "THISNAMEISTOOLONG",
                                          ".a",     "a/b/c",     "EX/exa mple.com",
                                          "A\\B/c", "-_/a.\"b\"" };

    (void)state;
    write_text("etc/samba/smb.conf", "security=domain\nworkgroup=HOST\n");
    for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++)
    {
        posix_config_set(NULL, "DomainMembership", values[i]);
        assert_member(MEMBERSHIP_SAMBA, "HOST", "");
    }
}

/* ---- Samba ----------------------------------------------------------------------------------- */

static void a_samba_with_a_machine_account_is_a_member(void **state)
{
    (void)state;
    samba_is("[global]\n  Work Group = example\n  SECURITY = ADS\n  realm = AD.Example.Com\n",
             "EXAMPLE", "ad.example.com");
    samba_is("security = domain\nworkgroup = OLD\nrealm = OLD.TEST\n", "OLD", "");
    samba_is("[ Glo bal ]\r\nserver role = Member  Server\r\nworkgroup = EX\r\nrealm=EX.TEST\r\n",
             "EX", "ex.test");
    samba_is("[global]\nsecurity = ads\nrealm = AD.EXAMPLE.COM\n", "AD", "ad.example.com");
    samba_is("[global]\nsecurity = ads\n", "WORKGROUP", "");
    samba_is("[global]\nworkgroup = M\xC3\x9CLL\nsecurity = ads\n", "M\xC3\x9CLL", "");
}

static void a_samba_without_is_not(void **state)
{
    (void)state;
    samba_is_not("[global]\nworkgroup = home\nrealm = HOME.TEST\n", "HOME");
    samba_is_not("[global]\nworkgroup = home\nsecurity = user\n", "HOME");
    samba_is_not("[global]\nsecurity = ads\nserver role = standalone server\n", "");
    samba_is_not("[global]\nsecurity = nothing\nserver role = nobody\n", "");
    samba_is_not("[share]\nsecurity = ads\nworkgroup = SHARE\n", "");
    samba_is_not("[global]\n; security = ads\n# security = ads\n", "");
    samba_is_not("[global]\nveto files = /a/ \\\nsecurity = ads\n", "");
    samba_is_not("[global]\nsecurity\nads\n[security = ads\n", "");
}

static void a_domain_controller_is_a_member(void **state)
{
    struct membership membership;

    (void)state;
    samba_is("[global]\nserver role = active directory domain controller\nworkgroup = EX\n"
             "realm = EX.TEST\n",
             "EX", "ex.test");
    membership_read(&membership);
    assert_true(membership.is_controller);
}

static void the_latest_value_counts(void **state)
{
    (void)state;
    samba_is("security = user\nworkgroup = A\n[global]\nworkgroup = B\n[share]\nworkgroup = C\n"
             "[GLOBAL]\nsecurity = domain\n",
             "B", "");
}

static void samba_includes_files(void **state)
{
    (void)state;
    write_text("etc/samba/more.conf",
               "[global]\nsecurity = ads\ninclude = /etc/samba/realm.conf\n");
    write_text("etc/samba/realm.conf", "realm = EX.TEST\nworkgroup = REALM\n");
    samba_is("[global]\ninclude = /etc/samba/more.conf\nworkgroup = EX\n", "EX", "ex.test");
    samba_is_not("[share]\ninclude = /etc/samba/more.conf\n", "");
    samba_is_not("[global]\ninclude = registry\ninclude = more.conf\n"
                 "include = /etc/samba/%m.conf\ninclude =\n",
                 "");
}

static void samba_that_includes_itself_is_read_to_an_end(void **state)
{
    (void)state;
    samba_is("[global]\nsecurity = domain\nworkgroup = EX\ninclude = /etc/samba/smb.conf\n"
             "include = /etc/samba/smb.conf\n",
             "EX", "");
}

static void names_that_cannot_be_are_none(void **state)
{
    (void)state;
    samba_is("[global]\nsecurity = ads\nworkgroup = %$(GROUP)\nrealm = EX.TEST\n", "EX", "ex.test");
    samba_is("[global]\nsecurity = ads\nworkgroup = SIXTEENLETTERSXX\nrealm = a b\n", "WORKGROUP",
             "");
    samba_is("[global]\nsecurity = ads\nrealm = ALABELOFSIXTEENX.TEST\n", "ALABELOFSIXTEEN",
             "alabelofsixteenx.test");
    samba_is("[global]\nsecurity = ads\nworkgroup = \xFF\nrealm = \x01\n", "WORKGROUP", "");
}

static void a_file_too_large_is_not_read(void **state)
{
    static char text[0x40001];

    (void)state;
    memset(text, '\n', sizeof(text));
    memcpy(text, "security=domain", 15);
    write_bytes("etc/samba/smb.conf", text, sizeof(text));
    assert_workgroup(MEMBERSHIP_NOBODY, "");
    write_bytes("etc/samba/smb.conf", text, sizeof(text) - 1);
    assert_member(MEMBERSHIP_SAMBA, "WORKGROUP", "");
}

/* ---- SSSD ------------------------------------------------------------------------------------ */

static void sssd_is(const char *text, const char *flat_name, const char *dns_name)
{
    write_text("etc/sssd/sssd.conf", text);
    assert_member(MEMBERSHIP_SSSD, flat_name, dns_name);
}

static void sssd_is_not(const char *text)
{
    write_text("etc/sssd/sssd.conf", text);
    assert_workgroup(MEMBERSHIP_NOBODY, "");
}

/* The first is what realmd writes. */
static void a_joined_sssd_is_a_member(void **state)
{
    (void)state;
    sssd_is("\n[sssd]\ndomains = ad.example.com\nconfig_file_version = 2\nservices = nss, pam\n\n"
            "[domain/ad.example.com]\ndefault_shell = /bin/bash\nkrb5_realm = AD.EXAMPLE.COM\n"
            "id_provider = ad\nad_domain = ad.example.com\n",
            "AD", "ad.example.com");
    sssd_is("[sssd]\ndomains = files, two\n[domain/files]\nid_provider = files\n[domain/two]\n"
            "id_provider = ad\nad_domain = two.test\n",
            "TWO", "two.test");
    sssd_is("[sssd]\ndomains = ipa.test\n[domain/ipa.test]\nid_provider = ipa\n", "IPA",
            "ipa.test");
}

static void another_sssd_is_not(void **state)
{
    (void)state;
    sssd_is_not("[sssd]\ndomains = x.test\n[domain/x.test]\nid_provider = ldap\n");
    sssd_is_not("[sssd]\ndomains =\n[domain/x.test]\nid_provider = ad\n");
    sssd_is_not("[sssd]\ndomains = other\n[domain/x.test]\nid_provider = ad\n");
    sssd_is_not("[sssd]\ndomains = ,,,\n[domain/]\nid_provider = ad\n");
    sssd_is_not("[domain/x.test]\nid_provider = ad\n");
}

static void sambas_workgroup_is_not_sssds_domain(void **state)
{
    (void)state;
    write_text("etc/samba/smb.conf", "[global]\nworkgroup = HOME\n");
    sssd_is("[sssd]\ndomains = x.test\n[domain/x.test]\nid_provider = ad\n", "X", "x.test");
}

/* ---- What SSSD keeps for Kerberos ------------------------------------------------------------- */

static void a_realm_served_with_a_key_is_a_domain(void **state)
{
    (void)state;
    write_text("var/lib/sss/pubconf/kdcinfo.AD.EXAMPLE.COM", "192.0.2.1");
    write_text("var/lib/sss/pubconf/kpasswdinfo.OTHER.COM", "192.0.2.1");
    assert_workgroup(MEMBERSHIP_NOBODY, "");
    write_text("etc/krb5.keytab", "\x05\x02");
    assert_member(MEMBERSHIP_KERBEROS, "AD", "ad.example.com");
}

static void of_several_realms_the_default_one_counts(void **state)
{
    (void)state;
    write_text("etc/krb5.keytab", "\x05\x02");
    write_text("var/lib/sss/pubconf/kdcinfo.ONE.TEST", "192.0.2.1");
    write_text("var/lib/sss/pubconf/kdcinfo.TWO.TEST", "192.0.2.2");
    write_text("var/lib/sss/pubconf/kdcinfo.", "");
    assert_workgroup(MEMBERSHIP_NOBODY, "");
    write_text("etc/krb5.conf", "[libdefaults]\n\tdefault_realm = THREE.TEST\n");
    assert_workgroup(MEMBERSHIP_NOBODY, "");
    write_text("etc/krb5.conf", "[logging]\n[libdefaults]\n\tdefault_realm = ONE.TEST\n");
    assert_member(MEMBERSHIP_KERBEROS, "ONE", "one.test");
}

static void a_realm_and_a_key_alone_are_no_domain(void **state)
{
    (void)state;
    write_text("etc/krb5.keytab", "\x05\x02");
    write_text("etc/krb5.conf", "[libdefaults]\ndefault_realm = NFS.TEST\n");
    assert_workgroup(MEMBERSHIP_NOBODY, "");
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_host_without_files_is_in_no_domain),
        TEST(the_setting_goes_before_the_host),
        TEST(a_setting_that_is_no_domain_counts_as_not_set),
        TEST(a_samba_with_a_machine_account_is_a_member),
        TEST(a_samba_without_is_not),
        TEST(a_domain_controller_is_a_member),
        TEST(the_latest_value_counts),
        TEST(samba_includes_files),
        TEST(samba_that_includes_itself_is_read_to_an_end),
        TEST(names_that_cannot_be_are_none),
        TEST(a_file_too_large_is_not_read),
        TEST(a_joined_sssd_is_a_member),
        TEST(another_sssd_is_not),
        TEST(sambas_workgroup_is_not_sssds_domain),
        TEST(a_realm_served_with_a_key_is_a_domain),
        TEST(of_several_realms_the_default_one_counts),
        TEST(a_realm_and_a_key_alone_are_no_domain),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
