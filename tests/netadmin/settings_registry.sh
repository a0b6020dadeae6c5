# Values in the registry that netadmin would not write. Read by tests/netadmin/settings.sh, and leaves no
# value behind.
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck shell=bash disable=SC2154,SC1003

set_value()
{
    "$wine" reg add "HKCU\\Software\\Wine\\Netapi32$1" /v "$2" /t "$3" /d "$4" /f > /dev/null 2>&1
}

lacks()
{
    printed && ! grep -qF -e "$1" "$work/out"
}

# What somebody wrote that netapi32 does not take.
set_value '' ConnectTimeout REG_DWORD 0
set_value '' CallTimeout REG_SZ 5000
set_value '' LocalSource REG_SZ nobody
set_value '' LoginsFile REG_SZ ''
set_value '' AllowGuest REG_DWORD 2
set_value '' NameServers REG_DWORD 1
set_value '' LdapPort REG_DWORD 65536
set_value '\Servers\localhost' Port REG_DWORD 65536
set_value '\Servers\localhost' Encryption REG_SZ on
netadmin config
check "config_shows_what_counts" printed_exactly << 'END'
ConnectTimeout: 10000 ms (instead of '0')
CallTimeout: 30000 ms (instead of '5000')
LocalSource: auto (instead of 'nobody')
LoginsFile: /var/run/utmp (default)
DomainMembership: auto (default)
MembershipRoot: / (default)
AllowGuest: 0 (instead of '2')
NameServers: the system's (instead of '1')
LdapPort: 389 (instead of '65536')

Server     Address                                  Port  Encryption
localhost  127.0.0.1 (default)  445 (instead of '65536')  required (instead of 'on')
END
netadmin config localhost /remove

# Bytes are no text, even if they look like one.
set_value '' LoginsFile REG_BINARY 2f00740000
set_value '' CallTimeout REG_BINARY 61006200
netadmin config
check "config_shows_no_bytes" printed 'CallTimeout: 30000 ms (default)' \
    'LoginsFile: /var/run/utmp (default)'

for value in ConnectTimeout CallTimeout LocalSource LoginsFile AllowGuest NameServers LdapPort
do
    forget_kept "$value"
done

# What only a file of settings has.
for option in /credentials-file:secret /unset:credentials-file
do
    netadmin config na-test1 "$option"
    check "config_$option" usage_error "'credentials-file' is for netadmin without Wine"
done
netadmin config
check "config_shows_no_credentials_file" lacks CredentialsFile
