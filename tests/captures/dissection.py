"""What Wireshark's dissector reads in a capture: the replies of servers, their bytes and values.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

import os
import subprocess
import tempfile
import xml.etree.ElementTree

PREFERENCES = ("tcp.desegment_tcp_streams:TRUE", "smb2.pipe_reassembly:TRUE",
               "dcerpc.desegment_dcerpc:TRUE", "dcerpc.reassemble_dcerpc:TRUE")

SMB_PORTS = (139, 445)
# The interfaces whose calls are looked into.
INTERFACES = ("lsarpc", "samr", "srvsvc")

# [C706] 12.6.4: those that a client sends here, and a server.
RPC_REQUEST = 0
SERVER_PDUS = (RPC_RESPONSE, RPC_FAULT, RPC_BIND_ACK, RPC_ALTER_CONTEXT_RESP) = 2, 3, 12, 15


class Fields:
    """A part of a dissected packet: the values of the fields in it, by Wireshark's names."""

    def __init__(self, elements):
        self.elements = elements

    def all(self, name):
        """The elements of a field, in the order in which they stand."""
        return [field for element in self.elements for field in element.iter("field")
                if field.get("name") == name]

    def has(self, name):
        return bool(self.all(name))

    def numbers(self, name):
        return [int(field.get("show"), 0) for field in self.all(name)]

    def number(self, name, default=None):
        """The first value, as the dissector shows it; without a default it must be there."""
        values = self.numbers(name)
        if not values and default is not None:
            return default
        return values[0]

    def texts(self, name):
        return [field.get("show") for field in self.all(name)]

    def raw(self, name):
        """The bytes of the first, as hexadecimal text; empty if the field is not there."""
        for field in self.all(name):
            return field.get("value") or ""
        return ""

    def position(self, name):
        """Where a field begins, from the start of the part."""
        return int(self.all(name)[0].get("pos")) - int(self.elements[0].get("pos"))


class Message(Fields):
    """An SMB2 message; data is all of it, empty where it is encrypted."""

    def __init__(self, header, body, size):
        super().__init__([header] + ([body] if body is not None else []))
        self.data = bytes.fromhex("".join(e.get("value") or "" for e in self.elements))
        self.is_encrypted = not self.has("smb2.cmd")
        self.size = size

    @property
    def is_whole(self):
        return len(self.data) == self.size

    @property
    def is_reply(self):
        return self.number("smb2.flags.response") == 1

    @property
    def title(self):
        """As the dissector calls it: "Negotiate Protocol Response"."""
        return self.elements[-1].get("show").split(" (")[0]


class Packet:
    """A packet of a capture: messages of SMB2, PDUs of DCE/RPC and what they carry."""

    def __init__(self, element):
        protocols = {}
        for protocol in element.iter("proto"):
            protocols.setdefault(protocol.get("name"), []).append(protocol)
        self.number = int(protocols["geninfo"][0].find("field[@name='num']").get("show"))
        self.messages = [message for protocol in protocols.get("smb2", [])
                         for message in _messages(protocol)]
        self.is_from_server = Fields(protocols["tcp"]).number("tcp.srcport") in SMB_PORTS
        self.pdus = [Fields([protocol]) for protocol in protocols.get("dcerpc", [])]
        # What the dissector makes of a stub, one for each PDU of an interface.
        self.calls = [protocol for name in INTERFACES for protocol in protocols.get(name, [])]
        self.is_malformed = "_ws.malformed" in protocols
        # Where no SMB goes before it, RPC is TCP's own payload.
        self.tcp_payload = bytes.fromhex(Fields(protocols["tcp"]).raw("tcp.payload"))


def _messages(protocol):
    """The messages of a compound; an encrypted one counts as one."""
    parts = list(protocol.findall("field"))
    headers = [i for i, part in enumerate(parts)
               if part.get("show") in ("SMB2 Header", "SMB2 Transform Header")]
    for at, following in zip(headers, headers[1:] + [len(parts)]):
        body = parts[at + 1] if at + 1 < following else None
        size = int(protocol.get("size"))
        message = Message(parts[at], body, size)
        if len(headers) > 1 and not message.is_encrypted:
            # What lies between two of them is padding.
            message.size = min(len(message.data), message.number("smb2.chain_offset") or size)
        yield message


def read_capture(path):
    """The packets of a capture with SMB2 or DCE/RPC in them. Raises CalledProcessError."""
    command = ["tshark", "-n", "-r", path, "-Y", "smb2 or dcerpc", "-T", "pdml"]
    for preference in PREFERENCES:
        command += ["-o", preference]
    with tempfile.TemporaryDirectory() as empty:
        # Nobody's own preferences.
        environment = {**os.environ, "WIRESHARK_CONFIG_DIR": empty}
        result = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL,
                                capture_output=True, check=True)
    return [Packet(element)
            for element in xml.etree.ElementTree.fromstring(result.stdout).iter("packet")]
