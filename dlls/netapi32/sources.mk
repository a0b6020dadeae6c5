# The sources of the DLL, one on a line, by where they run.
# SPDX-License-Identifier: LGPL-2.1-or-later

# Portable: in the native library and in the DLLs.
core_sources = \
	dlls/netapi32/base/log.c \
	dlls/netapi32/base/status.c \
	dlls/netapi32/base/utf16.c \
	dlls/netapi32/base/wire.c \
	dlls/netapi32/platform/connect.c

core_headers = \
	dlls/netapi32/auth/credentials.h \
	dlls/netapi32/auth/mechanism.h \
	dlls/netapi32/auth/ntlm.h \
	dlls/netapi32/auth/spnego.h \
	dlls/netapi32/base/crypto.h \
	dlls/netapi32/base/log.h \
	dlls/netapi32/base/status.h \
	dlls/netapi32/base/utf16.h \
	dlls/netapi32/base/wire.h \
	dlls/netapi32/platform/address.h \
	dlls/netapi32/platform/platform.h \
	dlls/netapi32/platform/posix.h

# What the core needs from the system: in the native library, and in the DLLs.
platform_posix_sources = \
	dlls/netapi32/platform/posix.c \
	dlls/netapi32/platform/posix_config.c \
	dlls/netapi32/platform/posix_socket.c

platform_windows_sources = \
	dlls/netapi32/platform/win32.c \
	dlls/netapi32/platform/win32_config.c \
	dlls/netapi32/platform/win32_entropy.c \
	dlls/netapi32/platform/win32_log.c \
	dlls/netapi32/platform/win32_socket.c

# The exported functions: in the DLLs only.
export_sources =
