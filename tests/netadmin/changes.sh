# Closing files, adding, changing and removing shares. Read by tests/netadmin/run.
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck shell=bash disable=SC2154

# ---- Files ---------------------------------------------------------------------------------------

netadmin close-file sample 3000000001 /yes
check "close_file" printed_exactly << 'END'
        ID  User   Locks  Open to  Path
3000000001  alice      0  read     C:\srv\files\hello.txt
1 open file
<\\sample: close 3000000001>
Closed 1 open file.
END
netadmin close-file sample 17 < /dev/null
check "close_file_without_console_needs_yes" usage_error 'say /yes'
netadmin close-file sample 16 /yes
check "close_file_of_an_unknown_id" error "(2, ERROR_FILE_NOT_FOUND) Hint: 'netadmin files SERVER'"
netadmin close-file sample 4294967296 /yes
check "close_file_of_an_id_beyond_32_bits" usage_error "'ID' must be a number from 0 to 4294967295"
netadmin close-file sample
check "close_file_of_what" usage_error "'ID' is missing"
netadmin close-file denied 17 /yes
check "close_file_that_may_not_be_seen" error '(5, ERROR_ACCESS_DENIED)'

shown_but_not_changed()
{
    [[ $status -eq 1 ]] && grep -q "$1" "$work/out" && ! grep -qE 'Closed|Changed|Removed' "$work/out" &&
        grep -q 'ERROR_ACCESS_DENIED.*SeDiskOperatorPrivilege' "$work/err"
}
netadmin close-file closed 17 /yes
check "close_file_that_is_refused" shown_but_not_changed alice

netadmin close-file cluster 262209539 /yes
check "close_file_whose_id_stands_for_several_needs_all" \
    [ "$status $(grep -c '^\* 262209539' "$work/out") $(grep -c Closed "$work/out") $(grep -c 'say /all' "$work/err")" = '2 2 0 1' ]
netadmin close-file cluster 262209539 /all /yes
check "close_files_of_one_id" printed_exactly << 'END'
         ID  User  Locks  Open to  Path
* 262209539  bob       0  read     C:\srv\hello.txt
* 262209539  bob       0  read     C:\srv\report.txt
2 open files (* this ID stands for several; closing it closes them all)
<\\cluster: close 262209539>
Closed 2 open files.
END
netadmin close-file cluster 17 /yes
check "close_file_beside_those_of_one_id" printed '1 open file' '<\\cluster: close 17>' 'Closed 1 open file.'

# ---- Shares --------------------------------------------------------------------------------------

netadmin share add sample new 'C:\new' '/remark:A new one' /users:5 /yes
check "share_add" printed_exactly << 'END'
<\\sample: add 2 new 00000000 'A new one' 5 'C:\new'>
Added the share new.
END
netadmin share add sample new 'C:\new' /type:Printer /temporary --unlimited --yes
check "share_add_of_a_temporary_printer" printed_exactly << 'END'
<\\sample: add 2 new 40000001 '' -1 'C:\new'>
Added the share new.
END
netadmin share add sample new /srv/new /yes
check "share_add_of_a_path_with_slashes" printed "'/srv/new'>"
netadmin share add sample new 'C:\new' < /dev/null
check "share_add_without_console_needs_yes" usage_error 'say /yes'
netadmin share add sample new /yes
check "share_add_of_what" usage_error "'PATH' is missing (see: netadmin help share add)"
netadmin share add sample new 'C:\new' /users:5 /unlimited /yes
check "share_add_for_how_many" usage_error 'not both'
netadmin share add sample new 'C:\new' /users:0 /yes
check "share_add_for_nobody" usage_error "'users' must be a number from 1"
netadmin share add sample new 'C:\new' /type:tape /yes
check "share_add_of_no_type" usage_error "'type' cannot be 'tape'"
netadmin share add closed new 'C:\new' /yes
check "share_add_that_is_refused" error SeDiskOperatorPrivilege
netadmin share add picky new 'C:\new' /yes
check "share_add_says_what_the_server_does_not_take" error \
    '(87, ERROR_INVALID_PARAMETER) Hint: it is the path'

netadmin share set sample files '/remark:Some files' /yes
check "share_set_of_a_remark" printed_exactly << 'END'
Share  Type    Users  Path          Remark
files  disk  3 of 10  C:\srv\files  All of пк
1 share
<\\sample: set 1004 files 'Some files'>
Changed the share files.
END
netadmin share set sample files /remark: /yes
check "share_set_of_no_remark" printed "<\\\\sample: set 1004 files ''>"
netadmin share set sample files /users:20 /yes
check "share_set_of_users_keeps_the_rest" printed "<\\\\sample: set 2 files 'All of пк' 20 'C:\\srv\\files'>"
netadmin share set sample files /unlimited /remark:x /yes
check "share_set_of_both" printed "<\\\\sample: set 2 files 'x' -1 'C:\\srv\\files'>"
netadmin share set sample files /yes
check "share_set_of_what" usage_error 'must say what to set'
netadmin share set sample other /remark:x /yes
check "share_set_of_an_unknown_share" error "(2310, NERR_NetNameNotFound) Hint: 'netadmin shares SERVER'"
netadmin share set closed files /remark:x /yes
check "share_set_that_is_refused" shown_but_not_changed files

netadmin share remove sample printer /yes
check "share_remove" printed 'printer  printer, temporary' '<\\sample: remove printer>' \
    'Removed the share printer.'
netadmin share remove sample printer < /dev/null
check "share_remove_without_console_needs_yes" usage_error 'say /yes'
netadmin share remove sample other /yes
check "share_remove_of_an_unknown_share" error '(2310, NERR_NetNameNotFound)'
netadmin share remove closed files /yes
check "share_remove_that_is_refused" shown_but_not_changed files
