# The tests. unit_tests, live_tests, examples, fuzzers and benches name programs: each is built
# from the one source of its name.
# SPDX-License-Identifier: LGPL-2.1-or-later

# Native, cmocka: run by `make check`, and against a server by `make check-live`.
unit_tests =
live_tests =

# What native tests share; linked into each of them.
test_support_sources =
test_support_headers =

# One Windows program in the style of Wine's tests.
winetest_sources =
winetest_headers =
winetest_libs = -lnetapi32 -ladvapi32 -lws2_32

# Windows programs that know nothing of this project: plain mingw-w64 and its import library.
examples =

# libFuzzer targets, with --enable-fuzzers.
fuzzers =

# Native, built and run by `make bench`.
benches =
