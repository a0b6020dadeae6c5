"""Users and groups: what rpcclient, pdbedit and net say of them is what the programs show.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

import re

from tools import fields

NEVER = "-1"
USER = "agreed"
GROUP = "agreed aliases"
PASSWORD = "First.Pass.1"
NEW_PASSWORD = "Second.Pass.2"

# ACB_ of rpcclient and UF_ of the API
DISABLED, NOT_REQUIRED, NORMAL, NO_EXPIRY = (0x1, 0x2), (0x4, 0x20), (0x10, 0x200), (0x200, 0x10000)
UF_SCRIPT = 0x1


def listed(text):
    """[(name, RID)] of rpcclient's lines "user:[name] rid:[0x3e8]"."""
    return [(name, int(rid, 16)) for name, rid in
            re.findall(r"^(?:user|group):\[(.*)\] rid:\[(0x[0-9a-f]+)\]$", text, re.M)]


def flags_of(control):
    """What the API says for rpcclient's account control."""
    flags = UF_SCRIPT
    for control_bit, flag in (DISABLED, NOT_REQUIRED, NORMAL, NO_EXPIRY):
        flags |= flag if control & control_bit else 0
    return flags


def server_user(place, name):
    """The members of a user that rpcclient and user_info.exe both name, as user_info.exe says them."""
    told = {key: value for key, value in fields(place.rpcclient("queryuser " + name))}
    sid = re.search(r"S-1-[-0-9]+", place.rpcclient("lookupnames " + name))[0]
    return {
        "name": told["User Name"],
        "full name": told["Full Name"],
        "comment": told["Description"],
        "user comment": told["Comment"],
        # rpcclient's name for the folder is "Home Drive", and "Dir Drive" for the drive.
        "home directory": told["Home Drive"],
        "home drive": told["Dir Drive"],
        "profile": told["Profile Path"],
        "script path": told["Logon Script"],
        "workstations": told["Workstations"],
        "units per week": told["logon_divs"],
        "primary group": str(int(told["group_rid"], 16)),
        "bad password count": str(int(told["bad_password_count"], 16)),
        "logons": str(int(told["logon_count"], 16)),
        "flags": "%x" % flags_of(int(told["acb_info"], 16)),
        "sid": sid,
    }


def shown_user(place, name):
    lines = place.program("user_info", place.unc, name)
    return dict(line.split(": ", 1) if ": " in line else (line.rstrip(":"), "") for line in lines)


def check_user(place, name):
    shown = shown_user(place, name)
    expected = server_user(place, name)
    place.same("NetUserGetInfo of " + name, {key: shown.get(key) for key in expected}, expected)
    place.same("NetUserGetInfo gives out no password", shown["password"], "(none)")


def check_lists(place):
    place.same("NetUserEnum", sorted(place.program("enum_users", place.unc)),
               sorted(name for name, _ in listed(place.rpcclient("enumdomusers"))))
    shown = [line.split("\t") for line in place.program("enum_groups", place.unc)]
    place.same("NetGroupEnum", [(name, int(rid)) for kind, rid, name, _ in shown if kind == "global"],
               sorted(listed(place.rpcclient("enumdomgroups")), key=lambda group: group[1]))
    aliases = listed(place.rpcclient("enumalsgroups builtin")) + \
        listed(place.rpcclient("enumalsgroups domain"))
    place.same("NetLocalGroupEnum", sorted(name for kind, _, name, _ in shown if kind == "local"),
               sorted(name for name, _ in aliases))


def control_of(place, control, name):
    """The account control of an entry; a domain controller has none in lists, and is asked for it."""
    return int(control, 16) or int(dict(fields(place.rpcclient("queryuser " + name)))["acb_info"], 16)


def check_display(place):
    entries = re.findall(r"RID: 0x([0-9a-f]+) acb: 0x([0-9a-f]+) Account: (.*?)\tName: (.*?)\tDesc: (.*)",
                         place.rpcclient("querydispinfo"))
    expected = sorted([str(int(rid, 16)), "%x" % flags_of(control_of(place, control, name)), name,
                       full_name.replace("(null)", ""), comment.replace("(null)", "")]
                      for rid, control, name, full_name, comment in entries)
    shown = sorted(line.split("\t") for line in place.program("query_display", place.unc, "1"))
    place.same("NetQueryDisplayInformation", shown, expected)


def check_rules(place):
    shown = dict(line.split(": ", 1) for line in place.program("user_modals", place.unc))
    told = {key: value for key, value in fields(place.rpcclient("querydominfo 1"))}
    place.same("the least length of passwords", shown["minimum password length"],
               told["Minimum password length"])
    place.same("the history of passwords", shown["password history"],
               told["Password uniqueness (remember x passwords)"])
    lockout = {key: value for key, value in fields(place.rpcclient("querydominfo 12"))}
    place.same("when accounts are locked out", shown["lockout threshold"],
               lockout["Lockout after bad attempts"])
    place.same("nobody is forced off", shown["force logoff"], NEVER)
    domain = re.search(r"(S-1-5-21-[-0-9]+)-\d+ ", place.rpcclient("lookupnames alice"))[1]
    place.same("the domain's SID", shown["sid"], domain)


def check_groups(place, name):
    """What net(8) says of the groups of a user; `name` is of one whose groups it knows."""
    rid = dict(listed(place.rpcclient("enumdomusers")))[name]
    rids = re.findall(r"group rid:\[0x([0-9a-f]+)\]", place.rpcclient("queryusergroups %d" % rid))
    names = {rid: group for group, rid in listed(place.rpcclient("enumdomgroups"))}
    shown = [line.split("\t") for line in place.program("user_groups", place.unc, name)]
    # Samba has groups that it does not list: None, 0x201.
    place.same("NetUserGetGroups of " + name,
               {group for kind, group in shown if kind == "global"} & set(names.values()),
               {names[int(rid, 16)] for rid in rids if int(rid, 16) in names})
    place.same("as many as the server has", sum(kind == "global" for kind, _ in shown), len(rids))


def check_changes(place):
    place.program("add_user", place.unc, USER, typed=PASSWORD + "\n")
    check_user(place, USER)
    place.same("the new user's comment", shown_user(place, USER)["comment"], "Added by a program")
    place.same("the new user can log on", place.can_log_on(USER, PASSWORD), True)
    place.program("add_user", place.unc, USER, typed=PASSWORD + "\n", status=1)
    place.program("set_user", place.unc, USER, "full-name", "Agreed Upon")
    check_user(place, USER)
    place.program("set_user", place.unc, USER, "disable")
    check_user(place, USER)
    place.same("nobody logs on to a disabled account", place.can_log_on(USER, PASSWORD), False)
    place.program("set_user", place.unc, USER, "enable")
    check_user(place, USER)
    place.program("change_password", place.unc, USER, typed="Wrong.Pass\n%s\n" % NEW_PASSWORD, status=1)
    place.program("change_password", place.unc, USER, typed="%s\n%s\n" % (PASSWORD, NEW_PASSWORD))
    place.same("the new password", place.can_log_on(USER, NEW_PASSWORD), True)
    place.same("the old password", place.can_log_on(USER, PASSWORD), False)
    members = place.program("add_local_group", place.unc, GROUP, USER)
    place.same("the members of a new local group", [member.split("\\")[-1] for member in members], [USER])
    place.same("NetUserGetLocalGroups", "local\t" + GROUP in
               place.program("user_groups", place.unc, USER), True)
    check_lists(place)
    place.program("delete_user", place.unc, USER)
    place.program("user_info", place.unc, USER, status=1)
    place.program("delete_user", place.unc, USER, status=1)
    check_lists(place)


def check(place, users=("alice", "admin")):
    for user in users:
        check_user(place, user)
        check_groups(place, user)
    check_lists(place)
    check_display(place)
    check_rules(place)
    check_changes(place)
    place.program("user_info", place.unc, "nobody-of-this-name", status=1)
