"""Open files and connections: NetFileEnum, NetFileGetInfo, NetFileClose, NetConnectionEnum.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

READ, WRITE = 1, 2  # PERM_FILE_*
READ_DATA, WRITE_DATA = 1, 2  # [MS-SMB2] 2.2.13.1.1


def server_files(place, user_names):
    """{id: (permissions, locks, user, path)} of what smbstatus lists. Samba makes an id of the number
    of a process and that of its open file; the locks it counts are the process' on that file."""
    status = place.smbstatus()
    files = {}
    for path, file in status["open_files"].items():
        locks = status.get("byte_range_locks", {}).get(path, {}).get("locks", [])
        for handle in file["opens"].values():
            number = int(handle["server_id"]["pid"]) << 16 | int(handle["share_file_id"]) & 0xFFFF
            access = int(handle["access_mask"]["hex"], 16)
            permissions = (READ if access & READ_DATA else 0) | \
                (WRITE if access & WRITE_DATA else 0)
            held = sum(lock["server_id"] == handle["server_id"] for lock in locks)
            files[number] = (permissions, held, user_names[handle["uid"]],
                             "C:" + path.replace("/", "\\"))
    return files


def shown_files(place, *arguments):
    files = {}
    for line in place.program("enum_files", place.unc, *arguments):
        number, permissions, locks, user, path = line.split(" ", 4)
        files[int(number)] = (int(permissions) & (READ | WRITE), int(locks), user, path)
    return files


def user_names(place):
    return {one["uid"]: one["username"] for one in place.smbstatus()["sessions"].values()}


def check_list(place):
    names = user_names(place)
    expected = server_files(place, names)
    place.same("alice has two files open, bob one with three locks",
               sorted((user, locks) for _, locks, user, _ in expected.values()),
               [("alice", 0), ("alice", 0), ("bob", 3)])
    place.same("NetFileEnum", shown_files(place), expected)
    path = next(path for *_, path in expected.values() if path.endswith("hello.txt"))
    place.same("NetFileEnum with a base path", shown_files(place, path),
               {number: file for number, file in expected.items() if file[-1] == path})


def check_connections(place):
    lines = place.program("enum_connections", place.unc, "files")
    tcons = [one for one in place.smbstatus()["tcons"].values() if one["service"] == "files"]
    # Samba makes up all of a row but that it is there.
    place.same("NetConnectionEnum of a share", len(lines), len(tcons))


def check_close(place):
    names = user_names(place)
    number, (*_, user, path) = next(
        (number, file) for number, file in server_files(place, names).items()
        if file[-1].endswith("report.txt"))
    place.same("NetFileGetInfo says what is closed",
               place.program("close_file", place.unc, str(number)), ["%s %s" % (user, path)])
    place.until_same("NetFileClose takes the file from its holder",
                     lambda: number in server_files(place, names), lambda: False)
    place.program("close_file", place.unc, str(number), status=1)


def check(place):
    check_list(place)
    check_connections(place)
    check_close(place)
