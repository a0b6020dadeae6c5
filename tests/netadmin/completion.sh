# What a shell offers: the program itself, and its completion in bash. Read by tests/netadmin/run.
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck shell=bash disable=SC2154

netadmin --complete se
check "complete_a_command" printed_exactly << 'END'
sessions
session
server
END
netadmin --complete share ''
check "complete_the_second_word" printed_exactly << 'END'
add
set
remove
END
netadmin --complete close sample --u
check "complete_an_option" printed_exactly << 'END'
--user=
END
# The native program has one more, with any command.
netadmin --complete close sample --user=x --
check "complete_no_option_twice" printed_exactly << END
--client=
--yes${native:+
--credentials=}
END
netadmin --complete close sample /c
check "complete_an_option_with_a_slash" printed_exactly << END
/client:${native:+
/credentials:}
END
netadmin --complete sessions sample --format=
check "complete_a_value" printed_exactly << 'END'
--format=table
--format=csv
--format=json
END
netadmin --complete sessions /format:J
check "complete_a_value_in_any_case" printed_exactly << 'END'
/format:json
END
netadmin config //na-test3 /port:4450
netadmin --complete sessions //na
check "complete_a_configured_server" printed_exactly << 'END'
//na-test3
END
netadmin config group na-office na-test3 other
netadmin --complete sessions @
check "complete_a_group" printed_exactly << 'END'
@na-office
END
netadmin config group na-office /remove
netadmin config na-test3 /remove
netadmin --complete bogus ''
check "complete_nothing_of_what_there_is_not" printed_exactly < /dev/null
netadmin --complete
check "complete_without_a_word" printed sessions overview

# in_bash LINE: what bash offers at its end, a line each.
in_bash()
{
    status=0
    PATH=$work:$PATH bash -c '
        . "$1"
        compopt() { :; }
        COMP_LINE=$2
        COMP_POINT=${#COMP_LINE}
        _netadmin
        printf "%s\n" "${COMPREPLY[@]}"' - "$here/../../contrib/bash-completion/netadmin" "$1" \
        > "$work/out" 2> "$work/err" || status=$?
}

if [[ -n ${native-} ]]
then
    in_bash 'netadmin overv'
    check "bash_completes_a_command" printed_exactly << 'END'
overview
END
    in_bash 'netadmin sessions '
    check "bash_completes_nothing" printed_exactly <<< ''
    in_bash 'netadmin sessions //sample --format='
    check "bash_completes_what_stands_behind_the_sign" printed_exactly << 'END'
table
csv
json
END
    netadmin --complete sessions sample --cred
    check "complete_the_option_of_any_command" printed_exactly << 'END'
--credentials=
END
    netadmin --complete sessions --credentials=none --format=j
    check "complete_obeys_nothing" printed_exactly << 'END'
--format=json
END
    in_bash "netadmin sessions sample --credentials=$work/netad"
    check "bash_completes_a_file" printed_exactly << END
$work/netadmin
END
    in_bash 'netadmin sessions /format:c'
    check "bash_completes_a_value" printed_exactly << 'END'
csv
END
fi
