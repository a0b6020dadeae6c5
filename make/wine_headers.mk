# `make check-wine-headers` compiles what includes Windows' headers with Wine's own headers in place
# of mingw-w64's, so that a source can move to Wine. include/wine-headers has what Wine's lack.
# SPDX-License-Identifier: LGPL-2.1-or-later

# Without the last option Wine's FD_ZERO does not pass the project's own warnings.
WITH_WINE_HEADERS = -nostdinc -isystem $(srcdir)/include/wine-headers \
	-isystem $(WINE_HEADERS)/windows -isystem $(WINE_HEADERS)/msvcrt -Wno-sign-conversion

wine_headers_sources = $(platform_windows_sources) $(export_sources) \
	dlls/netapi32/traced_exports.c dlls/netapi32/unimplemented_exports.c

# $(call check_wine_headers,ARCHITECTURE)
check_wine_headers = \
	for source in $(filter %.c,$^); do \
		$(CROSSCC_$(1)) $(WINDOWS_CPPFLAGS) $(COMMON_CFLAGS) $(WINDOWS_CFLAGS_$(1)) \
			$(CROSSCFLAGS) $(WITH_WINE_HEADERS) -fsyntax-only $$source || exit 1; \
	done

check-wine-headers: $(wine_headers_sources)
	@test -e $(WINE_HEADERS)/windows/windows.h || \
		{ echo "$@: no headers in $(WINE_HEADERS); on Debian: apt install libwine-dev" >&2; exit 1; }
	@$(call check_wine_headers,x86_64)
	@test -z '$(i386_windows_DATA)' || { $(call check_wine_headers,i386); }

.PHONY: check-wine-headers
