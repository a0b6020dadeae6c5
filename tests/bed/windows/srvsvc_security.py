"""The security of files: [MS-SRVS] 3.1.4.36 and 3.1.4.37.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

from windows.descriptors import EVERYBODY_READS, bad_descriptor, is_descriptor, replaced, selected
from windows.errors import (
    ERROR_ACCESS_DENIED, ERROR_FILE_NOT_FOUND, ERROR_INVALID_PARAMETER,
    ERROR_INVALID_SECURITY_DESCR, NERR_NetNameNotFound, NERR_Success)
from windows.ndr import BYTES, STRING, TEXT, U32, Counted, Pointer
from windows.service import operation
from windows.srvsvc_share import Shares

ADT_SECURITY_DESCRIPTOR = Counted(BYTES)
FILE = {"server": TEXT, "share": TEXT, "file": STRING, "information": U32}
INFORMATION = 0xF  # the bits that there are


class FileSecurity(Shares):
    def __init__(self, options, administrators):
        super().__init__(options, administrators)
        first = EVERYBODY_READS
        if options.bad_descriptor:
            first = bad_descriptor(options.bad_descriptor)
        self.descriptors = {  # by share and path
            ("DOCS", "\\REPORT.TXT"): first,
            ("DOCS", "\\FOLDER"): EVERYBODY_READS,
        }

    def find_file(self, call):
        """The key of a descriptor, and what is wrong."""
        if not self.is_administrator(call):
            return None, ERROR_ACCESS_DENIED
        if not call.information or call.information & ~INFORMATION:
            return None, ERROR_INVALID_PARAMETER
        if not self.share_named(call.share):
            return None, NERR_NetNameNotFound
        key = call.share.upper(), "\\" + call.file.strip("\\").upper()
        return key, NERR_Success if key in self.descriptors else ERROR_FILE_NOT_FOUND

    @operation(39, "NetrpGetFileSecurity", FILE, {"descriptor": Pointer(ADT_SECURITY_DESCRIPTOR)})
    def get_file_security(self, call):
        key, result = self.find_file(call)
        if not result:
            whole = self.descriptors[key]
            call.descriptor = (selected(whole, call.information) if is_descriptor(whole)
                               and not hasattr(whole, "claimed") else whole)
        return result

    @operation(40, "NetrpSetFileSecurity", dict(FILE, descriptor=ADT_SECURITY_DESCRIPTOR))
    def set_file_security(self, call):
        key, result = self.find_file(call)
        if result:
            return result
        if not is_descriptor(call.descriptor or b""):
            return ERROR_INVALID_SECURITY_DESCR
        self.descriptors[key] = replaced(self.descriptors[key], call.information, call.descriptor)
        return NERR_Success
