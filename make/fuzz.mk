# Fuzz targets: the core compiled once more, by clang for libFuzzer, below tests/fuzz/core.
# SPDX-License-Identifier: LGPL-2.1-or-later

FUZZ_CFLAGS = -g -O1 -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all \
	-fno-omit-frame-pointer -Wno-ignored-attributes
FUZZ_COMPILE = $(MKDIR_P) $(@D) && $(FUZZCC) $(AM_CPPFLAGS) $(COMMON_CFLAGS) $(LIBGCRYPT_CFLAGS) \
	$(FUZZ_CFLAGS) -pthread -MMD -MP

FUZZ_CORE_OBJECTS = $(patsubst dlls/netapi32/%.c,tests/fuzz/core/%.o, \
	$(core_sources) $(platform_posix_sources)) \
	$(patsubst tests/%.c,tests/fuzz/core/%.o,$(fuzz_support_sources))

tests/fuzz/core/%.o: dlls/netapi32/%.c
	$(AM_V_CC)$(FUZZ_COMPILE) -c -o $@ $<

tests/fuzz/core/support/%.o: tests/support/%.c
	$(AM_V_CC)$(FUZZ_COMPILE) -c -o $@ $<

tests/fuzz/core/%.o: tests/fuzz/%.c
	$(AM_V_CC)$(FUZZ_COMPILE) -c -o $@ $<

$(fuzzers): tests/fuzz/%: tests/fuzz/core/%.o $(FUZZ_CORE_OBJECTS)
	$(AM_V_CCLD)$(FUZZCC) $(FUZZ_CFLAGS) -fsanitize=fuzzer -pthread -o $@ $^ $(LIBGCRYPT_LIBS)

-include $(FUZZ_CORE_OBJECTS:.o=.d) $(fuzzers:tests/fuzz/%=tests/fuzz/core/%.d)
