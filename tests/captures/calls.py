"""Holds what this project's tables read in the parameters of remote calls against the dissector.

SPDX-License-Identifier: LGPL-2.1-or-later

Both sides have the values in the order of the specification. The names must be the same as well, so
that two members of one type cannot change places: by names.txt here and that of tests/oracle, since
Wireshark has many of its names from Samba.
"""

import collections
import json
import os
import subprocess

HERE = os.path.dirname(os.path.realpath(__file__))
NAMES_FILES = (os.path.join(HERE, "names.txt"),
               os.path.join(os.path.dirname(HERE), "oracle", "names.txt"))

# One call; request and response are Stubs, the request None where the dissector could not read it.
Call = collections.namedtuple("Call", "title interface number request response")


def read_names():
    """What a member is called here and there; what is called the same is not in the list."""
    for path in NAMES_FILES:
        with open(path, encoding="ascii") as lines:
            for line in lines:
                if line.strip() and line[0] != "#":
                    yield tuple(line.split())


NAMES = set(read_names())


def is_same_name(ours, theirs):
    last = theirs.rsplit(".", 1)[-1]
    return ours.replace("_", "") == last.replace("_", "").lower() or (ours, last) in NAMES


def flatten(value, name=""):
    """The values of this project: (name, number, text or list of bytes). An empty string and a
    pointer that is NULL are no values for the dissector."""
    if isinstance(value, dict):
        for inner, member in value.items():
            yield from flatten(member, inner)
    elif isinstance(value, list) and not (value and all(isinstance(e, int) for e in value)):
        for element in value:
            yield from flatten(element, name)
    elif value is not None and value not in ("", []):
        yield name, value


def is_same_value(ours, data):
    if isinstance(ours, int):
        return ours == int.from_bytes(data, "little")
    # Text, or bytes in hexadecimal: a SID, a context handle.
    return ours == data.hex() or (len(data) % 2 == 0 and
                                  ours == data.decode("utf-16-le", "replace").rstrip("\0"))


class Fields:
    """The dissector's values, to be taken one after the other."""

    def __init__(self, values):
        self.left = list(values)

    def take(self, name, value):
        """What is not the same, as text; None if it is. Numbers in a list are either values of
        their own or the bytes of something that the dissector takes apart."""
        if isinstance(value, list):
            taken, data = 0, b""
            while len(data) < len(value) and taken < len(self.left):
                data += self.left[taken][1]
                taken += 1
            if data == bytes(value) if max(value) < 256 else False:
                self.left = self.left[taken:]
                return None
            return next(filter(None, (self.take(name, element) for element in value)), None)
        if not self.left:
            return f"{name} = {value!r} was read, tshark has nothing more"
        field, data = self.left.pop(0)
        if not is_same_value(value, data):
            return f"{name} = {value!r} was read, tshark has {field} = {data.hex()}"
        if not is_same_name(name, field):
            return f"{name} is {field} to tshark, and names.txt does not say that it is the same"
        return None


def difference(ours, stub):
    """The first thing that is not the same."""
    fields = Fields(stub.values())
    for name, value in flatten(ours):
        found = fields.take(name, value)
        if found:
            return found
    return f"was not read: {fields.left}" if fields.left else None


class Tables:
    """This project's, at the other end of decode_call.c."""

    def __init__(self, build):
        self.program = os.path.join(build, "tests", "captures", "decode_call")
        described = (line.split("\t") for line in self.run("list"))
        self.operations = {(interface, int(number)): name for interface, number, name in described}

    def run(self, command, questions=""):
        result = subprocess.run([self.program, command], input=questions, text=True,
                                stdout=subprocess.PIPE, check=True)
        return result.stdout.splitlines()

    def name(self, call):
        """None if no table describes it."""
        return self.operations.get((call.interface, call.number))

    def read(self, calls):
        """For each call the values of its request and of its response, each as text."""
        questions = "".join(
            f"{call.interface}\t{call.number}\t{call.request.ndr().hex() if call.request else '-'}"
            f"\t{call.response.ndr().hex()}\n" for call in calls)
        return [line.split("\t") for line in self.run("read", questions)]


def check_stub(title, answer, stub, report):
    if answer.startswith("refused"):
        report.fail(title, answer)
        return
    found = difference(json.loads(answer), stub)
    if found:
        report.fail(title, found)
    else:
        report.succeed(title, f"{len(list(stub.values()))} values")


def check(calls, tables, report):
    """A line for each request and each response; gives how many calls no table describes."""
    described = [call for call in calls if tables.name(call)]
    for call, answers in zip(described, tables.read(described), strict=True):
        title = f"{call.title}: {call.interface}.{tables.name(call)}"
        if call.request:
            check_stub(f"{title} request", answers[0], call.request, report)
        check_stub(f"{title} response", answers[1], call.response, report)
    return len(calls) - len(described)
