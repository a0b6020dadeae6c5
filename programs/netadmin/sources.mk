# What netadmin.exe is made of, for both Windows architectures.
# SPDX-License-Identifier: LGPL-2.1-or-later

netadmin_headers = \
	programs/netadmin/arguments.h \
	programs/netadmin/call_state.h \
	programs/netadmin/command.h \
	programs/netadmin/comparison.h \
	programs/netadmin/console.h \
	programs/netadmin/error.h \
	programs/netadmin/error_names.h \
	programs/netadmin/exit_status.h \
	programs/netadmin/help.h \
	programs/netadmin/levels.h \
	programs/netadmin/listing.h \
	programs/netadmin/listing_format.h \
	programs/netadmin/listing_table.h \
	programs/netadmin/listing_writers.h \
	programs/netadmin/memory.h \
	programs/netadmin/output.h \
	programs/netadmin/password.h \
	programs/netadmin/progress.h \
	programs/netadmin/screen.h \
	programs/netadmin/session_query.h \
	programs/netadmin/setting_values.h \
	programs/netadmin/settings.h \
	programs/netadmin/table.h \
	programs/netadmin/text.h \
	programs/netadmin/usage.h \
	programs/netadmin/watch.h

netadmin_sources = \
	programs/netadmin/arguments.c \
	programs/netadmin/call_state.c \
	programs/netadmin/close.c \
	programs/netadmin/command.c \
	programs/netadmin/comparison.c \
	programs/netadmin/config.c \
	programs/netadmin/console.c \
	programs/netadmin/error.c \
	programs/netadmin/error_names.c \
	programs/netadmin/help.c \
	programs/netadmin/levels.c \
	programs/netadmin/listing.c \
	programs/netadmin/listing_csv.c \
	programs/netadmin/listing_format.c \
	programs/netadmin/listing_json.c \
	programs/netadmin/listing_table.c \
	programs/netadmin/login.c \
	programs/netadmin/main.c \
	programs/netadmin/memory.c \
	programs/netadmin/output.c \
	programs/netadmin/password.c \
	programs/netadmin/progress.c \
	programs/netadmin/screen.c \
	programs/netadmin/session_query.c \
	programs/netadmin/sessions.c \
	programs/netadmin/setting_values.c \
	programs/netadmin/settings.c \
	programs/netadmin/table.c \
	programs/netadmin/text.c \
	programs/netadmin/usage.c \
	programs/netadmin/watch.c

# For the linker, behind the objects.
netadmin_libs = -lnetapi32 -ladvapi32
