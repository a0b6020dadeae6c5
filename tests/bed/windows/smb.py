"""impacket's SMB server with pipes of ours.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

from impacket import ntlm, smb3structs, smbserver, uuid
from impacket.nt_errors import STATUS_OBJECT_NAME_NOT_FOUND, STATUS_SUCCESS

from windows.pipe import Pipe


class SmbServer:
    """services: those whose pipes can be opened."""

    def __init__(self, services, options):
        self.services = {service.pipe: service for service in services}
        self.options = options
        simple = smbserver.SimpleSMBServer("127.0.0.1", 0)
        simple.setSMB2Support(True)
        self.server = simple._SimpleSMBServer__server
        self.server.processConfigFile()
        self.server.daemon_threads = True
        self.server.hookSmb2Command(smb3structs.SMB2_CREATE, self.create)
        self.server.hookSmb2Command(smb3structs.SMB2_READ, self.read)
        self.server.hookSmb2Command(smb3structs.SMB2_IOCTL, self.ioctl)

    def add_user(self, name, password):
        self.server.addCredential(name, 0, "", ntlm.compute_nthash(password).hex())

    def port(self):
        return self.server.server_address[1]

    def run(self):
        self.server.serve_forever()

    def fileno(self):
        return self.server.fileno()

    def handle_request_now(self):
        """Takes a connection that waits, which has a thread of its own then."""
        self.server._handle_request_noblock()

    def create(self, connection, server, packet):
        data = server.getConnectionData(connection)
        request = smb3structs.SMB2Create(packet["Data"])
        name = request["Buffer"][:request["NameLength"]].decode("utf-16-le")
        service = self.services.get(name.lstrip("\\").lower())
        if not service:
            return [smb3structs.SMB2Error()], None, STATUS_OBJECT_NAME_NOT_FOUND
        caller = data["AUTHENTICATE_MESSAGE"]["user_name"].decode("utf-16-le").lower()
        file_id = uuid.generate()
        data["OpenedFiles"][file_id] = {
            "FileHandle": smbserver.PIPE_FILE_DESCRIPTOR,
            "FileName": name,
            "DeleteOnClose": False,
            "Socket": Pipe(service, caller, self.options),
        }
        reply = smb3structs.SMB2Create_Response()
        reply["Buffer"] = b"\0"
        reply["FileID"] = file_id
        reply["CreateAction"] = 1  # opened
        reply["FileAttributes"] = 0x80
        server.setConnectionData(connection, data)
        return [reply], None, STATUS_SUCCESS

    def read(self, connection, server, packet):
        request = smb3structs.SMB2Read(packet["Data"])
        pipe = self.pipe_of(connection, server, request)
        output, status = pipe.read(request["Length"])
        reply = smb3structs.SMB2Read_Response()
        reply["DataOffset"] = 0x50
        reply["DataLength"] = len(output)
        reply["DataRemaining"] = 0
        reply["Buffer"] = output
        return [reply], None, status

    def ioctl(self, connection, server, packet):
        request = smb3structs.SMB2Ioctl(packet["Data"])
        if request["CtlCode"] != smb3structs.FSCTL_PIPE_TRANSCEIVE:
            return smbserver.SMB2Commands.smb2Ioctl(connection, server, packet)
        pipe = self.pipe_of(connection, server, request)
        pipe.sendall(request["Buffer"])
        output, status = pipe.read(request["MaxOutputResponse"])
        reply = smb3structs.SMB2Ioctl_Response()
        reply["CtlCode"] = request["CtlCode"]
        reply["FileID"] = request["FileID"]
        reply["OutputOffset"] = 0x70
        reply["OutputCount"] = len(output)
        reply["Flags"] = 0
        reply["Buffer"] = output
        return [reply], None, status

    @staticmethod
    def pipe_of(connection, server, request):
        data = server.getConnectionData(connection)
        return data["OpenedFiles"][request["FileID"].getData()]["Socket"]
