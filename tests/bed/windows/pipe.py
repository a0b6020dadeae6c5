"""DCE/RPC 5.0 ([C706] chapter 12) on a named pipe, from the server's side.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

import struct
import time
import traceback

from impacket.nt_errors import STATUS_BUFFER_OVERFLOW, STATUS_PIPE_EMPTY, STATUS_SUCCESS
from impacket.uuid import uuidtup_to_bin

from windows.service import Fault

NDR = uuidtup_to_bin(("8a885d04-1ceb-11c9-9fe8-08002b104860", "2.0"))

# 12.6
REQUEST, RESPONSE, FAULT, BIND, BIND_ACK = 0, 2, 3, 11, 12
FIRST_FRAGMENT, LAST_FRAGMENT, OBJECT_UUID = 1, 2, 0x80
PDU_HEADER = struct.Struct("<BBBB4sHHI")
REQUEST_HEADER = struct.Struct("<IHH")
LITTLE_ENDIAN = b"\x10\0\0\0"
FRAGMENT_SIZE_MAX = 5840


def pdu(kind, flags, call, body):
    header = PDU_HEADER.pack(5, 0, kind, flags, LITTLE_ENDIAN, PDU_HEADER.size + len(body), 0, call)
    return header + body


class Pipe:
    """A service's open pipe: messages in, messages out. impacket's server takes it for a socket."""

    def __init__(self, service, caller, options):
        self.service = service
        self.caller = caller
        self.options = options
        self.messages = []  # that wait to be read
        self.stub = b""     # of the request, as far as it has come

    def sendall(self, message):
        _, _, kind, flags, _, _, _, call = PDU_HEADER.unpack_from(message)
        body = message[PDU_HEADER.size:]
        if kind == BIND:
            self.messages.append(pdu(BIND_ACK, FIRST_FRAGMENT | LAST_FRAGMENT, call,
                                     self.accept(body)))
        elif kind == REQUEST:
            _, _, operation = REQUEST_HEADER.unpack_from(body)
            self.stub += body[REQUEST_HEADER.size + (16 if flags & OBJECT_UUID else 0):]
            if flags & LAST_FRAGMENT:
                stub, self.stub = self.stub, b""
                self.answer(call, operation, stub)

    send = sendall

    def accept(self, bind):
        wanted = bind[16:36]
        is_ours = wanted == uuidtup_to_bin(self.service.interface)
        result = (0, 0) if is_ours else (2, 1)  # abstract syntax not supported
        address = b"\\PIPE\\%s\0" % self.service.pipe.encode("ascii")
        ack = struct.pack("<HHIH", FRAGMENT_SIZE_MAX, FRAGMENT_SIZE_MAX, 1, len(address)) + address
        ack += b"\0" * (-(PDU_HEADER.size + len(ack)) % 4)
        return ack + struct.pack("<B3xHH", 1, *result) + NDR

    def answer(self, call, operation, stub):
        time.sleep(self.options.delay / 1000)
        try:
            if self.options.fault:
                raise Fault(self.options.fault)
            self.respond(call, self.service.answer(self.caller, operation, stub))
        except Fault as fault:
            self.fault(call, fault.status)
        except Exception:
            traceback.print_exc()  # impacket's server says nothing of it
            raise

    def fault(self, call, status):
        self.messages.append(pdu(FAULT, FIRST_FRAGMENT | LAST_FRAGMENT, call,
                                 struct.pack("<IHBBII", 0, 0, 0, 0, status, 0)))

    def respond(self, call, stub):
        size = self.options.fragment
        for start in range(0, len(stub), size):
            flags = FIRST_FRAGMENT if start == 0 else 0
            flags |= LAST_FRAGMENT if start + size >= len(stub) else 0
            head = struct.pack("<IHBB", len(stub) - start, 0, 0, 0)
            self.messages.append(pdu(RESPONSE, flags, call, head + stub[start:start + size]))

    def read(self, size):
        """As a pipe in message mode: one message, or a part of it and a warning."""
        if not self.messages:
            return b"", STATUS_PIPE_EMPTY
        size = min(size, self.options.read_size)
        message = self.messages[0]
        if len(message) > size:
            self.messages[0] = message[size:]
            return message[:size], STATUS_BUFFER_OVERFLOW
        del self.messages[0]
        return message, STATUS_SUCCESS

    def close(self):
        pass
