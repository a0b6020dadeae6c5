# Shares, files, connections, and what a server is: the formats, the levels, the filters, errors. Read
# by tests/netadmin/run.
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck shell=bash disable=SC2154,SC1003

# ---- Shares --------------------------------------------------------------------------------------

netadmin shares sample
check "shares" printed_exactly << 'END'
Share    Type                        Users  Path                       Remark
files    disk                      3 of 10  C:\srv\files               All of пк
IPC$     IPC, special        12, unlimited
printer  printer, temporary   0, unlimited  C:\WINDOWS\system32\spool  a"b,c?[2J
3 shares
END
netadmin shares limited
check "shares_for_everybody_where_more_is_denied" printed_exactly << 'END'
Share    Type                Remark
files    disk                All of пк
IPC$     IPC, special
printer  printer, temporary  a"b,c?[2J
3 shares
END
netadmin shares limited /level:2
check "shares_of_a_level_that_was_asked_for_and_is_denied" error '(5, ERROR_ACCESS_DENIED)'
netadmin shares sample /level:0
check "shares_of_level_0" printed_exactly <<< $'Share\nfiles\nIPC$\nprinter\n3 shares'
netadmin shares sample /level:501
check "shares_of_level_501" printed 'DFS, no caching, access-based, 0x8000  All of' 'manual caching'
netadmin shares sample /level:502
check "shares_of_level_502" printed 'All of пк  O:BAG:BAD:(A;;FA;;;WD)'
netadmin shares samba /level:502
check "shares_whose_users_are_made_up" printed_exactly << 'END'
Share    Type                Path                       Remark     Security
files    disk                C:\srv\files               All of пк  O:BAG:BAD:(A;;FA;;;WD)
IPC$     IPC, special
printer  printer, temporary  C:\WINDOWS\system32\spool  a"b,c?[2J
3 shares (how many use them, this server says at level 2 only)
END
netadmin shares sample /format:csv
check "shares_as_csv_without_their_password" printed_exactly < <(
    printf '%s\r\n' \
        shi2_netname,shi2_type,shi2_current_uses,shi2_max_uses,shi2_permissions,shi2_path,shi2_remark \
        'files,0,3,10,0,C:\srv\files,All of пк'
    printf 'printer,1073741825,0,4294967295,7,C:\\WINDOWS\\system32\\spool,"a""b,c\033[2J"\r\n'
    printf '%s\r\n' 'IPC$,2147483651,12,4294967295,0,,'
)
netadmin shares sample /format:json /level:502
check "shares_as_json" printed '"shi502_security_descriptor": "O:BAG:BAD:(A;;FA;;;WD)"' \
    '"shi502_security_descriptor": ""' '"shi502_type": 2147483651,' '"shi502_remark": "",'
netadmin shares paged
check "shares_in_pages" printed '3 shares' 'IPC$'
netadmin shares empty
check "shares_of_a_server_without" printed_exactly <<< '0 shares'
netadmin shares denied
check "shares_denied" error '(5, ERROR_ACCESS_DENIED)'
netadmin shares stuck
check "shares_of_a_server_that_never_gives_the_rest" error '(234, ERROR_MORE_DATA)'
netadmin shares stub
check "shares_of_a_netapi32_that_only_pretends" error '(120, ERROR_CALL_NOT_IMPLEMENTED)'
netadmin shares sample /level:3
check "shares_of_a_level_that_is_not" usage_error 'must be 0, 1, 2, 501 or 502, not 3'

# ---- Files ---------------------------------------------------------------------------------------

netadmin files sample
check "files" printed_exactly << 'END'
        ID  User   Locks  Open to                    Path
        17  alice      2  read, write, create, 0x80  C:\srv\files\a folder with a long name\another folder with a long name\résumé.txt
3000000001  alice      0  read                       C:\srv\files\hello.txt
        18  carol      1                             C:\srv\lost.txt
3 open files
END
netadmin files sample '/path:C:\srv\files' --user alice /level:2
check "files_of_a_path_and_a_user" printed_exactly << 'END'
        ID
        17
3000000001
2 open files
END
netadmin files sample /user:carol /format:csv
check "files_as_csv" printed_exactly < <(
    printf '%s\r\n' fi3_id,fi3_username,fi3_num_locks,fi3_permissions,fi3_pathname \
        '18,carol,1,0,C:\srv\lost.txt'
)
netadmin files sample '/path:C:\srv\files\h' /format:json
check "files_as_json" printed_exactly << 'END'
[
  {
    "fi3_id": 3000000001,
    "fi3_username": "alice",
    "fi3_num_locks": 0,
    "fi3_permissions": 1,
    "fi3_pathname": "C:\\srv\\files\\hello.txt"
  }
]
END
netadmin files paged
check "files_in_pages" printed '3 open files' lost.txt
netadmin files limited
check "files_denied" error '(5, ERROR_ACCESS_DENIED)'
netadmin files stub
check "files_of_a_netapi32_that_only_pretends" error '(120, ERROR_CALL_NOT_IMPLEMENTED)'

# ---- Connections ---------------------------------------------------------------------------------

netadmin connections sample files
check "connections_to_a_share" printed_exactly << 'END'
        ID  Type  Opens  Users  Connected  User   Other end
         5  disk      2      1   01:01:01  alice  files
4000000000  IPC       0      1   00:00:05  files  IPC$
2 connections
END
for computer in //pc1 '\\pc1'
do
    netadmin connections sample "$computer" /format:csv
    check "connections_from_a_computer_written_as_$computer" printed 'alice,files' '\\pc1,IPC$'
done
netadmin connections sample files /level:0 /format:json
check "connections_of_level_0_as_json" printed '"coni0_id": 4000000000'
netadmin connections samba files
check "connections_that_are_made_up" printed_exactly << 'END'
Opens
    7
    0
2 connections (this server says no more than how many files each has open)
END
netadmin connections samba files /format:csv
check "connections_that_are_made_up_as_csv" printed_exactly < <(
    printf '%s\r\n' coni1_num_opens 7 0
)
netadmin connections samba files /level:0
check "connections_that_are_made_up_have_no_numbers_either" printed Opens '(this server says no more'
netadmin connections sample
check "connections_to_what" usage_error "'QUALIFIER' is missing"
netadmin connections denied files
check "connections_denied" error '(5, ERROR_ACCESS_DENIED)'

# ---- Server --------------------------------------------------------------------------------------

netadmin server sample
check "server" printed_exactly << 'END'
Name      SAMPLE
Comment   A sample пк
Platform  NT
Version   6.1
Roles     workstation, server, print server, 0x8000000
END
netadmin server limited
check "server_for_everybody_where_more_is_denied" printed_exactly <<< $'Name      SAMPLE\nPlatform  NT'
netadmin server sample /level:102
check "server_of_level_102" printed 'Users at most    unlimited' 'Idle minutes     unlimited' \
    'Announced every  00:04:00' 'Hidden           no' 'Folder of users  C:\'
netadmin server sample /level:102 /format:csv
check "server_as_csv" printed ',4294967295,-1,0,240,3000,100000,C:\'
netadmin server samba /level:102
check "server_of_which_much_is_made_up" printed_exactly << 'END'
Name      SAMPLE
Comment
Platform  NT
Version   6.1
Roles     server
(this server says no more than at level 101)
END
netadmin server sample /level:502
check "server_settings_have_the_names_of_Windows" printed 'sessopens               2048' 'timesource              no'
netadmin server sample /format:json
check "server_as_json" printed '"sv101_version_major": 134,' '"sv101_comment": "A sample пк",'
netadmin server sample /level:503
check "server_of_a_level_that_it_lacks" error "(124, ERROR_INVALID_LEVEL) Hint: try '/level:101'."
netadmin server stub
check "server_of_a_netapi32_that_only_pretends" error '(120, ERROR_CALL_NOT_IMPLEMENTED)'
netadmin server sample /disks
check "disks" printed_exactly <<< $'Disk\nC:\nZ:\n2 disks'
netadmin server paged /disks /format:csv
check "disks_as_csv" printed_exactly <<< $'disk\r\nC:\r\nZ:\r'
netadmin server sample /transports
check "transports" printed_exactly << 'END'
Transport           Address       Clients
\Device\NetbiosSmb  001122334455        4
1 transport
END
netadmin server sample /transports /level:3 /format:json
check "transports_as_json_without_their_password" printed_exactly << 'END'
[
  {
    "svti3_transportname": "\\Device\\NetbiosSmb",
    "svti3_transportaddress": "0153414d504c45",
    "svti3_transportaddresslength": 7,
    "svti3_networkaddress": "001122334455",
    "svti3_numberofvcs": 4,
    "svti3_domain": "WORKGROUP",
    "svti3_flags": 2
  }
]
END
netadmin server sample /transports /disks
check "transports_or_disks" usage_error 'not both'
netadmin server sample /disks /level:100
check "level_of_disks" usage_error 'must be 0, not 100'

# ---- Time ----------------------------------------------------------------------------------------

netadmin time sample
check "time_of_the_place" printed_exactly <<< 'Time  2026-03-01T18:04:56+05:30'
netadmin time west
check "time_behind_UTC" printed_exactly <<< 'Time  2026-03-01T09:04:56-03:30'
netadmin time samba
check "time_of_a_place_that_is_not_known" printed_exactly <<< 'Time  2026-03-01T12:34:56Z'
netadmin time sample /format:csv
check "time_as_csv" printed '1772368496,1234,12,34,56,0,-330,0,1,3,2026,0'

# ---- Workstation ---------------------------------------------------------------------------------

netadmin workstation sample
check "workstation" printed_exactly << 'END'
Name      SAMPLE
Domain    WORKGROUP
Platform  NT
Version   10.0
LAN root  C:\Windows
Users     3
END
netadmin workstation limited
check "workstation_for_everybody_where_more_is_denied" printed_exactly << 'END'
Name      SAMPLE
Domain    WORKGROUP
Platform  NT
Version   10.0
END
netadmin workstation sample /level:502
check "workstation_settings" printed 'keep_conn                               600' \
    'utilize_nt_caching                      yes'
netadmin workstation sample /users
check "workstation_users" printed_exactly << 'END'
User   Domain     Other domains  Logon server
alice  WORKGROUP                 SAMPLE
bob
2 users
END
netadmin workstation paged /users /level:0 /format:json
check "workstation_users_as_json" printed '"wkui0_username": "alice"' '"wkui0_username": "bob"'

# ---- DFS -----------------------------------------------------------------------------------------

netadmin dfs sample
check "dfs_of_all_roots" printed '4 DFS paths'
netadmin dfs sample root
check "dfs" printed_exactly << 'END'
Path                Comment   State           Targets
\\SAMPLE\root       The root  ok, standalone
\\SAMPLE\root\data            online          \\SRV1\data (online), \\SRV2\data"2" (offline)
2 DFS paths
END
netadmin dfs sample root /level:4 /format:json
check "dfs_as_json" printed_exactly << 'END'
[
  {
    "EntryPath": "\\\\SAMPLE\\root",
    "Comment": "The root",
    "State": 257,
    "Timeout": 300,
    "Guid": "00112233-4455-6677-8899-aabbccdd0102",
    "NumberOfStorages": 0,
    "Storage": []
  },
  {
    "EntryPath": "\\\\SAMPLE\\root\\data",
    "Comment": "",
    "State": 4,
    "Timeout": 1800,
    "Guid": "00112233-4455-6677-8899-aabbccdd0102",
    "NumberOfStorages": 2,
    "Storage": [
      {
        "State": 2,
        "ServerName": "SRV1",
        "ShareName": "data"
      },
      {
        "State": 1,
        "ServerName": "SRV2",
        "ShareName": "data\"2\""
      }
    ]
  }
]
END
netadmin dfs sample root /format:csv
check "dfs_as_csv" printed '\\SAMPLE\root\data,,4,2,"\\SRV1\data (online), \\SRV2\data""2"" (offline)"'
netadmin dfs sample /level:300
check "dfs_roots" printed_exactly << 'END'
Root                 Kind
\\example.test\root  of a domain
\\SAMPLE\root        standalone
2 DFS paths
END
netadmin dfs empty
check "dfs_of_a_server_without" printed_exactly <<< '0 DFS paths'
netadmin dfs sample other
check "dfs_of_a_root_that_is_not" error '(2662, NERR_DfsNoSuchVolume)'
