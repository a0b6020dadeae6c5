# How sources with Windows' types are compiled natively: with Wine's headers, of which
# include/wine-headers and include/native-headers have what they lack. WCHAR is wchar_t, of 16 bits.
# SPDX-License-Identifier: LGPL-2.1-or-later

WINE_HEADERS_FLAGS = -isystem$(srcdir)/include/native-headers \
	-isystem$(srcdir)/include/wine-headers -isystem$(WINE_HEADERS)/windows
WINDOWS_TYPES_CPPFLAGS = -fshort-wchar $(WINE_HEADERS_FLAGS) -I$(srcdir)/include \
	-D_GNU_SOURCE -D_WIN32_WINNT=0x0601 -DUNICODE -D_UNICODE -DWIN32_LEAN_AND_MEAN \
	-DPACKAGE_VERSION='"$(PACKAGE_VERSION)"'

API_CPPFLAGS = $(WINDOWS_TYPES_CPPFLAGS) -I$(srcdir)/dlls/netapi32
# A program sees its own tree and what include/ has, and nothing of the library's inside.
NETADMIN_CPPFLAGS = $(WINDOWS_TYPES_CPPFLAGS) -I$(srcdir)/programs/netadmin

api_objects = $(patsubst %.c,%.o,$(api_sources) $(api_posix_sources) $(windows_function_sources))
netadmin_objects = $(patsubst %.c,%.o,$(netadmin_sources) $(netadmin_posix_sources) \
	programs/netadmin/posix_main.c)

$(api_objects): AM_CPPFLAGS = $(API_CPPFLAGS)
dlls/netapi32/auth/gssapi.o: AM_CPPFLAGS += $(GSSAPI_CFLAGS)
$(netadmin_objects): AM_CPPFLAGS = $(NETADMIN_CPPFLAGS)
$(netadmin_sample_sources:.c=.o): AM_CPPFLAGS = $(NETADMIN_CPPFLAGS) \
	-include $(srcdir)/tests/netadmin/native_sample.h -fno-strict-aliasing

# ---- One object that has the exported names alone, as the DLL has ---------------------------------
#
# A program's own names never meet those of the library's inside: session_family is in both.

# What a native program may call beside Windows' functions.
posix_functions = $(shell sed -n 's/.*\b\(posix_[a-z_]*\)\x28.*/\1/p' \
	$(srcdir)/include/netapi32_posix.h)

dlls/netapi32/native_exports.txt: dlls/netapi32/exports.tsv include/netapi32_posix.h libwindows.a
	$(AM_V_GEN){ $(AWK) -F '\t' '!/^#/ && $$2 == "code" { print $$1 }' $< && \
		printf '%s\n' $(posix_functions) && \
		nm --defined-only --format=posix libwindows.a | $(AWK) '$$2 == "T" { print $$1 }'; \
		} >$@.tmp && mv $@.tmp $@

# $(call one_object,ARCHIVES): all of them, and what they and the functions above need of the core.
one_object = $(AM_V_GEN)$(CC) -r -nostdlib -o $@.tmp $(posix_functions:%=-Wl,-u,%) \
	-Wl,--whole-archive $(1) -Wl,--no-whole-archive libnetapi32core.a && \
	$(OBJCOPY) --keep-global-symbols=dlls/netapi32/native_exports.txt $@.tmp $@ && rm -f $@.tmp

dlls/netapi32/native.o: libnetapi32api.a libwindows.a $(native_kerberos) libnetapi32core.a \
		dlls/netapi32/native_exports.txt
	$(call one_object,libnetapi32api.a libwindows.a $(native_kerberos))

# Without the functions of the API, for whoever has others of those names.
dlls/netapi32/native_system.o: libwindows.a libnetapi32core.a dlls/netapi32/native_exports.txt
	$(call one_object,libwindows.a)

# The C library's functions for wide text read twice as much as is there: none of them may be called.
check-wide-text: $(api_objects) $(netadmin_objects)
	@! nm --undefined-only --print-file-name $^ | \
		grep -E ' U (_?wcs|wmem|wc[rt]|btowc|mbs?r?to|tow[a-z]*$$|isw|f?putw|u?n?f?getw|[fsv]*w(printf|scanf))'

.PHONY: check-wide-text
