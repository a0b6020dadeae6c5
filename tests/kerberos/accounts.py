#!/usr/bin/python3
"""Compares what the programs of tests/examples show of a domain's accounts with what Samba's tools say.

SPDX-License-Identifier: LGPL-2.1-or-later

    tests/kerberos/accounts.py --build FOLDER --server NAME --conf FILE --user NAME -- WINE COMMAND...

So does netadmin.exe, of accounts and of the domain itself. FOLDER is where both are built. NAME is the
domain controller, in the DNS domain of WINE's computer; FILE is its configuration. --user is an
administrator of the domain, whose password is the first line of standard input; WINE COMMAND runs a
Windows program, logged on with that user's ticket. A check that fails is a line "accounts: what: why";
the last line is the number of checks. The exit status is 0 if none failed.
"""

import argparse
import json
import os
import re
import socket
import subprocess
import sys
import time
import traceback

sys.dont_write_bytecode = True  # the source tree stays as it is
sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "../examples/agreement"))

import accounts  # noqa: E402
from tools import Place, fields  # noqa: E402

NEVER = "-1"
UF_SCRIPT = 0x1  # the API has it set for every account, Active Directory does not
FILETIME_1970 = 11644473600  # s
NO_EXPIRY = ("0", str(2 ** 63 - 1))
DAY, MINUTE = 86400, 60  # s
CLOCK = 120  # s, for what is told as an age
TRUST_FOREST = 0x8  # TRUST_ATTRIBUTE_FOREST_TRANSITIVE
TRUST_OUTBOUND, TRUST_INBOUND, TRUST_PRIMARY = 0x2, 0x20, 0x8  # DS_DOMAIN_
FULL = "full"
FULL_PASSWORD = "Full.Pass.1"

# What samba-tool calls the members of user_info.exe. It leaves out what is empty.
ATTRIBUTES = {
    "name": "sAMAccountName",
    "full name": "displayName",
    "comment": "description",
    "user comment": "comment",
    "home directory": "homeDirectory",
    "home drive": "homeDrive",
    "profile": "profilePath",
    "script path": "scriptPath",
    "workstations": "userWorkstations",
    "primary group": "primaryGroupID",
    "bad password count": "badPwdCount",
    "logons": "logonCount",
    "country code": "countryCode",
    "code page": "codePage",
    "sid": "objectSid",
}

# What pdbedit calls them. It fills in what is empty, so that it is asked for a user who has all.
PDBEDIT = {
    "name": "Unix username",
    "full name": "Full Name",
    "comment": "Account desc",
    "home directory": "Home Directory",
    "home drive": "HomeDir Drive",
    "profile": "Profile Path",
    "script path": "Logon Script",
    "sid": "User SID",
}


class Domain(Place):
    """A domain controller in the place of the server of tests/bed."""

    def __init__(self, options, password):
        super().__init__(options.build + "/tests/examples/x86_64-windows", options.server, None, None,
                         options.wine)
        self.netadmin_file = options.build + "/programs/netadmin/x86_64-windows/netadmin.exe"
        self.conf = options.conf
        self.user = options.user
        self.password = password

    def tool(self, *command, status=0):
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
        if done.returncode != status:
            raise AssertionError("%s: %s" % (" ".join(command[:3]), done.stderr.decode().strip()))
        return done.stdout.decode()

    def netadmin(self, *words):
        """What netadmin prints."""
        done = subprocess.run([*self.wine, self.netadmin_file, *words],
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=120)
        if done.returncode:
            raise AssertionError("netadmin %s: %s" % (" ".join(words), done.stderr.decode().strip()))
        return done.stdout.decode()

    def netadmin_rows(self, *words):
        return json.loads(self.netadmin(*words, "/format:json"))

    def samba_tool(self, *command):
        return self.tool("samba-tool", *command, "--configfile", self.conf)

    def rpcclient(self, command, user=None):
        return self.tool("rpcclient", "-s", self.conf, "-U", "%s%%%s" % (self.user, self.password),
                         self.server, "-c", command)

    def can_log_on(self, name, password):
        try:
            self.tool("smbclient", "-s", self.conf, "-U", "%s%%%s" % (name, password),
                      "//%s/IPC$" % self.server, "-c", "quit")
            return True
        except AssertionError:
            return False


def attributes_of(place, name):
    """{attribute: value} of a user, as samba-tool shows it."""
    return dict(fields(place.samba_tool("user", "show", name)))


def seconds_of(filetime):
    """When that was, in seconds since 1970; 0 for never."""
    return max(int(filetime) // 10 ** 7 - FILETIME_1970, 0) if filetime not in NO_EXPIRY else 0


def check_user(place, name):
    told = attributes_of(place, name)
    shown = accounts.shown_user(place, name)
    expected = {member: told.get(attribute, "") for member, attribute in ATTRIBUTES.items()}
    expected["flags"] = "%x" % (int(told["userAccountControl"]) | UF_SCRIPT)
    expires = told["accountExpires"]
    expected["expires"] = NEVER if expires in NO_EXPIRY else str(seconds_of(expires))
    expected["last logon"] = str(seconds_of(told.get("lastLogon", "0")))
    place.same("samba-tool has the same of the user " + name,
               {member: shown.get(member) for member in expected}, expected)
    changed = seconds_of(told["pwdLastSet"])
    age = time.time() - changed if changed else 0
    place.same("the password of %s is as old as samba-tool has it" % name,
               abs(int(shown["password age"]) - age) <= CLOCK, True)


def add_full_user(place):
    """A user who has everything that samba-tool can give."""
    place.samba_tool("user", "create", FULL, FULL_PASSWORD, "--given-name=Full", "--surname=Of It",
                     "--description=Has everything", "--script-path=logon.cmd",
                     r"--profile-path=\\dc1\profiles\full", r"--home-directory=\\dc1\homes\full",
                     "--home-drive=H:")
    place.samba_tool("user", "setexpiry", FULL, "--days=30")


def check_full_user(place):
    add_full_user(place)
    accounts.check_user(place, FULL)
    check_user(place, FULL)
    shown = accounts.shown_user(place, FULL)
    told = dict(fields(place.tool("pdbedit", "-s", place.conf, "-L", "-v", FULL)))
    place.same("pdbedit has the same of the user " + FULL,
               {member: shown[member] for member in PDBEDIT},
               {member: told[label] for member, label in PDBEDIT.items()})
    domain, _, rid = told["Primary Group SID"].rpartition("-")
    place.same("pdbedit has the same primary group", (shown["primary group"], shown["sid"].rpartition("-")[0]),
               (rid, domain))
    place.program("delete_user", place.unc, FULL)
    place.same("samba-tool has the deleted user no more",
               FULL in place.samba_tool("user", "list").split("\n"), False)


def check_lists(place):
    place.same("samba-tool lists the same users", sorted(place.program("enum_users", place.unc)),
               sorted(place.samba_tool("user", "list").splitlines()))
    shown = [line.split("\t") for line in place.program("enum_groups", place.unc)]
    place.same("samba-tool lists the same groups", sorted(name for _, _, name, _ in shown),
               sorted(place.samba_tool("group", "list").splitlines()))
    machines = [line.split("\t")[2] for line in place.program("query_display", place.unc, "2")]
    place.same("samba-tool lists the same computers", sorted(machines),
               sorted(place.samba_tool("computer", "list").splitlines()))
    groups = [line.split("\t") for line in place.program("query_display", place.unc, "3")]
    place.same("NetQueryDisplayInformation has the groups of NetGroupEnum",
               sorted((name, rid, comment) for rid, _, name, _, comment in groups),
               sorted((name, rid, comment) for kind, rid, name, comment in shown if kind == "global"))


def check_groups(place, name):
    """Each group that lists the user, and the primary one, whose members Samba does not list."""
    primary = attributes_of(place, name)["primaryGroupID"]
    listed = [line.split("\t") for line in place.program("enum_groups", place.unc)]
    names = [group for kind, rid, group, _ in listed if kind == "global" and (
        rid == primary or name in place.samba_tool("group", "listmembers", group).splitlines())]
    shown = [line.split("\t") for line in place.program("user_groups", place.unc, name)]
    place.same("samba-tool has %s in the same groups" % name,
               sorted(group for kind, group in shown if kind == "global"), sorted(names))


def rules_of(place):
    """The rules of samba-tool, as the examples name and count them."""
    told = dict(fields(place.samba_tool("domain", "passwordsettings", "show")))
    return {
        "minimum password length": told["Minimum password length"],
        "password history": told["Password history length"],
        "minimum password age": str(int(told["Minimum password age (days)"]) * DAY),
        "maximum password age": str(int(told["Maximum password age (days)"]) * DAY),
        "lockout threshold": told["Account lockout threshold (attempts)"],
        "lockout duration": str(int(told["Account lockout duration (mins)"]) * MINUTE),
        "lockout window": str(int(told["Reset account lockout after (mins)"]) * MINUTE),
    }


def check_rules(place):
    shown = dict(line.split(": ", 1) for line in place.program("user_modals", place.unc))
    expected = rules_of(place)
    place.same("samba-tool has the same rules", {rule: shown[rule] for rule in expected}, expected)


# ---- netadmin ------------------------------------------------------------------------------------

def members_of(place, group):
    return sorted(place.samba_tool("group", "listmembers", group).splitlines())


def check_netadmin_accounts(place):
    server = "//" + place.server.partition(".")[0]  # a ticket may be for either name
    users = place.netadmin_rows("users", server)
    place.same("netadmin lists samba-tool's users", sorted(user["usri3_name"] for user in users),
               sorted(place.samba_tool("user", "list").splitlines()))
    for user in users:
        told = attributes_of(place, user["usri3_name"])
        place.same("netadmin has samba-tool's flags of " + user["usri3_name"], user["usri3_flags"],
                   int(told["userAccountControl"]) | UF_SCRIPT)
    user, = place.netadmin_rows("user", server, "bob")
    place.same("netadmin has samba-tool's SID of a user", user["usri4_user_sid"],
               attributes_of(place, "bob")["objectSid"])
    place.same("netadmin and user_groups.exe have the same groups",
               sorted([("global", group["grui0_name"]) for group in user["groups"]] +
                      [("local", group["lgrui0_name"]) for group in user["local_groups"]]),
               sorted(tuple(line.split("\t")) for line in
                      place.program("user_groups", place.unc, "bob")))


def check_netadmin_changes(place):
    server = "//" + place.server
    place.netadmin("group", "add", server, "builders", "/comment:Who build", "/yes")
    place.netadmin("group", "members", server, "builders", "/add:bob," + place.user, "/yes")
    place.same("samba-tool has the members that netadmin added", members_of(place, "builders"),
               sorted(["bob", place.user]))
    place.netadmin("group", "members", server, "builders", "/remove:bob", "/yes")
    place.same("and not the one that it removed", members_of(place, "builders"), [place.user])
    place.netadmin("group", "remove", server, "builders", "/yes")
    place.same("nor the group that it removed",
               "builders" in place.samba_tool("group", "list").splitlines(), False)
    place.netadmin("user", "set", server, "bob", "/fullname:Bob B", "/comment:Set", "/yes")
    told = attributes_of(place, "bob")
    place.same("samba-tool has what netadmin set", (told["displayName"], told["description"]),
               ("Bob B", "Set"))


def check_netadmin_policy(place):
    server = "//" + place.server
    place.netadmin("policy", "set", server, "/min-length:9", "/lockout-after:6", "/yes")
    rules, = place.netadmin_rows("policy", server)
    expected = rules_of(place)
    place.same("samba-tool has the rules that netadmin set",
               (expected["minimum password length"], expected["lockout threshold"]), ("9", "6"))
    place.same("netadmin has samba-tool's rules", {
        "minimum password length": str(rules["usrmod0_min_passwd_len"]),
        "password history": str(rules["usrmod0_password_hist_len"]),
        "minimum password age": str(rules["usrmod0_min_passwd_age"]),
        "maximum password age": str(rules["usrmod0_max_passwd_age"]),
        "lockout threshold": str(rules["usrmod3_lockout_threshold"]),
        "lockout duration": str(rules["usrmod3_lockout_duration"]),
        "lockout window": str(rules["usrmod3_lockout_observation_window"]),
    }, expected)


def check_netadmin_domain(place):
    name = place.server.partition(".")[2]
    address = socket.gethostbyname(place.server)
    told = dict(fields(place.samba_tool("domain", "info", address)))
    domain, = place.netadmin_rows("domain", name)
    place.same("netadmin has samba-tool's domain", domain, {
        **domain,
        "DomainName": told["Domain"],
        "DnsForestName": told["Forest"],
        "DomainControllerName": "\\\\" + told["DC name"],
        "DomainControllerAddress": "\\\\" + address,
        "DcSiteName": told["Server site"],
        "ClientSiteName": told["Client site"],
    })
    place.same("netadmin finds this computer's domain", {
        key: value for key, value in place.netadmin_rows("domain")[0].items() if key in domain}, domain)
    place.same("netadmin has samba-tool's controllers", place.netadmin_rows("domain", name, "/controllers"),
               [{"DnsHostName": told["DC name"], "SockAddresses": address}])
    trusts = re.findall(r"Type\[(\w+)\].*Direction\[(\w+)\].*Name\[(.*)\]",
                        place.samba_tool("domain", "trust", "list"))
    shown = place.netadmin_rows("domain", name, "/trusts")
    place.same("those of this computer's domain are the same", place.netadmin_rows("domain", "/trusts"), shown)
    ways = {TRUST_OUTBOUND: "OUTGOING", TRUST_INBOUND: "INCOMING", TRUST_OUTBOUND | TRUST_INBOUND: "BOTH"}
    place.same("netadmin has samba-tool's trusts",
               [("Forest" if trust["TrustAttributes"] & TRUST_FOREST else "External",
                 ways[trust["Flags"] & (TRUST_OUTBOUND | TRUST_INBOUND)], trust["DnsDomainName"])
                for trust in shown if not trust["Flags"] & TRUST_PRIMARY], trusts)
    place.same("and the domain itself", [(trust["NetbiosDomainName"], trust["DomainGuid"])
                                         for trust in shown if trust["Flags"] & TRUST_PRIMARY],
               [(told["Netbios domain"], domain["DomainGuid"])])


def check(place):
    # Otherwise nobody changes a new password for a day.
    place.samba_tool("domain", "passwordsettings", "set", "--min-pwd-age=0",
                     "--account-lockout-threshold=7", "--min-pwd-length=8")
    # Not who asks: each question is a logon more.
    accounts.check(place, ("bob", "Administrator"))
    for user in ("bob", "Administrator", "Guest", "krbtgt"):
        check_user(place, user)
        check_groups(place, user)
    check_groups(place, place.user)
    check_full_user(place)
    check_lists(place)
    check_rules(place)
    check_netadmin_accounts(place)
    check_netadmin_changes(place)
    check_netadmin_policy(place)
    check_netadmin_domain(place)


def main():
    parser = argparse.ArgumentParser()
    for name in ("build", "server", "conf", "user"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("wine", nargs="+")
    place = Domain(parser.parse_args(), sys.stdin.readline().rstrip("\n"))
    try:
        check(place)
    except (AssertionError, LookupError, ValueError, OSError):
        place.checked += 1
        place.failures.append(traceback.format_exc())
    for failure in place.failures:
        print("accounts: " + failure)
    print(place.checked)
    return 1 if place.failures else 0


if __name__ == "__main__":
    sys.exit(main())
