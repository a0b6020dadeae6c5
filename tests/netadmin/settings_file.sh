# The file that the native netadmin keeps its settings in. Read by tests/netadmin/settings.sh, and leaves
# no value behind.
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck shell=bash disable=SC2154

# Succeeded and wrote a line that is this, or ends with it.
printed_line()
{
    printed && grep -qxF -e "$1" "$work/out"
}
printed_line_ends()
{
    printed && awk -v "end=$1" 'substr($0, length - length(end) + 1) == end { found = 1 }
        END { exit !found }' "$work/out"
}

settings_file=$XDG_CONFIG_HOME/netapi32/netapi32.conf

cat > "$settings_file" << 'END'
# What somebody wrote himself stays as it is.
[global]
  calltimeout=7000

; and so does this
[SERVER Na-Test1]
Port = 4451
END
netadmin config na-test1 /address:192.0.2.1
check "config_reads_what_somebody_wrote" printed na-test1 192.0.2.1 4451
netadmin config
check "config_reads_names_in_any_case" printed 'CallTimeout: 7000 ms'
keeps_what_was_written()
{
    grep -qx '# What somebody wrote himself stays as it is.' "$settings_file" &&
        grep -qx '; and so does this' "$settings_file" &&
        grep -qx 'Address = 192.0.2.1' "$settings_file"
}
check "config_keeps_comments" keeps_what_was_written

# Nobody makes a folder there.
XDG_CONFIG_HOME=/sys netadmin config /call-timeout:5
check "config_where_nothing_can_be_written" error \
    '(5, ERROR_ACCESS_DENIED) Hint: that is about what is kept on this computer.'
printf 'x\n' > "$work/password"
XDG_CONFIG_HOME=/sys netadmin login sample /user:a /password-stdin < "$work/password"
check "login_where_nothing_can_be_written" error \
    '(5, ERROR_ACCESS_DENIED) Hint: that is about what is kept on this computer.'

for line in 'Adress = x' nonsense
do
    printf '[global]\n%s\n' "$line" > "$settings_file"
    netadmin config
    check "config_says_where_the_file_is_wrong_at_'$line'" error "$settings_file, line 2"
done
printf '[global]\nCallTimeout = many\nConnectTimeout = 0\nLocalSource = nobody\n' > "$settings_file"
netadmin config
check "config_shows_what_counts" printed "CallTimeout: 30000 ms (instead of 'many')" \
    "ConnectTimeout: 10000 ms (instead of '0')" "LocalSource: auto (instead of 'nobody')"
rm "$settings_file"

# ---- A file with a password, which the registry has not -------------------------------------------

netadmin config '/credentials-file:my secret'
check "config_sets_the_credentials_file_of_all" printed 'CredentialsFile: my secret'
check "config_writes_the_credentials_file_of_all" kept_is '' CredentialsFile 'my secret'
netadmin config na-test1 /port:4450
check "config_of_a_server_shows_the_credentials_file_of_all" printed ' my secret (global)'
netadmin config na-test1 --credentials-file /srv/own
check "config_sets_the_credentials_file_of_a_server" printed_line_ends ' /srv/own'
check "config_writes_the_credentials_file_of_a_server" kept_is na-test1 CredentialsFile /srv/own
netadmin config na-test1 /credentials-file:
check "config_says_that_a_server_has_no_credentials_file" printed_line_ends '  none'
netadmin config na-test1 /unset:credentials-file
check "config_forgets_the_credentials_file_of_a_server" printed_line_ends ' my secret (global)'
netadmin config /unset:credentials-file
check "config_forgets_the_credentials_file_of_all" printed_line 'CredentialsFile: none (default)'
netadmin config na-test1 "/credentials-file:$(printf 'a%.0s' {1..257})"
check "config_credentials_file_that_would_not_be_read" usage_error "longer than 256"
netadmin config na-test1 /remove
rm "$settings_file"
