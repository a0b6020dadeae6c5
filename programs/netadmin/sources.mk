# What netadmin.exe is made of, for both Windows architectures.
# SPDX-License-Identifier: LGPL-2.1-or-later

netadmin_headers = \
	programs/netadmin/base/call_state.h \
	programs/netadmin/base/exit_status.h \
	programs/netadmin/base/memory.h \
	programs/netadmin/base/text.h \
	programs/netadmin/command_line/arguments.h \
	programs/netadmin/command_line/command.h \
	programs/netadmin/command_line/usage.h \
	programs/netadmin/commands/change.h \
	programs/netadmin/commands/help.h \
	programs/netadmin/commands/list.h \
	programs/netadmin/commands/overview_page.h \
	programs/netadmin/console/console.h \
	programs/netadmin/console/error.h \
	programs/netadmin/console/error_names.h \
	programs/netadmin/console/output.h \
	programs/netadmin/console/password.h \
	programs/netadmin/console/progress.h \
	programs/netadmin/console/screen.h \
	programs/netadmin/families/family.h \
	programs/netadmin/families/file_family.h \
	programs/netadmin/families/query.h \
	programs/netadmin/families/session_family.h \
	programs/netadmin/families/share_family.h \
	programs/netadmin/listing/comparison.h \
	programs/netadmin/listing/levels.h \
	programs/netadmin/listing/listing.h \
	programs/netadmin/listing/listing_card.h \
	programs/netadmin/listing/listing_format.h \
	programs/netadmin/listing/listing_table.h \
	programs/netadmin/listing/listing_writers.h \
	programs/netadmin/listing/order.h \
	programs/netadmin/listing/table.h \
	programs/netadmin/listing/values.h \
	programs/netadmin/listing/watch.h \
	programs/netadmin/settings/setting_values.h \
	programs/netadmin/settings/settings.h

netadmin_sources = \
	programs/netadmin/base/call_state.c \
	programs/netadmin/base/memory.c \
	programs/netadmin/base/text.c \
	programs/netadmin/command_line/arguments.c \
	programs/netadmin/command_line/command.c \
	programs/netadmin/command_line/usage.c \
	programs/netadmin/commands/change.c \
	programs/netadmin/commands/close.c \
	programs/netadmin/commands/close_file.c \
	programs/netadmin/commands/config.c \
	programs/netadmin/commands/help.c \
	programs/netadmin/commands/list.c \
	programs/netadmin/commands/login.c \
	programs/netadmin/commands/overview.c \
	programs/netadmin/commands/overview_page.c \
	programs/netadmin/commands/server.c \
	programs/netadmin/commands/sessions.c \
	programs/netadmin/commands/share.c \
	programs/netadmin/commands/shares.c \
	programs/netadmin/console/console.c \
	programs/netadmin/console/error.c \
	programs/netadmin/console/error_names.c \
	programs/netadmin/console/output.c \
	programs/netadmin/console/password.c \
	programs/netadmin/console/progress.c \
	programs/netadmin/console/screen.c \
	programs/netadmin/families/connection_family.c \
	programs/netadmin/families/dfs_family.c \
	programs/netadmin/families/family.c \
	programs/netadmin/families/file_family.c \
	programs/netadmin/families/query.c \
	programs/netadmin/families/server_family.c \
	programs/netadmin/families/server_parts_family.c \
	programs/netadmin/families/session_family.c \
	programs/netadmin/families/share_family.c \
	programs/netadmin/families/time_family.c \
	programs/netadmin/families/workstation_family.c \
	programs/netadmin/listing/comparison.c \
	programs/netadmin/listing/levels.c \
	programs/netadmin/listing/listing.c \
	programs/netadmin/listing/listing_card.c \
	programs/netadmin/listing/listing_csv.c \
	programs/netadmin/listing/listing_format.c \
	programs/netadmin/listing/listing_json.c \
	programs/netadmin/listing/listing_table.c \
	programs/netadmin/listing/order.c \
	programs/netadmin/listing/table.c \
	programs/netadmin/listing/values.c \
	programs/netadmin/listing/watch.c \
	programs/netadmin/main.c \
	programs/netadmin/settings/setting_values.c \
	programs/netadmin/settings/settings.c

# For the linker, behind the objects.
netadmin_libs = -lnetapi32 -ladvapi32
