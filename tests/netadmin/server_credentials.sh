# Whose credentials the native netadmin calls with. Read by tests/netadmin/server.
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck shell=bash disable=SC2154

run_program config //samba-file /address:127.0.0.1 "/port:$BED_PORT" >/dev/null
printf 'username = %s\npassword = %s\n' "$BED_ADMIN_USER" "$BED_ADMIN_PASSWORD" >"$work/credentials"
chmod 644 "$work/credentials"
netadmin files //samba-file "/credentials:$work/credentials"
check "credentials_that_others_can_read" error "$work/credentials: others have access to this password"
chmod 600 "$work/credentials"
netadmin files //samba-file "/credentials:$work/credentials"
check "credentials_of_a_file" has ' bob +2  read, write '
netadmin files //samba-alice --credentials "$work/credentials"
check "credentials_of_a_file_come_before_those_that_are_stored" has ' bob +2  read, write '
netadmin "--credentials=$work/credentials" files //samba-file
check "credentials_before_the_command" has ' bob +2  read, write '
netadmin files //samba-file
check "credentials_of_a_file_are_not_kept" error '(5, ERROR_ACCESS_DENIED)'

credentials_are_missing()
{
    [[ $status -eq 2 ]] && grep -qF "'credentials' needs a value" "$work/err"
}
netadmin files //samba-file /credentials:
check "credentials_of_no_file" credentials_are_missing
printf '[global]\nCredentialsFile = %s\n' "$work/credentials" >>"$work/config/netapi32/netapi32.conf"
netadmin files //samba-file
check "credentials_that_the_configuration_names" has ' bob +2  read, write '
sed -i '/^\[global\]$/d; /^CredentialsFile/d' "$work/config/netapi32/netapi32.conf"

stores_for_the_user_alone()
{
    [[ $(stat -c %a "$work/config/netapi32/credentials/SAMBA") == 600 ]]
}
check "credentials_are_stored_for_the_user_alone" stores_for_the_user_alone
