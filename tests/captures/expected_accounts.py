"""What the functions of the API are to make of the answers about accounts that a capture has, by what
the dissector reads in them: tables and arithmetic of its own, from [MS-SAMR] and lmaccess.h.

SPDX-License-Identifier: LGPL-2.1-or-later

A conversation is one of replay.py. Values are as ask_accounts.c shows them: text, SIDs and bits in
hexadecimal.
"""

import collections
import time

# [MS-SAMR] 3.1.5 and [MS-LSAT] 3.1.4: interface and number of the operation.
QUERY_SECURITY = "samr", 3
LOOKUP_DOMAIN = "samr", 5
QUERY_DOMAIN = "samr", 8
GET_ALIAS_MEMBERSHIP = "samr", 16
LOOKUP_NAMES = "samr", 17
LOOKUP_IDS = "samr", 18
QUERY_USER = "samr", 36
GET_GROUPS_FOR_USER = "samr", 39
LSA_LOOKUP_SIDS = "lsarpc", 57
LSA_LOOKUP_NAMES = "lsarpc", 68

NO_LIMIT = NEVER = 0xFFFFFFFF # of the API

# Times there: 100 ns since 1601, or, where they are negative, from now on.
SECOND = 10 ** 7
UNIX_EPOCH = 11644473600
NO_TIME = 0
NEVER_COMES = 0x7FFFFFFFFFFFFFFF
NEVER_PASSES = -2 ** 63

# [MS-SAMR] 2.2.1.12, and lmaccess.h: what an account is.
FLAGS = {
    0x00000001: 0x000002, # disabled
    0x00000002: 0x000008, # home directory required
    0x00000004: 0x000020, # no password required
    0x00000008: 0x000100, # temporary duplicate
    0x00000010: 0x000200, # normal
    0x00000020: 0x020000, # MNS logon
    0x00000040: 0x000800, # interdomain trust
    0x00000080: 0x001000, # workstation trust
    0x00000100: 0x002000, # server trust
    0x00000200: 0x010000, # the password does not expire
    0x00000400: 0x000010, # locked out
    0x00000800: 0x000080, # the password may be stored reversibly
    0x00001000: 0x040000, # smart card required
    0x00002000: 0x080000, # trusted for delegation
    0x00004000: 0x100000, # not delegated
    0x00008000: 0x200000, # DES keys only
    0x00010000: 0x400000, # no preauthentication required
    0x00020000: 0x800000, # the password has expired
}
PASSWORD_DOES_NOT_EXPIRE = 0x00000200
SCRIPT = 0x1                  # always set
CANNOT_CHANGE_PASSWORD = 0x40 # the security descriptor says it

ACCESS_ALLOWED = 0
CHANGE_PASSWORD_RIGHT = 0x40 # [MS-SAMR] 2.2.1.7
EVERYONE = bytes.fromhex("010100000000000100000000")

GUEST, USER, ADMINISTRATOR = 0, 1, 2
GUEST_ID = 501
# Who is in one of these, of BUILTIN or of the domain.
ADMINISTRATORS = {544, 512}
GUESTS = {546, 514}
OPERATORS = {548: 8, 549: 4, 550: 1} # of accounts, of the server, of printers

# What the dissector calls the texts and the numbers of a user.
TEXTS = {"name": "account_name", "full_name": "full_name", "comment": "description",
         "user_comment": "comment", "home_folder": "home_directory", "home_drive": "home_drive",
         "script_path": "logon_script", "profile": "profile_path", "parameters": "parameters",
         "workstations": "workstations"}
NUMBERS = ("bad_password_count", "logon_count", "country_code", "code_page", "units_per_week")

LEVEL_WITH_SID = 4

BACKSLASH = "\\".encode("utf-16-le")


def number(data):
    return int.from_bytes(data, "little")


def values(stub):
    """By the last part of the dissector's names; what is empty has none."""
    found = collections.defaultdict(list)
    for name, data in stub.values():
        found[name.rsplit(".", 1)[-1]].append(data)
    return found


# ---- A user ------------------------------------------------------------------------------------


def now():
    return time.time() + UNIX_EPOCH


def unix_time(data):
    filetime = number(data)
    return 0 if filetime in (NO_TIME, NEVER_COMES) else filetime // SECOND - UNIX_EPOCH


def can_change_password(security, sid):
    # The first type is that of the descriptor.
    return any(number(kind) == ACCESS_ALLOWED and number(mask) & CHANGE_PASSWORD_RIGHT and
               who in (sid, EVERYONE)
               for kind, mask, who in zip(security["type"][1:], security["access_mask"],
                                          security["sid"], strict=True))


def privilege(relative_id, groups_of_user):
    if groups_of_user & ADMINISTRATORS:
        return ADMINISTRATOR
    return GUEST if groups_of_user & GUESTS or relative_id == GUEST_ID else USER


def has_expired(user, control):
    """By the time that the server says; a password that was never set has to be set at once."""
    return not control & PASSWORD_DOES_NOT_EXPIRE and (
        number(user["last_password_change"][0]) == NO_TIME or
        number(user["force_password_change"][0]) < now() * SECOND)


def flags_of(conversation, control, sid):
    flags = SCRIPT | sum(flag for bit, flag in FLAGS.items() if control & bit)
    if not can_change_password(conversation.response(QUERY_SECURITY), sid):
        flags |= CANNOT_CHANGE_PASSWORD
    return flags


def sid_of_user(conversation, relative_id):
    domain = conversation.response(LOOKUP_DOMAIN)["domain_sid"][0]
    return bytes([domain[0], domain[1] + 1]) + domain[2:] + relative_id


def user_info(conversation, level):
    """The age of the password is that of now."""
    user = conversation.response(QUERY_USER)
    relative_id, control = number(user["rid"][0]), number(user["acct_flags"][0])
    sid = sid_of_user(conversation, user["rid"][0])
    groups_of_user = {number(rid) for operation in (GET_GROUPS_FOR_USER, GET_ALIAS_MEMBERSHIP)
                      for rid in conversation.response(operation)["rid"]}
    expected = {name: b"".join(user[theirs]).hex() for name, theirs in TEXTS.items()}
    expected |= {name: number(user[name][0]) for name in NUMBERS}
    expected |= {
        "password": "",
        "logon_server": "\\\\*".encode("utf-16-le").hex(),
        "logon_hours": b"".join(user["bits"]).hex(),
        "flags": flags_of(conversation, control, sid),
        "privilege": privilege(relative_id, groups_of_user),
        "auth_flags": sum(flag for rid, flag in OPERATORS.items() if rid in groups_of_user),
        "primary_group": number(user["primary_gid"][0]),
        "last_logon": unix_time(user["last_logon"][0]),
        "last_logoff": unix_time(user["last_logoff"][0]),
        "expires": unix_time(user["acct_expiry"][0]) or NEVER,
        "password_age": int(now() - number(user["last_password_change"][0]) / SECOND),
        "password_expired": int(has_expired(user, control)),
        "storage_max": NO_LIMIT,
    }
    expected |= {"sid": sid.hex()} if level == LEVEL_WITH_SID else {"relative_id": relative_id}
    return {name: [value] for name, value in expected.items()}


# ---- Groups ------------------------------------------------------------------------------------


def names_of_ids(conversation):
    """Where nobody asked for names there are none."""
    if not conversation.all(LOOKUP_IDS):
        return {}
    return dict(zip(conversation.request(LOOKUP_IDS)["rids"],
                    conversation.response(LOOKUP_IDS)["names"], strict=True))


def groups(conversation, _):
    found = conversation.response(GET_GROUPS_FOR_USER)
    names = names_of_ids(conversation)
    return {"name": [names[rid].hex() for rid in found["rid"]],
            "attributes": [number(attributes) for attributes in found["attributes"]]}


def local_groups(conversation, _):
    names = names_of_ids(conversation)
    return {"name": [names.get(rid, b"").hex() for call in conversation.all(GET_ALIAS_MEMBERSHIP)
                     for rid in values(call.response)["rid"]]}


# ---- Rules, names and SIDs ---------------------------------------------------------------------


def seconds(data):
    ticks = int.from_bytes(data, "little", signed=True)
    return NEVER if ticks == NEVER_PASSES else -ticks // SECOND


def modals(conversation, _):
    found = collections.defaultdict(list)
    for call in conversation.all(QUERY_DOMAIN):
        found |= values(call.response)
    return {"password_length_min": [number(found["min_password_length"][0])],
            "password_age_max": [seconds(found["max_password_age"][0])],
            "password_age_min": [seconds(found["min_password_age"][0])],
            "force_logoff": [seconds(found["force_logoff_time"][0])],
            "password_history": [number(found["password_history_length"][0])]}


def looked_up_name(conversation, _):
    found = conversation.response(LSA_LOOKUP_NAMES)
    return {"use": [number(found["sid_type"][0])],
            "sid": [found["domain_sid"][-1].hex()]} # behind those of the domains


def looked_up_sid(conversation, _):
    found = conversation.response(LSA_LOOKUP_SIDS)
    domain, name = found["string"]
    return {"use": [number(found["sid_type"][0])], "name": [name.hex()],
            "domain_name": [(domain + BACKSLASH + name).hex()]}
