// What os/user finds: the current user, and the users and groups that are named as arguments
//
//	users.exe [NAME | SID | group:NAME]...
//
// A line for each user: what was asked for, SID, primary group's SID, name with its domain, full name,
// home folder; then one for each of its groups: what was asked for, "group", SID, name. A line for each
// group: what was asked for, SID, name. Tabs are between them. What is not found: what was asked for,
// "error", why. The current user is asked for as "current", and once more by the name and the SID that
// were found.
//
// SPDX-License-Identifier: LGPL-2.1-or-later
package main

import (
	"fmt"
	"os"
	"os/user"
	"strings"
)

func show(fields ...string) {
	fmt.Println(strings.Join(fields, "\t"))
}

func showGroups(what string, found *user.User) {
	ids, err := found.GroupIds()
	if err != nil {
		show(what, "error", err.Error())
		return
	}
	for _, id := range ids {
		group, err := user.LookupGroupId(id)
		if err != nil {
			show(what, "error", err.Error())
			continue
		}
		show(what, "group", group.Gid, group.Name)
	}
}

func showUser(what string, found *user.User, err error) {
	if err != nil {
		show(what, "error", err.Error())
		return
	}
	show(what, found.Uid, found.Gid, found.Username, found.Name, found.HomeDir)
	showGroups(what, found)
}

func showGroup(what string, name string) {
	found, err := user.LookupGroup(name)
	if err != nil {
		show(what, "error", err.Error())
		return
	}
	show(what, found.Gid, found.Name)
}

func showCurrent() {
	current, err := user.Current()
	showUser("current", current, err)
	if err != nil {
		return
	}
	found, err := user.Lookup(current.Username)
	showUser("by name", found, err)
	found, err = user.LookupId(current.Uid)
	showUser("by SID", found, err)
}

func main() {
	showCurrent()
	for _, what := range os.Args[1:] {
		if name := strings.TrimPrefix(what, "group:"); name != what {
			showGroup(what, name)
		} else if strings.HasPrefix(what, "S-") {
			found, err := user.LookupId(what)
			showUser(what, found, err)
		} else {
			found, err := user.Lookup(what)
			showUser(what, found, err)
		}
	}
}
