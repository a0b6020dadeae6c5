# How everything for Windows is built, the same way for both architectures.
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Objects go to a folder of the architecture beside the sources:
# dlls/netapi32/base/wire.c becomes dlls/netapi32/x86_64-windows/base/wire.o.

CROSSCC_x86_64 = $(CROSSCC64)
CROSSCC_i386 = $(CROSSCC32)
CROSSWINDRES_x86_64 = $(CROSSWINDRES64)
CROSSWINDRES_i386 = $(CROSSWINDRES32)

# Most of what includes <windows.h> takes its time to read it: with WIN32_LEAN_AND_MEAN and
# include/mingw-headers it is a quarter as long.
WINDOWS_CPPFLAGS = -I$(srcdir)/dlls/netapi32 -I$(srcdir)/include -I$(srcdir)/include/mingw-headers \
	-D_WIN32_WINNT=0x0601 -DUNICODE -D_UNICODE -DWIN32_LEAN_AND_MEAN= -D__USE_MINGW_ANSI_STDIO=1 \
	-DPACKAGE_VERSION='"$(PACKAGE_VERSION)"'
# Callers on i386 keep the stack aligned to 4 bytes only; libgcrypt's SSE code needs 16.
WINDOWS_CFLAGS_i386 = -mincoming-stack-boundary=2

# The parts of the DLL through which long lists go; all others are optimised for size.
fast_folders = base crypto levels platform rpc smb

# -static takes libgcrypt and libgcc from their archives; system DLLs stay DLLs.
WINDOWS_LDFLAGS = -static -Wl,--dynamicbase,--nxcompat,--no-insert-timestamp
WINDOWS_LDFLAGS_x86_64 = -Wl,--high-entropy-va
# tests/memory loads some hundred copies of the DLL: 2 GiB would not do.
MEMORY_LDFLAGS_i386 = -Wl,--large-address-aware
# The .def files name functions without the argument sizes that stdcall puts behind them.
DLL_LDFLAGS_i386 = -Wl,--enable-stdcall-fixup,--kill-at
DLL_LIBS = -lgcrypt -lgpg-error -lws2_32 -ladvapi32 -lntdll

# $(call windows_objects,FOLDER,ARCHITECTURE,SOURCES)
windows_objects = $(patsubst $(1)/%.c,$(1)/$(2)-windows/%.o,$(3))

# The list of tests is in the Makefile.
tests/winetest/testlist.h: Makefile
	$(AM_V_GEN)$(MKDIR_P) $(@D) && \
		printf 'TEST(%s)\n' $(basename $(notdir $(winetests))) >$@

define windows_rules

COMPILE_$(1) = $$(MKDIR_P) $$(@D) && $$(CROSSCC_$(1)) $$(WINDOWS_CPPFLAGS) $$(COMMON_CFLAGS) \
	$$(WINDOWS_CFLAGS_$(1)) -MMD -MP $$(CROSSCFLAGS) $$(SIZE_CFLAGS)
LINK_$(1) = $$(CROSSCC_$(1)) $$(CROSSCFLAGS) $$(WINDOWS_LDFLAGS) $$(WINDOWS_LDFLAGS_$(1)) \
	$$(CROSSLDFLAGS)

DLL_OBJECTS_$(1) = $$(call windows_objects,dlls/netapi32,$(1),$$(dll_sources)) \
	$$(call windows_objects,dlls/netapi32,$(1),dlls/netapi32/unimplemented_exports.c) \
	$$(call windows_objects,dlls/netapi32,$(1),dlls/netapi32/traced_exports.c) \
	dlls/netapi32/$(1)-windows/version.o
NETADMIN_OBJECTS_$(1) = $$(call windows_objects,programs/netadmin,$(1),\
	$$(netadmin_sources) $$(netadmin_windows_sources))
SHAREDFOLDERS_OBJECTS_$(1) = \
	$$(call windows_objects,programs/sharedfolders,$(1),$$(sharedfolders_sources)) \
	programs/sharedfolders/$(1)-windows/resources.o
COMPATIBILITY_OBJECTS_$(1) = $$(call windows_objects,tests/compatibility,$(1),\
	$$(compatibility_sources))
CALLERS_OBJECTS_$(1) = $$(call windows_objects,tests/callers,$(1),$$(callers_sources)) \
	tests/winetest/$(1)-windows/raw_call.o
MEMORY_OBJECTS_$(1) = $$(call windows_objects,tests/memory,$(1),$$(memory_sources)) \
	$$(call windows_objects,tests/compatibility,$(1),$$(compatibility_row_sources))
DIFFERENTIAL_OBJECTS_$(1) = $$(call windows_objects,tests/differential,$(1),\
	$$(differential_sources))
WINETEST_OBJECTS_$(1) = $$(call windows_objects,tests/winetest,$(1),$$(winetest_sources))
ALGORITHMS_TEST_OBJECTS_$(1) = $$(call windows_objects,tests/winetest,$(1),\
	$$(algorithms_test_sources)) $$(call windows_objects,dlls/netapi32,$(1),\
	$$(filter $$(unused_algorithms_sources),$$(dll_sources)))
UNLOADING_TEST_OBJECTS_$(1) = $$(call windows_objects,tests/winetest,$(1),\
	$$(unloading_test_sources))
READER_OBJECTS_$(1) = $$(call windows_objects,tests/window/reader,$(1),$$(reader_sources))
# Programs need the run time of -fstack-protector too.
STACK_GUARD_$(1) = dlls/netapi32/$(1)-windows/platform/win32_stack_guard.o

# What runs once a call, and waits for the network, is small rather than fast.
$$(filter-out $$(addsuffix /%,$$(addprefix dlls/netapi32/$(1)-windows/,$$(fast_folders))),\
	$$(DLL_OBJECTS_$(1))): SIZE_CFLAGS = $$(if $$(filter -O2,$$(CROSSCFLAGS)),-Os)

dlls/netapi32/$(1)-windows/%.o: dlls/netapi32/%.c
	$$(AM_V_CC)$$(COMPILE_$(1)) -c -o $$@ $$<

dlls/%/$(1)-windows/version.o: dlls/version.rc
	$$(AM_V_GEN)$$(MKDIR_P) $$(@D) && $$(CROSSWINDRES_$(1)) -DDLL=$$* -i $$< -o $$@

# A program sees its own tree and what include/ has, and nothing of the DLL's inside.
programs/netadmin/$(1)-windows/%.o: programs/netadmin/%.c
	$$(AM_V_CC)$$(patsubst %/dlls/netapi32,%/programs/netadmin,$$(COMPILE_$(1))) -c -o $$@ $$<

programs/sharedfolders/$(1)-windows/%.o: programs/sharedfolders/%.c
	$$(AM_V_CC)$$(patsubst %/dlls/netapi32,%/programs/sharedfolders,$$(COMPILE_$(1))) -c -o $$@ $$<

programs/sharedfolders/$(1)-windows/resources.o: $$(sharedfolders_resources)
	$$(AM_V_GEN)$$(MKDIR_P) $$(@D) && $$(CROSSWINDRES_$(1)) -I$$(srcdir)/programs/sharedfolders \
		-DVERSION_NUMBERS='$$(VERSION_NUMBERS)' '-DVERSION_TEXT=\"$$(VERSION)\"' \
		-i $$(srcdir)/programs/sharedfolders/sharedfolders.rc -o $$@

tests/winetest/$(1)-windows/%.o: tests/winetest/%.c
	$$(AM_V_CC)$$(COMPILE_$(1)) -Itests/winetest -c -o $$@ $$<

tests/memory/$(1)-windows/%.o: tests/memory/%.c
	$$(AM_V_CC)$$(COMPILE_$(1)) -Itests/memory -c -o $$@ $$<

# Their tables are made by the build.
tests/memory/$(1)-windows/calls.o: tests/memory/memory_calls.h
tests/winetest/$(1)-windows/exports.o: tests/winetest/exports_table.h
tests/winetest/$(1)-windows/testlist.o: tests/winetest/testlist.h

dlls/netapi32/$(1)-windows/netapi32.dll: $$(DLL_OBJECTS_$(1)) dlls/netapi32/netapi32.def
	$$(AM_V_CCLD)$$(LINK_$(1)) -shared $$(DLL_LDFLAGS_$(1)) -o $$@ $$^ $$(DLL_LIBS)

programs/netadmin/$(1)-windows/netadmin.exe: $$(NETADMIN_OBJECTS_$(1)) $$(STACK_GUARD_$(1))
	$$(AM_V_CCLD)$$(LINK_$(1)) -municode -o $$@ $$^ $$(netadmin_libs)

programs/sharedfolders/$(1)-windows/sharedfolders.exe: $$(SHAREDFOLDERS_OBJECTS_$(1)) \
		$$(STACK_GUARD_$(1))
	$$(AM_V_CCLD)$$(LINK_$(1)) -municode -mwindows -o $$@ $$^ $$(sharedfolders_libs)

tests/compatibility/$(1)-windows/%.o: tests/compatibility/%.c
	$$(AM_V_CC)$$(COMPILE_$(1)) -c -o $$@ $$<

tests/compatibility/$(1)-windows/probe.exe: $$(COMPATIBILITY_OBJECTS_$(1)) $$(STACK_GUARD_$(1))
	$$(AM_V_CCLD)$$(LINK_$(1)) -municode -o $$@ $$^ $$(compatibility_libs)

tests/callers/$(1)-windows/%.o: tests/callers/%.c
	$$(AM_V_CC)$$(COMPILE_$(1)) -Itests/callers -c -o $$@ $$<

tests/callers/$(1)-windows/callers.o: tests/callers/functions.h
tests/callers/$(1)-windows/callers.exe: $$(CALLERS_OBJECTS_$(1)) $$(STACK_GUARD_$(1))
	$$(AM_V_CCLD)$$(LINK_$(1)) -o $$@ $$^ $$(callers_libs)

tests/memory/$(1)-windows/%.exe: tests/memory/$(1)-windows/%.o $$(MEMORY_OBJECTS_$(1)) \
		$$(STACK_GUARD_$(1))
	$$(AM_V_CCLD)$$(LINK_$(1)) $$(MEMORY_LDFLAGS_$(1)) -o $$@ $$^ $$(memory_libs)

# Only a pattern names them: they are to stay.
.SECONDARY: $$(MEMORY_OBJECTS_$(1)) \
	$$(memory_programs:tests/memory/%=tests/memory/$(1)-windows/%.o)

tests/differential/$(1)-windows/%.o: tests/differential/%.c
	$$(AM_V_CC)$$(COMPILE_$(1)) -c -o $$@ $$<

tests/differential/$(1)-windows/dump.exe: $$(DIFFERENTIAL_OBJECTS_$(1)) $$(STACK_GUARD_$(1))
	$$(AM_V_CCLD)$$(LINK_$(1)) -o $$@ $$^ $$(differential_libs)

tests/winetest/$(1)-windows/netapi32_test.exe: $$(WINETEST_OBJECTS_$(1)) $$(STACK_GUARD_$(1))
	$$(AM_V_CCLD)$$(LINK_$(1)) -o $$@ $$^ $$(winetest_libs)

tests/winetest/$(1)-windows/algorithms.exe: $$(ALGORITHMS_TEST_OBJECTS_$(1)) $$(STACK_GUARD_$(1))
	$$(AM_V_CCLD)$$(LINK_$(1)) -o $$@ $$^ $$(algorithms_test_libs)

tests/winetest/$(1)-windows/unloading.exe: $$(UNLOADING_TEST_OBJECTS_$(1)) $$(STACK_GUARD_$(1))
	$$(AM_V_CCLD)$$(LINK_$(1)) -o $$@ $$^ -ladvapi32

tests/soak/$(1)-windows/%.o: tests/soak/%.c
	$$(AM_V_CC)$$(COMPILE_$(1)) -c -o $$@ $$<

tests/soak/$(1)-windows/soak.exe: tests/soak/$(1)-windows/soak.o $$(STACK_GUARD_$(1))
	$$(AM_V_CCLD)$$(LINK_$(1)) -o $$@ $$^ -lnetapi32

# A stranger's program: none of this project's flags, headers or libraries.
tests/examples/$(1)-windows/%.exe: tests/examples/%.c
	$$(AM_V_CCLD)$$(MKDIR_P) $$(@D) && $$(CROSSCC_$(1)) -Wall $$(WERROR) -O2 -municode \
		-o $$@ $$< -lnetapi32 -lws2_32

tests/kerberos/$(1)-windows/%.exe: tests/kerberos/%.c
	$$(AM_V_CCLD)$$(MKDIR_P) $$(@D) && $$(CROSSCC_$(1)) -Wall $$(WERROR) -O2 -municode \
		-o $$@ $$< -lnetapi32 -lole32 -ladvapi32 -lws2_32

# What is timed is as fast as strangers' programs are; netapi32.dll is the prefix' own.
tests/bench/$(1)-windows/%.exe: tests/bench/%.c
	$$(AM_V_CCLD)$$(MKDIR_P) $$(@D) && $$(CROSSCC_$(1)) -std=c11 -Wall -Wextra $$(WERROR) -O2 \
		-o $$@ $$(filter %.c,$$^) -lnetapi32 -ladvapi32 -lws2_32

tests/bench/$(1)-windows/caller.exe: tests/bench/caller_windows.c tests/bench/caller.h

tests/setup/$(1)-windows/%.exe: tests/setup/%.c tests/setup/netapi32_in_use.h
	$$(AM_V_CCLD)$$(MKDIR_P) $$(@D) && $$(CROSSCC_$(1)) -Wall -Wextra $$(WERROR) -O2 \
		-o $$@ $$< -lsecur32 -lnetapi32

tests/warm/$(1)-windows/%.exe: tests/warm/%.c
	$$(AM_V_CCLD)$$(MKDIR_P) $$(@D) && $$(CROSSCC_$(1)) -Wall -Wextra $$(WERROR) -O2 -municode \
		-o $$@ $$< -lnetapi32

tests/broken/$(1)-windows/%.exe: tests/broken/%.c
	$$(AM_V_CCLD)$$(MKDIR_P) $$(@D) && $$(CROSSCC_$(1)) -Wall -Wextra $$(WERROR) -O2 -municode \
		-o $$@ $$< -lnetapi32 -lpsapi -lntdll -ladvapi32

tests/accounts/$(1)-windows/%.exe: tests/accounts/%.c
	$$(AM_V_CCLD)$$(MKDIR_P) $$(@D) && $$(CROSSCC_$(1)) -Wall -Wextra $$(WERROR) -O2 -municode \
		-o $$@ $$< -lnetapi32

tests/window/reader/$(1)-windows/%.o: tests/window/reader/%.c
	$$(AM_V_CC)$$(COMPILE_$(1)) -c -o $$@ $$<

tests/window/reader/$(1)-windows/reader.exe: $$(READER_OBJECTS_$(1)) $$(STACK_GUARD_$(1))
	$$(AM_V_CCLD)$$(LINK_$(1)) -o $$@ $$^ $$(reader_libs)

-include $$(patsubst %.o,%.d,$$(DLL_OBJECTS_$(1)) $$(NETADMIN_OBJECTS_$(1)) \
	$$(READER_OBJECTS_$(1)) \
	$$(SHAREDFOLDERS_OBJECTS_$(1)) $$(CALLERS_OBJECTS_$(1)) $$(COMPATIBILITY_OBJECTS_$(1)) \
	$$(DIFFERENTIAL_OBJECTS_$(1)) $$(WINETEST_OBJECTS_$(1)) \
	$$(MEMORY_OBJECTS_$(1)) $$(memory_programs:tests/memory/%=tests/memory/$(1)-windows/%.o) \
	$$(ALGORITHMS_TEST_OBJECTS_$(1)) $$(UNLOADING_TEST_OBJECTS_$(1)))

endef

$(eval $(call windows_rules,x86_64))
$(eval $(call windows_rules,i386))

# A DLL of forwarders: its table of names and its version, and hardly any code.
define sibling_rule

dlls/$(1)/$(2)-windows/$(1).dll: $$(call windows_objects,dlls/netapi32,$(2),$$($(1)_sources)) \
		dlls/$(1)/$(2)-windows/version.o dlls/$(1)/$(1).def
	$$(AM_V_CCLD)$$(LINK_$(2)) -shared -nostdlib -Wl,--entry=0 $$(DLL_LDFLAGS_$(2)) -o $$@ $$^ \
		-lkernel32

endef

$(foreach dll,$(sibling_dlls),$(foreach architecture,x86_64 i386,\
	$(eval $(call sibling_rule,$(dll),$(architecture)))))
