/*
 * The structures of structures.c; include it there only
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Kinds are Windows' names without the level. CHANGED_X are X for functions that change what is
 * there, with the names of what is there.
 */
#include <lm.h>
#include <lmat.h>
#include <lmdfs.h>
#include <nb30.h>

#ifdef _WIN64
#define NCB_RESERVED "18"
#else
#define NCB_RESERVED "10"
#endif

/* Not in mingw-w64's headers: as documented. */
struct server_alias_info_0
{
    LMSTR alias;
    LMSTR target;
    BOOLEAN is_default;
    ULONG reserved;
};

struct share_info_503
{
    LMSTR name;
    DWORD type;
    LMSTR remark;
    DWORD permissions, max_uses, current_uses;
    LMSTR path, password, server;
    DWORD reserved;
    PSECURITY_DESCRIPTOR security_descriptor;
};

/* SOCKET_ADDRESS, whose header does not go with windows.h. */
struct socket_address
{
    void *address;
    INT length;
};

struct provisioning_parameters
{
    DWORD version;
    LPCWSTR domain, host, unit, controller;
    DWORD options;
    LPCWSTR *templates;
    DWORD templates_count;
    LPCWSTR *policies;
    DWORD policies_count;
    LPCWSTR *policy_paths;
    DWORD policy_paths_count;
    LPWSTR netbios_name, site, dns_domain;
};

#define USER_2(name)                                                                               \
    "s:" name " s:Caller.1 d:0 d:1 s:\\\\host\\home s:comment d:1 s:script.bat d:0 s:Full s:note " \
    "s s d:0 d:0 d:0xffffffff d:0xffffffff n:168 p:21 d:0 d:0 s d:0 d:0"
#define SERVER_502 "18*d:1"
#define SERVER_503 SERVER_502 " s:DOMAIN 23*d:1"

static const struct structure structures[] = {
    { "SHARE_INFO", 0, sizeof(SHARE_INFO_0), "s:nothing" },
    { "SHARE_INFO", 1, sizeof(SHARE_INFO_1), "s:nothing d:0 s:remark" },
    { "SHARE_INFO", 2, sizeof(SHARE_INFO_2),
      "s:nothing d:0 s:remark d:0 d:0xffffffff d:0 s:C:\\nowhere s" },
    { "SHARE_INFO", 502, sizeof(SHARE_INFO_502),
      "s:nothing d:0 s:remark d:0 d:0xffffffff d:0 s:C:\\nowhere s d:0 sd" },
    { "SHARE_INFO", 503, sizeof(struct share_info_503),
      "s:nothing d:0 s:remark d:0 d:0xffffffff d:0 s:C:\\nowhere s s d:0 sd" },
    { "SHARE_INFO", 1004, sizeof(SHARE_INFO_1004), "s:remark" },
    { "SHARE_INFO", 1005, sizeof(SHARE_INFO_1005), "d:0" },
    { "SHARE_INFO", 1006, sizeof(SHARE_INFO_1006), "d:10" },
    { "SHARE_INFO", 1501, sizeof(SHARE_INFO_1501), "d:0 sd" },

    { "SERVER_ALIAS_INFO", 0, sizeof(struct server_alias_info_0), "s:alias s:target b:0 d:0" },
    { "SERVER_INFO", 101, sizeof(SERVER_INFO_101), "d:500 s:server d:5 d:2 d:0x1003 s:comment" },
    { "SERVER_INFO", 102, sizeof(SERVER_INFO_102),
      "d:500 s:server d:5 d:2 d:0x1003 s:comment d:10 d:15 d:0 d:240 d:3000 d:0 s:C:\\" },
    { "SERVER_INFO", 502, sizeof(SERVER_INFO_502), SERVER_502 },
    { "SERVER_INFO", 503, sizeof(SERVER_INFO_503), SERVER_503 },
    { "SERVER_INFO", 599, sizeof(SERVER_INFO_599), SERVER_503 " 14*d:1" },
    { "SERVER_INFO", 1005, sizeof(SERVER_INFO_1005), "s:comment" },
    { "SERVER_INFO", 1010, sizeof(SERVER_INFO_1010), "d:15" },
    { "SERVER_INFO", 1016, sizeof(SERVER_INFO_1016), "d:0" },
    { "SERVER_INFO", 1017, sizeof(SERVER_INFO_1017), "d:240" },
    { "SERVER_INFO", 1018, sizeof(SERVER_INFO_1018), "d:3000" },
    { "SERVER_INFO", 1107, sizeof(SERVER_INFO_1107), "d:10" },
    { "SERVER_INFO", 1501, sizeof(SERVER_INFO_1501), "d:1" },
    { "SERVER_INFO", 1502, sizeof(SERVER_INFO_1502), "d:1" },
    { "SERVER_INFO", 1503, sizeof(SERVER_INFO_1503), "d:1" },
    { "SERVER_INFO", 1506, sizeof(SERVER_INFO_1506), "d:1" },
    { "SERVER_INFO", 1510, sizeof(SERVER_INFO_1510), "d:1" },
    { "SERVER_TRANSPORT_INFO", 0, sizeof(SERVER_TRANSPORT_INFO_0),
      "d:1 s:\\Device\\None p:6 n:6 s:000000000000" },
    { "SERVER_TRANSPORT_INFO", 1, sizeof(SERVER_TRANSPORT_INFO_1),
      "d:1 s:\\Device\\None p:6 n:6 s:000000000000 s:DOMAIN" },
    { "SERVER_TRANSPORT_INFO", 2, sizeof(SERVER_TRANSPORT_INFO_2),
      "d:1 s:\\Device\\None p:6 n:6 s:000000000000 s:DOMAIN d:0" },
    { "SERVER_TRANSPORT_INFO", 3, sizeof(SERVER_TRANSPORT_INFO_3),
      "d:1 s:\\Device\\None p:6 n:6 s:000000000000 s:DOMAIN d:0 d:8 x:256" },

    { "WKSTA_INFO", 502, sizeof(WKSTA_INFO_502), "35*d:1" },
    { "WKSTA_INFO", 1010, sizeof(WKSTA_INFO_1010), "d:1" },
    { "WKSTA_INFO", 1011, sizeof(WKSTA_INFO_1011), "d:1" },
    { "WKSTA_INFO", 1012, sizeof(WKSTA_INFO_1012), "d:1" },
    { "WKSTA_INFO", 1013, sizeof(WKSTA_INFO_1013), "d:1" },
    { "WKSTA_INFO", 1018, sizeof(WKSTA_INFO_1018), "d:1" },
    { "WKSTA_INFO", 1023, sizeof(WKSTA_INFO_1023), "d:1" },
    { "WKSTA_INFO", 1046, sizeof(WKSTA_INFO_1046), "d:1" },
    { "WKSTA_INFO", 1051, sizeof(DWORD), "d:1" },
    { "WKSTA_INFO", 1052, sizeof(DWORD), "d:1" },
    { "WKSTA_INFO", 1053, sizeof(DWORD), "d:1" },
    { "WKSTA_TRANSPORT_INFO", 0, sizeof(WKSTA_TRANSPORT_INFO_0),
      "d:0 d:0 s:\\Device\\None s:000000000000 d:0" },
    { "WKSTA_USER_INFO", 1, sizeof(WKSTA_USER_INFO_1), "s:caller s:DOMAIN s:OTHER s:SERVER" },
    { "WKSTA_USER_INFO", 1101, sizeof(WKSTA_USER_INFO_1101), "s:OTHER" },

    { "USE_INFO", 1, sizeof(USE_INFO_1), "s s:\\\\deadserver\\share s:Caller.1 d:0 d:0 d:0 d:0" },
    { "USE_INFO", 2, sizeof(USE_INFO_2),
      "s s:\\\\deadserver\\share s:Caller.1 d:0 d:0 d:0 d:0 s:caller s:DOMAIN" },
    { "USE_INFO", 3, sizeof(USE_INFO_3),
      "s s:\\\\deadserver\\share s:Caller.1 d:0 d:0 d:0 d:0 s:caller s:DOMAIN d:0" },

    { "USER_INFO", 1, sizeof(USER_INFO_1),
      "s:fresh s:Caller.1 d:0 d:1 s:\\\\host\\home s:comment d:1 s:script.bat" },
    { "USER_INFO", 2, sizeof(USER_INFO_2), USER_2("fresh") },
    { "USER_INFO", 3, sizeof(USER_INFO_3), USER_2("fresh") " d:0 d:513 s:profile s:H: d:0" },
    { "USER_INFO", 4, sizeof(USER_INFO_4), USER_2("fresh") " p d:513 s:profile s:H: d:0" },
    { "CHANGED_USER", 0, sizeof(USER_INFO_0), "s:caller" },
    { "CHANGED_USER", 1, sizeof(USER_INFO_1),
      "s:caller s:Caller.1 d:0 d:1 s:\\\\host\\home s:comment d:1 s:script.bat" },
    { "CHANGED_USER", 2, sizeof(USER_INFO_2), USER_2("caller") },
    { "CHANGED_USER", 3, sizeof(USER_INFO_3), USER_2("caller") " d:0 d:513 s:profile s:H: d:0" },
    { "CHANGED_USER", 4, sizeof(USER_INFO_4), USER_2("caller") " sid d:513 s:profile s:H: d:0" },
    { "CHANGED_USER", 1003, sizeof(USER_INFO_1003), "s:Caller.1" },
    { "CHANGED_USER", 1005, sizeof(USER_INFO_1005), "d:1" },
    { "CHANGED_USER", 1006, sizeof(USER_INFO_1006), "s:\\\\host\\home" },
    { "CHANGED_USER", 1007, sizeof(USER_INFO_1007), "s:comment" },
    { "CHANGED_USER", 1008, sizeof(USER_INFO_1008), "d:1" },
    { "CHANGED_USER", 1009, sizeof(USER_INFO_1009), "s:script.bat" },
    { "CHANGED_USER", 1010, sizeof(USER_INFO_1010), "d:0" },
    { "CHANGED_USER", 1011, sizeof(USER_INFO_1011), "s:Full" },
    { "CHANGED_USER", 1012, sizeof(USER_INFO_1012), "s:note" },
    { "CHANGED_USER", 1013, sizeof(USER_INFO_1013), "s" },
    { "CHANGED_USER", 1014, sizeof(USER_INFO_1014), "s" },
    { "CHANGED_USER", 1017, sizeof(USER_INFO_1017), "d:0xffffffff" },
    { "CHANGED_USER", 1018, sizeof(USER_INFO_1018), "d:0xffffffff" },
    { "CHANGED_USER", 1020, sizeof(USER_INFO_1020), "n:168 p:21" },
    { "CHANGED_USER", 1023, sizeof(USER_INFO_1023), "s" },
    { "CHANGED_USER", 1024, sizeof(USER_INFO_1024), "d:0" },
    { "CHANGED_USER", 1025, sizeof(USER_INFO_1025), "d:0" },
    { "CHANGED_USER", 1051, sizeof(USER_INFO_1051), "d:513" },
    { "CHANGED_USER", 1052, sizeof(USER_INFO_1052), "s:profile" },
    { "CHANGED_USER", 1053, sizeof(USER_INFO_1053), "s:H:" },
    { "USER_MODALS_INFO", 0, sizeof(USER_MODALS_INFO_0), "d:0 d:0xffffffff d:0 d:0xffffffff d:0" },
    { "USER_MODALS_INFO", 1, sizeof(USER_MODALS_INFO_1), "d:3 s" },
    { "USER_MODALS_INFO", 2, sizeof(USER_MODALS_INFO_2), "s:DOMAIN sid" },
    { "USER_MODALS_INFO", 3, sizeof(USER_MODALS_INFO_3), "d:1800 d:1800 d:0" },
    { "USER_MODALS_INFO", 1001, sizeof(USER_MODALS_INFO_1001), "d:0" },
    { "USER_MODALS_INFO", 1002, sizeof(USER_MODALS_INFO_1002), "d:0xffffffff" },
    { "USER_MODALS_INFO", 1003, sizeof(USER_MODALS_INFO_1003), "d:0" },
    { "USER_MODALS_INFO", 1004, sizeof(USER_MODALS_INFO_1004), "d:0xffffffff" },
    { "USER_MODALS_INFO", 1005, sizeof(USER_MODALS_INFO_1005), "d:0" },
    { "USER_MODALS_INFO", 1006, sizeof(USER_MODALS_INFO_1006), "d:3" },
    { "USER_MODALS_INFO", 1007, sizeof(USER_MODALS_INFO_1007), "s:primary" },
    { "NET_VALIDATE_INPUT", 1, sizeof(NET_VALIDATE_AUTHENTICATION_INPUT_ARG), "9*d:0 p b:1" },
    { "NET_VALIDATE_INPUT", 2, sizeof(NET_VALIDATE_PASSWORD_CHANGE_INPUT_ARG),
      "9*d:0 p s:Caller.1 s:caller n:16 p:16 b:1" },
    { "NET_VALIDATE_INPUT", 3, sizeof(NET_VALIDATE_PASSWORD_RESET_INPUT_ARG),
      "9*d:0 p s:Caller.1 s:caller n:16 p:16 b:1 b:0" },

    { "GROUP_INFO", 0, sizeof(GROUP_INFO_0), "s:fresh" },
    { "GROUP_INFO", 1, sizeof(GROUP_INFO_1), "s:fresh s:comment" },
    { "GROUP_INFO", 2, sizeof(GROUP_INFO_2), "s:fresh s:comment d:0 d:7" },
    { "GROUP_INFO", 3, sizeof(GROUP_INFO_3), "s:fresh s:comment sid d:7" },
    { "CHANGED_GROUP", 0, sizeof(GROUP_INFO_0), "s:callers" },
    { "CHANGED_GROUP", 1, sizeof(GROUP_INFO_1), "s:callers s:comment" },
    { "CHANGED_GROUP", 2, sizeof(GROUP_INFO_2), "s:callers s:comment d:0 d:7" },
    { "CHANGED_GROUP", 3, sizeof(GROUP_INFO_3), "s:callers s:comment sid d:7" },
    { "CHANGED_GROUP", 1002, sizeof(GROUP_INFO_1002), "s:comment" },
    { "CHANGED_GROUP", 1005, sizeof(GROUP_INFO_1005), "d:7" },
    { "GROUP_USERS_INFO", 0, sizeof(GROUP_USERS_INFO_0), "s:None" },
    { "GROUP_USERS_INFO", 1, sizeof(GROUP_USERS_INFO_1), "s:None d:7" },
    { "LOCALGROUP_INFO", 0, sizeof(LOCALGROUP_INFO_0), "s:fresh" },
    { "LOCALGROUP_INFO", 1, sizeof(LOCALGROUP_INFO_1), "s:fresh s:comment" },
    { "CHANGED_LOCALGROUP", 0, sizeof(LOCALGROUP_INFO_0), "s:Guests" },
    { "CHANGED_LOCALGROUP", 1, sizeof(LOCALGROUP_INFO_1), "s:Guests s:comment" },
    { "CHANGED_LOCALGROUP", 1002, sizeof(LOCALGROUP_INFO_1002), "s:comment" },
    { "LOCALGROUP_MEMBERS_INFO", 0, sizeof(LOCALGROUP_MEMBERS_INFO_0), "sid" },
    { "LOCALGROUP_MEMBERS_INFO", 3, sizeof(LOCALGROUP_MEMBERS_INFO_3), "s:caller" },

    { "SOCKET_ADDRESS", 0, sizeof(struct socket_address), "p:16 d:16" },
    { "GUID", 0, sizeof(GUID), "4*d:7" },
    { "BLOB", 0, 16, "4*d:7" },
    { "PROVISIONING", 0, sizeof(struct provisioning_parameters),
      "d:1 s:caller.invalid s:host s s d:0 p n:0 p n:0 p n:0 s:HOST s:site s:caller.invalid" },
    { "AT_INFO", 0, sizeof(AT_INFO), "u:3600000 d:0 b:0 b:0 s:nothing.exe" },
    { "NETLOGON_CONTROL", 1, sizeof(void *), "p" },
    { "NETLOGON_CONTROL", 5, sizeof(void *), "s:caller.invalid" },
    { "NETLOGON_CONTROL", 6, sizeof(void *), "s:caller.invalid" },
    { "NETLOGON_CONTROL", 8, sizeof(void *), "s:caller" },
    { "NETLOGON_CONTROL", 65534, sizeof(DWORD), "d:0" },

    { "DFS_INFO", 100, sizeof(DFS_INFO_100), "s:comment" },
    { "DFS_INFO", 101, sizeof(DFS_INFO_101), "d:1" },
    { "DFS_INFO", 102, sizeof(DFS_INFO_102), "d:300" },
    { "DFS_INFO", 103, sizeof(DFS_INFO_103), "d:1 d:1" },
    { "DFS_INFO", 104, sizeof(DFS_INFO_104), "d:0 w:0 w:0" },
    { "DFS_INFO", 105, sizeof(DFS_INFO_105), "s:comment d:1 d:300 d:1 d:1" },
    { "DFS_INFO", 106, sizeof(DFS_INFO_106), "d:1 d:0 w:0 w:0" },
    { "DFS_INFO", 107, sizeof(DFS_INFO_107), "s:comment d:1 d:300 d:1 d:1 n:20 sd" },
    { "DFS_INFO", 150, sizeof(DFS_INFO_150), "n:20 sd" },

    { "STRING", 0, sizeof(void *) * 2, "2*p" },
    { "NCB", 0, sizeof(NCB),
      "b:0 b:0 b:0 b:0 p w:0 x:16 x:16 b:0 b:0 p b:0 b:0 x:" NCB_RESERVED " p" },
};
