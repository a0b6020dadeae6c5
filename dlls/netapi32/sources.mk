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
	dlls/netapi32/base/ip_address.c \
	dlls/netapi32/base/status.c \
	dlls/netapi32/base/utf16.c \
	dlls/netapi32/base/wire.c \
	dlls/netapi32/crypto/aead.c \
	dlls/netapi32/crypto/crypto.c \
	dlls/netapi32/families/netbios/netbios_frame.c \
	dlls/netapi32/families/server/server_time.c \
	dlls/netapi32/families/session/session_choose.c \
	dlls/netapi32/levels/session_levels.c \
	dlls/netapi32/families/session/session_logins.c \
	dlls/netapi32/families/session/session_server.c \
	dlls/netapi32/families/session/sessions.c \
	dlls/netapi32/families/use/use_levels.c \
	dlls/netapi32/families/use/uses.c \
	dlls/netapi32/levels/level.c \
	dlls/netapi32/logins/login_list.c \
	dlls/netapi32/logins/login_names.c \
	dlls/netapi32/logins/systemd_sessions.c \
	dlls/netapi32/logins/utmp.c \
	dlls/netapi32/platform/call_state.c \
	dlls/netapi32/platform/connect.c \
	dlls/netapi32/platform/log.c \
	dlls/netapi32/remote/call.c \
	dlls/netapi32/remote/facts.c \
	dlls/netapi32/remote/pool.c \
	dlls/netapi32/remote/settings.c \
	dlls/netapi32/remote/target.c \
	dlls/netapi32/remote/use_table.c \
	dlls/netapi32/rpc/atsvc.c \
	dlls/netapi32/rpc/client.c \
	dlls/netapi32/rpc/interfaces.c \
	dlls/netapi32/rpc/lsa_policy.c \
	dlls/netapi32/rpc/lsarpc.c \
	dlls/netapi32/rpc/ndr.c \
	dlls/netapi32/rpc/ndr_info.c \
	dlls/netapi32/rpc/pdu.c \
	dlls/netapi32/rpc/samr.c \
	dlls/netapi32/rpc/samr_domain.c \
	dlls/netapi32/rpc/samr_types.c \
	dlls/netapi32/rpc/samr_user.c \
	dlls/netapi32/rpc/srvsvc.c \
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
	dlls/netapi32/smb/session_setup.c \
	dlls/netapi32/smb/signing.c \
	dlls/netapi32/smb/smb2_session.c \
	dlls/netapi32/smb/tcp.c \
	dlls/netapi32/smb/transform.c \
	dlls/netapi32/smb/tree_connect.c \
	dlls/netapi32/smb/validate_negotiate.c

core_headers = \
	dlls/netapi32/api/adapters.h \
	dlls/netapi32/api/answer.h \
	dlls/netapi32/api/debug.h \
	dlls/netapi32/api/text.h \
	dlls/netapi32/api/this_computer.h \
	dlls/netapi32/api/unimplemented.h \
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
	dlls/netapi32/base/ip_address.h \
	dlls/netapi32/base/status.h \
	dlls/netapi32/base/utf16.h \
	dlls/netapi32/base/wire.h \
	dlls/netapi32/crypto/crypto.h \
	dlls/netapi32/crypto/gcrypt.h \
	dlls/netapi32/families/accounts/account_call.h \
	dlls/netapi32/families/accounts/accounts.h \
	dlls/netapi32/families/accounts/group_call.h \
	dlls/netapi32/families/accounts/local_group.h \
	dlls/netapi32/families/accounts/sid.h \
	dlls/netapi32/families/accounts/user_defaults.h \
	dlls/netapi32/families/accounts/user_levels.h \
	dlls/netapi32/families/directory/dc_find.h \
	dlls/netapi32/families/directory/dc_info.h \
	dlls/netapi32/families/directory/dc_locator.h \
	dlls/netapi32/families/netbios/netbios.h \
	dlls/netapi32/families/netbios/netbios_frame.h \
	dlls/netapi32/families/netbios/netbios_remote_status.h \
	dlls/netapi32/families/netbios/netbios_sessions.h \
	dlls/netapi32/families/schedule/local_rpc.h \
	dlls/netapi32/families/server/server_time.h \
	dlls/netapi32/families/session/session_choose.h \
	dlls/netapi32/levels/session_levels.h \
	dlls/netapi32/families/session/session_logins.h \
	dlls/netapi32/families/session/session_source.h \
	dlls/netapi32/families/session/sessions.h \
	dlls/netapi32/families/use/use_levels.h \
	dlls/netapi32/families/use/use_values.h \
	dlls/netapi32/families/use/uses.h \
	dlls/netapi32/levels/level.h \
	dlls/netapi32/levels/same_layout.h \
	dlls/netapi32/logins/login.h \
	dlls/netapi32/logins/login_list.h \
	dlls/netapi32/platform/address.h \
	dlls/netapi32/platform/call_state.h \
	dlls/netapi32/platform/log.h \
	dlls/netapi32/platform/platform.h \
	dlls/netapi32/platform/posix.h \
	dlls/netapi32/remote/call.h \
	dlls/netapi32/remote/facts.h \
	dlls/netapi32/remote/pool.h \
	dlls/netapi32/remote/settings.h \
	dlls/netapi32/remote/target.h \
	dlls/netapi32/remote/use_table.h \
	dlls/netapi32/rpc/atsvc.h \
	dlls/netapi32/rpc/client.h \
	dlls/netapi32/rpc/interfaces.h \
	dlls/netapi32/rpc/lsa_policy.h \
	dlls/netapi32/rpc/lsarpc.h \
	dlls/netapi32/rpc/ndr.h \
	dlls/netapi32/rpc/ndr_info.h \
	dlls/netapi32/rpc/pdu.h \
	dlls/netapi32/rpc/samr.h \
	dlls/netapi32/rpc/samr_domain.h \
	dlls/netapi32/rpc/samr_types.h \
	dlls/netapi32/rpc/samr_user.h \
	dlls/netapi32/rpc/srvsvc.h \
	dlls/netapi32/rpc/time_of_day.h \
	dlls/netapi32/smb/commands.h \
	dlls/netapi32/smb/connection.h \
	dlls/netapi32/smb/frame.h \
	dlls/netapi32/smb/header.h \
	dlls/netapi32/smb/pipe.h \
	dlls/netapi32/smb/protocol.h \
	dlls/netapi32/smb/receive.h \
	dlls/netapi32/smb/send.h \
	dlls/netapi32/smb/signing.h \
	dlls/netapi32/smb/smb2_session.h \
	dlls/netapi32/smb/transform.h \
	dlls/netapi32/smb/transport.h \
	dlls/netapi32/smb/validate_negotiate.h \
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
	dlls/netapi32/api/adapters.c \
	dlls/netapi32/api/answer.c \
	dlls/netapi32/api/buffer.c \
	dlls/netapi32/api/query_call.c \
	dlls/netapi32/api/text.c \
	dlls/netapi32/api/this_computer.c \
	dlls/netapi32/api/unimplemented.c \
	dlls/netapi32/families/accounts/account_call.c \
	dlls/netapi32/families/accounts/built_in.c \
	dlls/netapi32/families/accounts/display_api.c \
	dlls/netapi32/families/accounts/group_api.c \
	dlls/netapi32/families/accounts/group_call.c \
	dlls/netapi32/families/accounts/local_group_api.c \
	dlls/netapi32/families/accounts/local_group_members_api.c \
	dlls/netapi32/families/accounts/modals_api.c \
	dlls/netapi32/families/accounts/sid.c \
	dlls/netapi32/families/accounts/store.c \
	dlls/netapi32/families/accounts/user_api.c \
	dlls/netapi32/families/accounts/user_defaults.c \
	dlls/netapi32/families/accounts/user_groups_api.c \
	dlls/netapi32/families/accounts/user_levels.c \
	dlls/netapi32/families/dav/dav_api.c \
	dlls/netapi32/families/directory/dc_find.c \
	dlls/netapi32/families/directory/dc_info.c \
	dlls/netapi32/families/directory/dc_locator.c \
	dlls/netapi32/families/directory/dsgetdc_api.c \
	dlls/netapi32/families/directory/dsgetdc_list_api.c \
	dlls/netapi32/families/directory/dsrole_api.c \
	dlls/netapi32/families/directory/getdc_api.c \
	dlls/netapi32/families/directory/join_api.c \
	dlls/netapi32/families/names/netname_api.c \
	dlls/netapi32/families/names/netp_api.c \
	dlls/netapi32/families/netbios/netbios_adapters.c \
	dlls/netapi32/families/netbios/netbios_api.c \
	dlls/netapi32/families/netbios/netbios_call.c \
	dlls/netapi32/families/netbios/netbios_names.c \
	dlls/netapi32/families/netbios/netbios_remote_status.c \
	dlls/netapi32/families/netbios/netbios_resolve.c \
	dlls/netapi32/families/netbios/netbios_sessions.c \
	dlls/netapi32/families/netbios/netbios_socket.c \
	dlls/netapi32/families/netbios/netbios_transfer.c \
	dlls/netapi32/families/schedule/local_rpc.c \
	dlls/netapi32/families/schedule/schedule_api.c \
	dlls/netapi32/families/server/browser_api.c \
	dlls/netapi32/families/server/remutl_api.c \
	dlls/netapi32/families/server/server_api.c \
	dlls/netapi32/families/server/share_api.c \
	dlls/netapi32/families/server/stats_api.c \
	dlls/netapi32/families/session/session_api.c \
	dlls/netapi32/families/use/use_api.c \
	dlls/netapi32/families/workstation/wksta_api.c \
	dlls/netapi32/main.c

# What srvcli.dll has in common with netapi32.dll.
srvcli_shared_sources = \
	dlls/netapi32/api/unimplemented.c \
	dlls/netapi32/main.c \
	dlls/netapi32/platform/win32_log.c \
	dlls/netapi32/platform/win32_stack_guard.c
