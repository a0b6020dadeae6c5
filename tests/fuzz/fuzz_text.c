/*
 * Fuzz target: whatever takes a text of a caller, a user or a file: names, addresses, SIDs.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The input: a byte that says which, then text in UTF-16 (or bytes). What is written is read as the same;
 * what is canonical is its own canonical form.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "auth/credentials.h"
#include "base/ip_address.h"
#include "base/sid.h"
#include "base/status.h"
#include "dns/dns_client.h"
#include "dns/dns_name.h"
#include "families/dfs/dfs_path.h"
#include "families/directory/subnet_name.h"
#include "families/file/file_security.h"
#include "families/names/name_rules.h"
#include "families/names/validate_name.h"
#include "membership/host_files.h"
#include "platform/posix.h"
#include "remote/settings.h"
#include "remote/target.h"
#include "support/fixed_platform.h"
#include "support/fuzz_input.h"

#define UTF8_MAX    4096
#define NAME_TYPES  16
#define SETTING_MAX 200

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds)
    {
        abort();
    }
}

static bool equal(struct utf16_slice a, struct utf16_slice b)
{
    return !utf16_compare(a, b);
}

static void check_address(struct utf16_slice text)
{
    struct ip_address address;
    struct ip_address again;
    char written[IP_ADDRESS_TEXT_SIZE];
    struct utf16_name name;

    if (ip_address_parse(text, &address))
    {
        ip_address_format(&address, written);
        require(strlen(written) < sizeof(written) && utf16_name_from_utf8(&name, written));
        require(ip_address_parse(utf16_from_name(&name), &again) &&
                !memcmp(&address, &again, sizeof(again)));
        (void)ip_address_is_ipv4(&address);
        (void)ip_address_is_loopback(&address);
    }
}

static void check_target(struct utf16_slice text)
{
    struct target target;
    struct target again;
    const uint32_t status = target_parse(text, &target);

    require(status == ERROR_SUCCESS || status == ERROR_INVALID_NAME);
    (void)target_result(status, text);
    if (!status)
    {
        require(target.name.length && target.name.units[0] != '\\');
        require(!target_parse(utf16_from_name(&target.name), &again));
        require(again.is_this_computer == target.is_this_computer);
        require(!text.length || equal(utf16_from_name(&again.name), utf16_from_name(&target.name)));
    }
}

static void check_credentials(struct utf16_slice text)
{
    const size_t half = text.length / 2;
    struct credentials credentials;

    if (!credentials_set(&credentials, utf16_part(text, 0, half),
                         utf16_part(text, half, text.length)))
    {
        require(credentials.kind != CREDENTIALS_PASSWORD || credentials.user.length);
        require(!half == (credentials.kind == CREDENTIALS_ANONYMOUS));
    }
    else
    {
        require(!credentials.password.length && !credentials.user.length);
    }
    credentials_wipe(&credentials);
}

static void check_name_rules(uint8_t type, struct utf16_slice text)
{
    const uint32_t which = type % NAME_TYPES;
    struct canonical_name canonical;
    struct canonical_name again;
    const uint32_t status = name_canonicalize(text, which, 0, type + 1u, &canonical);

    if (!status)
    {
        const struct utf16_slice name = { canonical.units, canonical.length };

        require(canonical.length <= type && !canonical.units[canonical.length]);
        require(!name_canonicalize(name, which, 0, type + 1u, &again));
        require(equal(name, (struct utf16_slice){ again.units, again.length }));
        require(!name_validate(name, which, 0) && !name_compare(name, name, which, 0));
    }
    else
    {
        require(!canonical.length && !canonical.units[0]);
    }
    (void)name_is_permitted(text, "\\/:*?");
    (void)name_is_dots_and_blanks(text);
}

static void check_setup_name(uint8_t type, struct utf16_slice text)
{
    const struct setup_names names = { .computer = { u"FIXED", 5 }, .domain = { u"BED", 3 } };

    (void)validate_name_here(text, type % 7u, &names);
    (void)validate_name_here(text, type % 7u, &(struct setup_names){ .computer = { u"FIXED", 5 } });
}

static void check_dns_name(struct utf16_slice text)
{
    struct writer written = { 0 };
    struct reader reader;
    char name[DNS_NAME_SIZE];
    char again[DNS_NAME_SIZE];
    struct dns_servers servers;

    if (dns_name_from_utf16(name, text) && dns_name_write(&written, name))
    {
        reader = reader_over(written.data, written.size);
        require(dns_name_read(&reader, again) && reader_left(&reader) == 0);
        require(strlen(again) < DNS_NAME_SIZE);
    }
    writer_free(&written);
    dns_servers_find(text, &servers);
    require(servers.count <= DNS_SERVERS_MAX);
}

static void check_paths(struct utf16_slice text)
{
    struct dfs_path path;
    struct file_name file;

    for (int extent = DFS_PATH_SERVER; extent <= DFS_PATH_LINK; extent++)
    {
        const uint32_t status = dfs_path_parse(text, (enum dfs_path_extent)extent, &path);

        if (!status)
        {
            require(path.server.length && (extent == DFS_PATH_SERVER || path.root.length));
            require(extent != DFS_PATH_LINK || path.link.length);
            require(utf16_unit(path.text, 0) == '\\' && utf16_unit(path.text, 1) == '\\');
        }
        dfs_path_free(&path);
    }
    if (file_name_parse(text, &file))
    {
        require(file.server.length && file.share.length && file.path.length);
    }
    (void)subnet_name_is_valid(text);
}

/* What has no odd surrogates comes back as it was. */
static void check_utf8(struct utf16_slice text)
{
    char utf8[UTF8_MAX];
    char second[UTF8_MAX];
    struct utf16_name name;
    struct utf16_name again;

    if (!utf16_to_utf8(text, utf8, sizeof(utf8)) || !utf16_name_from_utf8(&name, utf8))
    {
        return;
    }
    require(utf16_to_utf8(utf16_from_name(&name), second, sizeof(second)) && !strcmp(utf8, second));
    require(utf16_name_from_utf8(&again, second) &&
            equal(utf16_from_name(&again), utf16_from_name(&name)));
}

static void check_utf8_bytes(struct fuzz_input *input)
{
    const size_t size = reader_left(&input->bytes);
    char *bytes = fuzz_block(input, size + 1);
    char utf8[UTF8_MAX];
    struct utf16_name name;

    if (size)
    {
        memcpy(bytes, input->bytes.data + input->bytes.offset, size);
    }
    if (utf16_name_from_utf8(&name, bytes))
    {
        require(name.length <= NAME_LENGTH_MAX && !name.units[name.length]);
        require(utf16_to_utf8(utf16_from_name(&name), utf8, sizeof(utf8)));
    }
}

/* A caller's SID is as long as it says, however much there is of it. */
static void check_sid(struct fuzz_input *input)
{
    const size_t size = reader_left(&input->bytes);
    uint8_t *sid = fuzz_block(input, size);
    const struct bytes bytes = { sid, size };
    struct utf16_name text;
    struct sid domain;
    struct sid joined;
    uint32_t relative_id = 0;

    if (size)
    {
        memcpy(sid, input->bytes.data + input->bytes.offset, size);
    }
    if (!sid_is_valid(bytes))
    {
        return;
    }
    require(sid_of_caller(sid).size == size);
    sid_to_text(bytes, &text);
    require(text.length > 3 && text.units[0] == 'S');
    (void)sid_equal(bytes, sid_built_in_domain());
    (void)sid_split(bytes, &domain);
    (void)sid_join(bytes, 7, &joined);
    if (sid_rid(bytes) && sid_can_be_domain(sid_split(bytes, &domain)))
    {
        const struct bytes whole = sid_join(sid_split(bytes, &domain), sid_rid(bytes), &joined);

        require(sid_equal(whole, bytes));
        require(sid_is_in_domain(bytes, sid_split(bytes, &domain), &relative_id) &&
                relative_id == sid_rid(bytes));
    }
}

/* Whatever a setting is set to, what is read is within its limits. */
static void check_settings(uint8_t which, struct utf16_slice text)
{
    static const char *const names[] = { "ConnectTimeout", "CallTimeout", "LocalSource",
                                         "AllowGuest",     "NameServers", "LdapPort",
                                         "Address",        "Port",        "Encryption",
                                         "LoginsFile" };
    const bool is_here = which & 0x80;
    struct target target = { .is_this_computer = is_here };
    struct local_settings local;
    struct settings settings;
    char value[SETTING_MAX];

    if (!utf16_to_utf8(text, value, sizeof(value)))
    {
        return;
    }
    target.name = utf16_name_from_ascii(is_here ? "FIXED" : "server");
    posix_config_clear();
    posix_config_set(which & 0x40 ? (is_here ? "localhost" : "server") : NULL,
                     names[which % (sizeof(names) / sizeof(names[0]))], value);
    settings_read(&target, &settings);
    local_settings_read(&local);
    require(settings.connect_timeout && settings.call_timeout);
    require(settings.port && settings.ldap_port && settings.address.length);
    require(local.source <= LOCAL_SOURCE_LOGINS);
    posix_config_clear();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz_input input = fuzz_input_over(data, size);
    const uint8_t which = fuzz_u8(&input);
    const uint8_t type = fuzz_u8(&input);
    struct utf16_slice text = { .units = NULL };
    size_t length = 0;

    fixed_platform_reset(1);
    if (input.bytes.failed)
    {
        return 0;
    }
    length = reader_left(&input.bytes) / sizeof(uint16_t);
    if (length)
    {
        text = (struct utf16_slice){ input.bytes.data + input.bytes.offset, length };
    }
    switch (which % 11)
    {
    case 0: check_address(text); break;
    case 1: check_target(text); break;
    case 2: check_credentials(text); break;
    case 3: check_name_rules(type, text); break;
    case 4: check_setup_name(type, text); break;
    case 5: check_dns_name(text); break;
    case 6: check_paths(text); break;
    case 7: check_utf8(text); break;
    case 8: check_utf8_bytes(&input); break;
    case 9: check_settings(type, text); break;
    default: check_sid(&input); break;
    }
    fuzz_input_free(&input);
    return 0;
}
