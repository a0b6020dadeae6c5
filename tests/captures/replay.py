"""Holds what the functions of the API make of the answers in a capture against what the dissector reads
there (expected_accounts.py), and what they ask for it against what the captured client asked.

SPDX-License-Identifier: LGPL-2.1-or-later

The server is that of ask_accounts.c: it has the answers of the capture and no others.
"""

import collections
import os
import subprocess

import expected_accounts as accounts

CONTEXT_HANDLE_SIZE = 20
# What closes a handle, in each interface that accounts are asked of.
CLOSES = {"samr": 1, "lsarpc": 0}
# What may pass between an answer and a look at the clock here, in seconds.
HASTE = 60


class Conversation:
    """What a client asked from its first handle until it had none any more."""

    def __init__(self, calls):
        self.calls = calls

    def all(self, operation):
        return [call for call in self.calls if (call.interface, call.number) == operation]

    def request(self, operation):
        return accounts.values(self.all(operation)[0].request)

    def response(self, operation):
        return accounts.values(self.all(operation)[0].response)


def handles(stub):
    return {data for name, data in stub.values()
            if name.endswith("handle") and len(data) == CONTEXT_HANDLE_SIZE and any(data)}


def conversations(calls):
    """One that never ends is none."""
    begun, opened = [], set()
    for call in calls:
        begun.append(call)
        if CLOSES[call.interface] == call.number:
            opened -= handles(call.request)
        opened |= handles(call.response)
        if not opened:
            yield Conversation(begun)
            begun = []


# ---- What is asked -----------------------------------------------------------------------------


def nobody(_):
    return b"\0"


def user(conversation):
    return conversation.request(accounts.LOOKUP_NAMES)["names"][0]


def account_name(conversation):
    return conversation.request(accounts.LSA_LOOKUP_NAMES)["string"][0]


def user_of_account_name(conversation):
    """Without the domain, which a client adds by itself."""
    name = account_name(conversation)
    return name[name.find(accounts.BACKSLASH) + len(accounts.BACKSLASH):]


def sid(conversation):
    return conversation.request(accounts.LSA_LOOKUP_SIDS)["domain_sid"][0]


# What a client was in that asked all of these operations: at which level, about what or whom, and what is
# to come out.
Function = collections.namedtuple("Function", "name level operations about expected")

ASKED_FOR_USER_INFO = (accounts.LOOKUP_DOMAIN, accounts.LOOKUP_NAMES, accounts.QUERY_USER,
                       accounts.QUERY_SECURITY, accounts.GET_GROUPS_FOR_USER,
                       accounts.GET_ALIAS_MEMBERSHIP)
FUNCTIONS = (
    Function("NetUserGetInfo", 3, ASKED_FOR_USER_INFO, user, accounts.user_info),
    Function("NetUserGetInfo", 4, ASKED_FOR_USER_INFO, user, accounts.user_info),
    Function("NetUserGetGroups", 1,
             (accounts.LOOKUP_NAMES, accounts.GET_GROUPS_FOR_USER, accounts.LOOKUP_IDS),
             user, accounts.groups),
    Function("NetUserGetLocalGroups", 0,
             (accounts.LSA_LOOKUP_NAMES, accounts.GET_ALIAS_MEMBERSHIP),
             user_of_account_name, accounts.local_groups),
    Function("NetUserModalsGet", 0, (accounts.QUERY_DOMAIN,), nobody, accounts.modals),
    Function("LookupName", 0, (accounts.LSA_LOOKUP_NAMES,), account_name, accounts.looked_up_name),
    Function("LookupSid", 0, (accounts.LSA_LOOKUP_SIDS,), sid, accounts.looked_up_sid),
)


def ask(build, calls, questions):
    """The answers of ask_accounts.c, each {name: [value, ...]}."""
    lines = [f"call\t{call.interface}\t{call.number}\t{call.request.ndr().hex()}"
             f"\t{call.response.ndr().hex()}\n" for call in calls]
    lines += [f"ask\t{function.name}\t{function.level}\t{function.about(conversation).hex()}\n"
              for function, conversation in questions]
    result = subprocess.run([os.path.join(build, "tests", "captures", "ask_accounts")],
                            input="".join(lines), text=True, stdout=subprocess.PIPE, check=True)
    for answer in result.stdout.split("\n\n")[:-1]:
        found = collections.defaultdict(list)
        for line in answer.splitlines():
            name, value = line.split("=", 1)
            found[name].append(value)
        yield found


# ---- Comparing ---------------------------------------------------------------------------------


def check_values(title, read, expected, report):
    expected = {"status": [0]} | expected
    for age, found in zip(expected.get("password_age", []), read.get("password_age", [])):
        if abs(age - int(found)) <= HASTE:
            expected["password_age"] = [found]
    report.compare(title, read, {name: found for name, found in expected.items() if found})


def check_operations(title, asked, unanswered, theirs, report):
    """No more of them than the client's; those that are others have their answer in the capture too."""
    added = collections.Counter(asked) - collections.Counter(theirs)
    spared = collections.Counter(theirs) - collections.Counter(asked)
    if unanswered:
        report.fail(title, f"the capture has no answer to {', '.join(unanswered)}")
    elif len(asked) > len(theirs):
        report.fail(title, f"{len(asked)}, and the client needed {len(theirs)}")
    else:
        report.succeed(title, f"{len(asked)}, where the client needed {len(theirs)}")
    print(f"    asked: {' '.join(asked)}")
    print(f"    that the client did not ask: {' '.join(added.elements()) or 'none'}")
    print(f"    that only the client asked: {' '.join(spared.elements()) or 'none'}")


def check(capture, calls, build, tables, report):
    """Two results for each function that a client of the capture was in; gives the names of these."""
    calls = [call for call in calls if call.interface in CLOSES and call.request]
    questions = [(function, conversation) for conversation in conversations(calls)
                 for function in FUNCTIONS if all(map(conversation.all, function.operations))]
    for (function, conversation), read in zip(questions, ask(build, calls, questions), strict=True):
        title = f"{capture}: {function.name} at level {function.level}"
        asked, unanswered = read.pop("asked", []), read.pop("unanswered", [])
        theirs = [f"{call.interface}.{tables.name(call)}" for call in conversation.calls]
        check_values(title, read, function.expected(conversation, function.level), report)
        check_operations(f"{title}: operations", asked, unanswered, theirs, report)
    return {function.name for function, _ in questions}
