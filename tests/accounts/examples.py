#!/usr/bin/python3
"""Compares what the programs of tests/examples show of this computer's accounts with each other and netadmin.

SPDX-License-Identifier: LGPL-2.1-or-later

    tests/accounts/examples.py --build FOLDER --architecture x86_64|i386 -- WINE COMMAND...

FOLDER is where the programs and netadmin.exe are built; WINE COMMAND runs a Windows program in a prefix
whose accounts are those that are always there. A check that fails is a line "examples: what: why"; the
last line is the number of checks. The exit status is 0 if none failed.
"""

import argparse
import getpass
import json
import os
import subprocess
import sys
import traceback

sys.dont_write_bytecode = True  # the source tree stays as it is
sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "../examples/agreement"))

from tools import Place  # noqa: E402

UF_SCRIPT, UF_ACCOUNTDISABLE, UF_NORMAL_ACCOUNT = 0x1, 0x2, 0x200
NEVER = "-1"
TIMEQ_FOREVER = 0xffffffff
DOMAIN_USERS = "513"
USER = "carol"
NEW_NAME = "caroline"
GROUP = "choir"
PASSWORD = "First.Pass.1"
NEW_PASSWORD = "Second.Pass.2"

# What netadmin's JSON calls the members of user_info.exe
MEMBERS = {
    "name": "usri4_name",
    "privilege": "usri4_priv",
    "home directory": "usri4_home_dir",
    "comment": "usri4_comment",
    "script path": "usri4_script_path",
    "full name": "usri4_full_name",
    "user comment": "usri4_usr_comment",
    "parameters": "usri4_parms",
    "workstations": "usri4_workstations",
    "last logon": "usri4_last_logon",
    "last logoff": "usri4_last_logoff",
    "units per week": "usri4_units_per_week",
    "hours": "usri4_logon_hours",
    "bad password count": "usri4_bad_pw_count",
    "logons": "usri4_num_logons",
    "logon server": "usri4_logon_server",
    "country code": "usri4_country_code",
    "code page": "usri4_code_page",
    "primary group": "usri4_primary_group_id",
    "profile": "usri4_profile",
    "home drive": "usri4_home_dir_drive",
    "password expired": "usri4_password_expired",
    "sid": "usri4_user_sid",
}

# The same of user_modals.exe
RULES = {
    "minimum password length": "usrmod0_min_passwd_len",
    "maximum password age": "usrmod0_max_passwd_age",
    "minimum password age": "usrmod0_min_passwd_age",
    "force logoff": "usrmod0_force_logoff",
    "password history": "usrmod0_password_hist_len",
    "lockout duration": "usrmod3_lockout_duration",
    "lockout window": "usrmod3_lockout_observation_window",
    "lockout threshold": "usrmod3_lockout_threshold",
}


class ThisComputer(Place):
    def __init__(self, options):
        super().__init__("%s/tests/examples/%s-windows" % (options.build, options.architecture), "",
                         None, None, options.wine)
        self.unc = ""
        self.netadmin_file = "%s/programs/netadmin/%s-windows/netadmin.exe" % (
            options.build, options.architecture)

    def netadmin_rows(self, *words):
        """The rows that netadmin prints as JSON."""
        done = subprocess.run([*self.wine, self.netadmin_file, *words, "/format:json"],
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=120)
        if done.returncode:
            raise AssertionError("netadmin %s: %s" % (" ".join(words), done.stderr.decode().strip()))
        return json.loads(done.stdout)


def shown_pairs(lines):
    return dict(line.split(": ", 1) if ": " in line else (line.rstrip(":"), "") for line in lines)


def shown_user(place, name):
    return shown_pairs(place.program("user_info", place.unc, name))


def number(value):
    """A value of JSON as the examples print it."""
    return NEVER if value == TIMEQ_FOREVER else str(value)


def check_user(place, name):
    shown = shown_user(place, name)
    row, = place.netadmin_rows("user", name)
    expected = {member: str(row[label]) for member, label in MEMBERS.items()}
    expected["flags"] = "%x" % row["usri4_flags"]
    expected["expires"] = number(row["usri4_acct_expires"])
    place.same("netadmin has the same of the user " + name,
               {member: shown.get(member) for member in expected}, expected)
    place.same("nobody is told the password of " + name, shown["password"], "(none)")
    place.same("netadmin has %s in the same groups" % name,
               [line.split("\t") for line in place.program("user_groups", place.unc, name)],
               [["global", group["grui0_name"]] for group in row["groups"]] +
               [["local", group["lgrui0_name"]] for group in row["local_groups"]])


def check_lists(place, users):
    """`users`: who must be there, in order."""
    rows = place.netadmin_rows("users", "/level:20")
    names = place.program("enum_users", place.unc)
    place.same("NetUserEnum", names, users)
    place.same("netadmin lists the same users", [row["usri20_name"] for row in rows], names)
    place.same("NetQueryDisplayInformation", sorted(
        line.split("\t") for line in place.program("query_display", place.unc, "1")), sorted(
        [str(row["usri20_user_id"]), "%x" % row["usri20_flags"], row["usri20_name"],
         row["usri20_full_name"], row["usri20_comment"]] for row in rows))
    place.same("netadmin lists the same groups",
               [line.split("\t") for line in place.program("enum_groups", place.unc)],
               [["global", str(row["grpi2_group_id"]), row["grpi2_name"], row["grpi2_comment"]]
                for row in place.netadmin_rows("groups")] +
               [["local", "0", row["lgrpi1_name"], row["lgrpi1_comment"]]
                for row in place.netadmin_rows("localgroups")])


def check_rules(place):
    """The rules; the names that NetUserModalsGet has for this computer: as text, and its SID."""
    shown = shown_pairs(place.program("user_modals"))
    rules, = place.netadmin_rows("policy")
    place.same("netadmin has the same rules", {rule: shown[rule] for rule in RULES},
               {rule: number(rules[label]) for rule, label in RULES.items()})
    return shown["domain"], shown["sid"]


def members_of(place, group):
    return [row["lgrmi2_domainandname"] for row in place.netadmin_rows("localgroup", "members", group)]


def check_new_user(place, domain):
    place.program("add_user", place.unc, USER, typed=PASSWORD + "\n")
    check_user(place, USER)
    shown = shown_user(place, USER)
    place.same("the new user", [shown[member] for member in (
        "comment", "flags", "privilege", "primary group", "full name")],
        ["Added by a program", "%x" % (UF_SCRIPT | UF_NORMAL_ACCOUNT), "1", DOMAIN_USERS, ""])
    place.same("the new user's SID is of this computer", shown["sid"].rpartition("-")[0], domain)
    place.program("add_user", place.unc, USER, typed=PASSWORD + "\n", status=1)
    place.program("set_user", place.unc, USER, "full-name", "Carol C")
    place.program("set_user", place.unc, USER, "comment", "Set by a program")
    place.program("set_user", place.unc, USER, "disable")
    check_user(place, USER)
    shown = shown_user(place, USER)
    place.same("the changed user", [shown[member] for member in ("full name", "comment", "flags")],
               ["Carol C", "Set by a program",
                "%x" % (UF_SCRIPT | UF_ACCOUNTDISABLE | UF_NORMAL_ACCOUNT)])
    place.program("set_user", place.unc, USER, "enable")
    check_user(place, USER)


def check_password(place):
    for old, status in (("Wrong.Pass.1", 1), (PASSWORD, 0), (PASSWORD, 1)):
        place.program("change_password", place.unc, USER, typed="%s\n%s\n" % (old, NEW_PASSWORD),
                      status=status)


def check_new_group(place, computer):
    member = "%s\\%s" % (computer, USER)
    place.same("the members of a new local group",
               place.program("add_local_group", place.unc, GROUP, USER), [member])
    place.same("a member may be there already",
               place.program("add_local_group", place.unc, GROUP, member), [member])
    place.same("netadmin has the same members", members_of(place, GROUP), [member])
    place.same("the user is in it", "local\t" + GROUP in
               place.program("user_groups", place.unc, USER), True)
    place.program("add_local_group", place.unc, GROUP, "nobody-of-this-name", status=1)
    place.program("set_user", place.unc, USER, "rename", NEW_NAME)
    check_user(place, NEW_NAME)
    place.same("a member has its new name", members_of(place, GROUP), ["%s\\%s" % (computer, NEW_NAME)])
    place.program("user_info", place.unc, USER, status=1)


def check(place):
    there = ["Administrator", "Guest", getpass.getuser()]
    for user in there:
        check_user(place, user)
    check_lists(place, there)
    computer, domain = check_rules(place)
    place.same("this computer by its name", place.program("enum_users", "\\\\" + computer), there)
    check_new_user(place, domain)
    check_password(place)
    check_lists(place, [*there, USER])
    check_new_group(place, computer)
    check_lists(place, [*there, NEW_NAME])
    place.program("delete_user", place.unc, NEW_NAME)
    place.program("delete_user", place.unc, NEW_NAME, status=1)
    place.program("user_info", place.unc, NEW_NAME, status=1)
    check_lists(place, there)
    # In a workgroup nobody has one.
    place.program("find_controller", status=1)
    place.program("user_groups", place.unc, "nobody-of-this-name", status=1)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", required=True)
    parser.add_argument("--architecture", required=True, choices=("x86_64", "i386"))
    parser.add_argument("wine", nargs="+")
    place = ThisComputer(parser.parse_args())
    try:
        check(place)
    except (AssertionError, LookupError, ValueError, OSError):
        place.checked += 1
        place.failures.append(traceback.format_exc())
    for failure in place.failures:
        print("examples: " + failure)
    print(place.checked)
    return 1 if place.failures else 0


if __name__ == "__main__":
    sys.exit(main())
