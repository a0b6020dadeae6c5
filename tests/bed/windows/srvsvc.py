"""The Server Service as [MS-SRVS] describes that of Windows.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

from windows.srvsvc_file import Files
from windows.srvsvc_path import Paths
from windows.srvsvc_security import FileSecurity
from windows.srvsvc_server import Server
from windows.srvsvc_transport import Transports


class ServerService(Files, FileSecurity, Server, Transports, Paths):
    pipe = "srvsvc"
    interface = ("4b324fc8-1670-01d3-1278-5a47bf6ee188", "3.0")
