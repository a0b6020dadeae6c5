# The sources of the DLL, one on a line, by where they run.
# SPDX-License-Identifier: LGPL-2.1-or-later

# Portable: in the native library and in the DLLs.
core_sources = \
	dlls/netapi32/auth/credentials.c \
	dlls/netapi32/auth/der.c \
	dlls/netapi32/auth/ntlm.c \
	dlls/netapi32/auth/ntlm_crypto.c \
	dlls/netapi32/auth/ntlm_messages.c \
	dlls/netapi32/auth/ntlm_target_info.c \
	dlls/netapi32/auth/spnego.c \
	dlls/netapi32/auth/spnego_messages.c \
	dlls/netapi32/auth/use_table.c \
	dlls/netapi32/base/call_state.c \
	dlls/netapi32/base/crypto.c \
	dlls/netapi32/base/crypto_aead.c \
	dlls/netapi32/base/ip_address.c \
	dlls/netapi32/base/log.c \
	dlls/netapi32/base/status.c \
	dlls/netapi32/base/utf16.c \
	dlls/netapi32/base/wire.c \
	dlls/netapi32/info.c \
	dlls/netapi32/netbios_frame.c \
	dlls/netapi32/platform/connect.c \
	dlls/netapi32/rpc/atsvc.c \
	dlls/netapi32/rpc/client.c \
	dlls/netapi32/rpc/ndr.c \
	dlls/netapi32/rpc/ndr_info.c \
	dlls/netapi32/rpc/pdu.c \
	dlls/netapi32/rpc/srvsvc.c \
	dlls/netapi32/session_levels.c \
	dlls/netapi32/sessions.c \
	dlls/netapi32/smb/connection.c \
	dlls/netapi32/smb/create.c \
	dlls/netapi32/smb/frame.c \
	dlls/netapi32/smb/header.c \
	dlls/netapi32/smb/ioctl.c \
	dlls/netapi32/smb/negotiate.c \
	dlls/netapi32/smb/pipe.c \
	dlls/netapi32/smb/read_write.c \
	dlls/netapi32/smb/receive.c \
	dlls/netapi32/smb/send.c \
	dlls/netapi32/smb/session.c \
	dlls/netapi32/smb/session_setup.c \
	dlls/netapi32/smb/signing.c \
	dlls/netapi32/smb/tcp.c \
	dlls/netapi32/smb/transform.c \
	dlls/netapi32/smb/tree_connect.c \
	dlls/netapi32/smb/validate_negotiate.c \
	dlls/netapi32/source/choose.c \
	dlls/netapi32/source/login_list.c \
	dlls/netapi32/source/login_names.c \
	dlls/netapi32/source/logins.c \
	dlls/netapi32/source/pool.c \
	dlls/netapi32/source/server_call.c \
	dlls/netapi32/source/server_facts.c \
	dlls/netapi32/source/server_sessions.c \
	dlls/netapi32/source/server_time.c \
	dlls/netapi32/source/settings.c \
	dlls/netapi32/source/systemd_sessions.c \
	dlls/netapi32/source/utmp.c \
	dlls/netapi32/target.c \
	dlls/netapi32/use_levels.c \
	dlls/netapi32/uses.c

core_headers = \
	dlls/netapi32/account_call.h \
	dlls/netapi32/accounts/accounts.h \
	dlls/netapi32/accounts/sid.h \
	dlls/netapi32/accounts/user_defaults.h \
	dlls/netapi32/adapters.h \
	dlls/netapi32/api_answer.h \
	dlls/netapi32/api_text.h \
	dlls/netapi32/auth/credentials.h \
	dlls/netapi32/auth/der.h \
	dlls/netapi32/auth/kerberos.h \
	dlls/netapi32/auth/mechanism.h \
	dlls/netapi32/auth/ntlm.h \
	dlls/netapi32/auth/ntlm_crypto.h \
	dlls/netapi32/auth/ntlm_messages.h \
	dlls/netapi32/auth/ntlm_target_info.h \
	dlls/netapi32/auth/spnego.h \
	dlls/netapi32/auth/spnego_messages.h \
	dlls/netapi32/auth/use_table.h \
	dlls/netapi32/base/call_state.h \
	dlls/netapi32/base/crypto.h \
	dlls/netapi32/base/crypto_gcrypt.h \
	dlls/netapi32/base/ip_address.h \
	dlls/netapi32/base/log.h \
	dlls/netapi32/base/status.h \
	dlls/netapi32/base/utf16.h \
	dlls/netapi32/base/wire.h \
	dlls/netapi32/dc_find.h \
	dlls/netapi32/dc_info.h \
	dlls/netapi32/dc_locator.h \
	dlls/netapi32/debug.h \
	dlls/netapi32/group_call.h \
	dlls/netapi32/info.h \
	dlls/netapi32/local_group.h \
	dlls/netapi32/local_rpc.h \
	dlls/netapi32/netbios.h \
	dlls/netapi32/netbios_frame.h \
	dlls/netapi32/netbios_remote_status.h \
	dlls/netapi32/netbios_sessions.h \
	dlls/netapi32/platform/address.h \
	dlls/netapi32/platform/platform.h \
	dlls/netapi32/platform/posix.h \
	dlls/netapi32/rpc/atsvc.h \
	dlls/netapi32/rpc/client.h \
	dlls/netapi32/rpc/ndr.h \
	dlls/netapi32/rpc/ndr_info.h \
	dlls/netapi32/rpc/pdu.h \
	dlls/netapi32/rpc/srvsvc.h \
	dlls/netapi32/same_layout.h \
	dlls/netapi32/session_levels.h \
	dlls/netapi32/sessions.h \
	dlls/netapi32/smb/commands.h \
	dlls/netapi32/smb/connection.h \
	dlls/netapi32/smb/frame.h \
	dlls/netapi32/smb/header.h \
	dlls/netapi32/smb/pipe.h \
	dlls/netapi32/smb/protocol.h \
	dlls/netapi32/smb/receive.h \
	dlls/netapi32/smb/send.h \
	dlls/netapi32/smb/session.h \
	dlls/netapi32/smb/signing.h \
	dlls/netapi32/smb/transform.h \
	dlls/netapi32/smb/transport.h \
	dlls/netapi32/smb/validate_negotiate.h \
	dlls/netapi32/source/choose.h \
	dlls/netapi32/source/login.h \
	dlls/netapi32/source/login_list.h \
	dlls/netapi32/source/logins.h \
	dlls/netapi32/source/pool.h \
	dlls/netapi32/source/server_call.h \
	dlls/netapi32/source/server_facts.h \
	dlls/netapi32/source/server_time.h \
	dlls/netapi32/source/session_source.h \
	dlls/netapi32/source/settings.h \
	dlls/netapi32/target.h \
	dlls/netapi32/this_computer.h \
	dlls/netapi32/time_of_day.h \
	dlls/netapi32/unimplemented.h \
	dlls/netapi32/use_levels.h \
	dlls/netapi32/use_values.h \
	dlls/netapi32/user_levels.h \
	dlls/netapi32/uses.h \
	include/netapi32_call.h

# What the core needs from the system: in the native library, and in the DLLs.
platform_posix_sources = \
	dlls/netapi32/auth/no_kerberos.c \
	dlls/netapi32/platform/posix.c \
	dlls/netapi32/platform/posix_config.c \
	dlls/netapi32/platform/posix_files.c \
	dlls/netapi32/platform/posix_socket.c

platform_windows_sources = \
	dlls/netapi32/auth/sspi.c \
	dlls/netapi32/platform/win32.c \
	dlls/netapi32/platform/win32_config.c \
	dlls/netapi32/platform/win32_entropy.c \
	dlls/netapi32/platform/win32_files.c \
	dlls/netapi32/platform/win32_log.c \
	dlls/netapi32/platform/win32_socket.c \
	dlls/netapi32/platform/win32_stack_guard.c

# The exported functions: in the DLLs only.
export_sources = \
	dlls/netapi32/account_call.c \
	dlls/netapi32/accounts/built_in.c \
	dlls/netapi32/accounts/sid.c \
	dlls/netapi32/accounts/store.c \
	dlls/netapi32/accounts/user_defaults.c \
	dlls/netapi32/adapters.c \
	dlls/netapi32/api_answer.c \
	dlls/netapi32/api_text.c \
	dlls/netapi32/apibuf.c \
	dlls/netapi32/browser.c \
	dlls/netapi32/dav.c \
	dlls/netapi32/dc_find.c \
	dlls/netapi32/dc_info.c \
	dlls/netapi32/dc_locator.c \
	dlls/netapi32/display.c \
	dlls/netapi32/dsgetdc.c \
	dlls/netapi32/dsgetdc_list.c \
	dlls/netapi32/dsrole.c \
	dlls/netapi32/getdc.c \
	dlls/netapi32/group.c \
	dlls/netapi32/group_call.c \
	dlls/netapi32/join.c \
	dlls/netapi32/local_group.c \
	dlls/netapi32/local_group_members.c \
	dlls/netapi32/local_rpc.c \
	dlls/netapi32/main.c \
	dlls/netapi32/modals.c \
	dlls/netapi32/netbios.c \
	dlls/netapi32/netbios_adapters.c \
	dlls/netapi32/netbios_call.c \
	dlls/netapi32/netbios_names.c \
	dlls/netapi32/netbios_remote_status.c \
	dlls/netapi32/netbios_resolve.c \
	dlls/netapi32/netbios_sessions.c \
	dlls/netapi32/netbios_socket.c \
	dlls/netapi32/netbios_transfer.c \
	dlls/netapi32/netname.c \
	dlls/netapi32/netp.c \
	dlls/netapi32/query_call.c \
	dlls/netapi32/remutl.c \
	dlls/netapi32/schedule.c \
	dlls/netapi32/server.c \
	dlls/netapi32/session.c \
	dlls/netapi32/share.c \
	dlls/netapi32/stats.c \
	dlls/netapi32/this_computer.c \
	dlls/netapi32/unimplemented.c \
	dlls/netapi32/use.c \
	dlls/netapi32/user.c \
	dlls/netapi32/user_groups.c \
	dlls/netapi32/user_levels.c \
	dlls/netapi32/wksta.c

# What srvcli.dll has in common with netapi32.dll.
srvcli_shared_sources = \
	dlls/netapi32/main.c \
	dlls/netapi32/platform/win32_log.c \
	dlls/netapi32/platform/win32_stack_guard.c \
	dlls/netapi32/unimplemented.c
