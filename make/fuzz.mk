# Fuzz targets: the core compiled once more, by clang for libFuzzer, below tests/fuzz/core.
# SPDX-License-Identifier: LGPL-2.1-or-later

# What a fuzzer is guided by. That tests reach something in themselves is no news to it, and what bytes
# are compared with where they are read, written or encrypted says nothing of what to try next.
FUZZ_GUIDE = -fsanitize=fuzzer-no-link
FUZZ_COMPILE = $(MKDIR_P) $(@D) && $(FUZZCC) $(AM_CPPFLAGS) $(COMMON_CFLAGS) $(LIBGCRYPT_CFLAGS) \
	$(FUZZ_GUIDE) -fno-omit-frame-pointer -Wno-ignored-attributes $(FUZZCFLAGS) \
	-pthread -MMD -MP

FUZZ_CORE_OBJECTS = $(patsubst dlls/netapi32/%.c,tests/fuzz/core/%.o, \
	$(core_sources) $(platform_posix_sources)) \
	$(patsubst tests/%.c,tests/fuzz/core/%.o,$(fuzz_support_sources))

tests/fuzz/core/support/%.o: FUZZ_GUIDE =
tests/fuzz/core/base/wire.o tests/fuzz/core/crypto/%.o: FUZZ_GUIDE += \
	-fno-sanitize-coverage=trace-cmp

tests/fuzz/core/%.o: dlls/netapi32/%.c
	$(AM_V_CC)$(FUZZ_COMPILE) -c -o $@ $<

tests/fuzz/core/support/%.o: tests/support/%.c
	$(AM_V_CC)$(FUZZ_COMPILE) -c -o $@ $<

tests/fuzz/core/%.o: tests/fuzz/%.c
	$(AM_V_CC)$(FUZZ_COMPILE) -c -o $@ $<

# The functions that support/fixed_platform.h and the others put their own in the place of.
FUZZED_FILES = $(FIXED_PLATFORM) $(fuzzed_files_functions:%=-Wl,--wrap=%)
tests/fuzz/fuzz_logins tests/fuzz/fuzz_membership: FUZZ_LDFLAGS = $(FUZZED_FILES)
tests/fuzz/fuzz_controllers: FUZZ_LDFLAGS = $(FIXED_PLATFORM) \
	$(fuzzed_network_functions:%=-Wl,--wrap=%)
tests/fuzz/fuzz_conversation tests/fuzz/fuzz_text: FUZZ_LDFLAGS = $(FIXED_PLATFORM)
FUZZED_SERVER = $(FIXED_PLATFORM) $(fuzzed_server_functions:%=-Wl,--wrap=%)
tests/fuzz/fuzz_answers: FUZZ_LDFLAGS = $(FUZZED_SERVER) -Wl,--wrap=family_structure
tests/fuzz/fuzz_account_data tests/fuzz/fuzz_sessions tests/fuzz/fuzz_uses: FUZZ_LDFLAGS = $(FUZZED_SERVER)

$(fuzzers): tests/fuzz/%: tests/fuzz/core/%.o $(FUZZ_CORE_OBJECTS)
	$(AM_V_CCLD)$(FUZZCC) $(FUZZCFLAGS) -fsanitize=fuzzer -pthread $(FUZZ_LDFLAGS) -o $@ $^ \
		$(LIBGCRYPT_LIBS)

# They alone: without what the native compiler makes of the same sources.
fuzz-targets: $(fuzzers)

-include $(FUZZ_CORE_OBJECTS:.o=.d) $(fuzzers:tests/fuzz/%=tests/fuzz/core/%.d)

# Runs the targets, each for FUZZ_SECONDS: FUZZ names some of them, all by default; FUZZ_ARCH
# (i386) is for which one they are built; FUZZ_FLAGS are further options of tools/fuzz.
FUZZ_SECONDS = 60
fuzz:
	@$(srcdir)/tools/fuzz $(if $(FUZZ_ARCH),--architecture $(FUZZ_ARCH)) \
		$(FUZZ_FLAGS) $(FUZZ_SECONDS) $(FUZZ)

# What of the sources that read what others send is reached by the seeds of the targets.
fuzz-coverage:
	@$(srcdir)/tools/fuzz-coverage

.PHONY: fuzz fuzz-coverage fuzz-targets
