#!/usr/bin/python3
"""The calls of tests/bench/caller.c, made by Samba's own client in this process: python3-samba.

SPDX-License-Identifier: LGPL-2.1-or-later

Commands and answers are those of caller.c: server and list; and

    unpack FILE COUNT    decodes an answer to NetrSessionEnum with Samba's NDR library, COUNT times
                         ok NS...
"""

import sys
import time

from samba import credentials, param
from samba.dcerpc import lsa, samr, security, srvsvc, wkssvc
from samba.ndr import ndr_unpack_out

UNLIMITED = 0xFFFFFFFF

servers = {}
pipes = {}


def add_server(name, address, port, user, password):
    configuration = param.LoadParm()
    configuration.set("smb ports", port)
    who = credentials.Credentials()
    who.guess(configuration)
    who.set_username(user)
    who.set_password(password)
    who.set_kerberos_state(credentials.DONT_USE_KERBEROS)
    servers[name] = (address, configuration, who)
    return []


def pipe(interface, server):
    """Connected at the first need, as by the library that is compared."""
    if (interface, server) not in pipes:
        address, configuration, who = servers[server]
        connect = {"samr": samr.samr, "srvsvc": srvsvc.srvsvc,
                   "wkssvc": wkssvc.wkssvc}[interface]
        pipes[interface, server] = connect("ncacn_np:%s[\\pipe\\%s]" % (address, interface),
                                           configuration, who)
    return pipes[interface, server]


def list_of(structure, counters, level):
    control = structure()
    control.level = level
    control.ctr = counters()
    return control


def ask_sessions(server, level):
    counters = {0: srvsvc.NetSessCtr0, 1: srvsvc.NetSessCtr1}[level]
    control, _, _ = pipe("srvsvc", server).NetSessEnum(
        None, None, None, list_of(srvsvc.NetSessInfoCtr, counters, level), UNLIMITED, 0)
    return control.ctr.count


def ask_shares(server, level):
    counters = {1: srvsvc.NetShareCtr1, 2: srvsvc.NetShareCtr2}[level]
    control, _, _ = pipe("srvsvc", server).NetShareEnumAll(
        None, list_of(srvsvc.NetShareInfoCtr, counters, level), UNLIMITED, 0)
    return control.ctr.count


def ask_files(server, level):
    counters = {3: srvsvc.NetFileCtr3}[level]
    control, _, _ = pipe("srvsvc", server).NetFileEnum(
        None, None, None, list_of(srvsvc.NetFileInfoCtr, counters, level), UNLIMITED, 0)
    return control.ctr.count


def ask_workstation(server, level):
    pipe("wkssvc", server).NetWkstaGetInfo(None, level)
    return 1


def text(value):
    string = lsa.String()
    string.string = value
    return string


def open_domain(samr_pipe):
    """What a call of the API does too: the domain of accounts, which is not Builtin."""
    handle = samr_pipe.Connect2(None, security.SEC_FLAG_MAXIMUM_ALLOWED)
    _, domains, _ = samr_pipe.EnumDomains(handle, 0, UNLIMITED)
    name = next(entry.name.string for entry in domains.entries if entry.name.string != "Builtin")
    sid = samr_pipe.LookupDomain(handle, text(name))
    return handle, samr_pipe.OpenDomain(handle, security.SEC_FLAG_MAXIMUM_ALLOWED, sid)


def user_entries(samr_pipe, domain):
    resume = 0
    while True:
        resume, users, count = samr_pipe.EnumDomainUsers(domain, resume, 0, 0xFFFF)
        if not count:
            return
        yield from users.entries
        if not resume:
            return


def display_entries(samr_pipe, domain):
    index = 0
    while True:
        _, size, info = samr_pipe.QueryDisplayInfo(domain, 1, index, 1000, 0x10000)
        if not info.count:
            return
        yield from info.entries
        index += info.count


def ask_users(server, level):
    """Level 0 is names; 20 what lists show; 3 everything of each user."""
    samr_pipe = pipe("samr", server)
    handle, domain = open_domain(samr_pipe)
    entries = {0: user_entries, 3: user_entries, 20: display_entries}[level](samr_pipe, domain)
    count = 0
    for entry in entries:
        count += 1
        if level == 3:
            user = samr_pipe.OpenUser(domain, security.SEC_FLAG_MAXIMUM_ALLOWED, entry.idx)
            samr_pipe.QueryUserInfo(user, samr.UserAllInformation)
            # Whether the user may change the password is in there, and nowhere else.
            samr_pipe.QuerySecurity(user, security.SECINFO_DACL)
            samr_pipe.Close(user)
    samr_pipe.Close(domain)
    samr_pipe.Close(handle)
    return count


ASK = {"sessions": ask_sessions, "shares": ask_shares, "files": ask_files, "users": ask_users,
       "workstation": ask_workstation}


def list_entries(kind, server, level, count):
    ask = ASK[kind]
    level = int(level)
    entries, times = 0, []
    for _ in range(int(count)):
        start = time.perf_counter_ns()
        entries = ask(server, level)
        times.append(time.perf_counter_ns() - start)
    return [entries, *times]


def unpack(file, count):
    with open(file, "rb") as answer:
        data = answer.read()
    times = []
    for _ in range(int(count)):
        call = srvsvc.NetSessEnum()
        start = time.perf_counter_ns()
        ndr_unpack_out(call, data)
        times.append(time.perf_counter_ns() - start)
        del call
    return times


COMMANDS = {"server": add_server, "list": list_entries, "unpack": unpack}


def main():
    for line in sys.stdin:
        name, *arguments = line.split()
        try:
            answer = COMMANDS[name](*arguments)
        except (RuntimeError, LookupError, OSError) as trouble:  # Samba's errors are RuntimeErrors
            print("error", str(trouble).replace("\n", " "), flush=True)
            continue
        print("ok", *answer, flush=True)


if __name__ == "__main__":
    main()
