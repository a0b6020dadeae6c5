/*
 * The settings, one row each: what netapi32.dll reads from the registry, and netadmin shows and
 * writes. Rows of all servers lie below NETAPI32_SETTINGS_KEY of HKEY_CURRENT_USER, those of a
 * server in its key below NETAPI32_SERVERS_KEY.
 *
 * To add one: a row here, the field that takes its value in dlls/netapi32/remote/settings.h, and
 * what README.md and the manual pages say of it (tests/unit/test_settings_documents.c looks).
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_SETTINGS_H
#define NETAPI32_SETTINGS_H

#include <stdint.h>

#define NETAPI32_SETTINGS_KEY "Software\\Wine\\Netapi32"
#define NETAPI32_SERVERS_KEY  NETAPI32_SETTINGS_KEY "\\Servers"
/* Groups of servers, which programs read and netapi32.dll does not: a key for each, with the names of
 * its servers, and blanks between them, in one value. */
#define NETAPI32_GROUPS_KEY    NETAPI32_SETTINGS_KEY "\\Groups"
#define NETAPI32_GROUP_SERVERS "Servers"

/* The name whose values are this computer's, and where this computer is found without any. */
#define NETAPI32_THIS_COMPUTER         "localhost"
#define NETAPI32_THIS_COMPUTER_ADDRESS "127.0.0.1"

/* The default of a text that is the server's own name. */
#define NETAPI32_SETTING_SERVER_NAME "NAME"

/* The values of choices, in the order of what their fields hold: 0, 1, ... */
#define NETAPI32_LOCAL_SOURCES(VALUE) VALUE("auto") VALUE("server") VALUE("logins")
#define NETAPI32_ENCRYPTIONS(VALUE)   VALUE("auto") VALUE("required")

/* The table, in the order in which netadmin shows it. Whoever includes it says what becomes of a
 * row of each kind:
 *
 *   NUMBER(scope, field, name, option, operand, unit, preset, minimum, maximum, meaning)
 *   CHOICE(scope, field, name, option, operand, values, preset, otherwise, meaning)
 *   TEXT(scope, field, name, option, operand, preset, meaning)
 *
 * scope      SERVER: a server's, in struct settings; GLOBAL: one for all servers, in there, too;
 *            LOCAL: one for this computer, in struct local_settings; MEMBERSHIP: one for this computer,
 *            in struct membership_settings
 * field      the member that takes the value
 * name       of the registry value: REG_DWORD for numbers, REG_SZ for the others
 * option     of netadmin config
 * operand    what help calls the option's value
 * unit       what stands behind a number, with the blank before it
 * preset     the default. A text's is in words; the DLL finds out what they mean
 * minimum, maximum
 *            a number outside counts as not set, as does a value of another type or an empty text
 * values     one of the lists above
 * otherwise  what counts where the text is none of the values
 * meaning    for help
 */
#define NETAPI32_SETTINGS(NUMBER, CHOICE, TEXT)                                                    \
    NUMBER(GLOBAL, connect_timeout, "ConnectTimeout", "connect-timeout", "MS", " ms", 10000, 1,    \
           UINT32_MAX, "how long name resolution and connecting may take")                         \
    NUMBER(GLOBAL, call_timeout, "CallTimeout", "call-timeout", "MS", " ms", 30000, 1, UINT32_MAX, \
           "how long a call may take, however often it asks the server")                           \
    CHOICE(LOCAL, source, "LocalSource", "local-source", "S", NETAPI32_LOCAL_SOURCES, "auto",      \
           "auto",                                                                                 \
           "who answers for this computer: its server, its network logins, or auto: the logins "   \
           "if no server runs")                                                                    \
    TEXT(LOCAL, logins_file, "LoginsFile", "logins-file", "PATH", "/var/run/utmp",                 \
         "where the logins are kept: an utmp file, or a folder of systemd's session files")        \
    TEXT(MEMBERSHIP, domain_membership, "DomainMembership", "domain-membership", "D", "auto",      \
         "the domain that this computer is in: NAME, DNS.NAME or NAME/DNS.NAME, workgroup: none, " \
         "auto: as the host's Samba or SSSD is")                                                   \
    TEXT(MEMBERSHIP, membership_root, "MembershipRoot", "membership-root", "PATH", "/",            \
         "the folder with the host's etc and var, for auto")                                       \
    NUMBER(GLOBAL, allow_guest, "AllowGuest", "allow-guest", "N", "", 0, 0, 1,                     \
           "1: accept a guest session, which nothing signs, where credentials were given")         \
    TEXT(GLOBAL, name_servers, "NameServers", "name-servers", "LIST", "the system's",              \
         "the name servers to ask for domain controllers: addresses, with a port where it is not " \
         "53")                                                                                     \
    NUMBER(GLOBAL, ldap_port, "LdapPort", "ldap-port", "N", "", 389, 1, UINT16_MAX,                \
           "the UDP port where domain controllers are pinged")                                     \
    TEXT(SERVER, address, "Address", "address", "HOST", NETAPI32_SETTING_SERVER_NAME,              \
         "where the server is")                                                                    \
    NUMBER(SERVER, port, "Port", "port", "N", "", 445, 1, UINT16_MAX, "its TCP port")              \
    /* A slip of the pen must not switch encryption off. */                                        \
    CHOICE(SERVER, require_encryption, "Encryption", "encryption", "E", NETAPI32_ENCRYPTIONS,      \
           "auto", "required", "required: refuse to work unencrypted")

#endif
