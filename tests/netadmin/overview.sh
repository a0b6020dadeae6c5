# The page of a server. Read by tests/netadmin/run.
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck shell=bash disable=SC2154

netadmin overview sample
check "overview" printed_exactly << 'END'
Name      SAMPLE
Comment   A sample пк
Version   6.1
Platform  NT
Time      2026-03-01T18:04:56+05:30

3 shares
  Share    Type                        Users  Path
  files    disk                      3 of 10  C:\srv\files
  printer  printer, temporary   0, unlimited  C:\WINDOWS\system32\spool
  IPC$     IPC, special        12, unlimited

4 sessions
  User      Computer            Connected      Idle  Opens
                                 00:00:00  00:00:00      0
  alice     PC1                  02:03:04  00:01:01      3
      3000000001  read                       C:\srv\files\hello.txt
              17  read, write, create, 0x80  C:\srv\files\a ... name\résumé.txt
  Jürgen 😀  пк-2              1d 02:03:04  00:00:00  12345
  �x??      a?[2J,"b"??c  49710d 06:28:15  23:59:59      0

1 open file of no session above
          ID  User   Locks  Path
          18  carol      1  C:\srv\lost.txt

2 locked files
          ID  User   Locks  Path
          17  alice      2  C:\srv\files\a folder wi...h a long name\résumé.txt
          18  carol      1  C:\srv\lost.txt
END

# In code points; the sample's names have none that is wider or narrower than one column.
fits_the_console()
{
    ! grep -qE '^.{80}' "$work/out"
}
check "overview_fits_80_columns" fits_the_console

shows_what_it_may()
{
    [[ $status -eq 1 && $(wc -l < "$work/err") -eq 1 ]] && grep -q '^  files .*All of' "$work/out" &&
        grep -qxF 'Open files: Access is denied. (5, ERROR_ACCESS_DENIED)' "$work/out" &&
        grep -q 'ERROR_ACCESS_DENIED) Hint: ' "$work/err"
}
netadmin overview limited
check "overview_shows_what_one_may_see" shows_what_it_may
netadmin overview denied
check "overview_of_nothing_is_an_error" error '(5, ERROR_ACCESS_DENIED) Hint: '
netadmin overview empty
check "overview_of_a_server_without_anything" printed_exactly << 'END'
Name      SAMPLE
Comment   A sample пк
Version   6.1
Platform  NT
Time      2026-03-01T18:04:56+05:30

0 shares

0 sessions
END
