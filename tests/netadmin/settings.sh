# What is kept: the settings and the passwords. Read by tests/netadmin/run.
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck shell=bash disable=SC2154,SC1003

netadmin config //na-test1 /address:127.0.0.1 --port=4450
check "config_shows_what_it_wrote" printed na-test1 127.0.0.1 4450
check "config_writes_the_address" kept_is 'na-test1' Address 127.0.0.1
check "config_writes_the_port" kept_is 'na-test1' Port 4450
netadmin config na-test1 --encryption REQUIRED
check "config_keeps_the_other_values" printed 127.0.0.1 4450 required
check "config_writes_the_encryption" kept_is 'na-test1' Encryption required
netadmin config 'na-tést2' /address:fe80::1
check "config_takes_ipv6_and_unicode" printed 'na-tést2' fe80::1
netadmin config na-test1
check "config_shows_one_server" printed_exactly << END
Server    Address    Port  Encryption${native:+  CredentialsFile}
na-test1  127.0.0.1  4450  required${native:+    none (default)}

ConnectTimeout: 10000 ms (default)
CallTimeout: 30000 ms (default)
AllowGuest: 0 (default)
NameServers: the system's (default)
LdapPort: 389 (default)
END
netadmin config /connect-timeout:5000 /call-timeout:60000
check "config_sets_timeouts" printed 'ConnectTimeout: 5000 ms' 'CallTimeout: 60000 ms'
check "config_writes_the_connect_timeout" kept_is '' ConnectTimeout 5000
check "config_writes_the_call_timeout" kept_is '' CallTimeout 60000
netadmin config /local-source:LOGINS --logins-file /var/log/wtmp
check "config_sets_who_answers_for_this_computer" printed 'LocalSource: logins' \
    'LoginsFile: /var/log/wtmp' 'CallTimeout: 60000 ms'
check "config_writes_the_local_source" kept_is '' LocalSource logins
check "config_writes_the_logins_file" kept_is '' LoginsFile /var/log/wtmp
netadmin config
check "config_shows_all" printed ConnectTimeout na-test1 'na-tést2'
netadmin config na-test1 /remove
check "config_removes" printed na-test1
netadmin config na-test1
check "config_of_unknown_server" error '(2, ERROR_FILE_NOT_FOUND)'
netadmin config na-test1 /remove
check "config_removes_only_once" error '(2, ERROR_FILE_NOT_FOUND)'
netadmin config
check "config_remove_leaves_the_others" printed 'na-tést2'
netadmin config 'na-tést2' /remove

netadmin config /allow-guest:1 /name-servers:192.0.2.1:5353 /ldap-port:3890
check "config_allows_guests" printed_exactly << END
ConnectTimeout: 5000 ms
CallTimeout: 60000 ms
LocalSource: logins
LoginsFile: /var/log/wtmp
DomainMembership: auto (default)
MembershipRoot: / (default)
AllowGuest: 1
NameServers: 192.0.2.1:5353
LdapPort: 3890
${native:+CredentialsFile: none (default)
}No server is configured.
END
check "config_writes_allow_guest" kept_is '' AllowGuest 1

if [[ -n ${native-} ]]
then
    # shellcheck source-path=SCRIPTDIR
    . "$here/settings_file.sh"
else
    # shellcheck source-path=SCRIPTDIR
    . "$here/settings_registry.sh"
fi
netadmin config
check "config_without_settings_shows_defaults" printed_exactly << END
ConnectTimeout: 10000 ms (default)
CallTimeout: 30000 ms (default)
LocalSource: auto (default)
LoginsFile: /var/run/utmp (default)
DomainMembership: auto (default)
MembershipRoot: / (default)
AllowGuest: 0 (default)
NameServers: the system's (default)
LdapPort: 389 (default)
${native:+CredentialsFile: none (default)
}No server is configured.
END
netadmin config na-test1 /port:4450
check "config_shows_the_defaults_of_a_server" printed_exactly << END
Server    Address             Port  Encryption${native:+      CredentialsFile}
na-test1  na-test1 (default)  4450  auto (default)${native:+  none (default)}

ConnectTimeout: 10000 ms (default)
CallTimeout: 30000 ms (default)
AllowGuest: 0 (default)
NameServers: the system's (default)
LdapPort: 389 (default)
END
netadmin config /call-timeout:60000
netadmin config na-test1
check "config_of_a_server_shows_what_is_set_for_all" printed 'CallTimeout: 60000 ms (global)' \
    'ConnectTimeout: 10000 ms (default)'
netadmin config /unset:call-timeout
check "config_forgets_a_setting" printed 'CallTimeout: 30000 ms (default)'
netadmin config /unset:call-timeout
check "config_forgets_what_is_set_alone" error '(2, ERROR_FILE_NOT_FOUND)'
netadmin config na-test1 /unset:PORT
check "config_forgets_a_setting_of_a_server" printed na-test1 '445 (default)'
netadmin config na-test1 /remove

netadmin config /port:445
check "config_port_without_server" usage_error "'SERVER' is missing"
netadmin config /remove
check "config_remove_without_server" usage_error "'SERVER' is missing"
netadmin config na-test1 /call-timeout:1
check "config_timeout_for_one_server" usage_error 'for all servers'
netadmin config na-test1 /local-source:auto
check "config_local_source_for_one_server" usage_error 'for all servers'
netadmin config /local-source:somebody
check "config_unknown_local_source" usage_error "'local-source' cannot be 'somebody'"
netadmin config na-test1 /remove /port:445
check "config_remove_and_set" usage_error "'remove'"
netadmin config na-test1 /remove /unset:port
check "config_remove_and_unset" usage_error "'remove'"
netadmin config na-test1 /unset:port /address:a
check "config_unset_and_set" usage_error "'unset' cannot be combined"
netadmin config /unset:port
check "config_unset_port_without_server" usage_error "'SERVER' is missing"
netadmin config na-test1 /unset:call-timeout
check "config_unset_timeout_for_one_server" usage_error 'for all servers'
netadmin config /unset:Servers
check "config_unset_what_there_is_not" usage_error "'unset' cannot be 'Servers'"
netadmin config na-test1 /allow-guest:1
check "config_allow_guest_for_one_server" usage_error "'allow-guest' is for all servers"
netadmin config /allow-guest:2
check "config_allow_guest_of_2" usage_error "'allow-guest' must be a number from 0 to 1"
netadmin config na-test1 "/address:$(printf 'a%.0s' {1..257})"
check "config_address_that_netapi32_would_not_read" usage_error "'address' is longer than 256"
for port in 0 65536 -1 ''
do
    netadmin config na-test1 "/port:$port"
    check "config_port_of_'$port'" usage_error "'port'"
done

netadmin logout vault
netadmin login vault '/user:DOMAIN\älice' /password-stdin <<< 'pä ss,€'
check "login" printed 'DOMAIN\älice' vault
netadmin sessions vault /format:csv
check "login_stores_user_and_password" printed 'DOMAIN\älice,"pä ss,€",'
printf 'second\r\n' | netadmin login //vault /user:bob@REALM /password-stdin
netadmin sessions vault /format:csv
check "login_replaces_and_strips_the_line_ending" printed 'bob@REALM,second,'
printf 'no line end ' > "$work/password"
netadmin login vault /user:bob /password-stdin < "$work/password"
netadmin sessions vault /format:csv
check "login_takes_the_password_as_it_is" printed 'bob,no line end ,'

netadmin login vault /user:eve /password-stdin < /dev/null
check "login_without_password" error ERROR_INVALID_DATA
netadmin login vault /user:eve /password-stdin <<< $'\xff\xfe'
check "login_with_password_that_is_no_utf8" error ERROR_INVALID_DATA
printf '%0256d\n' 0 > "$work/password"
netadmin login longest /user:eve /password-stdin < "$work/password"
check "login_with_256_characters" printed longest
netadmin logout longest
printf '%0257d\n' 0 > "$work/password"
netadmin login vault /user:eve /password-stdin < "$work/password"
check "login_with_257_characters" error ERROR_INVALID_DATA
netadmin sessions vault /format:csv
check "login_that_fails_changes_nothing" printed 'bob,'

netadmin login vault /user:bob < /dev/null
check "login_without_console" usage_error '/password-stdin'
netadmin login vault /password-stdin < /dev/null
check "login_without_user" usage_error "'user' is missing"
for user in 'DOMAIN\' '\bob' 'a\b\c' '@REALM' 'bob@'
do
    netadmin login vault "/user:$user" /password-stdin <<< secret
    check "login_of_user_$user" usage_error "is no user"
done

netadmin logout '\\vault'
check "logout" printed vault
netadmin sessions vault
check "logout_removes_the_password" error '(1168, ERROR_NOT_FOUND)'
netadmin logout vault
check "logout_without_login" error '(1168, ERROR_NOT_FOUND)'
