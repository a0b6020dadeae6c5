"""README's picture: a group of two servers with people at work. Played by --screenshot alone, in a network
of its own, in which the people have computers.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

from driver import colours
from driver.waiting import Failed, expect, expect_in

WIDTH, HEIGHT = 1180, 440
# Who has which file open, from where: server, user, address, file, further options.
FILES = (
    ("berlin", "alice", "10.20.0.21", "bridge/plan.dwg", ("--write", "--locks", "2")),
    ("berlin", "mkeller", "10.20.0.34", "bridge/costs.xlsx", ("--write",)),
    ("berlin", "bob", "10.20.0.35", "bridge/plan.dwg", ()),
    ("lisbon", "jortiz", "10.20.0.51", "letters/offer.docx", ("--write",)),
    ("lisbon", "carol", "10.20.0.52", "letters/minutes.odt", ()),
)
CAME = ("lisbon", "dora", "10.20.0.53", "letters/invoice.pdf", ())
OPTIONS = ("--option", "interfaces = lo", "--option", "bind interfaces only = yes")
USERS = ("carol", "dora", "mkeller", "jortiz")


class Stage:
    def __init__(self, program, servers):
        self.program = program
        self.servers = servers
        self.recover = program.recover

    def hold(self, server, user, address, file, options):
        self.servers[server].hold_file(user, file, "--share", "projects", "--address", address, *options)


def start_server(world, name, address):
    users = [word for user in USERS for word in ("--user", user)]
    server = world.serve(name, *OPTIONS, *users, address=address)
    # In the server's own view of the machine alone.
    server.run("sh", "-c", "mount -t tmpfs none /srv && mkdir -m 777 /srv/projects && cd /srv/projects &&"
               "mkdir -m 777 bridge letters && net conf addshare projects /srv/projects writeable=y "
               "guest_ok=n 'Work in progress'")
    return server


def begin(world):
    servers = {"berlin": start_server(world, "berlin", "10.20.0.11"),
               "lisbon": start_server(world, "lisbon", "10.20.0.12")}
    world.netadmin("config", "group", "Offices", "berlin", "lisbon")
    stage = Stage(world.start_window(), servers)
    for file in FILES:
        stage.hold(*file)
    return stage


def test_picture(world, stage):
    """the picture shows the open files of both servers, and one that came"""
    program = stage.program
    program.choose("Offices")
    program.turn_to("Open Files")
    world.reader.ask("place", program.window.handle, WIDTH, HEIGHT)
    program.rows("Open Files", lambda table: len(table.rows) == len(FILES), "files")
    stage.hold(*CAME)
    table = program.rows("Open Files", lambda table: table.find(Accessed_By="dora", mark="+"), "one more")
    expect({row["Server"] for row in table.rows}, {"berlin", "lisbon"}, "servers")
    expect(program.notes(), "", "notes")
    for row in table.rows:
        expect_in(r"C:\srv\projects" + "\\", row["Open File"], "paths")
    program.select("Open Files", lambda row: row["Accessed By"] == "mkeller")
    path = program.window.picture(world.screenshot)
    if colours.count(path) < 16:
        raise Failed("%s is blank" % path)
