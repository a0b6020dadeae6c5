# The tests. unit_tests, live_tests, examples, fuzzers and benches name programs: each is built
# from the one source of its name.
# SPDX-License-Identifier: LGPL-2.1-or-later

# Native, cmocka: run by `make check`, and against a server by `make check-live`.
unit_tests = \
	tests/unit/test_account_groups \
	tests/unit/test_account_passwords \
	tests/unit/test_account_file \
	tests/unit/test_account_memory \
	tests/unit/test_account_store \
	tests/unit/test_account_server_groups \
	tests/unit/test_account_server_names \
	tests/unit/test_account_server \
	tests/unit/test_account_server_values \
	tests/unit/test_arena \
	tests/unit/test_attempt \
	tests/unit/test_atsvc \
	tests/unit/test_backward_clocks \
	tests/unit/test_choose \
	tests/unit/test_chosen_order \
	tests/unit/test_clock_jumps \
	tests/unit/test_commands \
	tests/unit/test_compound \
	tests/unit/test_config_file \
	tests/unit/test_connect \
	tests/unit/test_credentials \
	tests/unit/test_credentials_file \
	tests/unit/test_crypto \
	tests/unit/test_datagram_flood \
	tests/unit/test_dc_cache \
	tests/unit/test_der \
	tests/unit/test_dfs_path \
	tests/unit/test_dfs_referral \
	tests/unit/test_dns \
	tests/unit/test_endless_answers \
	tests/unit/test_exchange_costs \
	tests/unit/test_file_security \
	tests/unit/test_fixed_platform \
	tests/unit/test_forest_trust \
	tests/unit/test_frame \
	tests/unit/test_header \
	tests/unit/test_hold \
	tests/unit/test_host_answers \
	tests/unit/test_info \
	tests/unit/test_info_kinds \
	tests/unit/test_info_rows \
	tests/unit/test_ip_address \
	tests/unit/test_host_names \
	tests/unit/test_known_server \
	tests/unit/test_level_covers \
	tests/unit/test_lying_stubs \
	tests/unit/test_local_memory \
	tests/unit/test_logins \
	tests/unit/test_logins_paging \
	tests/unit/test_membership \
	tests/unit/test_model_server \
	tests/unit/test_name_rules \
	tests/unit/test_ndr \
	tests/unit/test_ndr_types \
	tests/unit/test_negotiate \
	tests/unit/test_netbios_frame \
	tests/unit/test_netbios_node_status \
	tests/unit/test_netdfs \
	tests/unit/test_more_data \
	tests/unit/test_netlogon_ping \
	tests/unit/test_ntlm \
	tests/unit/test_ntlm_messages \
	tests/unit/test_offered_levels \
	tests/unit/test_paging \
	tests/unit/test_password_policy \
	tests/unit/test_password_crypto \
	tests/unit/test_path_canonicalize \
	tests/unit/test_path_type \
	tests/unit/test_pdu \
	tests/unit/test_pool \
	tests/unit/test_receive \
	tests/unit/test_rpc_bind \
	tests/unit/test_rpc_call \
	tests/unit/test_rpc_read_ahead \
	tests/unit/test_call_memory \
	tests/unit/test_encoded_rows \
	tests/unit/test_facts \
	tests/unit/test_family_calls \
	tests/unit/test_filters \
	tests/unit/test_samr_password \
	tests/unit/test_service_tables \
	tests/unit/test_security_descriptor \
	tests/unit/test_session_list \
	tests/unit/test_session_open \
	tests/unit/test_sessions \
	tests/unit/test_settings \
	tests/unit/test_settings_documents \
	tests/unit/test_window_rows \
	tests/unit/test_shares \
	tests/unit/test_signing \
	tests/unit/test_silent_controllers \
	tests/unit/test_slow_servers \
	tests/unit/test_sort \
	tests/unit/test_spnego \
	tests/unit/test_spnego_messages \
	tests/unit/test_srvsvc \
	tests/unit/test_status \
	tests/unit/test_subnet_name \
	tests/unit/test_target \
	tests/unit/test_target_local \
	tests/unit/test_transform \
	tests/unit/test_use_table \
	tests/unit/test_uses \
	tests/unit/test_utf16 \
	tests/unit/test_validate_name \
	tests/unit/test_validate_negotiate \
	tests/unit/test_windows_replies \
	tests/unit/test_windows_stubs \
	tests/unit/test_wipe \
	tests/unit/test_wire \
	tests/unit/test_writer_wipe
live_tests = \
	tests/live/test_account_server_groups \
	tests/live/test_account_server_rules \
	tests/live/test_account_server_user_changes \
	tests/live/test_account_server_users \
	tests/live/test_bed \
	tests/live/test_call_costs \
	tests/live/test_call_time \
	tests/live/test_connections \
	tests/live/test_dfs \
	tests/live/test_domains \
	tests/live/test_domain_controllers \
	tests/live/test_downgrade \
	tests/live/test_file_security \
	tests/live/test_files \
	tests/live/test_flights \
	tests/live/test_held_connection \
	tests/live/test_hostile_lists \
	tests/live/test_joining \
	tests/live/test_logon_errors \
	tests/live/test_machine_accounts \
	tests/live/test_many_sessions \
	tests/live/test_matrix \
	tests/live/test_moved_name \
	tests/live/test_names \
	tests/live/test_network_errors \
	tests/live/test_restarts \
	tests/live/test_no_memory \
	tests/live/test_result_blocks \
	tests/live/test_samr \
	tests/live/test_samba_configuration \
	tests/live/test_secrets \
	tests/live/test_server_info \
	tests/live/test_session_del \
	tests/live/test_session_filters \
	tests/live/test_session_paging \
	tests/live/test_sessions \
	tests/live/test_share_answers \
	tests/live/test_share_use \
	tests/live/test_shares \
	tests/live/test_use_server \
	tests/live/test_windows_answers \
	tests/live/test_windows_dfs \
	tests/live/test_windows_domains \
	tests/live/test_windows_files \
	tests/live/test_windows_filters \
	tests/live/test_windows_names \
	tests/live/test_windows_paging \
	tests/live/test_windows_servers \
	tests/live/test_windows_workstations \
	tests/live/test_workstation_info

# Native, for scripts: they hold something open until their standard input closes.
live_helpers = \
	tests/live/change_users \
	tests/live/ask_groups \
	tests/live/list_sessions \
	tests/live/open_sessions \
	tests/live/record_conversations

# Native, for scripts: they show what the project's decoders read, and what comes of it.
capture_helpers = \
	tests/captures/ask_accounts \
	tests/captures/decode \
	tests/captures/decode_call

# Native, for tests/broken/run: what becomes of recorded conversations when the network breaks.
broken_programs = tests/broken/replay
tests_broken_replay_SOURCES = \
	tests/broken/calls.c \
	tests/broken/calls.h \
	tests/broken/conversations.c \
	tests/broken/conversations.h \
	tests/broken/judge.c \
	tests/broken/replay.c

# Native, for tests/oracle/run.
oracle_programs = tests/oracle/ndr_oracle

# What native tests share, in tests/support; linked into each of them.
test_support_sources = \
	tests/support/accounts.c \
	tests/support/account_calls.c \
	tests/support/allocations.c \
	tests/support/attacks.c \
	tests/support/bed.c \
	tests/support/conversation_input.c \
	tests/support/counting_transport.c \
	tests/support/dfs_calls.c \
	tests/support/direct.c \
	tests/support/family_accounts.c \
	tests/support/family_calls.c \
	tests/support/family_computers.c \
	tests/support/family_resources.c \
	tests/support/fixed_platform.c \
	tests/support/fuzz_input.c \
	tests/support/helper.c \
	tests/support/hosts.c \
	tests/support/live.c \
	tests/support/memory_search.c \
	tests/support/memory_transport.c \
	tests/support/middle.c \
	tests/support/model_logon.c \
	tests/support/model_pipe.c \
	tests/support/model_server.c \
	tests/support/ndr_dump.c \
	tests/support/ndr_values.c \
	tests/support/paging.c \
	tests/support/peer.c \
	tests/support/protected_session.c \
	tests/support/proxy.c \
	tests/support/recorded_server.c \
	tests/support/recording.c \
	tests/support/rpc_conversation.c \
	tests/support/rpcclient.c \
	tests/support/scripted_server.c \
	tests/support/secrets.c \
	tests/support/session_calls.c \
	tests/support/share_calls.c \
	tests/support/unit.c \
	tests/support/user_files.c \
	tests/support/utmp.c \
	tests/support/windows_server.c
test_support_headers = \
	tests/support/accounts.h \
	tests/support/account_calls.h \
	tests/support/allocations.h \
	tests/support/attacks.h \
	tests/support/bed.h \
	tests/support/conversation_input.h \
	tests/support/counting_transport.h \
	tests/support/dfs_calls.h \
	tests/support/direct.h \
	tests/support/exact_copy.h \
	tests/support/family_calls.h \
	tests/support/family_call_list.h \
	tests/support/fixed_platform.h \
	tests/support/fuzz_input.h \
	tests/support/fuzzed_files.h \
	tests/support/fuzzed_network.h \
	tests/support/fuzzed_server.h \
	tests/support/helper.h \
	tests/support/hosts.h \
	tests/support/hex.h \
	tests/support/live.h \
	tests/support/memory_search.h \
	tests/support/memory_transport.h \
	tests/support/middle.h \
	tests/support/model_parts.h \
	tests/support/model_server.h \
	tests/support/ndr_dump.h \
	tests/support/ndr_stub.h \
	tests/support/ndr_values.h \
	tests/support/ntlm_examples.h \
	tests/support/paging.h \
	tests/support/peer.h \
	tests/support/protected_session.h \
	tests/support/proxy.h \
	tests/support/recorded_server.h \
	tests/support/recording.h \
	tests/support/rpc_conversation.h \
	tests/support/rpcclient.h \
	tests/support/scripted_server.h \
	tests/support/secrets.h \
	tests/support/session_calls.h \
	tests/support/share_calls.h \
	tests/support/unit.h \
	tests/support/utf16_literal.h \
	tests/support/user_files.h \
	tests/support/utmp.h \
	tests/support/windows_server.h

# What tests/support/fixed_platform.c puts into the place of the system.
fixed_platform_functions = \
	platform_computer_name \
	platform_connect \
	platform_filetime \
	platform_is_own_name \
	platform_monitor_enter \
	platform_monitor_leave \
	platform_monitor_notify \
	platform_monitor_wait \
	platform_name_servers \
	platform_now \
	platform_random \
	platform_resolve \
	platform_thread_launch \
	platform_thread_start \
	platform_threads_settle \
	platform_user_name \
	tcp_transport_open

# Windows programs that tests/setup/run runs.
setup_programs = \
	tests/setup/forwarded_calls \
	tests/setup/go_program \
	tests/setup/imports_netapi32 \
	tests/setup/loads_netapi32 \
	tests/setup/ntlm_token

# One Windows program in the style of Wine's tests, with a source for each test. They run in this
# order: schedule stands in for a service that others start, so it stands first, and session_del ends the
# session that the others look at, so it stands last.
winetests = \
	tests/winetest/schedule.c \
	tests/winetest/accounts.c \
	tests/winetest/apibuf.c \
	tests/winetest/computer_names.c \
	tests/winetest/dav.c \
	tests/winetest/dfs.c \
	tests/winetest/ds.c \
	tests/winetest/file.c \
	tests/winetest/exports.c \
	tests/winetest/hostile.c \
	tests/winetest/joining.c \
	tests/winetest/layouts.c \
	tests/winetest/layouts_accounts.c \
	tests/winetest/names.c \
	tests/winetest/netbios.c \
	tests/winetest/netbios_session.c \
	tests/winetest/netbios_status.c \
	tests/winetest/remote_time.c \
	tests/winetest/server.c \
	tests/winetest/session.c \
	tests/winetest/session_access.c \
	tests/winetest/session_network.c \
	tests/winetest/session_resume.c \
	tests/winetest/share.c \
	tests/winetest/siblings.c \
	tests/winetest/trace.c \
	tests/winetest/unload.c \
	tests/winetest/version.c \
	tests/winetest/use.c \
	tests/winetest/workstation.c \
	tests/winetest/session_del.c
winetest_sources = $(winetests) \
	tests/winetest/netbios_test.c \
	tests/winetest/raw_call.c \
	tests/winetest/session_test.c \
	tests/winetest/testlist.c
winetest_headers = \
	include/wine/test.h \
	include/wine/test_dbgstr.h \
	include/wine/test_main.h \
	tests/winetest/netbios_test.h \
	tests/winetest/raw_call.h \
	tests/winetest/session_test.h
winetest_libs = -lnetapi32 -ladvapi32 -lws2_32 -lversion

# A program of its own beside them: libgcrypt as the DLL has it.
algorithms_test_sources = tests/winetest/algorithms.c
algorithms_test_libs = -lgcrypt -lgpg-error -lws2_32 -ladvapi32

# Native, built by tests/threads/run with ThreadSanitizer.
thread_tests = tests/threads/threads
tests_threads_threads_SOURCES = \
	tests/threads/breaker.c \
	tests/threads/breaker.h \
	tests/threads/threads.c

# The Windows program that calls as bad callers do.
callers_sources = \
	tests/callers/callers.c \
	tests/callers/checks.c \
	tests/callers/held.c \
	tests/callers/memory.c \
	tests/callers/parameters.c \
	tests/callers/signature.c \
	tests/callers/structures.c \
	tests/callers/texts.c \
	tests/callers/watch.c
callers_headers = \
	tests/callers/checks.h \
	tests/callers/held.h \
	tests/callers/memory.h \
	tests/callers/parameters.h \
	tests/callers/structure_table.h \
	tests/callers/structures.h \
	tests/callers/texts.h \
	tests/callers/watch.h
callers_libs = -lnetapi32
# One that does not import netapi32.dll, which it loads and unloads.
unloading_test_sources = tests/winetest/unloading.c

# One Windows program that is run with Wine's DLL and with ours.
differential_sources = \
	tests/differential/dav.c \
	tests/differential/directory.c \
	tests/differential/dump.c \
	tests/differential/groups.c \
	tests/differential/netbios.c \
	tests/differential/server.c \
	tests/differential/shares.c \
	tests/differential/users.c \
	tests/differential/workstation.c
differential_headers = \
	tests/differential/dump.h
differential_libs = -lnetapi32 -ladvapi32 -lntdll

# One Windows program that asks a server for everything.
compatibility_sources = \
	tests/compatibility/probe.c \
	$(compatibility_row_sources)
# The rows of it, which tests/memory has, too.
compatibility_row_sources = \
	tests/compatibility/asked.c \
	tests/compatibility/check.c \
	tests/compatibility/dfs.c \
	tests/compatibility/files.c \
	tests/compatibility/groups.c \
	tests/compatibility/names.c \
	tests/compatibility/servers.c \
	tests/compatibility/sessions.c \
	tests/compatibility/shares.c \
	tests/compatibility/users.c \
	tests/compatibility/uses.c \
	tests/compatibility/workstations.c
compatibility_headers = \
	tests/compatibility/probe.h
compatibility_libs = -lnetapi32 -ladvapi32

# Windows programs that stand between netapi32.dll and the system.
memory_programs = \
	tests/memory/no_memory \
	tests/memory/result_blocks
memory_sources = \
	tests/memory/blocks.c \
	tests/memory/calls.c \
	tests/memory/computer_rows.c \
	tests/memory/directory_rows.c \
	tests/memory/failing.c \
	tests/memory/imports.c \
	tests/memory/resources.c \
	tests/memory/rows.c
memory_headers = \
	tests/memory/blocks.h \
	tests/memory/calls.h \
	tests/memory/failing.h \
	tests/memory/imports.h \
	tests/memory/resources.h \
	tests/memory/rows.h
memory_libs = -lnetapi32 -ladvapi32

# Windows programs that know nothing of this project: plain mingw-w64 and its import library.
examples = \
	tests/examples/add_local_group \
	tests/examples/add_share \
	tests/examples/add_user \
	tests/examples/change_password \
	tests/examples/check_share \
	tests/examples/close_file \
	tests/examples/delete_share \
	tests/examples/delete_user \
	tests/examples/dfs_get_info \
	tests/examples/enum_connections \
	tests/examples/enum_controllers \
	tests/examples/enum_dfs \
	tests/examples/enum_files \
	tests/examples/enum_groups \
	tests/examples/enum_sessions \
	tests/examples/enum_shares \
	tests/examples/enum_users \
	tests/examples/query_display \
	tests/examples/find_controller \
	tests/examples/remote_time \
	tests/examples/server_disks \
	tests/examples/server_info \
	tests/examples/session_info \
	tests/examples/set_user \
	tests/examples/share_info \
	tests/examples/user_groups \
	tests/examples/user_info \
	tests/examples/user_modals \
	tests/examples/workstation_info \
	tests/examples/workstation_transports \
	tests/examples/workstation_users

# libFuzzer targets, with --enable-fuzzers.
fuzzers = \
	tests/fuzz/fuzz_account_data \
	tests/fuzz/fuzz_account_store \
	tests/fuzz/fuzz_answers \
	tests/fuzz/fuzz_controllers \
	tests/fuzz/fuzz_conversation \
	tests/fuzz/fuzz_dfs_referral \
	tests/fuzz/fuzz_dns_answer \
	tests/fuzz/fuzz_host_files \
	tests/fuzz/fuzz_info \
	tests/fuzz/fuzz_logins \
	tests/fuzz/fuzz_membership \
	tests/fuzz/fuzz_ndr \
	tests/fuzz/fuzz_negotiate_reply \
	tests/fuzz/fuzz_netbios_node_status \
	tests/fuzz/fuzz_netlogon_answer \
	tests/fuzz/fuzz_ntlm_challenge \
	tests/fuzz/fuzz_paging \
	tests/fuzz/fuzz_path \
	tests/fuzz/fuzz_rpc_answer \
	tests/fuzz/fuzz_rpc_client \
	tests/fuzz/fuzz_security_descriptor \
	tests/fuzz/fuzz_sessions \
	tests/fuzz/fuzz_signing \
	tests/fuzz/fuzz_smb2_replies \
	tests/fuzz/fuzz_smb2_stream \
	tests/fuzz/fuzz_spnego \
	tests/fuzz/fuzz_spnego_choice \
	tests/fuzz/fuzz_text \
	tests/fuzz/fuzz_user_files \
	tests/fuzz/fuzz_uses \
	tests/fuzz/fuzz_utmp

# What they share with the unit tests.
fuzz_support_sources = \
	tests/support/conversation_input.c \
	tests/support/family_accounts.c \
	tests/support/family_calls.c \
	tests/support/family_computers.c \
	tests/support/family_resources.c \
	tests/support/fixed_platform.c \
	tests/support/fuzz_input.c \
	tests/support/fuzzed_files.c \
	tests/support/fuzzed_network.c \
	tests/support/fuzzed_server.c \
	tests/support/memory_transport.c \
	tests/support/model_logon.c \
	tests/support/model_pipe.c \
	tests/support/model_server.c \
	tests/support/ndr_dump.c \
	tests/support/ndr_values.c \
	tests/support/protected_session.c

# What support/fuzzed_files.h puts in the place of the host's files: for targets that include it.
fuzzed_files_functions = \
	platform_file_exists \
	platform_last_access \
	platform_list_folder \
	platform_read_file

# What support/fuzzed_network.h puts in the place of sockets: for targets that include it.
fuzzed_network_functions = \
	platform_close \
	platform_datagrams_add \
	platform_datagrams_close \
	platform_datagrams_open \
	platform_datagrams_receive \
	platform_datagrams_send \
	platform_receive \
	platform_send

# What support/fuzzed_server.h puts in the place of remote/call.h: for targets that include it.
fuzzed_server_functions = \
	crypto_pbkdf2_sha512 \
	remote_ask \
	remote_call \
	remote_connect \
	remote_is_encrypted \
	remote_is_protected \
	remote_session_key

# Native programs that tests/bench/run asks for times, built by `make bench`.
benches = \
	tests/bench/caller \
	tests/bench/decoder \
	tests/bench/delay_proxy \
	tests/bench/echo_server \
	tests/bench/memory
# The same calls with the native core, and as a Windows program makes them.
tests_bench_caller_SOURCES = \
	tests/bench/caller.c \
	tests/bench/caller.h \
	tests/bench/caller_native.c
tests_bench_delay_proxy_SOURCES = \
	tests/bench/delay_proxy.c \
	tests/bench/delay_queue.c \
	tests/bench/delay_queue.h
# What the core allocates is counted.
tests_bench_memory_LDFLAGS = $(AM_LDFLAGS) \
	-Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc,--wrap=free

# Windows programs for the same.
windows_benches = \
	tests/bench/caller \
	tests/bench/loader

# The native netadmin with a made-up netapi32 in it: tests/netadmin/run.
netadmin_sample_sources = \
	tests/netadmin/native_sample.c \
	tests/netadmin/sample_accounts.c \
	tests/netadmin/sample_clusters.c \
	tests/netadmin/sample_domains.c \
	tests/netadmin/sample_netapi32.c \
	tests/netadmin/sample_server.c
# Windows: what reads the windows of programs under test (tests/window).
reader_sources = \
	tests/window/reader/controls.c \
	tests/window/reader/foreign.c \
	tests/window/reader/json.c \
	tests/window/reader/main.c \
	tests/window/reader/screen.c
reader_libs = -lgdi32
