# The DLLs beside netapi32.dll among which Windows divides its functions. Each is nothing but the table
# in its exports.tsv, of names that are forwarded to netapi32.dll: to add one, its folder with the
# table, and its name here. X_sources are those of netapi32.dll's sources that X.dll has code of; they
# use nothing but kernel32.dll.
# SPDX-License-Identifier: LGPL-2.1-or-later

sibling_dlls = \
	browcli \
	dfscli \
	dsrole \
	logoncli \
	netutils \
	samcli \
	schedcli \
	srvcli \
	wkscli

netutils_sources = dlls/netapi32/api/buffer.c
