# The command line: help, version, wrong usage. Read by tests/netadmin/run.
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck shell=bash disable=SC2154,SC1003

shows_usage_on_stderr()
{
    [[ $status -eq 2 && ! -s $work/out ]] && grep -q '^Usage: netadmin COMMAND' "$work/err"
}

netadmin
check "no_command_shows_usage_and_fails" shows_usage_on_stderr

for word in help '/?' --help -h
do
    netadmin "$word"
    check "overview_with_$word" printed 'Usage: netadmin COMMAND' 'sessions' 'login' 'config'
done

commands=(overview sessions session close files close-file shares 'share add' 'share set'
    'share remove' connections watch events metrics server workstation time dfs users user 'user add' 'user set'
    'user remove' groups group 'group add' 'group set' 'group remove' 'group members' localgroups
    localgroup 'localgroup add' 'localgroup set' 'localgroup remove' 'localgroup members' password
    policy 'policy set' domain login logout config help)
for command in "${commands[@]}"
do
    # shellcheck disable=SC2086 # two words
    netadmin help $command
    check "help_${command// /_}" printed "Usage: netadmin $command "
done

# Every option of the usage has a line that explains it, and no line is wider than a console.
help_explains_options()
{
    local option
    for option in $(sed '/^$/q' "$work/out" | grep -oE '/[a-z-]+')
    do
        grep -qE "^  $option(:|\[| )" "$work/out" || return 1
    done
    ! grep -qE '^.{80}' "$work/out"
}

for command in "${commands[@]}"
do
    # shellcheck disable=SC2086 # two words
    netadmin help $command
    check "help_explains_the_options_of_${command// /_}" help_explains_options
done
netadmin help close
check "help_is_made_of_the_options" printed_exactly << 'END'
Usage: netadmin close SERVER [/client:NAME] [/user:NAME] [/yes]

Close the sessions of a computer or a user.

Lists the sessions and asks before it closes them. At least one of /client and
/user must be given. Files that the sessions hold open are closed, too, and
what was not saved is lost.

  /client:NAME  sessions from this computer
  /user:NAME    sessions of this user
  /yes          do not ask
END

netadmin sessions '/?'
check "command_help_with_slash" printed 'Usage: netadmin sessions '

# A runtime that expands patterns would find this file for /? on the drive.
drive=${native:+$work}
drive=${drive:-$WINEPREFIX/drive_c}
touch "$drive/x"
pushd "$drive" > /dev/null
netadmin '/?'
check "help_is_no_pattern_for_files" printed 'Usage: netadmin COMMAND'
popd > /dev/null
rm "$drive/x"

netadmin close --help
check "command_help_with_dashes" printed 'Usage: netadmin close '
netadmin --version
check "version" grep -qE '^netadmin [0-9]+\.[0-9]+' "$work/out"

netadmin bogus
check "unknown_command" usage_error "unknown command 'bogus'"
netadmin help bogus
check "help_of_unknown_command" usage_error "unknown command 'bogus'"
netadmin share
check "command_without_its_second_word" usage_error "'share' needs one more word: add, set, remove"
netadmin share bogus
check "command_with_an_unknown_second_word" usage_error 'needs one more word: add, set, remove'
netadmin help share
check "help_of_all_commands_that_begin_alike" printed 'Usage: netadmin share add ' \
    'Usage: netadmin share set ' 'Usage: netadmin share remove '
netadmin help share bogus
check "help_of_an_unknown_second_word" usage_error 'needs one more word'
netadmin help policy
check "help_of_a_command_that_others_begin_with" printed 'Usage: netadmin policy [SERVER...]' \
    'Usage: netadmin policy set [SERVER]'
netadmin help user add
check "help_of_two_words_where_the_first_is_a_command" printed 'Usage: netadmin user add [SERVER] NAME'
netadmin help sessions bogus
check "help_of_a_word_too_many" usage_error "unknown command 'sessions'"
netadmin SHARE Add
check "command_in_another_case" usage_error "'SERVER' is missing (see: netadmin help share add)"
netadmin sessions sample /bogus:1
check "unknown_option" usage_error "unknown option '/bogus:1'"
netadmin sessions sample -user alice
check "single_dash_is_no_option" usage_error "unknown option '-user'"
netadmin close sample other
check "too_many_operands" usage_error "too many arguments: 'other'"
netadmin session sample PC1
check "missing_operand" usage_error "'USER' is missing"
netadmin user sample alice bob
check "too_many_operands_where_one_may_be_missing" usage_error "too many arguments: 'bob'"
netadmin user
check "missing_operand_where_another_may_be_missing" usage_error "'NAME' is missing"
netadmin user 'a\b' alice
check "operand_to_the_left_that_is_no_computer" usage_error "'a\b' is no computer name"
netadmin sessions sample /user:
check "option_without_value" usage_error "'user' needs a value"
netadmin sessions sample --user
check "option_without_word_behind_it" usage_error "'user' needs a value"
netadmin sessions sample /user:a /user:b
check "option_given_twice" usage_error "'user' is given twice"
netadmin close sample /user:alice /yes:1
check "flag_with_value" usage_error "'yes' takes no value"
netadmin sessions 'a\b'
check "backslash_within_server_name" usage_error "'a\\b' is no computer name"
netadmin sessions '\\'
check "server_name_of_backslashes_only" usage_error "is no computer name"
netadmin sessions sample /client:///pc
check "client_name_with_too_many_slashes" usage_error "is no computer name"
netadmin sessions sample /level:3
check "unknown_level" usage_error "must be 0, 1, 2, 10 or 502"
netadmin sessions sample /level:1x
check "level_that_is_no_number" usage_error "'level' must be a number"
netadmin sessions sample /level:4294967297
check "level_beyond_32_bits" usage_error "'level' must be a number"
netadmin sessions sample /format:xml
check "unknown_format" usage_error "'format' cannot be 'xml'"

for server in sample '\\sample' //sample
do
    netadmin sessions "$server" /user:alice
    check "server_written_as_$server" printed '1 session'
done
for client in /client:PC1 '/client:\\PC1' /client://PC1 --client=PC1 --CLIENT=//PC1
do
    netadmin sessions sample "$client"
    check "client_written_as_$client" printed '1 session'
done
netadmin sessions --client PC1 -- //sample
check "value_in_a_word_of_its_own_and_end_of_options" printed '1 session'
