"""What Samba's own tools say of a server of the tests.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

import json
import re

RPCCLIENT_PATIENCE = "timeout 1800000;"  # ms; of itself it waits ten seconds


def status(server):
    return json.loads(server.run("smbstatus", "--json"))


def sessions(server):
    """Pairs of user and address, in order."""
    return sorted((session["username"], session["remote_machine"])
                  for session in status(server)["sessions"].values())


def open_files(server):
    """Pairs of path and user, in order. smbstatus knows users of opens by numbers."""
    told = status(server)
    users = {session["uid"]: session["username"] for session in told["sessions"].values()}
    return sorted((path, users.get(one["uid"], "?")) for path, file in told["open_files"].items()
                  for one in file["opens"].values())


def connections(server):
    """Pairs of share and user, in order, but for what only says that the server is asked."""
    told = status(server)
    users = {name: session["username"] for name, session in told["sessions"].items()}
    return sorted((one["service"], users.get(one["session_id"], "?")) for one in told["tcons"].values())


def rpcclient(server, command):
    return server.run("rpcclient", "-U", "admin%" + server.password("admin"), "127.0.0.1",
                      "-p", str(server.port), "-c", RPCCLIENT_PATIENCE + command)


def shares(server):
    """The shares: a dictionary of name to (path, comment)."""
    found = re.findall(r"netname: (.*)\n\tremark:\t(.*)\n\tpath:\t(.*)\n",
                       rpcclient(server, "netshareenumall 2"))
    return {name: (path, comment) for name, comment, path in found}


def permissions(server, share):
    """What sharesec says: the lines of the access control list."""
    return re.findall(r"^ACL:(.*)$", server.run("sharesec", share, "--view"), re.MULTILINE)
