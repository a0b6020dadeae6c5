# What sharedfolders.exe is made of, for both Windows architectures.
# SPDX-License-Identifier: LGPL-2.1-or-later

# Portable: natively they are tested.
sharedfolders_model_sources = \
	programs/sharedfolders/base/memory.c \
	programs/sharedfolders/base/text.c \
	programs/sharedfolders/model/export.c \
	programs/sharedfolders/model/pages.c \
	programs/sharedfolders/model/rows.c \
	programs/sharedfolders/model/shown.c \
	programs/sharedfolders/model/sort.c \
	programs/sharedfolders/model/tracked.c

sharedfolders_headers = \
	programs/sharedfolders/asking/answer.h \
	programs/sharedfolders/asking/guard.h \
	programs/sharedfolders/asking/jobs.h \
	programs/sharedfolders/asking/netapi.h \
	programs/sharedfolders/base/host.h \
	programs/sharedfolders/base/memory.h \
	programs/sharedfolders/base/text.h \
	programs/sharedfolders/model/export.h \
	programs/sharedfolders/model/pages.h \
	programs/sharedfolders/model/rows.h \
	programs/sharedfolders/model/shown.h \
	programs/sharedfolders/model/sort.h \
	programs/sharedfolders/model/tracked.h \
	programs/sharedfolders/asking/targets.h \
	programs/sharedfolders/view/actions.h \
	programs/sharedfolders/view/action_words.h \
	programs/sharedfolders/view/dialogs.h \
	programs/sharedfolders/view/save.h \
	programs/sharedfolders/view/servers.h \
	programs/sharedfolders/settings/known_servers.h \
	programs/sharedfolders/settings/window_place.h \
	programs/sharedfolders/asking/accounts.h \
	programs/sharedfolders/asking/permissions.h \
	programs/sharedfolders/asking/share.h \
	programs/sharedfolders/view/busy.h \
	programs/sharedfolders/view/share_fields.h \
	programs/sharedfolders/view/share_permissions.h \
	programs/sharedfolders/view/shares.h \
	programs/sharedfolders/view/help.h \
	programs/sharedfolders/resource.h \
	programs/sharedfolders/view/commands.h \
	programs/sharedfolders/view/error_words.h \
	programs/sharedfolders/view/layout.h \
	programs/sharedfolders/view/list.h \
	programs/sharedfolders/view/main_window.h \
	programs/sharedfolders/view/refresh.h \
	programs/sharedfolders/view/state.h \
	programs/sharedfolders/view/status.h \
	programs/sharedfolders/view/tree.h

sharedfolders_sources = \
	$(sharedfolders_model_sources) \
	programs/sharedfolders/asking/answer.c \
	programs/sharedfolders/asking/guard.c \
	programs/sharedfolders/asking/jobs.c \
	programs/sharedfolders/asking/netapi.c \
	programs/sharedfolders/base/win32_host.c \
	programs/sharedfolders/asking/targets.c \
	programs/sharedfolders/asking/targets_each.c \
	programs/sharedfolders/view/actions.c \
	programs/sharedfolders/view/action_words.c \
	programs/sharedfolders/view/dialogs.c \
	programs/sharedfolders/view/save.c \
	programs/sharedfolders/view/servers.c \
	programs/sharedfolders/settings/known_servers.c \
	programs/sharedfolders/settings/window_place.c \
	programs/sharedfolders/asking/accounts.c \
	programs/sharedfolders/asking/permissions.c \
	programs/sharedfolders/asking/share.c \
	programs/sharedfolders/view/busy.c \
	programs/sharedfolders/view/share_fields.c \
	programs/sharedfolders/view/share_permissions.c \
	programs/sharedfolders/view/share_new.c \
	programs/sharedfolders/view/share_properties.c \
	programs/sharedfolders/view/help.c \
	programs/sharedfolders/start/main.c \
	programs/sharedfolders/view/commands.c \
	programs/sharedfolders/view/error_words.c \
	programs/sharedfolders/view/layout.c \
	programs/sharedfolders/view/list.c \
	programs/sharedfolders/view/main_window.c \
	programs/sharedfolders/view/refresh.c \
	programs/sharedfolders/view/state.c \
	programs/sharedfolders/view/status.c \
	programs/sharedfolders/view/tree.c

sharedfolders_resources = \
	programs/sharedfolders/resource.h \
	programs/sharedfolders/sharedfolders.ico \
	programs/sharedfolders/sharedfolders.manifest \
	programs/sharedfolders/sharedfolders.rc

# For the linker, behind the objects. netapi32.dll is loaded by name: whichever the system has.
sharedfolders_libs = -lcomctl32 -lcomdlg32 -lgdi32 -lshell32 -ladvapi32 -luser32
