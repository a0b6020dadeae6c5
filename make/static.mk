# `make static-sources` says what tools/check-static looks at: a line "KIND SOURCE FLAG..." for each source,
# where KIND is native or x86_64, and the flags are those that say what the source is.
# SPDX-License-Identifier: LGPL-2.1-or-later

STATIC_NATIVE_FLAGS = -std=c11 $(AM_CPPFLAGS)
STATIC_WINDOWS_FLAGS = -std=c11 $(WINDOWS_CPPFLAGS)

# What is portable is looked at natively alone.
static-sources:
	$(foreach source,$(core_sources) $(platform_posix_sources) $(test_support_sources),\
		$(info native $(source) $(STATIC_NATIVE_FLAGS)))
	$(foreach source,$(if $(native_kerberos),$(gssapi_sources)),\
		$(info native $(source) $(STATIC_NATIVE_FLAGS) $(GSSAPI_CFLAGS)))
	$(foreach source,$(platform_windows_sources) $(unused_algorithms_sources) $(export_sources),\
		$(info x86_64 $(source) $(STATIC_WINDOWS_FLAGS)))
	$(foreach source,$(netadmin_sources) $(netadmin_windows_sources),\
		$(info x86_64 $(source) $(STATIC_WINDOWS_FLAGS:%/dlls/netapi32=%/programs/netadmin)))
	$(foreach source,$(api_posix_sources) $(windows_function_sources),\
		$(info native $(source) -std=c11 $(API_CPPFLAGS)))
	$(foreach source,$(netadmin_posix_sources) programs/netadmin/posix_main.c,\
		$(info native $(source) -std=c11 $(NETADMIN_CPPFLAGS)))
	$(foreach source,$(sharedfolders_sources),\
		$(info x86_64 $(source) $(STATIC_WINDOWS_FLAGS:%/dlls/netapi32=%/programs/sharedfolders)))
	@:

.PHONY: static-sources
